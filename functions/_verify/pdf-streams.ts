import { constants, inflateSync } from 'node:zlib';

/** What all streams of a PDF may come to when they are inflated. */
const MOST_BYTES = 64 * 1_048_576;
const MOST_STREAMS = 20_000;

/** Of objects, and of those that do not end: the library takes its time with each of these. */
const [MOST_OBJECTS, MOST_OPEN] = [30_000, 100];

/** RFC 1950: deflate, and a checksum. */
const isZlib = (first: number, second: number): boolean =>
  (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;

/** How large a stream becomes; what is no such stream becomes nothing. */
function inflated(bytes: Buffer, room: number): number {
  try {
    return inflateSync(bytes, { maxOutputLength: room, finishFlush: constants.Z_SYNC_FLUSH }).length;
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : 0;
  }
}

function countOf(bytes: Buffer, text: string): number {
  let count = 0;
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + text.length)) count += 1;
  return count;
}

/** Before a library reads them. @throws RangeError */
function refuseCrowds(bytes: Buffer): void {
  const closed = countOf(bytes, 'endobj');
  const open = countOf(bytes, 'obj') - 2 * closed;
  if (closed > MOST_OBJECTS || open > MOST_OPEN) throw new RangeError('too many objects, or they do not end');
}

/** Before a library inflates them: a few bytes can become more than there is memory. @throws RangeError */
function refuseBombs(bytes: Buffer): void {
  let [count, room] = [0, MOST_BYTES];
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    count += 1;
    // Behind the word there may be a space, and the end of a line of one or two characters.
    for (let from = at + 6; from < at + 10 && room > 0; from++)
      if (isZlib(bytes[from] ?? 0, bytes[from + 1] ?? 0)) room -= inflated(bytes.subarray(from), room);
    if (room <= 0 || count > MOST_STREAMS) throw new RangeError('streams that are too large, or too many');
  }
}

const unescaped = (text: string): string =>
  text.replace(/#([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Filters that the library undoes, one upon the other, and those of them that make much of little. */
const FILTER = '(?:Flate|LZW|ASCII85|ASCIIHex|RunLength)Decode';
const stacked = new RegExp(`\\[[^\\]]{0,200}/${FILTER}[^\\]]{0,200}/${FILTER}`);
const swelling = /\/(?:LZW|RunLength)Decode/;

/** Streams of objects are inflated as soon as they are read: they may be packed by Flate, once. @throws RangeError */
function refuseStacks(bytes: Buffer): void {
  const text = unescaped(bytes.toString('latin1'));
  if (!/\/(?:ObjStm|XRef)(?![A-Za-z])|\/Type[\0\s]+\d/.test(text)) return;
  for (const { index } of text.matchAll(/\/Filter(?![A-Za-z])/g)) {
    const said = /^[\0\s]*(\/[A-Za-z\d.]+|\[[\0\sA-Za-z\d/]{0,400}\])/.exec(
      text.slice(index + 7, index + 500),
    )?.[1];
    if (said === undefined || swelling.test(said) || stacked.test(said))
      throw new RangeError('streams that are packed otherwise than by Flate, once');
  }
}

/** Whether a library may read this PDF. @throws RangeError */
export function refuseHarm(bytes: Buffer): void {
  refuseCrowds(bytes);
  refuseBombs(bytes);
  refuseStacks(bytes);
}

const MOST_OF_PROOF = 4 * 1_048_576;

/** A proof as it is, or as Flate makes it. @throws RangeError where it is packed otherwise, or large */
export function proofOf(contents: Uint8Array, filter: string | undefined): Uint8Array {
  if (filter === undefined) return contents;
  if (!/^(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])$/.test(filter))
    throw new RangeError('a proof that is packed otherwise');
  return inflateSync(contents, { maxOutputLength: MOST_OF_PROOF });
}
