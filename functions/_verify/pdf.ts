import { X509Certificate } from 'node:crypto';
import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { foundSigner } from './cms.ts';
import type { Found, FoundIn } from './found.ts';
import { showsTheSame } from './pdf-difference.ts';
import { wrongSections } from './pdf-sections.ts';
import { proofOf, refuseHarm } from './pdf-streams.ts';
import { readCms } from './reading.ts';
import type { StatusAnswers } from './verdict.ts';

const name = (text: string): PDFName => PDFName.of(text);

/** Forms of signatures whose CMS is over the covered bytes themselves. */
const detached: readonly string[] = ['adbe.pkcs7.detached', 'ETSI.CAdES.detached'];

const DOCUMENT_TIME_STAMP = 'ETSI.RFC3161';

const MOST_FIELDS = 1000;
const MOST_SIGNATURES = 20;

const load = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, {
    updateMetadata: false,
    throwOnInvalidObject: true,
    parseSpeed: ParseSpeeds.Fastest,
  });

/** A signature dictionary, and where it says that it is. */
interface Signed {
  dict: PDFDict;
  form: string;
  contents: Buffer;
  range: [number, number, number, number];
}

function rangeOf(dict: PDFDict): Signed['range'] {
  const numbers = dict.lookup(name('ByteRange'), PDFArray).asArray();
  const range = numbers.map((each) => (each instanceof PDFNumber ? each.asNumber() : Number.NaN));
  if (range.length !== 4 || !range.every((each) => Number.isSafeInteger(each) && each >= 0))
    throw new RangeError('a ByteRange that is none');
  return range as Signed['range'];
}

function signedIn(dict: PDFDict): Signed {
  const contents = dict.lookup(name('Contents'), PDFHexString);
  const form = dict.lookup(name('SubFilter'), PDFName).decodeText();
  return { dict, form, contents: Buffer.from(contents.asBytes()), range: rangeOf(dict) };
}

/** Fields below one another are flattened; the library has no list of those that hold signatures. */
function signatureDicts(pdf: PDFDocument): PDFDict[] {
  const form = pdf.catalog.lookupMaybe(name('AcroForm'), PDFDict);
  const left = [...(form?.lookupMaybe(name('Fields'), PDFArray)?.asArray() ?? [])];
  const found = new Set<PDFDict>();
  for (let count = 0; left.length > 0; count++) {
    if (count > MOST_FIELDS) throw new RangeError('too many fields');
    const field = pdf.context.lookup(left.shift());
    if (!(field instanceof PDFDict)) continue;
    left.push(...(field.lookupMaybe(name('Kids'), PDFArray)?.asArray() ?? []));
    const value = field.lookup(name('V'));
    if (value instanceof PDFDict && value.has(name('ByteRange'))) found.add(value);
  }
  return [...found];
}

/** The ranges have to leave out the signature's own hexadecimal and nothing else. */
function wrongRange(
  bytes: Buffer,
  { range: [first, length, second, rest], contents }: Signed,
): string | undefined {
  if (first !== 0 || second < length || second + rest > bytes.length)
    return 'the ByteRange is not of this file';
  const gap = bytes.subarray(length, second).toString('latin1');
  if (!/^<[\da-f\s]*>$/i.test(gap)) return 'the ByteRange leaves out more than the signature';
  const own = Buffer.from(gap.replace(/[<>\s]/g, ''), 'hex');
  return own.equals(contents) ? undefined : 'the ByteRange leaves out another signature';
}

/** Hexadecimal is longer than what it holds: the DER ends where it says. */
function trimmed(contents: Buffer): Buffer {
  const first = contents[1] ?? 0;
  if (first < 0x80 || first === 0x80) return contents;
  const count = first & 0x7f;
  const size = contents.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return contents.subarray(0, 2 + count + size);
}

function claimedIn(dict: PDFDict): number | undefined {
  const said = dict.lookup(name('M'));
  if (!(said instanceof PDFString || said instanceof PDFHexString)) return undefined;
  try {
    return said.decodeDate().getTime();
  } catch {
    return undefined;
  }
}

