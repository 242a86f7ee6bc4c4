import type { Exchange } from './exchange.ts';
import { Fault } from './fault.ts';

const tooLarge = (most: number, code: string): Fault =>
  new Fault(code, `the body is larger than ${most} bytes`);

async function* pieces(request: Request, most: number, took: (bytes: number) => void, code = 'too_large') {
  // Asked to run anew, a route cannot have again what it has read.
  if (request.bodyUsed) throw new Fault('busy', 'the same items changed while the body was read');
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most, code);
  let size = 0;
  // Left alone where it is not wanted any more: some that are cancelled go on and fail where nobody can catch it.
  for await (const piece of request.body?.values({ preventCancel: true }) ?? []) {
    size += piece.byteLength;
    if (size > most) throw tooLarge(most, code);
    took(piece.byteLength);
    yield piece;
  }
}

/** The body of a request as it comes, and no more of it than is asked for. @throws Fault too_large, busy */
export const piecesOf = (x: Exchange, most: number): AsyncGenerator<Uint8Array> =>
  pieces(x.request, most, (bytes) => {
    x.remarks.received = (x.remarks.received ?? 0) + bytes;
  });

/** A whole body, of at most so many bytes. @throws Fault `code`, where it is larger */
export async function whole(
  request: Request,
  most: number,
  code = 'too_large',
): Promise<Buffer<ArrayBuffer>> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces(request, most, () => undefined, code)) all.push(piece);
  return Buffer.concat(all);
}

/**
 * A body that is made while it goes out. `ended` is told how much it was, and what went wrong where it broke off: the
 * reader then sees a connection that was cut, and does not take a half for the whole.
 */
export function watched(
  body: ReadableStream<Uint8Array>,
  ended: (bytes: number, failure?: unknown) => Promise<void>,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let sent = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (value) {
            sent += value.byteLength;
            controller.enqueue(value);
          }
          if (done) {
            await ended(sent);
            controller.close();
          }
        } catch (error) {
          await ended(sent, error);
          controller.error(error);
        }
      },
      async cancel(reason) {
        await reader.cancel(reason);
        await ended(sent, 'the reader went away');
      },
    },
    { highWaterMark: 0 },
  );
}
