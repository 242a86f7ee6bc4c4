import { createHash, type KeyObject, sign } from 'node:crypto';
import type { HashName } from './keys.ts';

export const hashOids: Readonly<Record<HashName, string>> = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
};

export type KeyKind = 'rsa' | 'ec';

export const signatureOids: Readonly<Record<KeyKind, Readonly<Record<HashName, string>>>> = {
  rsa: {
    sha1: '1.2.840.113549.1.1.5',
    sha256: '1.2.840.113549.1.1.11',
    sha384: '1.2.840.113549.1.1.12',
    sha512: '1.2.840.113549.1.1.13',
  },
  ec: {
    sha1: '1.2.840.10045.4.1',
    sha256: '1.2.840.10045.4.3.2',
    sha384: '1.2.840.10045.4.3.3',
    sha512: '1.2.840.10045.4.3.4',
  },
};

/** Which hash an OBJECT IDENTIFIER is. */
export const hashByOid = (dotted: string): HashName | undefined =>
  (Object.keys(hashOids) as HashName[]).find((name) => hashOids[name] === dotted);

export const keyTypeOf = ({ asymmetricKeyType }: KeyObject): KeyKind =>
  asymmetricKeyType === 'ec' ? 'ec' : 'rsa';

export const digestOf = (hash: HashName, bytes: Uint8Array): Buffer =>
  createHash(hash).update(bytes).digest();

export const signed = (key: KeyObject, hash: HashName, bytes: Uint8Array): Buffer => sign(hash, bytes, key);
