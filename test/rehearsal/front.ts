import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerWith, decodedPath, eventOf } from './event.ts';
import type { Pool } from './pool.ts';
import { type Route, routeFor } from './routing.ts';

/** AWS keeps idle connections for long: callers may count on that. */
export const KEEP_ALIVE_MS = 120_000;

/** What the API answers from. Set once the template has been read: its functions are told the API's address. */
export interface Api {
  routes: readonly Route[];
  pools: ReadonlyMap<string, Pool>;
  /** Hears why a function gave no answer. */
  onFailure(target: string, error: unknown): void;
}

export interface Front {
  origin: string;
  serve(api: Api): void;
  /** Closes every connection that carries no request now. */
  dropConnections(): void;
  stop(): Promise<void>;
}

function apiMessage(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message }));
}

async function answer(api: Api, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = decodedPath(request.url ?? '/');
  if (path === undefined) return apiMessage(response, 400, 'Bad Request');
  const route = routeFor(api.routes, request.method ?? 'GET', path);
  const pool = route && api.pools.get(route.target);
  if (!pool) return apiMessage(response, 404, 'Not Found');
  const event = await eventOf(request, route.key, path);
  try {
    answerWith(response, await pool.invoke(event));
  } catch (error) {
    api.onFailure(route.target, error);
    apiMessage(response, 500, 'Internal Server Error');
  }
}

/** An HTTP API on a port of its own. It answers 503 until it knows its routes. */
export async function startFront(): Promise<Front> {
  let api: Api | undefined;
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, async (request, response) => {
    if (api) await answer(api, request, response);
    else apiMessage(response, 503, 'Service Unavailable');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve(given) {
      api = given;
    },
    dropConnections: () => server.closeIdleConnections(),
    async stop() {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
