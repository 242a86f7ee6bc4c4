import { X509Certificate } from 'node:crypto';
import type { FoundIn } from './found.ts';
import { maskedName } from './names.ts';
import type { Finding, SignatureVerdict, Verdict, VerifyContext } from './verdict.ts';

/** Larger documents are not read. */
export const MOST_BYTES = 4 * 1_048_576;

/** Beyond these nothing is looked at: each of them costs arithmetic. */
const MOST_SIGNATURES = 20;

const DER_SEQUENCE = 0x30;

/** What the first bytes say; PEM and base64 of CMS are CMS too. */
function formatOf(bytes: Buffer): FoundIn['format'] | undefined {
  const start = bytes.subarray(0, 1024).toString('latin1');
  if (start.includes('%PDF-')) return 'pdf';
  if (/^(?:\u00ef\u00bb\u00bf)?\s*</.test(start)) return 'xml';
  return bytes[0] === DER_SEQUENCE || /^(?:-----BEGIN (?:CMS|PKCS7)-----|MII)/.test(start)
    ? 'cms'
    : undefined;
}

/** The DER in PEM, or in base64 without its lines. */
function binary(bytes: Buffer): Buffer {
  if (bytes[0] === DER_SEQUENCE) return bytes;
  return Buffer.from(bytes.toString('latin1').replace(/-----(?:BEGIN|END)[^-]*-----/g, ''), 'base64');
}

async function foundIn(bytes: Buffer, format: FoundIn['format'], context: VerifyContext): Promise<FoundIn> {
  if (format === 'pdf') return (await import('./pdf.ts')).inPdf(bytes);
  if (format === 'xml') return (await import('./xml.ts')).inXml(bytes);
  return (await import('./cms.ts')).inCms(binary(bytes), context.content);
}

const certificatesOf = (ders: readonly Uint8Array[] = []): X509Certificate[] =>
  ders.map((der) => new X509Certificate(der));

const withoutSignature = (format: Verdict['format'], finding: Finding, now: number): Verdict => ({
  status: 'invalid',
  format,
  reasons: [finding],
  signatures: [],
  at: new Date(now).toISOString(),
});

const unreadable = (detail: string): Finding => ({ code: 'unreadable', about: 'document', detail });

async function verdictOn({ format, signatures }: FoundIn, context: VerifyContext): Promise<Verdict> {
  if (signatures.length === 0)
    return withoutSignature(format, { code: 'not-signed', about: 'document' }, context.now);
  if (signatures.length > MOST_SIGNATURES)
    return withoutSignature(format, unreadable('too many signatures'), context.now);
  const { judged, ordered, statusOf } = await import('./judge.ts');
  const known = { roots: certificatesOf(context.roots), certificates: certificatesOf(context.certificates) };
  const all = await Promise.all(signatures.map((each) => judged(each, known, context)));
  const reasons = ordered(all.flatMap((each) => each.reasons));
  return {
    status: statusOf(reasons),
    format,
    reasons,
    signatures: all,
    at: new Date(context.now).toISOString(),
  };
}

/** Reasons name people and authorities, and quote the document. */
function masked(verdict: Verdict, { isOurs }: VerifyContext): Verdict {
  const text = (detail: string) => maskedName(detail, isOurs);
  const reasons = (all: readonly Finding[]): Finding[] =>
    all.map((each) => (each.detail === undefined ? each : { ...each, detail: text(each.detail) }));
  const time = (each: SignatureVerdict['time']) =>
    each && { ...each, by: each.by === null ? null : text(each.by) };
  return {
    ...verdict,
    reasons: reasons(verdict.reasons),
    signatures: verdict.signatures.map((each) => ({
      ...each,
      reasons: reasons(each.reasons),
      time: time(each.time),
    })),
  };
}

async function unmasked(document: Uint8Array, context: VerifyContext): Promise<Verdict> {
  const bytes = Buffer.from(document.buffer, document.byteOffset, document.byteLength);
  const format = bytes.length > MOST_BYTES ? undefined : formatOf(bytes);
  if (!format) return withoutSignature(null, unreadable('no PDF, XML or CMS, or too large'), context.now);
  try {
    return await verdictOn(await foundIn(bytes, format, context), context);
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : 'it cannot be read';
    return withoutSignature(format, unreadable(detail), context.now);
  }
}

/**
 * Says of every signature of a PDF, XML or CMS document whether it can be believed, and why not. Whatever the bytes
 * are, there is a verdict.
 */
export const verifyDocument = async (document: Uint8Array, context: VerifyContext): Promise<Verdict> =>
  masked(await unmasked(document, context), context);
