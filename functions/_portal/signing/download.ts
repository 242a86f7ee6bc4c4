import type { DocumentFormat } from '../../../contracts/_portal/signing-data.ts';
import type { Answer } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { visitor } from '../linking/enter.ts';
import type { Portal } from '../portal.ts';
import { readDossier } from './held.ts';
import { signedDocumentId } from './signing.ts';

const types: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  xml: 'application/xml',
};

/** The first letter behind this stands in a text, in the PDF the `Z` of a date: with another one the syntax is as it was. */
const BEFORE: Readonly<Record<DocumentFormat, string>> = { pdf: '\n(D:20', xml: '<content' };

/** One character of what is signed is another: the document still opens, and its signature does not fit it. */
function tampered(document: Buffer, format: DocumentFormat): Buffer {
  const copy = Buffer.from(document);
  const from = copy.indexOf(BEFORE[format]);
  const at = copy
    .subarray(from)
    .findIndex((byte, index) => index > BEFORE[format].length + 2 && isLetter(byte));
  copy[from + at]! ^= 0x20;
  return copy;
}

const isLetter = (byte: number): boolean => /[A-Za-z]/.test(String.fromCharCode(byte));

/** `account`: of whom it has to be; absent: of anybody. */
interface Wanted {
  code: string;
  format: DocumentFormat;
  account?: string | undefined;
}

/** @throws Fault unknown_dossier, not_signed */
export async function signedBytes(
  x: Exchange,
  portal: Portal,
  { code, format, account }: Wanted,
): Promise<Uint8Array<ArrayBuffer>> {
  const { dossier } = await readDossier(x, portal, code, account);
  const item = await x.read(portal.kinds.signedDocument, signedDocumentId(dossier.code, format));
  if (!item) throw new Fault('not_signed', `the dossier was not signed as ${format}`);
  const document = Buffer.from(item.value.document, 'base64');
  return new Uint8Array(x.failure === 'tampered' ? tampered(document, format) : document);
}

async function signedDocument(x: Exchange, portal: Portal, wanted: Omit<Wanted, 'code'>): Promise<Answer> {
  const code = x.params.code ?? '';
  const { format } = wanted;
  return {
    status: 200,
    body: await signedBytes(x, portal, { code, ...wanted }),
    type: types[format],
    headers: { 'content-disposition': `attachment; filename="${code}.${format}"` },
  };
}

const asPage =
  (format: DocumentFormat) =>
  async (x: Exchange, portal: Portal): Promise<Answer> => {
    const who = await visitor(x, portal, '/dossiers');
    if (who.elsewhere) throw new Fault('sign_in_required', 'nobody is signed in with a local account');
    return signedDocument(x, portal, { format, account: who.applicant.id });
  };

export const documentPdf = asPage('pdf');
export const documentXml = asPage('xml');
export const apiDocumentPdf = (x: Exchange, portal: Portal) => signedDocument(x, portal, { format: 'pdf' });
export const apiDocumentXml = (x: Exchange, portal: Portal) => signedDocument(x, portal, { format: 'xml' });
