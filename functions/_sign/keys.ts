import { constants, createPrivateKey, generateKeyPair, type KeyObject, privateEncrypt } from 'node:crypto';
import type { KeyType } from '../../contracts/_sign/authorities.ts';

/** Hashes that can be signed, with what stands before the digest in PKCS #1's DigestInfo (RFC 8017, 9.2). */
const digestInfo = {
  sha1: '3021300906052b0e03021a05000414',
  sha256: '3031300d060960864801650304020105000420',
  sha384: '3041300d060960864801650304020205000430',
  sha512: '3051300d060960864801650304020305000440',
} as const;

export type HashName = keyof typeof digestInfo;

/** Bytes of a digest. */
export const hashLengths: Readonly<Record<HashName, number>> = {
  sha1: 20,
  sha256: 32,
  sha384: 48,
  sha512: 64,
};

/** A new private key, PKCS #8, base64. */
export async function newKey(type: KeyType): Promise<string> {
  const { promisify } = await import('node:util');
  const generate = promisify(generateKeyPair);
  const { privateKey } =
    type === 'p256'
      ? await generate('ec', { namedCurve: 'P-256' })
      : await generate('rsa', { modulusLength: type === 'rsa3072' ? 3072 : 2048 });
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

export const privateKeyOf = (pkcs8: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' });

/** Node signs what it hashed itself; a digest that somebody else made needs the curve's own arithmetic. */
async function signedByCurve(key: KeyObject, digest: Uint8Array): Promise<Uint8Array> {
  const { p256 } = await import('@noble/curves/nist.js');
  const { d } = key.export({ format: 'jwk' });
  const secret = Buffer.from(d as string, 'base64url');
  return p256.sign(digest, secret, { prehash: false, lowS: false, format: 'der' });
}

/**
 * Signs a digest as it is: PKCS #1 v1.5 for RSA, DER-encoded ECDSA for P-256.
 * `digest`: as long as `hash` says.
 */
export async function signDigest(key: KeyObject, hash: HashName, digest: Uint8Array): Promise<Uint8Array> {
  if (digest.byteLength !== hashLengths[hash])
    throw new RangeError(`no ${hash} has ${digest.byteLength} bytes`);
  if (key.asymmetricKeyType === 'ec') return signedByCurve(key, digest);
  const content = Buffer.concat([Buffer.from(digestInfo[hash], 'hex'), digest]);
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, content);
}
