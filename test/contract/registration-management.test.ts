import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  authorize,
  callbackOf,
  codeFor,
  type Portal,
  REDIRECT_URI,
  redeem,
  refresh,
  registerPortal,
  tokensFor,
  userinfo,
} from './kit/portal.ts';
import { expectOAuthError, expectRefusalPage, jsonBody } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Portal;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
});

beforeEach(async () => {
  portal = await registerPortal(ws);
});

const at = ({ registered }: Portal) => String(registered.registration_client_uri);
const token = ({ registered }: Portal) => String(registered.registration_access_token);
const bearer = (value: string) => ({ authorization: `Bearer ${value}` });

const put = (metadata: Record<string, unknown>) => {
  const init = jsonBody({ client_id: portal.id, redirect_uris: [REDIRECT_URI], ...metadata }, 'PUT');
  return ws.fetch(at(portal), { ...init, headers: { ...init.headers, ...bearer(token(portal)) } });
};

describe('reading', () => {
  test('tells what was registered, and never the secret', async () => {
    const answer = await ws.fetch(at(portal), { headers: bearer(token(portal)) });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { client_secret: _, client_secret_expires_at: __, ...registered } = portal.registered;
    expect(await answer.json()).toEqual(registered);
  });

  test.each<[string, () => Record<string, string>]>([
    ['no token', () => ({})],
    ['an empty token', () => ({ authorization: 'Bearer ' })],
    ['a wrong token', () => bearer('wrong')],
    ['the client secret', () => bearer(portal.secret)],
    ['a basic header', () => ({ authorization: `Basic ${Buffer.from('a:b').toString('base64')}` })],
  ])('with %s is refused', async (_, headers) => {
    await expectOAuthError(await ws.fetch(at(portal), { headers: headers() }), 'invalid_token', 401);
  });

  test('another client is refused', async () => {
    const other = await registerPortal(ws);
    const answer = await ws.fetch(at(other), { headers: bearer(token(portal)) });
    await expectOAuthError(answer, 'invalid_token', 401);
  });

  test.each(['demo-portal', 'nobody', '%00', '%ff', '..%2f..', '__proto__'])(
    '%s is refused as if it were unknown',
    async (id) => {
      const answer = await ws.fetch(`/register/${id}`, { headers: bearer(token(portal)) });
      expect([400, 401, 404]).toContain(answer.status);
    },
  );
});

describe('updating', () => {
  test('puts the new metadata in the place of all the old', async () => {
    await put({ client_name: 'Một', contacts: ['a@example.vn'] });
    const answer = await put({ client_name: 'Hai', redirect_uris: ['https://portal.example.vn/new'] });
    expect(answer.status).toBe(200);
    const body = await answer.json();
    expect(body).toMatchObject({ client_id: portal.id, client_name: 'Hai' });
    expect(body).not.toHaveProperty('contacts');
    await expectRefusalPage(await authorize(portal), 'invalid_redirect');
    const moved = { ...portal, redirectUri: 'https://portal.example.vn/new' };
    expect(callbackOf(moved, await authorize(moved))).toHaveProperty('code');
  });

  test('keeps the secret', async () => {
    expect((await put({ client_secret: portal.secret })).status).toBe(200);
    expect((await redeem(portal, await codeFor(portal))).status).toBe(200);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['another client id', { client_id: 'other' }, 'invalid_client_metadata'],
    ['no client id', { client_id: undefined }, 'invalid_client_metadata'],
    ['another secret', { client_secret: 'other' }, 'invalid_client_metadata'],
    ['a registration token', { registration_access_token: 'x' }, 'invalid_client_metadata'],
    ['a registration address', { registration_client_uri: 'https://x.vn' }, 'invalid_client_metadata'],
    ['an issue date', { client_id_issued_at: 1 }, 'invalid_client_metadata'],
    ['an end of the secret', { client_secret_expires_at: 0 }, 'invalid_client_metadata'],
    ['a bad redirect URI', { redirect_uris: ['x'] }, 'invalid_redirect_uri'],
    ['an unknown method', { token_endpoint_auth_method: 'magic' }, 'invalid_client_metadata'],
  ])('%s is refused and changes nothing', async (_, metadata, error) => {
    await expectOAuthError(await put(metadata), error);
    expect(await tokensFor(portal)).toHaveProperty('access_token');
  });

  test('wants the token', async () => {
    const answer = await ws.fetch(at(portal), jsonBody({ client_id: portal.id }, 'PUT'));
    await expectOAuthError(answer, 'invalid_token', 401);
  });

  test('to a method that needs no secret leaves the secret useless', async () => {
    expect((await put({ token_endpoint_auth_method: 'none' })).status).toBe(200);
    const code = await codeFor(portal);
    await expectOAuthError(await redeem(portal, code), 'invalid_client', 401);
    expect((await redeem(portal, code, { client_id: portal.id }, {})).status).toBe(200);
  });
});

describe('deleting', () => {
  test('ends the client and everything that it holds', async () => {
    const { access_token, refresh_token } = await tokensFor(portal, { scope: 'openid offline_access' });
    const code = await codeFor(portal);
    const gone = await ws.fetch(at(portal), { method: 'DELETE', headers: bearer(token(portal)) });
    expect([gone.status, await gone.text()]).toEqual([204, '']);
    await expectRefusalPage(await authorize(portal), 'unknown_client');
    await expectOAuthError(await redeem(portal, code), 'invalid_client', 401);
    await expectOAuthError(await refresh(portal, refresh_token), 'invalid_client', 401);
    await expectOAuthError(await userinfo(ws, access_token), 'invalid_token', 401);
    const again = await ws.fetch(at(portal), { headers: bearer(token(portal)) });
    await expectOAuthError(again, 'invalid_token', 401);
  });

  test('wants the token', async () => {
    await expectOAuthError(await ws.fetch(at(portal), { method: 'DELETE' }), 'invalid_token', 401);
    expect(await tokensFor(portal)).toHaveProperty('access_token');
  });
});

test('POST is no way to manage a client', async () => {
  const answer = await ws.fetch(at(portal), { method: 'POST', headers: bearer(token(portal)) });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe('DELETE, GET, PUT');
});
