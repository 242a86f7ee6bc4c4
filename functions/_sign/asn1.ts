// What X.509, CMS, OCSP and time stamps are written in: structures of `@peculiar/asn1-*` to bytes, and back.
import { AsnParser, AsnSerializer, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { fromBER, Integer, RawData, type ViewWriter } from 'asn1js';
import { hashOids, type KeyKind, signatureOids } from './algorithms.ts';
import type { HashName } from './keys.ts';

/** A copy as the library takes it. */
export const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

export const octets = (bytes: Uint8Array): OctetString => new OctetString(bufferOf(bytes));

/** A structure in DER. */
export const written = (structure: object): Uint8Array => new Uint8Array(AsnSerializer.serialize(structure));

/** The structure that these bytes are, and nothing more. @throws RangeError where they are anything else */
export function read<T>(bytes: Uint8Array, kind: new () => T): T {
  try {
    const { offset, result } = fromBER(bufferOf(bytes));
    if (offset !== bytes.byteLength) throw new RangeError('something else stands after it');
    return AsnParser.fromASN(result, kind) as T;
  } catch (cause) {
    throw new RangeError(`no ${kind.name}`, { cause });
  }
}

/** Bytes among blocks of the library; its own class for them does not write to a writer. */
class Whole extends RawData {
  override toBER(_sizeOnly?: boolean, writer?: ViewWriter): ArrayBuffer {
    writer?.write(this.data);
    return this.data;
  }
}

/** A part that goes into another structure byte by byte: written anew, it could lose the signature over it. */
export const asItIs = <T extends object>(kind: new () => T, der: Uint8Array): T =>
  Object.assign(new kind(), { toASN: () => new Whole({ data: bufferOf(der) }), fromASN: () => undefined });

/** Content of an INTEGER that is not negative. */
export const positive = (bytes: Uint8Array): ArrayBuffer =>
  bufferOf(Integer.fromBigInt(BigInt(`0x0${Buffer.from(bytes).toString('hex')}`)).valueBlock.valueHexView);

/** In the order that DER wants of a SET OF; the library leaves it as it comes. */
export const inOrder = <T extends object>(structures: readonly T[]): T[] =>
  structures
    .map((structure) => ({ structure, der: written(structure) }))
    .toSorted((a, b) => Buffer.compare(a.der, b.der))
    .map(({ structure }) => structure);

/** With NULL for parameters, as RFC 4055 wants it beside RSA, and openssl writes it everywhere. */
export const hashIdentifier = (hash: HashName): AlgorithmIdentifier =>
  new AlgorithmIdentifier({ algorithm: hashOids[hash], parameters: null });

/** Of what such a key makes: ECDSA has no parameters (RFC 5758). */
export const signatureIdentifier = (kind: KeyKind, hash: HashName): AlgorithmIdentifier =>
  new AlgorithmIdentifier({
    algorithm: signatureOids[kind][hash],
    ...(kind === 'rsa' && { parameters: null }),
  });

/** To the second, as all of them are written. */
export const secondOf = (ms: number): Date => new Date(Math.floor(ms / 1000) * 1000);
