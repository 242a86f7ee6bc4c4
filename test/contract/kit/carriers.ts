import { expect } from 'vitest';
import type { Settings } from '../../../contracts/index.ts';
import type { TestWorkspace } from '../../targets/target.ts';
import { basic, jsonBody } from './wire.ts';

const demo = { id: 'demo-portal', secret: 'demo-portal-secret' };

/** What a portal sends for a token, at the carriers or at VNPost. */
export const askToken = (
  ws: TestWorkspace,
  path: string,
  form: Record<string, string> = {},
  client = demo,
): Promise<Response> =>
  ws.fetch(`${ws.origin}/${ws.id}${path}`, {
    method: 'POST',
    headers: basic(client),
    body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
  });

const tokenOf = async (answer: Response): Promise<string> => {
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { access_token: string }).access_token;
};

export interface Answered {
  status: number;
  /** Every value is a text, or null, in what these registers answer. */
  body: Readonly<Record<string, string>>;
  headers: Headers;
}

/** A portal with a token, in front of one register. */
export interface Caller {
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answered>;
  get(path: string, headers?: Record<string, string>): Promise<Answered>;
}

function callerOf(ws: TestWorkspace, system: string, key: Record<string, string>): Caller {
  const send = async (path: string, init: RequestInit, more: Record<string, string> = {}) => {
    const headers = { ...(init.headers as Record<string, string> | undefined), ...key, ...more };
    const answer = await ws.fetch(`${ws.origin}/${ws.id}/${system}${path}`, { ...init, headers });
    return {
      status: answer.status,
      body: (await answer.json()) as Answered['body'],
      headers: answer.headers,
    };
  };
  return {
    post: (path, body, headers) => send(path, jsonBody(body), headers),
    get: (path, headers) => send(path, {}, headers),
  };
}

/** In front of the carriers. */
export async function carriers(ws: TestWorkspace, form: Record<string, string> = {}, client = demo) {
  const token = await tokenOf(await askToken(ws, '/telecom/oauth2/token', form, client));
  return callerOf(ws, 'telecom', { authorization: `Bearer ${token}` });
}

/** In front of VNPost. */
export async function vnpost(ws: TestWorkspace, client = demo): Promise<Caller> {
  return callerOf(ws, 'post', { access_token: await tokenOf(await askToken(ws, '/post/token', {}, client)) });
}

/** As settings have a secret: SHA-256, base64url, of `another-secret`. */
export const ANOTHER = {
  client: { id: 'another-portal', secret: 'another-secret' },
  account: { clientId: 'another-portal', secretHash: 'zhgH6RPJcEfa_vaClaiWjIlMyNHYzCw4-oTgbn1cDwY' },
};

const settingsOf = async (ws: TestWorkspace): Promise<Settings> =>
  (await (await ws.control('/settings')).json()) as Settings;

/** Changes how the carriers of a workspace behave. */
export async function configureCarriers(
  ws: TestWorkspace,
  change: (before: Settings['telecom']) => Partial<Settings['telecom']>,
): Promise<void> {
  const { telecom } = await settingsOf(ws);
  await ws.configure({ telecom: { ...telecom, ...change(telecom) } });
}

/** Changes who may call VNPost. */
export async function configurePost(
  ws: TestWorkspace,
  change: (before: Settings['post']) => Partial<Settings['post']>,
): Promise<void> {
  const { post } = await settingsOf(ws);
  await ws.configure({ post: { ...post, ...change(post) } });
}
