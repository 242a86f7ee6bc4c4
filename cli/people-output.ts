import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What is gathered before it is written: few system calls, little memory. */
const CHUNK = 65_536;

function* chunks(lines: Iterable<string>): Generator<string> {
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length >= CHUNK) {
      yield text;
      text = '';
    }
  }
  if (text) yield text;
}

/** Writes lines as fast as the other side reads them. */
export async function write(lines: Iterable<string>, out: Writable): Promise<void> {
  const own = out !== process.stdout;
  await pipeline(Readable.from(chunks(lines), { highWaterMark: 1 }), out, { end: own });
}
