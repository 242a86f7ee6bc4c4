import * as asn1 from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';

/** An even number of hex digits, the first below 8: a positive integer. */
const positive = (hex: string): string => `00${hex.padStart(hex.length + (hex.length % 2), '0')}`;

const integer = (hex: string): asn1.Integer => asn1.Integer.fromBigInt(BigInt(`0x${positive(hex)}`));

/** RFC 3161, 2.4.1, DER. `nonce`: hex. */
export function timestampQuery({
  hash,
  oid,
  nonce,
}: {
  hash: Uint8Array;
  oid: string;
  nonce: string | undefined;
}): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: oid, algorithmParams: new asn1.Null() }),
      hashedMessage: new asn1.OctetString({ valueHex: new Uint8Array(hash).buffer }),
    }),
    certReq: true,
    ...(nonce !== undefined && { nonce: integer(nonce) }),
  });
  return new Uint8Array(request.toSchema().toBER());
}

/** The token of an answer, its bytes as they came; undefined: it has none (RFC 3161, 2.4.2). */
export function timestampToken(answer: Uint8Array): Uint8Array | undefined {
  const { result } = asn1.fromBER(new Uint8Array(answer).buffer);
  const [, token] = result instanceof asn1.Sequence ? result.valueBlock.value : [];
  return token?.valueBeforeDecodeView;
}
