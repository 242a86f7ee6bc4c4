import { type PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { refuseHarm } from '../_verify/pdf-streams.ts';
import type { DocumentRequest } from './prepared.ts';

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

type Box = NonNullable<DocumentRequest['box']>;

const NOWHERE: Box = [0, 0, 0, 0];

/** Print, locked (ISO 32000-2, table 167); a field that readers should not miss (table 225). */
const [PRINT_LOCKED, SIGNED_APPEND_ONLY] = [132, 3];

/** The PDF with what `add` adds to it, behind its own bytes. @throws RangeError where it is no PDF for that */
export async function updated(
  document: Uint8Array,
  add: (pdf: PDFDocument) => void | Promise<void>,
): Promise<Buffer> {
  const options = { forIncrementalUpdate: true, updateMetadata: false, throwOnInvalidObject: true };
  try {
    refuseHarm(Buffer.from(document.buffer, document.byteOffset, document.byteLength));
    const pdf = await PDFDocument.load(document, options);
    await add(pdf);
    // Cross-references stay what they are in this document: a table, or a stream.
    const { useObjectStreams } = pdf.context.pdfFileDetails;
    return Buffer.from(await pdf.commit({ useObjectStreams }));
  } catch (cause) {
    throw new RangeError('the document is no PDF that can be signed', { cause });
  }
}

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

/** What readers see of the signature, as a PDF of its own. */
async function lookOf({ box, certificate, signingTime }: DocumentRequest): Promise<Uint8Array | undefined> {
  if (!box) return undefined;
  const { appearance } = await import('./pdf-appearance.ts');
  return appearance(certificate, signingTime, [box[2], box[3]]);
}

async function shown(pdf: PDFDocument, [x, y, width, height]: Box, look: Uint8Array | undefined) {
  const [page] = look ? await pdf.embedPdf(look) : [];
  return { Rect: [x, y, x + width, y + height], ...(page && { AP: { N: page.ref } }) };
}

/** A field on the last page, with a name that no other has. */
function addField(pdf: PDFDocument, signature: PDFDict, seen: Awaited<ReturnType<typeof shown>>): void {
  const { context, catalog } = pdf;
  const form = catalog.getOrCreateAcroForm();
  const names = new Set(form.getAllFields().map(([field]) => field.getFullyQualifiedName()));
  let number = 1;
  while (names.has(`Signature${number}`)) number += 1;
  const page = pdf.getPage(pdf.getPageCount() - 1);
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of(`Signature${number}`),
      TU: PDFHexString.fromText('Chữ ký số / Digital signature'),
      F: PRINT_LOCKED,
      ...seen,
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
  const room = [asked.certificate, ...asked.chain].reduce((sum, { length }) => sum + length, ROOM);
  const look = await lookOf(asked);
  const bytes = await updated(asked.document, async (pdf) => {
    const seen = await shown(pdf, asked.box ?? NOWHERE, look);
    addField(pdf, signatureOf(pdf, asked, room), seen);
  });
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
