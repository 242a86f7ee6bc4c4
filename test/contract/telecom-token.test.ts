import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { ANOTHER, askToken, carriers, configureCarriers } from './kit/carriers.ts';
import { expectOAuthError, jsonBody } from './kit/wire.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace();
});

const TOKEN = '/telecom/oauth2/token';
const asked = { phoneNumber: '+84950000101', name: 'Nguyễn Văn An' };
const post = (form: Record<string, string>) =>
  ws.fetch(`${ws.origin}/${ws.id}${TOKEN}`, { method: 'POST', body: new URLSearchParams(form) });

describe('a token of the carriers', () => {
  test('is given by header or by form, for an hour, and is never cached', async () => {
    const client = { client_id: 'demo-portal', client_secret: 'demo-portal-secret' };
    for (const answer of [
      await askToken(ws, TOKEN),
      await post({ grant_type: 'client_credentials', ...client }),
    ]) {
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.json()).toEqual({
        access_token: expect.stringMatching(/^[\w-]{43}$/),
        token_type: 'Bearer',
        expires_in: 3600,
        scope: 'kyc-match:match subscribers:check sms:send',
      });
    }
  });

  test('ends by the token clock', async () => {
    const caller = await carriers(ws);
    await ws.configure({ clockOffsetSeconds: 3599 });
    expect((await caller.post('/kyc-match/match', asked)).status).toBe(200);
    await ws.configure({ clockOffsetSeconds: 3601 });
    const answer = await caller.post('/kyc-match/match', asked);
    expect(answer).toMatchObject({ status: 401, body: { status: 401, code: 'UNAUTHENTICATED' } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('ends with its account', async () => {
    const caller = await carriers(ws);
    await configureCarriers(ws, ({ accounts }) => ({
      accounts: accounts.map((account) => ({ ...account, ...ANOTHER.account })),
    }));
    expect((await caller.post('/kyc-match/match', asked)).status).toBe(401);
    const other = await carriers(ws, {}, ANOTHER.client);
    expect((await other.post('/kyc-match/match', asked)).status).toBe(200);
  });

  test('allows what its scope says and nothing else', async () => {
    const caller = await carriers(ws, { scope: 'sms:send' });
    expect(await caller.post('/kyc-match/match', asked)).toMatchObject({
      status: 403,
      body: { code: 'PERMISSION_DENIED' },
    });
    const sms = { to: '0950000101', from: 'CongDVC', text: 'chào' };
    expect((await caller.post('/sms/messages', sms)).status).toBe(202);
  });

  test.each(['', 'Bearer', 'Bearer x', 'Basic ZGVtby1wb3J0YWw6ZGVtby1wb3J0YWwtc2VjcmV0'])(
    'is missing in the header “%s”',
    async (authorization) => {
      const init = jsonBody(asked);
      const headers = { ...(init.headers as Record<string, string>), authorization };
      const url = `${ws.origin}/${ws.id}/telecom/kyc-match/match`;
      expect((await ws.fetch(url, { ...init, headers })).status).toBe(401);
    },
  );
});

describe('no token', () => {
  test.each([
    ['a wrong secret', { client_id: 'demo-portal', client_secret: 'sai' }, 'invalid_client', 401],
    ['an unknown client', { client_id: 'la', client_secret: 'demo-portal-secret' }, 'invalid_client', 401],
    ['no secret at all', { client_id: 'demo-portal' }, 'invalid_client', 401],
  ])('for %s', async (_, client, error, status) => {
    await expectOAuthError(await post({ grant_type: 'client_credentials', ...client }), error, status);
  });

  test.each([
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{ scope: 'openid' }, 'invalid_scope'],
    [{ client_secret: 'demo-portal-secret' }, 'invalid_request'],
  ])('for %j', async (form, error) => {
    await expectOAuthError(await askToken(ws, TOKEN, form), error);
  });

  test('for a request without grant_type', async () => {
    await expectOAuthError(await post({ client_id: 'demo-portal' }), 'invalid_request');
  });
});

test('settings keep no secret, only its hash, and take no client twice', async () => {
  const { telecom } = (await (await ws.control('/settings')).json()) as { telecom: object };
  expect(JSON.stringify(telecom)).not.toContain('demo-portal-secret');
  const twice = { telecom: { accounts: [ANOTHER.account, ANOTHER.account] } };
  const refused = await ws.control('/settings', {
    method: 'PATCH',
    headers: { 'content-type': 'application/merge-patch+json' },
    body: JSON.stringify(twice),
  });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('telecom.accounts');
});
