import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { TestWorkspace } from '../../targets/target.ts';
import { jsonBody } from './wire.ts';

export const md5 = (password: string): string => createHash('md5').update(password).digest('hex');

export const HOSPITAL = { username: '99001_BV', password: md5('Aa@123456') };
export const AN = { maThe: 'DN4999900000001', hoTen: 'Nguyễn Văn An', ngaySinh: '15/05/1990' };
export const OFFICER = { hoTenCb: 'Lê Thị Ngọc', cccdCb: '099186000016' };

/** Below the insurance system, whatever the front. */
export const at = (ws: TestWorkspace, path: string): string => `${ws.origin}/${ws.id}/insurance${path}`;

export interface Keys {
  access_token: string;
  id_token: string;
}

type Said = Record<string, unknown> & { maKetQua: string };

/** The body of an answer that must be JSON. */
export async function read(answer: Response): Promise<Said> {
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  return (await answer.json()) as Said;
}

export const take = (ws: TestWorkspace, credentials: object = HOSPITAL, headers = {}): Promise<Response> => {
  const init = jsonBody(credentials);
  return ws.fetch(at(ws, '/api/token/take'), { ...init, headers: { ...init.headers, ...headers } });
};

export async function keysOf(ws: TestWorkspace): Promise<Keys> {
  const { APIKey } = await read(await take(ws));
  return APIKey as Keys;
}

export const signed = ({ access_token, id_token }: Keys): Record<string, string> => ({
  token: access_token,
  id_token,
  ...HOSPITAL,
});

/** A hospital's programme at the gateway, with a token of its own. */
export interface Hospital {
  ws: TestWorkspace;
  keys: Keys;
  /** A card check: An's, but for what is changed. */
  check(changed?: object, options?: { operation?: string; headers?: Record<string, string> }): Promise<Said>;
}

export async function openHospital(ws: TestWorkspace): Promise<Hospital> {
  const keys = await keysOf(ws);
  return {
    ws,
    keys,
    async check(changed = {}, { operation = 'KQNhanLichSuKCB2024', headers = {} } = {}) {
      const init = jsonBody({ ...AN, ...OFFICER, ...changed });
      const url = at(ws, `/api/egw/${operation}?${new URLSearchParams(signed(keys))}`);
      const answer = await ws.fetch(url, { ...init, headers: { ...init.headers, ...headers } });
      expect(answer.status).toBe(200);
      return read(answer);
    },
  };
}

export async function agentToken(ws: TestWorkspace): Promise<string> {
  const credentials = { username: 'dai-ly-99', password: 'Aa@123456' };
  const answer = await ws.fetch(at(ws, '/hopcat/dai-ly/token'), jsonBody(credentials));
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { access_token: string }).access_token;
}

export const withBearer = (token: string, init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` },
});
