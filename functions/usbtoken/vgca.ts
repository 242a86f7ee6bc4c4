import { createHash } from 'node:crypto';
import type { VgcaMessage, VgcaReply } from '../../contracts/_usbtoken/data.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { HashName } from '../_sign/keys.ts';
import { type Job, type Trouble, wordsOf } from './job.ts';
import { operate } from './operate.ts';
import { answering } from './origin.ts';
import { ownerOf } from './owner.ts';
import { cmsIn, fromBase64, hashNamed, jsonText, jwsOf } from './sign.ts';

/** Only 0 is known. */
const statuses: Readonly<Record<Trouble, number>> = {
  cancelled: 1,
  'not-plugged-in': 2,
  'no-driver': 3,
  'no-certificate': 4,
  'pin-blocked': 5,
  'not-valid': 6,
  'bad-message': 7,
  'not-emulated': 8,
  busy: 9,
};

const nothing: VgcaReply = {
  Status: 0,
  Message: '',
  Error: '',
  FileName: '',
  FileServer: '',
  DocumentNumber: '',
  DocumentDate: '',
  Signature: '',
  CertBase64: '',
};

const done = (reply: Partial<VgcaReply>): Answer => json({ ...nothing, ...reply });

const refuse = (trouble: Trouble): Answer =>
  done({ Status: statuses[trouble], Message: wordsOf[trouble], Error: wordsOf[trouble] });

interface Sent {
  /** To the letter. */
  text: string;
  fields: Readonly<Record<string, unknown>>;
}

function fieldsIn(text: string): Sent['fields'] {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Sent['fields'])
      : {};
  } catch {
    return {};
  }
}

/** Undefined: too deep to be written as JSON. */
function sentIn(message: VgcaMessage): Sent | undefined {
  if (typeof message === 'string') return { text: message, fields: fieldsIn(message) };
  const text = jsonText(message);
  return text === undefined ? undefined : { text, fields: message };
}

/** Undefined: it is neither true nor false. */
function flagIn(value: unknown = false): boolean | undefined {
  if (typeof value === 'string') return value.toLowerCase() === 'true';
  return typeof value === 'boolean' ? value : undefined;
}

function jobOf(name: string, content: Buffer, hash: HashName, finish: Job['finish']): Job {
  const digest = createHash(hash).update(content).digest('hex');
  return { plugin: 'vgca', function: name, pin: true, documents: [{ name, hash, digest }], finish, refuse };
}

const hashIn = ({ HashAlg = 'Sha256' }: Sent['fields']): HashName | undefined =>
  typeof HashAlg === 'string' ? hashNamed(HashAlg) : undefined;

/** CMS over `Base64Content`, or over the message itself. */
function signMsg(x: Exchange, { text, fields }: Sent, name: string): Job | Answer {
  const { Base64Content } = fields;
  const content = Base64Content === undefined ? Buffer.from(text) : fromBase64(Base64Content);
  const hash = hashIn(fields);
  const detached = flagIn(fields.ReturnSignatureOnly);
  if (!content?.length || !hash || detached === undefined) return refuse('bad-message');
  const options = { hash, attached: !detached };
  return jobOf(name, content, hash, async (certificate) =>
    done({ Signature: await cmsIn(x, certificate, content, options), CertBase64: certificate.der }),
  );
}

/** JWS over `JsonContent`, or over the message itself. */
function signJson(x: Exchange, { text, fields }: Sent, name: string): Job | Answer {
  const payload = fields.JsonContent ?? text;
  const hash = hashIn(fields);
  const pss = flagIn(fields.IsPss);
  const detached = flagIn(fields.DetachPayload);
  if (typeof payload !== 'string' || payload === '' || !hash) return refuse('bad-message');
  if (pss === undefined || detached === undefined) return refuse('bad-message');
  const how = { hash, pss, detached };
  return jobOf(name, Buffer.from(payload), hash, async (certificate) =>
    done({ Signature: await jwsOf(x, certificate, payload, how), CertBase64: certificate.der }),
  );
}

const certInfo = (): Job => ({
  plugin: 'vgca',
  function: 'GetCertInfo',
  pin: false,
  documents: [],
  finish: ({ der }) => done({ CertBase64: der }),
  refuse,
});

type Function = (x: Exchange, sent: Sent, name: string) => Job | Answer;

const emulated: Readonly<Record<string, Function>> = {
  SignMsg: signMsg,
  Auth: signMsg,
  SignJson: signJson,
  GetCertInfo: certInfo,
  GetVersion: () => done({ Message: 'HopCat' }),
  GetLicenseRequest: () => done({ Message: Buffer.from('HopCat').toString('base64') }),
};

/** What the real service has beside these. */
const others = new Set([
  ...['Config', 'VerifyMsg', 'SignPDF', 'VerifyPDF', 'SignOffice', 'VerifyOffice', 'SignXML', 'VerifyXML'],
  ...['SignXMLP12', 'SignFile', 'SignFiles', 'SignPDFWP', 'SignIncome', 'SignIssued', 'SignApproved'],
  ...['SignAppendix', 'SignCopy', 'Comment'],
]);

/** @throws Fault unknown_function */
function functionNamed(name: string): Function {
  const found = Object.hasOwn(emulated, name) ? emulated[name] : undefined;
  if (found) return found;
  if (others.has(name)) return () => refuse('not-emulated');
  throw new Fault('unknown_function', 'VGCA Sign Service has no such path');
}

async function answered(x: Exchange<VgcaMessage>, asks: string | undefined): Promise<Answer> {
  const person = await ownerOf(x);
  const name = x.params.path ?? '';
  const run = functionNamed(name);
  const sent = sentIn(x.input);
  const job = sent ? run(x, sent, name) : refuse('bad-message');
  return 'finish' in job ? operate(x, person, asks, job) : job;
}

export const vgca = (x: Exchange<VgcaMessage>): Promise<Answer> => answering(x, (asks) => answered(x, asks));
