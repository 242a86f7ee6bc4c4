import { constants, createHash, type KeyObject, verify } from 'node:crypto';
import { hashByOid as knownHash, signatureOids } from '../_sign/algorithms.ts';

const md5 = { digest: '1.2.840.113549.2.5', rsa: '1.2.840.113549.1.1.4' } as const;

/** Hashes that signature algorithms name themselves. */
const signatures: Readonly<Record<string, string>> = {
  [md5.rsa]: 'md5',
  ...Object.fromEntries(
    Object.values(signatureOids).flatMap((oids) => Object.entries(oids).map(([hash, oid]) => [oid, hash])),
  ),
};

const PSS = '1.2.840.113549.1.1.10';

/** Name of a hash by its OBJECT IDENTIFIER; undefined: not one that counts here. */
export const hashByOid = (oid: string): string | undefined => (oid === md5.digest ? 'md5' : knownHash(oid));

/** The hash under a signature algorithm; `fallback`: what the structure says elsewhere (RSA, PSS). */
export const hashUnder = (oid: string, fallback?: string): string | undefined => signatures[oid] ?? fallback;

/** SHA-1 and older: whoever can make two contents of one digest can move a signature. */
export const isWeak = (hash: string | undefined): boolean => hash === undefined || /^(md5|sha1)$/.test(hash);

export const digestBy = (hash: string, bytes: Uint8Array): Buffer => createHash(hash).update(bytes).digest();

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** Whether a signature is of this key over these bytes; anything that is none at all is not. */
export function isSignedBy(
  key: KeyObject,
  oid: string,
  hash: string,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO };
  try {
    return verify(hash, bytes, oid === PSS ? { key, ...pss } : key, signature);
  } catch {
    return false;
  }
}
