import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { updated } from './pdf-update.ts';
import type { Proofs } from './prepared.ts';

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
export const withProofs = (
  signed: Uint8Array,
  { certificates, ocsp, crls }: NonNullable<Proofs['revocation']>,
): Promise<Uint8Array> =>
  updated(signed, (pdf) => {
    const { catalog, context } = pdf;
    const known = catalog.lookupMaybe(PDFName.of('DSS'), PDFDict);
    const store = known ?? context.obj({ Type: 'DSS' });
    if (!known) catalog.set(PDFName.of('DSS'), context.register(store));
    storeIn(pdf, store, 'Certs', certificates);
    storeIn(pdf, store, 'OCSPs', ocsp);
    storeIn(pdf, store, 'CRLs', crls);
  });
