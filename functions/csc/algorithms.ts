import type { KeyType } from '../../contracts/_sign/authorities.ts';
import { Fault } from '../_kit/fault.ts';
import { type HashName, hashLengths } from '../_sign/keys.ts';

const hashOids: Readonly<Record<string, HashName>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** PKCS #1 v1.5 with a hash that is told beside it. */
const RSA = '1.2.840.113549.1.1.1';

const rsa: Readonly<Record<string, HashName | null>> = {
  [RSA]: null,
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
};

const ecdsa: Readonly<Record<string, HashName | null>> = {
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

const algorithmsOf = (key: KeyType) => (key === 'p256' ? ecdsa : rsa);

/** Of all keys here. */
export const everyAlgorithm = [...Object.keys(rsa), ...Object.keys(ecdsa)];

const lengths: Readonly<Record<KeyType, number>> = { rsa2048: 2048, rsa3072: 3072, p256: 256 };

/** A key as credentials/info describes it. */
export const keyInfo = (key: KeyType) => ({
  algo: Object.keys(algorithmsOf(key)),
  len: lengths[key],
  ...(key === 'p256' && { curve: '1.2.840.10045.3.1.7' }),
});

const wrong = (detail: string): Fault => new Fault('invalid_request', detail);

/** @throws Fault invalid_request. `name`: of the parameter. */
export function hashByOid(oid: string | undefined, name: string): HashName {
  if (oid === undefined) throw wrong(`Missing (or invalid type) string parameter ${name}`);
  const hash = Object.hasOwn(hashOids, oid) ? hashOids[oid] : undefined;
  if (hash === undefined) throw wrong(`Invalid parameter ${name}`);
  return hash;
}

/** The hash that was signed: the signature's algorithm says it, or leaves it to `hashOid`. @throws Fault invalid_request */
export function hashOf(
  key: KeyType,
  signAlgo: string,
  hashOid: { value: string | undefined; name: string },
): HashName {
  const algorithms = algorithmsOf(key);
  if (!Object.hasOwn(algorithms, signAlgo)) throw wrong('Invalid parameter signAlgo');
  return algorithms[signAlgo] ?? hashByOid(hashOid.value, hashOid.name);
}

const bytesOf = (hash: string): Buffer => Buffer.from(hash, 'base64');

/** One way of writing it: base64 of either alphabet, with or without `=`. */
export const normal = (hash: string): string => bytesOf(hash).toString('base64');

/** @throws Fault invalid_request */
export function requireLength(hashes: readonly string[], name: HashName): void {
  if (hashes.some((hash) => bytesOf(hash).byteLength !== hashLengths[name]))
    throw wrong('Invalid digest value length');
}

/** Which hash a digest is, where nobody says: its length tells. @throws Fault invalid_request */
export function hashByLength(hash: string): HashName {
  const names = Object.values(hashOids);
  const name = names.find((each) => hashLengths[each] === bytesOf(hash).byteLength);
  if (name === undefined) throw wrong('Invalid digest value length');
  return name;
}
