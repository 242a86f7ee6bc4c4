import type { KeyType } from '../../contracts/_sign/authorities.ts';
import { Fault } from '../_kit/fault.ts';
import { type HashName, hashLengths } from '../_sign/keys.ts';

/** OIDs of `hashAlgo`. */
const hashes: Readonly<Record<string, HashName>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** OIDs of `signAlgo`, with the hash that each one names; those without leave it to `hashAlgo`. */
const signatures: Readonly<Record<'rsa' | 'ec', Readonly<Record<string, HashName | undefined>>>> = {
  rsa: {
    '1.2.840.113549.1.1.1': undefined,
    '1.2.840.113549.1.1.11': 'sha256',
    '1.2.840.113549.1.1.12': 'sha384',
    '1.2.840.113549.1.1.13': 'sha512',
  },
  ec: {
    '1.2.840.10045.2.1': undefined,
    '1.2.840.10045.4.3.2': 'sha256',
    '1.2.840.10045.4.3.3': 'sha384',
    '1.2.840.10045.4.3.4': 'sha512',
  },
};

const ofKey = (key: KeyType) => signatures[key === 'p256' ? 'ec' : 'rsa'];

/** What a key can be asked for, as `key` of a credential says it. */
export const keyShown = (key: KeyType) =>
  key === 'p256'
    ? { algo: Object.keys(signatures.ec), len: 256, curve: '1.2.840.10045.3.1.7' }
    : { algo: Object.keys(signatures.rsa), len: key === 'rsa3072' ? 3072 : 2048 };

/** The hash that both OIDs name. @throws Fault algorithm_refused */
export function hashFor(key: KeyType, hashAlgo: string, signAlgo: string): HashName {
  const hash = Object.hasOwn(hashes, hashAlgo) ? hashes[hashAlgo] : undefined;
  if (!hash) throw new Fault('algorithm_refused', 'hashAlgo is not the OID of SHA-256, SHA-384 or SHA-512');
  if (!Object.hasOwn(ofKey(key), signAlgo))
    throw new Fault('algorithm_refused', `signAlgo does not fit a key of the kind ${key}`);
  const named = ofKey(key)[signAlgo];
  if (named !== undefined && named !== hash)
    throw new Fault('algorithm_refused', `signAlgo names ${named}, hashAlgo ${hash}`);
  return hash;
}

/** @throws Fault algorithm_refused */
export function requireLengths(hash: HashName, digests: readonly string[]): void {
  const at = digests.findIndex((digest) => Buffer.from(digest, 'base64').length !== hashLengths[hash]);
  if (at >= 0)
    throw new Fault(
      'algorithm_refused',
      `hash[${at}] does not have the ${hashLengths[hash]} bytes of ${hash}`,
    );
}
