import type { Exchange } from '../_kit/exchange.ts';
import { digestOf } from './algorithms.ts';
import { written } from './asn1.ts';
import { type Certificate, chainOf } from './certificate.ts';
import { type HashName, privateKeyOf, signDigest } from './keys.ts';
import { type CmsRequest, SignedAttributes, signedAttributes, signedData } from './signed-data.ts';

/** Everything but the signature value, which whoever has the key makes: this sandbox, a token, another provider. */
export interface PreparedCms {
  /** What is to be signed, as bytes, and the digest of it. */
  toSign: Uint8Array;
  digest: Uint8Array;
  /**
   * The SignedData. `signature`: PKCS #1 v1.5, or DER of ECDSA. `timeStamp`: token over the signature value.
   */
  finish(signature: Uint8Array, timeStamp?: Uint8Array): Uint8Array;
}

/** Prepares a CMS SignedData with the attributes of CAdES-BES; with a time stamp it becomes CAdES-T. */
export function prepareCms(asked: CmsRequest): PreparedCms {
  const attributes = signedAttributes(asked);
  const toSign = written(new SignedAttributes(attributes));
  return {
    toSign,
    digest: digestOf(asked.hash, toSign),
    finish: (signature, timeStamp) => signedData(asked, attributes, signature, timeStamp),
  };
}

export interface CmsOptions {
  /** SHA-256 unless told. */
  hash?: HashName;
  /** The signature holds the content. Only where there is content, not a digest. */
  attached?: boolean;
  /** The token clock's now unless told; null: none. */
  signingTime?: number | null;
  /** With a time stamp of the sandbox (CAdES-T), or of an authority that nobody trusts. */
  timeStamp?: 'time' | 'stranger-time';
}

const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, 'base64');

/** A signature of this certificate over a content, or over the digest of one: CMS SignedData, DER. */
export async function cmsOf(
  x: Exchange,
  certificate: Certificate,
  what: { content: Uint8Array } | { digest: Uint8Array },
  { hash = 'sha256', attached = false, signingTime = x.clock.now, timeStamp }: CmsOptions = {},
): Promise<Uint8Array> {
  const digest = 'digest' in what ? what.digest : digestOf(hash, what.content);
  const prepared = prepareCms({
    certificate: bytesOf(certificate.der),
    chain: (await chainOf(x, certificate)).map(bytesOf),
    hash,
    digest,
    ...(attached && 'content' in what && { content: what.content }),
    ...(signingTime !== null && { signingTime }),
  });
  const signature = await signDigest(privateKeyOf(certificate.pkcs8), hash, prepared.digest);
  if (!timeStamp) return prepared.finish(signature);
  const { timeStampToken } = await import('./timestamp.ts');
  const stamped = { hash: 'sha256' as const, digest: digestOf('sha256', signature), certificates: true };
  return prepared.finish(signature, await timeStampToken(x, timeStamp, stamped));
}
