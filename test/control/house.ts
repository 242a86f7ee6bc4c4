import { createHash, randomBytes } from 'node:crypto';
import type { Deps } from '../../functions/_kit/deps.ts';
import { sqliteStore } from '../../functions/_kit/sqlite.ts';
import { createSandbox } from '../../mocks/sandbox.ts';

export const ORIGIN = 'http://localhost:4100';

/** Where a house's clock stands at first. */
export const START = Date.parse('2026-03-02T09:00:00Z');

/** An answer, its JSON read. */
export interface Reply {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what a caller of an API has in hands
  body: any;
}

export interface Ask {
  key?: string | undefined;
  json?: unknown;
  form?: Record<string, string>;
  headers?: Record<string, string>;
}

/** A sandbox as a caller sees it, whose clock stands where it is put and whose log is kept. */
export function openHouse(given: Partial<Deps> = {}) {
  const store = given.store ?? sqliteStore(':memory:');
  const time = { now: START };
  const log: string[] = [];
  const write = (message: string, about: Record<string, unknown>) =>
    void log.push(`${message} ${JSON.stringify(about)}`);
  const sandbox = createSandbox({
    store,
    origin: ORIGIN,
    now: () => time.now,
    log: { error: write, warn: write },
    ...given,
  });

  async function ask(method: string, path: string, { key, json, form, headers }: Ask = {}): Promise<Reply> {
    const request = new Request(path.startsWith('http') ? path : ORIGIN + path, {
      method,
      headers: {
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(form && { body: new URLSearchParams(form) }),
    });
    const response = await sandbox.fetch(request);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  return { store, sandbox, time, log, ask, close: () => store.close() };
}

export type House = ReturnType<typeof openHouse>;

/** A workspace, and its control API with the key in hand. */
export async function openWorkspace(house: House, wanted: object = {}) {
  const { status, body } = await house.ask('POST', '/api/workspaces', { json: wanted });
  if (status !== 201) throw new Error(JSON.stringify(body));
  const { id, key } = body as { id: string; key: string };
  const control = (method: string, path: string, json?: unknown) =>
    house.ask(method, `/${id}/control/${path}`, { key, json });
  return { id, key, base: `/${id}`, issuer: `${ORIGIN}/${id}/vneid`, control };
}

export type TestWorkspace = Awaited<ReturnType<typeof openWorkspace>>;

export interface Portal {
  id: string;
  secret: string;
  redirectUri: string;
}

export const demo: Portal = {
  id: 'demo-portal',
  secret: 'demo-portal-secret',
  redirectUri: 'http://localhost:3000/cb',
};

const basic = ({ id, secret }: Portal) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

/** Asks for a code; the answer is a redirect to the portal when the autopilot flies. */
export function authorize(house: House, base: string, portal = demo, more: Record<string, string> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: portal.id,
    redirect_uri: portal.redirectUri,
    scope: 'openid',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  });
  return { verifier, answer: house.ask('GET', `${base}/vneid/auth?${query}`) };
}

export function redeem(house: House, base: string, code: string, verifier: string, portal = demo) {
  return house.ask('POST', `${base}/vneid/token`, {
    headers: { authorization: basic(portal) },
    form: {
      grant_type: 'authorization_code',
      code,
      redirect_uri: portal.redirectUri,
      code_verifier: verifier,
    },
  });
}

export const userinfo = (house: House, base: string, token: string) =>
  house.ask('GET', `${base}/vneid/userinfo`, { key: token });

/** A whole sign-in by autopilot. */
export async function signIn(house: House, base: string, portal = demo, more: Record<string, string> = {}) {
  const { verifier, answer } = authorize(house, base, portal, more);
  const location = (await answer).headers.get('location') ?? '';
  const code = new URL(location).searchParams.get('code');
  if (code === null) throw new Error(`no code in ${location}`);
  const tokens = (await redeem(house, base, code, verifier, portal)).body;
  const claims = (await userinfo(house, base, tokens.access_token)).body;
  return { code, tokens, claims } as {
    code: string;
    tokens: { access_token: string; id_token: string };
    claims: { sub: string; citizenPid: string; fullName: string };
  };
}
