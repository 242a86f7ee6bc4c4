import type { Writable } from 'node:stream';

const SIZE = 262_144;

/** Resolves when the other side has taken it all, so that its bytes may be written over. */
const sent = (out: Writable, bytes: Uint8Array | string): Promise<void> =>
  new Promise((resolve, reject) => {
    out.write(bytes, (error) => (error ? reject(error) : resolve()));
  });

const ended = (out: Writable): Promise<void> => new Promise((resolve) => out.end(resolve));

/** Writes lines as fast as the other side takes them, through one buffer: memory does not grow with their number. */
export async function write(lines: Iterable<string>, out: Writable): Promise<void> {
  // Each failure comes to the callback too; without a listener it would end the process with a stack.
  out.on('error', () => undefined);
  const buffer = Buffer.allocUnsafe(SIZE);
  let used = 0;
  for (const line of lines) {
    if (used + 3 * line.length > SIZE) {
      await sent(out, buffer.subarray(0, used));
      used = 0;
    }
    if (3 * line.length > SIZE) await sent(out, line);
    else used += buffer.write(line, used);
  }
  await sent(out, buffer.subarray(0, used));
  if (out !== process.stdout) await ended(out);
}
