import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** One of the plug-ins' local servers. */
export interface Listening {
  /** 0: one that is free. */
  port: number;
  host: string;
  /** PEM; absent: no TLS. */
  tls?: { key: string; cert: string };
  /** Where below the system a WebSocket's path leads; undefined: there is no such WebSocket. */
  route(path: string): string | undefined;
  /** The URL of one person's token. */
  system: string;
  /** Says what was asked, and how it ended. */
  log(line: string): void;
}

export interface Relay {
  port: number;
  close(): Promise<void>;
}

const MAX_BYTES = 4_194_304;

/** As an object where that loses nothing, else to the letter. */
function bodyOf(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && JSON.stringify(value) === text) return text;
  } catch {
    // Not JSON: some messages need not be.
  }
  return JSON.stringify(text);
}

interface Question {
  url: string;
  text: string;
  origin: string | undefined;
  signal: AbortSignal;
}

/** Asks until the person has decided. @throws Error with the status of a refusal */
async function answerTo({ url, text, origin, signal }: Question): Promise<string> {
  const headers = { 'content-type': 'application/json', ...(origin !== undefined && { origin }) };
  let query = '';
  for (;;) {
    const answer = await fetch(url + query, { method: 'POST', headers, body: bodyOf(text), signal });
    if (answer.status === 200) return answer.text();
    if (answer.status !== 202) throw new Error(`HTTP ${answer.status}`);
    query = `?${new URLSearchParams((await answer.json()) as Record<string, string>)}`;
  }
}

/** A refusal is no message: the socket closes, as if nobody were there. */
function serveSocket(socket: WebSocket, request: IncomingMessage, at: string, listening: Listening): void {
  const { origin } = request.headers;
  const closing = new AbortController();
  socket.on('close', () => closing.abort());
  socket.on('error', () => closing.abort());
  socket.on('message', async (data) => {
    const said = (end: string) => listening.log(`${at} ${origin ?? '-'} ${end}`);
    const text = String(data);
    try {
      const url = listening.system + at;
      socket.send(await answerTo({ url, text, origin, signal: closing.signal }));
      said('200');
    } catch (error) {
      if (!closing.signal.aborted) said(error instanceof Error ? error.message : String(error));
      socket.close(1008);
    }
  });
}

/** Listens as a plug-in does, and relays each message with the origin of its page. @throws Error where it cannot */
export async function startRelay(listening: Listening): Promise<Relay> {
  const { port, host, tls, route } = listening;
  const server = tls ? createTlsServer(tls) : createServer();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_BYTES });
  server.on('request', (_, response) => response.writeHead(426).end());
  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    const at = route(path);
    if (at === undefined) return stream.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
    sockets.handleUpgrade(request, stream, head, (socket) => serveSocket(socket, request, at, listening));
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
