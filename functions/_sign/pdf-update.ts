import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { DocumentRequest, Proofs } from './prepared.ts';

/** A PDF with room for a signature. */
export interface Reserved {
  /** Everything but the room. */
  covered: Uint8Array;
  /** The PDF with this CMS in the room. */
  fill(cms: Uint8Array): Uint8Array;
}

/** Beside the certificates: attributes, a signature of 512 bytes, a time stamp with its own certificates. */
const ROOM = 8192;

/** Ten digits, as the numbers of the range have when they are still unknown. */
const UNKNOWN = 9_999_999_999;

/** Print, locked (ISO 32000-2, table 167); a field that readers should not miss (table 225). */
const [PRINT_LOCKED, SIGNED_APPEND_ONLY] = [132, 3];

async function opened(document: Uint8Array): Promise<PDFDocument> {
  const options = { forIncrementalUpdate: true, updateMetadata: false, throwOnInvalidObject: true };
  try {
    const pdf = await PDFDocument.load(document, options);
    pdf.getPage(0);
    return pdf;
  } catch (cause) {
    throw new RangeError('the document is no PDF that can be signed', { cause });
  }
}

/** Cross-references stay what they are in this document: a table, or a stream. */
const appended = (pdf: PDFDocument): Promise<Uint8Array> =>
  pdf.commit({ useObjectStreams: pdf.context.pdfFileDetails.useObjectStreams });

function signatureOf(pdf: PDFDocument, { reason, location, signingTime }: DocumentRequest, room: number) {
  return pdf.context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    M: PDFString.fromDate(new Date(signingTime)),
    ...(reason && { Reason: PDFHexString.fromText(reason) }),
    ...(location && { Location: PDFHexString.fromText(location) }),
    ByteRange: [0, UNKNOWN, UNKNOWN, UNKNOWN],
    Contents: PDFHexString.of('0'.repeat(room * 2)),
  });
}

/** An invisible field on the first page, with a name that no other has. */
function addField(pdf: PDFDocument, signature: PDFDict): void {
  const { context, catalog } = pdf;
  const form = catalog.getOrCreateAcroForm();
  const names = new Set(form.getAllFields().map(([field]) => field.getFullyQualifiedName()));
  let number = 1;
  while (names.has(`Signature${number}`)) number += 1;
  const page = pdf.getPage(0);
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of(`Signature${number}`),
      F: PRINT_LOCKED,
      Rect: [0, 0, 0, 0],
      P: page.ref,
      V: context.register(signature),
    }),
  );
  form.addField(field);
  form.dict.set(PDFName.of('SigFlags'), context.obj(SIGNED_APPEND_ONLY));
  // Not by `addAnnot`, which puts new streams around the content: an earlier signature would see a page that was changed.
  const annotations = page.node.Annots() ?? context.obj([]);
  annotations.push(field);
  page.node.set(PDFName.of('Annots'), annotations);
}

/** Where the last of these stands: what is added stands behind what was there. @throws RangeError */
function lastOf(bytes: Buffer, text: string): number {
  const at = bytes.lastIndexOf(text, undefined, 'latin1');
  if (at < 0) throw new RangeError('no room for a signature in the PDF');
  return at;
}

/** The PDF with a signature that is still empty. @throws RangeError where it is no PDF that can be signed */
export async function reserve(asked: DocumentRequest): Promise<Reserved> {
  const pdf = await opened(asked.document);
  const room = [asked.certificate, ...asked.chain].reduce((sum, { length }) => sum + length, ROOM);
  addField(pdf, signatureOf(pdf, asked, room));
  const bytes = Buffer.from(await appended(pdf));
  const empty = `<${'0'.repeat(room * 2)}>`;
  const from = lastOf(bytes, empty);
  const to = from + empty.length;
  const range = `[ 0 ${UNKNOWN} ${UNKNOWN} ${UNKNOWN} ]`;
  const known = `[ 0 ${from} ${to} ${bytes.length - to} ]`;
  bytes.write(known.padEnd(range.length), lastOf(bytes, range), 'latin1');
  return {
    covered: Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]),
    fill(cms) {
      if (cms.length > room) throw new RangeError(`${cms.length} bytes of CMS for a room of ${room}`);
      const filled = Buffer.from(bytes);
      filled.write(Buffer.from(cms).toString('hex'), from + 1, 'latin1');
      return filled;
    },
  };
}

/** Streams of a list in the document security store, those that are there already and those that are new. */
function storeIn(pdf: PDFDocument, store: PDFDict, name: string, values: readonly Uint8Array[]): void {
  if (values.length === 0) return;
  const { context } = pdf;
  const list = store.lookupMaybe(PDFName.of(name), PDFArray) ?? context.obj([]);
  const held = new Set(
    list.asArray().map((ref) => {
      const stream = context.lookup(ref);
      return stream instanceof PDFRawStream ? Buffer.from(stream.getContents()).toString('base64') : '';
    }),
  );
  for (const value of values) {
    const base64 = Buffer.from(value).toString('base64');
    if (!held.has(base64)) list.push(context.register(context.stream(value)));
    held.add(base64);
  }
  store.set(PDFName.of(name), list);
}

/** The signed PDF with what proves its signatures later: the document security store (ISO 32000-2, 12.8.4.3). */
export async function withProofs(
  signed: Uint8Array,
  { certificates, ocsp, crls }: NonNullable<Proofs['revocation']>,
): Promise<Uint8Array> {
  const pdf = await opened(signed);
  const { catalog, context } = pdf;
  const known = catalog.lookupMaybe(PDFName.of('DSS'), PDFDict);
  const store = known ?? context.obj({ Type: 'DSS' });
  if (!known) catalog.set(PDFName.of('DSS'), context.register(store));
  storeIn(pdf, store, 'Certs', certificates);
  storeIn(pdf, store, 'OCSPs', ocsp);
  storeIn(pdf, store, 'CRLs', crls);
  return Buffer.from(await appended(pdf));
}
