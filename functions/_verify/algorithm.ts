import { constants, createHash, type KeyObject, verify } from 'node:crypto';

const hashes: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Hashes that signature algorithms name themselves. */
const signatures: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.4': 'md5',
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.1': 'sha1',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

const PSS = '1.2.840.113549.1.1.10';

/** Name of a hash by its OBJECT IDENTIFIER; undefined: not one that counts here. */
export const hashByOid = (oid: string): string | undefined => hashes[oid];

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
