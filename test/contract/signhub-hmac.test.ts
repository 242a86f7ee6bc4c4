import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { call, demo, hmac, signhub } from './kit/signhub.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' } });
});

const TOKEN = '/api/v1/auth/token';
const PROVIDERS = '/api/v1/providers';
const body = JSON.stringify(demo);
const seconds = (offset: number) => String(Math.floor(Date.now() / 1000) + offset);

describe("the partner's headers", () => {
  test('over a body and over none are accepted', async () => {
    const { data, status } = await call(ws, TOKEN, body, hmac(body));
    expect(status).toBe('01');
    const authorization = `Bearer ${data.accessToken}`;
    expect((await call(ws, PROVIDERS, undefined, { authorization, ...hmac('') })).status).toBe('01');
  });

  test('sign the body as it was sent, signs between the signs too', async () => {
    const spaced = JSON.stringify(demo, null, 2);
    expect((await call(ws, TOKEN, spaced, hmac(spaced))).status).toBe('01');
    expect(await call(ws, TOKEN, spaced, hmac(body))).toMatchObject({ http: 401, status: '26' });
  });

  const without = (name: string) => {
    const headers: Record<string, string> = hmac(body);
    delete headers[name];
    return headers;
  };

  test.each(['x-partner-code', 'x-timestamp', 'x-nonce', 'x-signature'])('without %s: 20', async (name) => {
    expect(await call(ws, TOKEN, body, without(name))).toMatchObject({ http: 401, status: '20', data: null });
  });

  test.each([
    ['a timestamp of no form', { 'x-timestamp': '2026-01-01T00:00:00Z' }, '22'],
    ['milliseconds', { 'x-timestamp': String(Date.now()) }, '22'],
    ['an old timestamp', { 'x-timestamp': seconds(-310) }, '23'],
    ['a timestamp to come', { 'x-timestamp': seconds(310) }, '23'],
    ['an unknown partner', { 'x-partner-code': 'la' }, '25'],
    ['a wrong signature', { 'x-signature': '0'.repeat(64) }, '26'],
    ['a short signature', { 'x-signature': '0' }, '26'],
  ])('with %s: %j is %s', async (_, changes, status) => {
    expect(await call(ws, TOKEN, body, hmac(body, changes))).toMatchObject({ http: 401, status });
  });

  test('by another key: 26, and the nonce is not spent', async () => {
    const nonce = { 'x-nonce': 'so-01' };
    expect(await call(ws, TOKEN, body, hmac(body, nonce, 'another'))).toMatchObject({ status: '26' });
    expect(await call(ws, TOKEN, body, hmac(body, nonce))).toMatchObject({ status: '01' });
  });

  test('with one nonce in 64 calls at once let exactly one pass', async () => {
    const all = await Promise.all(
      Array.from({ length: 64 }, () => call(ws, TOKEN, body, hmac(body, { 'x-nonce': 'mot-lan' }))),
    );
    expect(all.filter(({ status }) => status === '01')).toHaveLength(1);
    expect(all.filter(({ status }) => status === '24')).toHaveLength(63);
  });

  test('spend their nonce even when the call itself is refused, and whatever the token clock says', async () => {
    const wrong = JSON.stringify({ ...demo, password: 'sai' });
    const nonce = { 'x-nonce': 'so-02' };
    expect(await call(ws, TOKEN, wrong, hmac(wrong, nonce))).toMatchObject({ status: '00' });
    expect(await call(ws, TOKEN, body, hmac(body, nonce))).toMatchObject({ status: '24' });
    await ws.configure({ clockOffsetSeconds: 86_400 });
    expect(await call(ws, TOKEN, body, hmac(body, nonce))).toMatchObject({ status: '24' });
    expect(await call(ws, TOKEN, body, hmac(body))).toMatchObject({ status: '01' });
  });

  test('of another account than the token: 25', async () => {
    const { headers } = await signhub(ws);
    const other = hmac('', { 'x-partner-code': 'dvcqg' }, 'dvcqg-secret');
    expect(await call(ws, PROVIDERS, undefined, { ...headers, ...other })).toMatchObject({ status: '25' });
  });

  test('are needed, or not looked at, as the settings say', async () => {
    const { headers } = await signhub(ws);
    await ws.configure({ signhub: { hmac: 'required' } });
    expect(await call(ws, PROVIDERS, undefined, headers)).toMatchObject({ status: '20' });
    expect(await call(ws, PROVIDERS, undefined, { ...headers, ...hmac('') })).toMatchObject({ status: '01' });
    await ws.configure({ signhub: { hmac: 'off' } });
    expect(await call(ws, PROVIDERS, undefined, { ...headers, 'x-nonce': 'x' })).toMatchObject({
      status: '01',
    });
  });
});

test.each([
  ['quota', 429, '21'],
  ['hmac-error', 500, '27'],
  ['system-error', 500, '99'],
  ['expired-credential', 401, '00'],
  ['down', 503, '99'],
])('asked to fail by %s, the hub says HTTP %i and %s', async (failure, http, status) => {
  const { headers } = await signhub(ws);
  const answer = await call(ws, PROVIDERS, undefined, { ...headers, 'x-hopcat-fault': failure });
  expect(answer).toMatchObject({ http, status, data: null });
});
