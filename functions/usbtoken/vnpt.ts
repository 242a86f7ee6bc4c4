import { createHash } from 'node:crypto';
import type { VnptMessage } from '../../contracts/_usbtoken/data.ts';
import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { standingOf } from '../_sign/certificate.ts';
import { certInfo } from './cert-info.ts';
import { type DocumentKind, signedDocument } from './documents.ts';
import { operate } from './operate.ts';
import { answering } from './origin.ts';
import { ownerOf } from './owner.ts';
import { cmsIn, digestIn, fromBase64, rawSignature } from './sign.ts';
import { signArray } from './vnpt-array.ts';
import { refusal, result, type Say, type Spoken } from './vnpt-says.ts';

/** Everything that the plug-in says ends in the name of the page's function. */
const said = (x: Exchange<VnptMessage>, text: string): Answer => ({
  status: 200,
  body: `${text}*${x.input.funcCallback}`,
  type: 'text/plain; charset=utf-8',
});

type Function = (x: Exchange<VnptMessage>, args: readonly unknown[]) => Spoken;

const serialIn = (arg: unknown): { serial?: string } =>
  typeof arg === 'string' && arg !== '' ? { serial: arg.toUpperCase() } : {};

const looking = (say: Say, serial?: unknown): Spoken => ({
  pin: false,
  documents: [],
  ...serialIn(serial),
  say,
});

const signCms: Function = (x, [data, serial]) => {
  const content = fromBase64(data);
  if (!content) return refusal('bad-message');
  const digest = createHash('sha256').update(content).digest('hex');
  const documents = [{ name: 'SignCMS', hash: 'sha256', digest }];
  const say: Say = async (certificate) => result(0, await cmsIn(x, certificate, content, { attached: true }));
  return { pin: true, documents, ...serialIn(serial), say };
};

/** A whole document, which comes back signed. */
const signsDocument =
  (kind: DocumentKind): Function =>
  (x, [data]) => {
    const document = kind === 'xml' && isMarkup(data) ? Buffer.from(data) : fromBase64(data);
    if (!document) return refusal('bad-message');
    const digest = createHash('sha256').update(document).digest('hex');
    const say: Say = async (certificate) =>
      result(0, (await signedDocument(x, certificate, { document, kind })).toString('base64'));
    return { pin: true, documents: [{ name: kind.toUpperCase(), hash: 'sha256', digest }], say };
  };

const isMarkup = (data: unknown): data is string => typeof data === 'string' && data.trim().startsWith('<');

/** Where the signature is shown has to be told; here it is shown nowhere else for that. */
const signPdfPages: Function = (x, [data, places]) => {
  if (typeof places !== 'string' || places === '') return result(6, '', 'Chưa chọn trang ký');
  return isJsonObject(places) ? signsDocument('pdf')(x, [data]) : result(7, '', 'Trang ký không hợp lệ');
};

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object';
  } catch {
    return false;
  }
}

const signHash: Function = (_x, [data, serial]) => {
  if (typeof data !== 'string' || data === '') return refusal('bad-message');
  const found = digestIn(data);
  if (!found) return result(10, '', 'Giá trị băm không hợp lệ');
  const { hash, digest } = found;
  const documents = [{ name: 'signHash', hash, digest: digest.toString('hex') }];
  const say: Say = async (certificate) => result(0, await rawSignature(certificate, hash, digest));
  return { pin: true, documents, ...serialIn(serial), say };
};

const validate: Function = (x, [serial]) =>
  looking(async (certificate) => {
    const standing = await standingOf(x, certificate);
    const isNow = standing !== 'expired' && standing !== 'not-yet-valid';
    return isNow ? result(0, '1') : refusal('not-valid');
  }, serial);

const array: Function = (x, [items, serial]) => signArray(x, items, serialIn(serial));

/** By `functionID`. */
const functions: Readonly<Record<number, [name: string, run: Function]>> = {
  0: ['GetCertInfo', () => looking((certificate) => JSON.stringify(certInfo(certificate)))],
  1: ['SignXML', signsDocument('xml')],
  2: ['SignPDF', signsDocument('pdf')],
  4: ['SignCMS', signCms],
  6: ['setLicenseKey', (_x, [key]) => (key ? result(1) : result(-1, '', 'Không có license'))],
  7: ['checkPlugin', () => '1'],
  8: ['signArrData', array],
  9: ['signHash', signHash],
  10: ['signArrDataAdvanced', array],
  11: ['getVersion', () => 'HopCat'],
  12: ['SignPDFMultiplePages', signPdfPages],
  13: ['checkPluginAdvanced', () => '1'],
  14: ['ValidateCertificate', validate],
  34: ['CheckToken', () => looking(() => result(0, '1'))],
  45: ['GetAllCertificates', () => looking((_, all) => JSON.stringify(all.map(certInfo)))],
  47: ['GetAllCertificatesBase64', () => looking((_, all) => JSON.stringify(all.map(({ der }) => der)))],
};

async function answered(x: Exchange<VnptMessage>, asks: string | undefined): Promise<Answer> {
  const person = await ownerOf(x);
  const { functionID, args } = x.input;
  const [name, run] = functions[functionID] ?? ['', () => refusal('not-emulated')];
  const spoken = run(x, args);
  if (typeof spoken === 'string') return said(x, spoken);
  const { say, ...rest } = spoken;
  return operate(x, person, asks, {
    ...rest,
    plugin: 'vnpt',
    function: name,
    finish: async (...finished) => said(x, await say(...finished)),
    refuse: (trouble, detail) => said(x, refusal(trouble, detail)),
  });
}

export const vnpt = (x: Exchange<VnptMessage>): Promise<Answer> => answering(x, (asks) => answered(x, asks));
