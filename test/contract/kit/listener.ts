import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a portal's own server was asked. */
export interface Received {
  method: string;
  path: string;
  type: string;
  /** By lower-case name. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

/** A portal's own server on loopback, for what the sandbox sends by itself. Ends with its scope. */
export interface Listener extends AsyncDisposable {
  url: string;
  received: Received[];
}

export async function listen(
  answer: (request: Received, turn: number) => Response | Promise<Response>,
): Promise<Listener> {
  const received: Received[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    const type = headers['content-type'] ?? '';
    const request = { method, path: url, type, headers, body: await text(incoming) };
    received.push(request);
    const reply = await answer(request, received.length);
    outgoing.writeHead(reply.status, Object.fromEntries(reply.headers));
    outgoing.end(Buffer.from(await reply.arrayBuffer()));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
