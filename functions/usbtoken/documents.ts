import type { Exchange } from '../_kit/exchange.ts';
import { type Certificate, chainOf } from '../_sign/certificate.ts';
import { type HashName, privateKeyOf, signDigest } from '../_sign/keys.ts';
import type { DocumentRequest, PreparedDocument, Proofs } from '../_sign/prepared.ts';
import { Unable } from './job.ts';

/** Documents that the plug-ins sign as such. */
export type DocumentKind = 'pdf' | 'xml';

/** By its first bytes; undefined: neither. */
export function kindOf(bytes: Buffer): DocumentKind | undefined {
  const start = bytes.subarray(0, 1024).toString('latin1');
  if (start.includes('%PDF-')) return 'pdf';
  return /^(?:\u00ef\u00bb\u00bf)?\s*</.test(start) ? 'xml' : undefined;
}

export interface DocumentToSign {
  document: Buffer;
  kind: DocumentKind;
  hash?: HashName;
  /** What readers of the document are shown. */
  reason?: string;
}

async function prepared(kind: DocumentKind, asked: DocumentRequest): Promise<PreparedDocument> {
  const prepare =
    kind === 'pdf'
      ? (await import('../_sign/pades.ts')).preparePdf
      : (await import('../_sign/xades.ts')).prepareXml;
  try {
    return await prepare(asked);
  } catch (error) {
    if (error instanceof RangeError) throw new Unable('bad-document', error.message.slice(0, 200));
    throw error;
  }
}

/** As the plug-in is configured: with a time stamp, or without. */
async function proofsFor(x: Exchange): Promise<Proofs> {
  if (!x.workspace.settings.usbtoken.timeStamp) return {};
  const { timeStampToken } = await import('../_sign/timestamp.ts');
  return {
    timeStamp: (digest) => timeStampToken(x, 'time', { hash: 'sha256', digest, certificates: true }),
  };
}

const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64');

/** The document with a signature of this certificate in it: PAdES, or XAdES. @throws Unable */
export async function signedDocument(
  x: Exchange,
  certificate: Certificate,
  { document, kind, hash = 'sha256', reason }: DocumentToSign,
): Promise<Buffer> {
  const { digest, finish } = await prepared(kind, {
    document,
    certificate: bytes(certificate.der),
    chain: (await chainOf(x, certificate)).map(bytes),
    hash,
    signingTime: Math.floor(x.clock.now / 1000) * 1000,
    ...(reason !== undefined && { reason }),
  });
  const signature = await signDigest(privateKeyOf(certificate.pkcs8), hash, digest);
  return Buffer.from(await finish(signature, await proofsFor(x)));
}
