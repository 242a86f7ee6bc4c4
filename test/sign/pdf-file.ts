import { PDFDocument } from '@cantoo/pdf-lib';
import type { KeyType } from '../../contracts/_sign/authorities.ts';
import type { CertificateState } from '../../contracts/_sign/signer.ts';
import { authorityOf } from '../../functions/_sign/authority.ts';
import type { Certificate } from '../../functions/_sign/certificate.ts';
import { crlOf } from '../../functions/_sign/crl.ts';
import { type HashName, privateKeyOf, signDigest } from '../../functions/_sign/keys.ts';
import { ocspOf } from '../../functions/_sign/ocsp.ts';
import { preparePdf } from '../../functions/_sign/pades.ts';
import type { DocumentRequest, Proofs } from '../../functions/_sign/prepared.ts';
import { timeStampToken } from '../../functions/_sign/timestamp.ts';
import { request } from './exchange.ts';
import { held } from './holder.ts';

/** A PDF of one page. `streams`: its cross-references are a stream, as newer programs write them. */
export async function plainPdf({ streams = false } = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.addPage([300, 200]);
  return pdf.save({ useObjectStreams: streams });
}

export const timeStamp: NonNullable<Proofs['timeStamp']> = (digest) =>
  timeStampToken(request(), 'time', { hash: 'sha256', digest, certificates: true });

export async function revocation(
  certificate: Certificate,
  chain: readonly Uint8Array[],
): Promise<NonNullable<Proofs['revocation']>> {
  const x = request();
  const time = Buffer.from((await authorityOf(x, 'time')).certificate);
  return {
    certificates: [...chain, time],
    ocsp: [await ocspOf(x, certificate)],
    crls: [await crlOf(x, certificate.authority), await crlOf(x, 'root')],
  };
}

export interface Options {
  state?: CertificateState;
  key?: KeyType;
  hash?: HashName;
  document?: Uint8Array;
  level?: 'B-B' | 'B-T' | 'B-LT';
  /** More of what is asked for. */
  more?: Partial<DocumentRequest>;
  /** Makes another value of the signature. */
  spoil?: (signature: Uint8Array) => Uint8Array;
}

/** A PDF that An signed. */
export async function signedPdf(options: Options = {}) {
  const { state, key, hash = 'sha256', level = 'B-B', more, spoil = (same) => same } = options;
  const { certificate, own, chain, root } = await held(state, key && { key });
  const document = options.document ?? (await plainPdf());
  const asked = { document, certificate: own, chain, hash, signingTime: Date.now(), ...more };
  const prepared = await preparePdf(asked);
  const signature = await signDigest(privateKeyOf(certificate.pkcs8), hash, prepared.digest);
  const proofs = {
    ...(level !== 'B-B' && { timeStamp }),
    ...(level === 'B-LT' && { revocation: await revocation(certificate, chain) }),
  };
  const pdf = Buffer.from(await prepared.finish(spoil(signature), proofs));
  return { pdf, certificate, own, chain, root };
}

/** What the signatures of a PDF stand over, and their CMS, first to last. */
export function cmsIn(pdf: Buffer): { cms: Buffer; covered: Buffer }[] {
  const ranges = pdf.toString('latin1').matchAll(/\/ByteRange \[ 0 (\d+) (\d+) (\d+) *\]?/g);
  return [...ranges].map(([, before, after, rest]) => {
    const [from, to, left] = [before, after, rest].map(Number) as [number, number, number];
    return {
      cms: Buffer.from(pdf.toString('latin1', from + 1, to - 1), 'hex'),
      covered: Buffer.concat([pdf.subarray(0, from), pdf.subarray(to, to + left)]),
    };
  });
}
