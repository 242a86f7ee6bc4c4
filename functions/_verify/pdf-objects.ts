import { inflateSync } from 'node:zlib';
import { dictAt, type Entries, pastSpace, pastValue, wholeIn } from './pdf-words.ts';

/** An object of a PDF, as it stands at its place. */
export interface Placed {
  number: number;
  at: number;
  /** Behind `endobj`. */
  end: number;
  /** Of a dictionary, or of a stream. */
  entries: Entries | undefined;
  data: Buffer | undefined;
}

/** A PDF as bytes and, byte for byte, as text. */
export interface Written {
  bytes: Buffer;
  text: string;
}

const MOST_INFLATED = 16 * 1_048_576;

const [header, streamStart] = [/(\d{1,10}) 0 obj(?=[\0\t\n\f\r <[(/])/y, /stream\r?\n/y];
const [streamEnd, objectEnd] = [/(?:\r\n|\n|\r)?endstream[\0\t\n\f\r ]+endobj/y, /endobj/y];
const reference = /^(\d{1,10})[\0\t\n\f\r ]+0[\0\t\n\f\r ]+R$/;
const lengthObject = /(\d{1,10}) 0 obj[\0\t\n\f\r ]+(\d{1,10})[\0\t\n\f\r ]+endobj/y;

function match(expected: RegExp, text: string, at: number): RegExpExecArray | undefined {
  expected.lastIndex = at;
  return expected.exec(text) ?? undefined;
}

function pastAll(expected: RegExp, text: string, at: number): number {
  const found = match(expected, text, at);
  if (!found) throw new RangeError('an object that is not written as usual');
  return at + found[0].length;
}

/** How long a stream is; where another object says so, that one stands in the same update. */
function lengthOf(text: string, entries: Entries, offsets: ReadonlyMap<number, number>): number {
  const direct = wholeIn(entries, 'Length');
  if (direct !== undefined) return direct;
  const number = Number(reference.exec(entries.get('Length') ?? '')?.[1]);
  const [, found, length] = match(lengthObject, text, offsets.get(number) ?? text.length) ?? [];
  if (found === undefined || Number(found) !== number) throw new RangeError('a stream without its length');
  return Number(length);
}

export const isObjectAt = (text: string, at: number): boolean => match(header, text, at) !== undefined;

/** The object that stands exactly here. `offsets`: of the update. @throws RangeError where it is not written as usual */
export function objectAt(
  { bytes, text }: Written,
  at: number,
  offsets: ReadonlyMap<number, number> = new Map(),
): Placed {
  const [head, digits] = match(header, text, at) ?? [];
  if (!head) throw new RangeError('no object where there should be one');
  const placed = { number: Number(digits), at };
  const from = pastSpace(text, at + head.length);
  if (!text.startsWith('<<', from)) {
    const end = pastAll(objectEnd, text, pastSpace(text, pastValue(text, from)));
    return { ...placed, end, entries: undefined, data: undefined };
  }
  const { entries, end: behind } = dictAt(text, from);
  const next = pastSpace(text, behind);
  if (!text.startsWith('stream', next))
    return { ...placed, end: pastAll(objectEnd, text, next), entries, data: undefined };
  const start = pastAll(streamStart, text, next);
  const length = lengthOf(text, entries, offsets);
  const isDirect = wholeIn(entries, 'Length') !== undefined;
  // The library looks for the end of such a stream in its data.
  if (!isDirect && text.slice(start, start + length).includes('stream'))
    throw new RangeError('a stream in a stream');
  const end = pastAll(streamEnd, text, start + length);
  return { ...placed, end, entries, data: bytes.subarray(start, start + length) };
}

/** What a stream of objects or of cross-references holds. @throws RangeError where it is packed otherwise, or large */
export function unpacked({ entries, data }: Placed): Buffer {
  const filter = entries?.get('Filter');
  if (!data || (filter !== undefined && !/^(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])$/.test(filter)))
    throw new RangeError('a stream that is packed otherwise');
  return filter === undefined ? data : inflateSync(data, { maxOutputLength: MOST_INFLATED });
}

/** The numbers of the objects in a stream of objects, in their order. @throws RangeError where it is not written as usual */
export function heldIn(placed: Placed): number[] {
  const entries = placed.entries as Entries;
  const [count, first] = [wholeIn(entries, 'N'), wholeIn(entries, 'First')];
  if (count === undefined || first === undefined || count > 30_000 || entries.has('DecodeParms'))
    throw new RangeError('a stream of objects that is not written as usual');
  const text = unpacked(placed).toString('latin1');
  const head = text.slice(0, first).trim();
  if (count > 0 && !/^\d{1,10}(?:\s+\d{1,10})*$/.test(head))
    throw new RangeError('a stream of objects that is not written as usual');
  const numbers = count > 0 ? head.split(/\s+/).map(Number) : [];
  if (numbers.length !== 2 * count)
    throw new RangeError('a stream of objects that holds another number of them');
  return Array.from({ length: count }, (_, index) => {
    pastValue(text, pastSpace(text, first + (numbers[2 * index + 1] as number)));
    return numbers[2 * index] as number;
  });
}
