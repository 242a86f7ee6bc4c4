import { inflateSync } from 'node:zlib';

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
    return inflateSync(bytes, { maxOutputLength: room }).length;
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
export function refuseCrowds(bytes: Buffer): void {
  const closed = countOf(bytes, 'endobj');
  const open = countOf(bytes, 'obj') - 2 * closed;
  if (closed > MOST_OBJECTS || open > MOST_OPEN) throw new RangeError('too many objects, or they do not end');
}

/** Before a library inflates them: a few bytes can become more than there is memory. @throws RangeError */
export function refuseBombs(bytes: Buffer): void {
  let [count, room] = [0, MOST_BYTES];
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    count += 1;
    const from = at + (bytes[at + 6] === 0x0d ? 8 : 7);
    if (isZlib(bytes[from] ?? 0, bytes[from + 1] ?? 0)) room -= inflated(bytes.subarray(from), room);
    if (room <= 0 || count > MOST_STREAMS) throw new RangeError('streams that are too large, or too many');
  }
}
