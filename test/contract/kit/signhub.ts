import { createHmac, randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { SettingsInput } from '../../../contracts/_settings.ts';
import type { TestWorkspace } from '../../targets/target.ts';
import { digestOf } from './signing.ts';

export const demo = { username: 'demo-portal', password: 'demo-portal-secret' };

export interface Answered {
  http: number;
  status: string;
  description: string;
  // What each call answers is its own.
  data: Readonly<Record<string, unknown>>;
}

export async function call(
  ws: TestWorkspace,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const answer = await ws.fetch(`${ws.origin}/${ws.id}/signhub${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { http: answer.status, ...((await answer.json()) as Omit<Answered, 'http'>) };
}

/** The partner's headers, as a client of the hub makes them. */
export function hmac(body: string, changes: Record<string, string> = {}, key = 'demo-portal-secret') {
  const partner = changes['x-partner-code'] ?? 'demo-portal';
  const timestamp = changes['x-timestamp'] ?? String(Math.floor(Date.now() / 1000));
  const nonce = changes['x-nonce'] ?? randomUUID();
  const signature = createHmac('sha256', key)
    .update(`${partner}:${timestamp}:${nonce}:${body}`)
    .digest('hex');
  return {
    'x-partner-code': partner,
    'x-timestamp': timestamp,
    'x-nonce': nonce,
    'x-signature': signature,
    ...changes,
  };
}

const AN = { fullName: 'Nguyễn Văn An', birthDate: '15/05/1990', citizenPid: '099090000001' };

/** A portal with a token of the hub. */
export interface Portal {
  headers: Record<string, string>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answered>;
  register(changes?: object, userInfo?: object, headers?: Record<string, string>): Promise<Answered>;
  /** Of a registration. */
  state(transactionCode: unknown): Promise<Answered['data']>;
  credentials(citizenPid?: string): Promise<Credential[]>;
  sign(texts: readonly string[], changes?: object): Promise<Answered>;
  poll(handle: unknown): Promise<Answered>;
}

interface Credential {
  credentialID: string;
  cert: { status: string; certificates: string[]; provider: string; flow: number; subjectDN: string };
}

export async function signhub(ws: TestWorkspace, account: object = demo): Promise<Portal> {
  const { status, data } = await call(ws, '/api/v1/auth/token', account);
  expect(status).toBe('01');
  const headers: Record<string, string> = { authorization: `Bearer ${data.accessToken}` };
  const post: Portal['post'] = (path, body, more = {}) => call(ws, path, body, { ...headers, ...more });
  const credentials: Portal['credentials'] = async (citizenPid = AN.citizenPid) => {
    const found = await post('/api/v1/certificates/list', { citizenPid });
    return found.data.credentialInfos as Credential[];
  };
  return {
    headers,
    post,
    credentials,
    register: (changes = {}, userInfo = {}, more = {}) => {
      const whole = {
        userInfo: { ...AN, ...userInfo },
        provider: 'HUD-VNPT-SMARTCA',
        servicePackCode: 'VNEID-FREE-12M',
        originatorCode: 'demo-portal',
      };
      return post('/api/v1/certificates/register', { ...whole, ...changes }, more);
    },
    state: async (transactionCode) =>
      (await post('/api/v1/certificates/get-status', { transactionCode })).data,
    sign: async (texts, changes = {}) => {
      const credentialID = (await credentials())[0]?.credentialID;
      const documents = texts.map((text) => ({ documentName: `${text}.pdf`, digestValue: digestOf(text) }));
      return post('/api/v1/signings/hash', {
        credentialID,
        originatorCode: 'demo-portal',
        documents,
        ...changes,
      });
    },
    poll: (handle) => post('/api/v1/signings/polling', { handle }),
  };
}

/** Settings in which the demo account has a webhook. */
export const hookedTo = (url: string): NonNullable<SettingsInput['signhub']> => ({
  accounts: [
    {
      username: demo.username,
      passwordHash: 'FxgbItdGReiStGE6lZBxSMM6Vp1WNZZ1fZN77FGQbm0',
      partner: { code: 'demo-portal', secretKey: 'demo-portal-secret' },
      webhook: { url, secret: 'webhook-secret' },
    },
  ],
});
