import type { VerdictView } from '../../contracts/_pki/verify-data.ts';
import type { VerifiedXml } from '../../contracts/_usbtoken/data.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { publishedAt } from '../_sign/authority.ts';
import { download } from './files.ts';
import { Unable } from './job.ts';
import { fromBase64 } from './sign.ts';
import { accessIn } from './vgca-file-request.ts';
import { done, type PluginFunction, refuse } from './vgca-says.ts';

type Verdict = Pick<VerdictView, 'status' | 'answer' | 'format' | 'reasons' | 'signatures'>;

const asFile = (bytes: Uint8Array): Blob => new Blob([new Uint8Array(bytes)]);

/** What the sandbox's verifier says; it asks the authorities, as the plug-in does. @throws Unable */
async function verdictOn(x: Exchange, file: Uint8Array, content?: Uint8Array): Promise<Verdict> {
  const form = new FormData();
  form.append('file', asFile(file), 'file');
  if (content) form.append('content', asFile(content), 'content');
  const request = new Request(`${publishedAt(x)}/api/verify`, { method: 'POST', body: form });
  const answer = await x.deps.fetch(request);
  if (answer.status !== 200) throw new Unable('bad-document', `the verifier answers ${answer.status}`);
  return (await answer.json()) as Verdict;
}

const reasonsIn = (reasons: Verdict['reasons']): string => reasons.map(({ title }) => title.vi).join('; ');

/** The sandbox's own: a document whose signature is not valid. */
const NOT_VALID = 14;

const told = ({ status, answer, reasons }: Verdict): Answer => {
  if (status === 'valid') return done({ Message: answer.vi });
  const words = reasonsIn(reasons) || answer.vi;
  return done({ Status: NOT_VALID, Message: words, Error: words });
};

type SignatureVerdict = Verdict['signatures'][number];

function signatureReply({ status, reasons, chain, signer, time }: SignatureVerdict): VerifiedXml[number] {
  const [own] = chain;
  const isValid = status === 'valid';
  return {
    SigInfo: {
      SignerCert: { SerialNumber: own?.serial ?? '', Subject: own?.subject ?? '', Issuer: own?.issuer ?? '' },
      SignerName: signer?.name ?? '',
      SigningTime: time?.at ?? '',
    },
    ValidationDetails: {
      SignatureStatus: isValid,
      SignerCertStatus: { Status: isValid ? 0 : 1, Description: isValid ? '' : reasonsIn(reasons) },
    },
  };
}

/** Of XML as a text: one object for each signature. */
export const verifyXml: PluginFunction = async (x, { text, fields }) => {
  const { Data = text } = fields;
  if (typeof Data !== 'string' || Data === '') return refuse('bad-message');
  const { format, signatures } = await verdictOn(x, Buffer.from(Data));
  return format === 'xml' ? json(signatures.map(signatureReply)) : refuse('bad-document');
};

/** Of a PDF at an address. */
export const verifyPdf: PluginFunction = async (x, { fields }) => {
  const { FileName } = fields;
  if (typeof FileName !== 'string' || FileName === '') return refuse('bad-message');
  return told(await verdictOn(x, await download(x, FileName, accessIn(fields))));
};

/** Of CMS, over a content that may stand in it. */
export const verifyMsg: PluginFunction = async (x, { fields }) => {
  const signature = fromBase64(fields.Signature);
  const content = fromBase64(fields.Base64Content);
  if (!signature) return refuse('bad-message');
  return told(await verdictOn(x, signature, content));
};
