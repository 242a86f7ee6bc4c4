import { MessageImprint, TimeStampReq, TimeStampResp } from '@peculiar/asn1-tsp';
import { hashIdentifier, octets, positive, read, written } from '../_sign/asn1.ts';
import type { HashName } from '../_sign/keys.ts';

/** RFC 3161, 2.4.1. `nonce`: hex. */
export function timestampQuery(hash: HashName, digest: Uint8Array, nonce: string | undefined): Uint8Array {
  const even = nonce?.padStart(nonce.length + (nonce.length % 2), '0');
  return written(
    new TimeStampReq({
      messageImprint: new MessageImprint({
        hashAlgorithm: hashIdentifier(hash),
        hashedMessage: octets(digest),
      }),
      certReq: true,
      ...(even && { nonce: positive(Buffer.from(even, 'hex')) }),
    }),
  );
}

/** The token of an answer (RFC 3161, 2.4.2), its bytes as they came; undefined: it has none. */
export function timestampToken(answer: Uint8Array): Uint8Array | undefined {
  try {
    const { timeStampToken } = read(answer, TimeStampResp);
    return timeStampToken && written(timeStampToken);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
