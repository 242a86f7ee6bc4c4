import type { Exchange } from './exchange.ts';
import { type Outgoing, outgoing } from './outgoing.ts';

type About = Parameters<typeof outgoing>[3];

/** Milliseconds of real time before each try. */
const WAITS = [0, 200, 800];

/**
 * Sends a notice out of the sandbox, up to three times, each in the journal. Whoever answers below 500 has understood
 * it, and a host that may not be called is not tried again. `make`: the request, made anew for each try. Answers what
 * came of the last one.
 */
export async function deliver(
  x: Exchange,
  operation: string,
  make: () => Request,
  about?: About,
): Promise<Outgoing> {
  let last: Outgoing = {};
  for (const wait of WAITS) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    last = await outgoing(x, operation, make, about);
    const { response, refused } = last;
    if (refused !== undefined || (response && response.status < 500)) break;
  }
  return last;
}
