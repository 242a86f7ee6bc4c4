import { inflateSync } from 'node:zlib';

/** What all streams of a PDF may come to when they are inflated. */
const MOST_BYTES = 64 * 1_048_576;
const MOST_STREAMS = 20_000;

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