/** The document security store: what proves the signatures later. */
function proofsIn(pdf: PDFDocument): Required<StatusAnswers> & { certificates: Uint8Array[] } {
  const store = pdf.catalog.lookupMaybe(name('DSS'), PDFDict);
  const listed = (key: string): Uint8Array[] =>
    (store?.lookupMaybe(name(key), PDFArray)?.asArray() ?? []).slice(0, 60).flatMap((each) => {
      const stream = pdf.context.lookup(each);
      return stream instanceof PDFRawStream ? [bytesOf(stream)] : [];
    });
  return { ocsp: listed('OCSPs'), crls: listed('CRLs'), certificates: listed('Certs') };
}

const bytesOf = ({ dict, contents }: PDFRawStream): Uint8Array =>
  proofOf(contents, dict.get(name('Filter'))?.toString());

/** Whether it covers more than what an earlier signature does, and leaves out a place that is not in that. */
const isBehind = ([first, length, second, rest]: Signed['range'], end: number): boolean =>
  first === 0 && length >= end && second > length && second + rest > second;

/** What was added behind the signed version, in English; undefined: nothing, or what shows no difference. */
async function addedTo(pdf: PDFDocument, bytes: Buffer, end: number): Promise<string | undefined> {
  if (bytes.subarray(end).toString('latin1').trim() === '') return undefined;
  const wrong = wrongSections(pdf, bytes, end);
  if (wrong) return wrong;
  const signed = await load(bytes.subarray(0, end));
  const later = signatureDicts(pdf).filter((dict) => isBehind(rangeOf(dict), end));
  return showsTheSame(signed, pdf, new Set(later))
    ? undefined
    : 'pages, or what belongs to them, are not those that were signed';
}

/** Certificates that lie in the document; what is none is no harm. */
const certificatesOf = (ders: readonly Uint8Array[]): X509Certificate[] =>
  ders.flatMap((der) => {
    try {
      return [new X509Certificate(der)];
    } catch {
      return [];
    }
  });

async function foundIn(pdf: PDFDocument, bytes: Buffer, signed: Signed): Promise<Found[]> {
  const { form, contents, dict, range } = signed;
  const wrong = wrongRange(bytes, signed);
  const cms = readCms(trimmed(contents));
  const [, length, second, rest] = range;
  const covered = Buffer.concat([bytes.subarray(0, length), bytes.subarray(second, second + rest)]);
  if (cms.content) throw new RangeError('a signature that holds another content');
  const added = wrong ?? (await addedTo(pdf, bytes, second + rest));
  const { certificates, ...proofs } = proofsIn(pdf);
  return cms.signers(covered).map((signer) => {
    const found = foundSigner(cms, signer, {
      form,
      coversWhole: added === undefined,
      added,
      proofs,
      claimed: claimedIn(dict),
    });
    return {
      ...found,
      certificates: [...found.certificates, ...certificatesOf(certificates)],
      isAdes: found.isAdes && form.startsWith('ETSI'),
    };
  });
}

/** The signatures of a PDF (PAdES, and the older adbe.pkcs7.detached). @throws where it is none */
export async function inPdf(bytes: Buffer): Promise<FoundIn> {
  refuseHarm(bytes);
  const pdf = await load(bytes);
  const signed = signatureDicts(pdf)
    .map(signedIn)
    .filter(({ form }) => form !== DOCUMENT_TIME_STAMP);
  if (signed.length > MOST_SIGNATURES) throw new RangeError('too many signatures');
  const unknown = signed.find(({ form }) => !detached.includes(form));
  if (unknown) throw new RangeError(`a signature of another form, ${unknown.form.slice(0, 40)}`);
  const signatures = await Promise.all(signed.map((each) => foundIn(pdf, bytes, each)));
  return { format: 'pdf', signatures: signatures.flat() };
}
