import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { withClientCertificate } from '../functions/_kit/client-certificate.ts';
import { cutOf } from '../functions/_kit/respond.ts';
import { sqliteStore } from '../functions/_kit/sqlite.ts';
import { poolKey } from '../functions/_oidc/keys.ts';
import { guarded } from './guard.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';

const TLS_FOLDER = '.hopcat/tls';

const SWEEP_MS = 5 * 60_000;
/** How long a stop waits for requests that are still answered (long polls, mostly), and then for their ends. */
const PATIENCE_MS = 2_000;
const LAST_MS = 1_000;

/** A header takes 15 s at most, a request a minute; an idle connection outlives those of common proxies. */
const limits = { headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 };

export interface ServerOptions {
  /** 0 for a free one. */
  port: number;
  /** Default: 127.0.0.1. */
  host?: string;
  /** SQLite file, or `:memory:`. */
  data: string;
  https?: boolean;
  /** With HTTPS: every caller is asked for a client certificate, and none is turned away for having none. */
  clientCertificates?: boolean;
  /** Where the certificates are kept. */
  tlsFolder?: string;
  /** How the sandbox is seen from outside, no trailing slash. Default: localhost, or `host`, with the port. */
  origin?: string;
}

export interface RunningServer {
  origin: string;
  port: number;
  sandbox: Sandbox;
  /** File of the certificate authority, with HTTPS. */
  ca?: string;
  /** Lets running requests finish for two seconds, then closes the store. */
  close(): Promise<void>;
}

const everywhere = new Set(['127.0.0.1', '::1', '0.0.0.0', '::']);

function originOf({ host = '127.0.0.1', https }: ServerOptions, port: number): string {
  const name = everywhere.has(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return new URL(`${https ? 'https' : 'http'}://${name}:${port}`).origin;
}

async function tlsOf({ host, origin, tlsFolder = TLS_FOLDER }: ServerOptions) {
  const { certificateFor } = await import('./tls.ts');
  const named = [host, origin && new URL(origin).hostname].filter((name) => name !== undefined);
  return certificateFor(
    named.map((name) => name.replace(/^\[|\]$/g, '')),
    tlsFolder,
  );
}

/** What the first sign-in would otherwise wait for. */
async function prepare({ deps }: Sandbox): Promise<void> {
  try {
    await Promise.all([poolKey(deps, 'RSA', 0), poolKey(deps, 'EC', 0)]);
  } catch (error) {
    deps.log.warn('the signing keys could not be prepared', { error: String(error) });
  }
}

function sweeping({ deps }: Sandbox): NodeJS.Timeout {
  const sweep = () =>
    deps.store.sweep(deps.now()).catch((error) => deps.log.warn('sweep failed', { error: String(error) }));
  return setInterval(sweep, SWEEP_MS).unref();
}

/** Remembers what is being answered, so that the store is not closed under it. */
function counted(answer: Sandbox['fetch']) {
  const running = new Set<Promise<Response>>();
  return {
    fetch(request: Request): Promise<Response> {
      const response = answer(request);
      running.add(response);
      const done = () => running.delete(response);
      response.then(done, done);
      return response;
    },
    settled: () =>
      Promise.race([Promise.allSettled(running), setTimeout(LAST_MS, undefined, { ref: false })]),
  };
}

/** Hangs up in the middle of an answer, where it was asked to. */
async function hangingUp(
  answer: Sandbox['fetch'],
  request: Request,
  { outgoing }: HttpBindings,
): Promise<Response> {
  const response = await answer(request);
  const cut = cutOf(response);
  if (!cut) return response;
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    'set-cookie': response.headers.getSetCookie(),
    'content-length': cut.announced,
  });
  outgoing.write(cut.sent, () => outgoing.destroy());
  return RESPONSE_ALREADY_SENT;
}

/** Tells the systems which client certificate came, where callers are asked for one. */
function withCertificate(request: Request, { incoming }: HttpBindings): Request {
  const certificate = (incoming.socket as TLSSocket).getPeerX509Certificate();
  return withClientCertificate(request, certificate?.raw ?? null);
}

async function listening(
  options: ServerOptions,
  answer: Sandbox['fetch'],
  tls?: { key: string; cert: string },
) {
  const asks = tls !== undefined && options.clientCertificates === true;
  // Whose certificate it is, and whether it will do, is for the systems to say: in their own words.
  const asking = asks ? { requestCert: true, rejectUnauthorized: false } : {};
  const server = createAdaptorServer({
    fetch: (request, env) => {
      const bindings = env as HttpBindings;
      return hangingUp(answer, asks ? withCertificate(request, bindings) : request, bindings);
    },
    ...(tls
      ? { createServer: createSecureServer, serverOptions: { ...limits, ...tls, ...asking } }
      : { createServer, serverOptions: limits }),
  }) as ReturnType<typeof createServer>;
  server.listen(options.port, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** Every system in one Node process, on one port. Rejects with the error of the system when it cannot listen. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const store = sqliteStore(options.data);
  try {
    const tls = options.https ? await tlsOf(options) : undefined;
    let sandbox: Sandbox;
    const { fetch, settled } = counted((request) => guarded(sandbox, request));
    const server = await listening(options, fetch, tls);
    const { port } = server.address() as AddressInfo;
    const origin = options.origin ?? originOf(options, port);
    sandbox = createSandbox({ store, origin });
    const prepared = prepare(sandbox);
    const sweeps = sweeping(sandbox);
    return {
      origin,
      port,
      sandbox,
      ...(tls && { ca: tls.ca }),
      async close() {
        clearInterval(sweeps);
        const closed = once(server, 'close');
        server.close();
        const hurry = setInterval(() => server.closeAllConnections(), PATIENCE_MS);
        await Promise.all([closed, prepared]);
        clearInterval(hurry);
        await settled();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
