import type { Exchange } from './exchange.ts';
import { JOURNAL_LIFETIME_MS, journalEntries, journalId } from './journal.ts';
import { masked, maskedUrl } from './mask.ts';

/** What came of an outgoing request. `refused`: why it was never sent. */
export interface Outgoing {
  response?: Response;
  refused?: string;
  failed?: string;
}

const TIMEOUT_MS = 3_000;

const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');

/** Link-local and metadata addresses, and on a deployment whatever is not public. */
function forbiddenAddress(address: string, local: boolean): boolean {
  const plain = address.toLowerCase().replace(/^::ffff:/, '');
  if (/^(169\.254\.|fe[89ab]|fd00:ec2|0\.|::$)/.test(plain)) return true;
  if (local) return false;
  return (
    isLoopback(plain) ||
    /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd])/.test(plain)
  );
}

/** Why a URL may not be called from this workspace; undefined: it may. */
async function objection({ deps, workspace }: Exchange, url: URL): Promise<string | undefined> {
  if (url.origin === deps.origin) return undefined;
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const loopback = name === 'localhost' || isLoopback(name);
  const allowed = workspace.settings.allowedHosts.some((host) => host === url.host || host === url.hostname);
  if (!allowed && !(deps.local && loopback)) {
    return `the host '${url.host}' is not in the workspace's allowedHosts`;
  }
  if (loopback && deps.local) return undefined;
  // Only here: loading it makes a resolver, which would be two milliseconds of every cold start.
  const { lookup } = await import('node:dns/promises');
  const addresses = await lookup(name, { all: true });
  const bad = addresses.find(({ address }) => forbiddenAddress(address, deps.local));
  return bad === undefined ? undefined : `'${url.host}' resolves to an address that is never called`;
}

/** Undefined: the platform makes none of this address, as with a user name in it. */
function made(request: Request | (() => Request)): Request | undefined {
  if (typeof request !== 'function') return request;
  try {
    return request();
  } catch {
    return undefined;
  }
}

async function attempt(x: Exchange, request: Request | undefined): Promise<Outgoing> {
  if (!request) return { refused: 'no request can be made of this address' };
  try {
    const refused = await objection(x, new URL(request.url));
    if (refused !== undefined) return { refused };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    return { response: await x.deps.fetch(request.clone(), { redirect: 'manual', signal }) };
  } catch (error) {
    return {
      failed:
        error instanceof Error
          ? error.cause instanceof Error
            ? error.cause.message
            : error.message
          : 'failed',
    };
  }
}

/**
 * Sends one request out of the sandbox: only to hosts that the workspace allows, at most 3 s, no redirects
 * followed; and writes it into the journal, sent or not. `asked`: the request, or what makes it; where that throws, nothing is sent.
 */
export async function outgoing(
  x: Exchange,
  operation: string,
  asked: Request | (() => Request),
  about: {
    client?: string;
    signIn?: string;
    person?: string;
    tokens?: Record<string, { header: unknown; payload: unknown }>;
    body?: unknown;
  } = {},
): Promise<Outgoing> {
  const startedAt = performance.now();
  const request = made(asked);
  const result = await attempt(x, request);
  const { tokens, body, ...who } = about;
  const id = journalId(x.deps.now(), x.deps.random);
  const entry = {
    id,
    at: new Date(x.deps.now()).toISOString(),
    clock: new Date(x.clock.now).toISOString(),
    system: x.system,
    operation,
    direction: 'out' as const,
    ...who,
    request: {
      method: request?.method ?? 'POST',
      url: request ? maskedUrl(request.url, x.isOurs) : '',
      headers: {},
      ...(body !== undefined && { body: masked(body, x.isOurs) }),
    },
    response: { status: result.response?.status ?? 0, headers: {} },
    ...(tokens && { tokens: masked(tokens, x.isOurs) as typeof tokens }),
    durationMs: Math.round((performance.now() - startedAt) * 100) / 100,
    ...((result.refused ?? result.failed) && { notes: [(result.refused ?? result.failed) as string] }),
  };
  const change = { ...x.put(journalEntries, id, entry), purge: x.clock.real + JOURNAL_LIFETIME_MS };
  await x.deps.store.commit([change], x.clock.now);
  return result;
}
