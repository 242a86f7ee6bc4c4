import { constants, sign } from 'node:crypto';
import type { Exchange } from '../_kit/exchange.ts';
import { type Certificate, chainOf } from '../_sign/certificate.ts';
import { type HashName, hashLengths, privateKeyOf, signDigest } from '../_sign/keys.ts';

const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

/** Undefined: it is empty, or no base64. */
export function fromBase64(text: unknown): Buffer | undefined {
  if (typeof text !== 'string') return undefined;
  const plain = text.replace(/\s/g, '');
  return plain !== '' && BASE64.test(plain) ? Buffer.from(plain, 'base64') : undefined;
}

/** Undefined: it is nested too deeply. */
export function jsonText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A digest in base64 or hex, its algorithm told by its length. */
export function digestIn(text: unknown): { hash: HashName; digest: Buffer } | undefined {
  const hex = typeof text === 'string' && /^(?:[\da-f]{2}){20,64}$/i.test(text);
  const digest = hex ? Buffer.from(text as string, 'hex') : fromBase64(text);
  const found = Object.entries(hashLengths).find(([, length]) => length === digest?.length);
  return digest && found && { hash: found[0] as HashName, digest };
}

/** `Sha256`, `SHA-384`; undefined: unknown. */
export function hashNamed(text: string): HashName | undefined {
  const name = text.toLowerCase().replace('-', '');
  return name === 'sha256' || name === 'sha384' || name === 'sha512' ? name : undefined;
}

/** CMS SignedData in base64. */
export async function cmsIn(
  x: Exchange,
  certificate: Certificate,
  content: Buffer,
  options: { hash?: HashName; attached: boolean },
): Promise<string> {
  const { cmsOf } = await import('../_sign/cms.ts');
  return Buffer.from(await cmsOf(x, certificate, { content }, options)).toString('base64');
}

/** Over a digest as it is. */
export async function rawSignature({ pkcs8 }: Certificate, hash: HashName, digest: Buffer): Promise<string> {
  return Buffer.from(await signDigest(privateKeyOf(pkcs8), hash, digest)).toString('base64');
}

const base64url = (text: string): string => Buffer.from(text).toString('base64url');

/** A compact JWS (RFC 7515) with the signer's certificates. */
export async function jwsOf(
  x: Exchange,
  certificate: Certificate,
  payload: string,
  { hash, pss, detached }: { hash: HashName; pss: boolean; detached: boolean },
): Promise<string> {
  const key = privateKeyOf(certificate.pkcs8);
  const isEc = key.asymmetricKeyType === 'ec';
  // ES256 is the only algorithm of a P-256 key.
  const digest = isEc ? 'sha256' : hash;
  const alg = `${isEc ? 'ES' : pss ? 'PS' : 'RS'}${digest.slice(3)}`;
  const header = base64url(
    JSON.stringify({ alg, x5c: [certificate.der, ...(await chainOf(x, certificate))] }),
  );
  const how = pss
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    : {};
  const input = Buffer.from(`${header}.${base64url(payload)}`);
  const signature = sign(digest, input, isEc ? { key, dsaEncoding: 'ieee-p1363' } : { key, ...how });
  return `${header}.${detached ? '' : base64url(payload)}.${signature.toString('base64url')}`;
}
