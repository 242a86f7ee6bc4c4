import { hashAlgorithm } from '../_sign/algorithms.ts';
import { integer, octets, only, partsOf, sequence, yes } from '../_sign/der.ts';
import type { HashName } from '../_sign/keys.ts';

const SEQUENCE = 0x30;

/** RFC 3161, 2.4.1. `nonce`: hex. */
export function timestampQuery(hash: HashName, digest: Uint8Array, nonce: string | undefined): Uint8Array {
  const imprint = sequence(hashAlgorithm(hash), octets(digest));
  const even = nonce?.padStart(nonce.length + (nonce.length % 2), '0');
  return sequence(integer(1), imprint, ...(even ? [integer(Buffer.from(even, 'hex'))] : []), yes);
}

/** The token of an answer (RFC 3161, 2.4.2), its bytes as they came; undefined: it has none. */
export function timestampToken(answer: Uint8Array): Uint8Array | undefined {
  try {
    const [, token] = partsOf(only(answer, SEQUENCE).content, SEQUENCE);
    return token?.whole;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
