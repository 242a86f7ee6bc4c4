import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { verified } from './kit/jwt.ts';
import {
  type Parameters,
  type Portal,
  refresh,
  registerPortal,
  type Tokens,
  tokensFor,
  userinfo,
} from './kit/portal.ts';
import { basic, expectOAuthError, form } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Portal;
let other: Portal;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  [portal, other] = [await registerPortal(ws), await registerPortal(ws)];
});

const tell = (path: string, at: Portal, token: string | undefined, more: Parameters = {}) =>
  at.ws.fetch(path, { ...form({ token, ...more }), headers: basic(at) });

async function introspected(at: Portal, token: string, more: Parameters = {}) {
  const answer = await tell('/introspect', at, token, more);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return (await answer.json()) as Record<string, unknown>;
}

const both = (at: Portal = portal): Promise<Tokens> =>
  tokensFor(at, { scope: 'openid profile offline_access' });

describe('introspection', () => {
  test('tells what an access token is', async () => {
    const { access_token, id_token } = await both();
    const { sub } = (await verified(ws, id_token)).payload;
    const body = await introspected(portal, access_token);
    expect(body).toEqual({
      active: true,
      scope: 'openid profile offline_access',
      client_id: portal.id,
      sub,
      iss: ws.issuer,
      token_type: 'Bearer',
      exp: expect.any(Number),
      iat: expect.any(Number),
    });
    expect(Number(body.exp) - Number(body.iat)).toBe(3600);
  });

  test.each(['refresh_token', 'access_token', 'something_else'])(
    'finds a refresh token, whatever the hint: %s',
    async (token_type_hint) => {
      const { refresh_token } = await both();
      const body = await introspected(portal, refresh_token, { token_type_hint });
      expect(body).toMatchObject({ active: true, token_type: 'refresh_token' });
    },
  );

  test.each<[string, () => Promise<string>]>([
    ['made up', async () => 'nonsense'],
    ['of another client', async () => (await both(other)).access_token],
    ['an ID token', async () => (await both()).id_token],
    [
      'used up',
      async () => {
        const { refresh_token } = await both();
        await refresh(portal, refresh_token);
        return refresh_token;
      },
    ],
  ])('says of a token that is %s only that it is not active', async (_, token) => {
    expect(await introspected(portal, await token())).toEqual({ active: false });
  });

  test('says so of a token that has ended by the clock', async () => {
    const own = await openWorkspace({ autopilot: { person: 'an' } });
    const there = await registerPortal(own);
    const { access_token, refresh_token } = await both(there);
    await own.configure({ clockOffsetSeconds: 3610 });
    expect(await introspected(there, access_token)).toEqual({ active: false });
    expect(await introspected(there, refresh_token)).toMatchObject({ active: true });
  });

  test('does not use up or revoke anything', async () => {
    const { access_token, refresh_token } = await both();
    for (const token of [access_token, refresh_token]) await introspected(portal, token);
    expect((await userinfo(ws, access_token)).status).toBe(200);
    expect((await refresh(portal, refresh_token)).status).toBe(200);
  });

  test('is not for public clients', async () => {
    const app = await registerPortal(ws, { token_endpoint_auth_method: 'none' });
    const answer = await ws.fetch('/introspect', form({ token: 'x', client_id: app.id }));
    await expectOAuthError(answer, 'invalid_client', 401);
  });
});

describe('revocation', () => {
  test('of an access token ends that token alone', async () => {
    const { access_token, refresh_token } = await both();
    const answer = await tell('/revoke', portal, access_token);
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    await expectOAuthError(await userinfo(ws, access_token), 'invalid_token', 401);
    expect((await refresh(portal, refresh_token)).status).toBe(200);
  });

  test('of a refresh token ends everything of that sign-in', async () => {
    const { access_token, refresh_token } = await both();
    expect((await tell('/revoke', portal, refresh_token)).status).toBe(200);
    await expectOAuthError(await refresh(portal, refresh_token), 'invalid_grant');
    await expectOAuthError(await userinfo(ws, access_token), 'invalid_token', 401);
  });

  test.each(['refresh_token', 'access_token', 'something_else'])(
    'finds an access token, whatever the hint: %s',
    async (token_type_hint) => {
      const { access_token } = await both();
      expect((await tell('/revoke', portal, access_token, { token_type_hint })).status).toBe(200);
      expect((await userinfo(ws, access_token)).status).toBe(401);
    },
  );

  test('of what is unknown is done already', async () => {
    expect((await tell('/revoke', portal, 'nonsense')).status).toBe(200);
    const { access_token } = await both();
    for (const turn of [1, 2])
      expect([turn, (await tell('/revoke', portal, access_token)).status]).toEqual([turn, 200]);
  });

  test("of another client's token is refused, and leaves it alone (RFC 7009, 2.1)", async () => {
    const { access_token, refresh_token } = await both(other);
    for (const token of [access_token, refresh_token]) {
      await expectOAuthError(await tell('/revoke', portal, token), 'invalid_grant');
    }
    expect((await userinfo(ws, access_token)).status).toBe(200);
    expect((await refresh(other, refresh_token)).status).toBe(200);
  });

  test('is for public clients too', async () => {
    const app = await registerPortal(ws, { token_endpoint_auth_method: 'none' });
    const answer = await ws.fetch('/revoke', form({ token: 'x', client_id: app.id }));
    expect(answer.status).toBe(200);
  });
});

describe.each(['/introspect', '/revoke'])('%s', (path) => {
  test.each<[string, Parameters]>([
    ['no token', { token: undefined }],
    ['an empty token', { token: '' }],
    ['two tokens', { token: ['a', 'b'] }],
  ])('wants one token, not %s', async (_, more) => {
    await expectOAuthError(await tell(path, portal, 'x', more), 'invalid_request');
  });

  test('is not to be had by GET', async () => {
    expect((await ws.fetch(`${path}?token=x`)).status).toBe(405);
  });
});
