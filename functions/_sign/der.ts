// Distinguished Encoding Rules (X.690): what X.509, CMS, OCSP and time stamps are written in.

/** One element as it was read. */
export interface Element {
  tag: number;
  content: Uint8Array;
  /** With tag and length. */
  whole: Uint8Array;
}

function lengthOf(size: number): number[] {
  if (size < 128) return [size];
  const bytes: number[] = [];
  for (let left = size; left > 0; left = Math.floor(left / 256)) bytes.unshift(left % 256);
  return [0x80 | bytes.length, ...bytes];
}

/** An element of this tag; several parts stand one after the other in it. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const size = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return Buffer.concat([Uint8Array.from([tag, ...lengthOf(size)]), ...parts]);
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => element(0x30, ...parts);

/** In the order that DER wants. */
export const setOf = (...parts: readonly Uint8Array[]): Uint8Array =>
  element(0x31, ...parts.toSorted((a, b) => Buffer.compare(a, b)));

/** `[at]` around whole elements: EXPLICIT, or IMPLICIT in place of the tag of a SEQUENCE or SET. */
export const tagged = (at: number, ...parts: readonly Uint8Array[]): Uint8Array =>
  element(0xa0 | at, ...parts);

/** `[at]` IMPLICIT in place of the tag of what has no parts. */
export const tag = (at: number, content: Uint8Array): Uint8Array => element(0x80 | at, content);

export const octets = (content: Uint8Array): Uint8Array => element(0x04, content);

export const bits = (content: Uint8Array): Uint8Array => element(0x03, Uint8Array.of(0), content);

export const nothing = Uint8Array.of(0x05, 0);

export const yes = Uint8Array.of(0x01, 1, 0xff);

export const utf8 = (text: string): Uint8Array => element(0x0c, Buffer.from(text));

/** Two bytes a character, the high one first: BMPString. */
export const utf16 = (text: string): Uint8Array => element(0x1e, Buffer.from(text, 'utf16le').swap16());

function numberBytes(value: number): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
}

/** A number that is not negative, as it is or as its bytes. */
export function integer(value: number | Uint8Array): Uint8Array {
  const bytes = typeof value === 'number' ? numberBytes(value) : value;
  const from = bytes.findIndex((byte) => byte !== 0);
  const short = from < 0 ? Uint8Array.of(0) : bytes.subarray(from);
  return element(0x02, ...((short[0] ?? 0) >= 0x80 ? [Uint8Array.of(0)] : []), short);
}

export const enumerated = (value: number): Uint8Array => element(0x0a, Uint8Array.of(value));

function base128(value: bigint): number[] {
  const low = Number(value & 0x7fn);
  const bytes = [low];
  for (let left = value >> 7n; left > 0n; left >>= 7n) bytes.unshift(Number(left & 0x7fn) | 0x80);
  return bytes;
}

export function oid(dotted: string): Uint8Array {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
  return element(0x06, Uint8Array.from([first * 40n + second, ...rest].flatMap(base128)));
}

const digits = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;

/** GeneralizedTime, to the second. */
export const generalTime = (at: number): Uint8Array => element(0x18, Buffer.from(digits(at)));

/** UTCTime until 2049, GeneralizedTime from then on, as X.509 and CMS want it. */
export const time = (at: number): Uint8Array =>
  digits(at) < '2050' && digits(at) >= '1950'
    ? element(0x17, Buffer.from(digits(at).slice(2)))
    : generalTime(at);

/** @throws RangeError */
function readLength(bytes: Uint8Array, at: number): { size: number; from: number } {
  const first = bytes[at] ?? 0x80;
  if (first < 0x80) return { size: first, from: at + 1 };
  const count = first & 0x7f;
  if (count === 0 || count > 4 || at + count >= bytes.length) throw new RangeError('no length of DER');
  const size = bytes.subarray(at + 1, at + 1 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return { size, from: at + 1 + count };
}

/** The elements that stand one after the other. @throws RangeError where it is no DER */
export function elements(bytes: Uint8Array): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { size, from } = readLength(bytes, at + 1);
    if (from + size > bytes.length) throw new RangeError('an element of DER ends too late');
    found.push({
      tag: bytes[at] as number,
      content: bytes.subarray(from, from + size),
      whole: bytes.subarray(at, from + size),
    });
    at = from + size;
  }
  return found;
}

/** The one element of these bytes, which has this tag. @throws RangeError */
export function only(bytes: Uint8Array, wanted: number): Element {
  const [first, ...more] = elements(bytes);
  if (!first || more.length > 0 || first.tag !== wanted) throw new RangeError('another element of DER');
  return first;
}

/** Its parts by their order. @throws RangeError where one of these tags is not at its place */
export function partsOf(bytes: Uint8Array, ...tags: readonly number[]): Element[] {
  const parts = elements(bytes);
  if (tags.some((wanted, at) => parts[at]?.tag !== wanted)) throw new RangeError('another element of DER');
  return parts;
}
