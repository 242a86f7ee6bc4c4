import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  authorizeAt,
  demoAt,
  type ExchangePortal,
  flownTokens,
  fly,
  redeemAt,
  registerAt,
  userinfoAt,
} from './kit/exchange.ts';
import { challengeOf, VERIFIER } from './kit/portal.ts';
import { basic, expectOAuthError, form } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: ExchangePortal;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'mai' } });
  portal = demoAt(ws);
});

const call = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  ws.fetch(`${portal.base}/oauth2/${path}`, { ...form(fields), headers });
const secretOf = ({ id, secret }: ExchangePortal) => ({ client_id: id, client_secret: secret });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('a code', () => {
  test.each([
    ['the body', {}],
    ['the header', { client_id: undefined, client_secret: undefined }],
  ])('is redeemed with the secret in %s, by any registered client', async (_, changes) => {
    const tinh = await registerAt(ws);
    const { code } = await fly(tinh);
    const fields = {
      grant_type: 'authorization_code',
      code: code!,
      redirect_uri: tinh.redirectUri,
      ...secretOf(tinh),
      ...changes,
    };
    const init = form(fields);
    const headers = 'client_id' in changes ? basic(tinh) : {};
    const answer = await ws.fetch(`${tinh.base}/oauth2/token`, { ...init, headers });
    expect(await answer.json()).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      scope: 'openid',
      id_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 3600,
    });
  });

  test('works once', async () => {
    const { code } = await fly(portal);
    expect((await redeemAt(portal, code!)).status).toBe(200);
    await expectOAuthError(await redeemAt(portal, code!), 'invalid_grant');
  });

  test('needs no PKCE, and keeps to it where it was begun with', async () => {
    const changes = { code_challenge: challengeOf(VERIFIER), code_challenge_method: 'S256' };
    const { code } = await fly(portal, changes);
    await expectOAuthError(await redeemAt(portal, code!), 'invalid_grant');
    const again = await fly(portal, changes);
    expect((await redeemAt(portal, again.code!, { code_verifier: VERIFIER })).status).toBe(200);
  });

  test('of another redirect URI is refused', async () => {
    const { code } = await fly(portal);
    const answer = await redeemAt(portal, code!, { redirect_uri: 'http://localhost:3000/other' });
    await expectOAuthError(answer, 'invalid_grant');
  });
});

test('a refresh token gives new tokens, and works once', async () => {
  const { refresh_token } = await flownTokens(portal);
  const refreshed = () => call('token', { grant_type: 'refresh_token', refresh_token, ...secretOf(portal) });
  const answer = await refreshed();
  const { access_token } = (await answer.json()) as { access_token: string };
  expect((await userinfoAt(portal, access_token)).status).toBe(200);
  await expectOAuthError(await refreshed(), 'invalid_grant');
});

describe('introspection', () => {
  test('as portals do it: Bearer with the token itself, and state=0', async () => {
    const { access_token } = await flownTokens(portal);
    const answer = await call('introspect', { token: access_token, state: '0' }, bearer(access_token));
    const now = Math.floor(Date.now() / 1000);
    const body = (await answer.json()) as { exp: number };
    expect(body).toMatchObject({ active: true, client_id: 'demo-portal', exp: expect.any(Number) });
    expect(body.exp).toBeGreaterThan(now + 3500);
  });

  test('with client authentication', async () => {
    const { refresh_token } = await flownTokens(portal);
    const answer = await call('introspect', { token: refresh_token }, basic(portal));
    expect(await answer.json()).toMatchObject({ active: true, token_type: 'refresh_token' });
    expect(await (await call('introspect', { token: 'x', ...secretOf(portal) })).json()).toEqual({
      active: false,
    });
  });

  test('of a dead token by itself says that it is dead, and another one is not told anything', async () => {
    const dead = 'khong-con';
    expect(await (await call('introspect', { token: dead, state: '0' }, bearer(dead))).json()).toEqual({
      active: false,
    });
    const { access_token } = await flownTokens(portal);
    await expectOAuthError(
      await call('introspect', { token: access_token }, bearer(dead)),
      'invalid_token',
      401,
    );
  });

  test("tells nobody about another client's token", async () => {
    const tinh = await registerAt(ws);
    const [mine, theirs] = [await flownTokens(portal), await flownTokens(tinh)];
    const answer = await call('introspect', { token: theirs.access_token }, bearer(mine.access_token));
    expect(await answer.json()).toEqual({ active: false });
  });

  test('without any authentication is refused', async () => {
    await expectOAuthError(await call('introspect', { token: 'x' }), 'invalid_client', 401);
  });
});

describe('revocation', () => {
  test('of an access token ends it alone; of a refresh token, everything', async () => {
    const { access_token, refresh_token } = await flownTokens(portal);
    const revoke = (token: string, token_type_hint: string) =>
      call('revoke', { token, token_type_hint, ...secretOf(portal) });
    expect((await revoke(access_token, 'access_token')).status).toBe(200);
    expect((await userinfoAt(portal, access_token)).status).toBe(401);
    const refreshed = await call('token', {
      grant_type: 'refresh_token',
      refresh_token,
      ...secretOf(portal),
    });
    const next = (await refreshed.json()) as { refresh_token: string; access_token: string };
    expect((await revoke(next.refresh_token, 'refresh_token')).status).toBe(200);
    expect((await userinfoAt(portal, next.access_token)).status).toBe(401);
  });
});

describe('what goes wrong', () => {
  test.each([
    ['a wrong secret', { client_secret: 'sai' }, 'invalid_client', 401],
    ['an unknown client', { client_id: 'khong-co' }, 'invalid_client', 401],
    ['another grant type', { grant_type: 'password' }, 'unsupported_grant_type', 400],
    ['no code', { code: '' }, 'invalid_request', 400],
  ])('%s', async (_, changes, error, status) => {
    await expectOAuthError(await redeemAt(portal, 'x', changes), error, status);
  });

  test('asked for', async () => {
    const { code } = await fly(portal);
    const answer = await ws.fetch(`${portal.base}/oauth2/token`, {
      ...form({ grant_type: 'authorization_code', code: code!, ...secretOf(portal) }),
      headers: { 'x-hopcat-fault': 'expired-code' },
    });
    await expectOAuthError(answer, 'invalid_grant');
  });
});

describe('a wrong authorization request', () => {
  const errorOf = async (url: string, init: RequestInit = {}) => {
    const answer = await ws.fetch(url, init);
    const location = new URL(answer.headers.get('location') ?? '');
    return { status: answer.status, path: location.pathname, ...Object.fromEntries(location.searchParams) };
  };
  const path = () => `/${ws.id}/dvcqg/authenticationendpoint/oauth2_error.do`;

  test('of a wrong callback goes to the error page as WSO2 says it', async () => {
    const sent = await errorOf(authorizeAt(portal, { redirect_uri: 'https://evil.example/cb' }));
    expect(sent).toMatchObject({
      status: 302,
      path: path(),
      oauthErrorCode: 'invalid_callback',
      oauthErrorMsg: 'callback.not.match',
    });
  });

  test.each([
    ['an unknown client', { client_id: 'khong-co' }, 'invalid_client'],
    ['no client', { client_id: undefined }, 'invalid_request'],
    ['two clients', { client_id: ['a', 'b'] }, 'invalid_request'],
  ])('of %s too', async (_, changes, oauthErrorCode) => {
    const sent = await errorOf(authorizeAt(portal, changes));
    expect(sent).toMatchObject({ status: 302, path: path(), oauthErrorCode });
  });

  test('is explained there, in words, with what exactly is wrong', async () => {
    const sent = await ws.fetch(authorizeAt(portal, { redirect_uri: 'https://evil.example/cb' }));
    const page = await ws.fetch(sent.headers.get('location')!);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('Địa chỉ quay về không khớp');
    expect(html).toContain('https://evil.example/cb');
  });

  test('that is wrong otherwise goes to the portal', async () => {
    for (const [changes, error] of [
      [{ response_type: 'token' }, 'unsupported_response_type'],
      [{ scope: 'email' }, 'invalid_scope'],
      [{ prompt: 'hello' }, 'invalid_request'],
    ] as const) {
      const answer = await ws.fetch(authorizeAt(portal, { ...changes, state: 's' }));
      const location = new URL(answer.headers.get('location')!);
      expect(location.href.startsWith(portal.redirectUri)).toBe(true);
      expect(Object.fromEntries(location.searchParams)).toMatchObject({ error, state: 's' });
    }
  });

  test('for a scope that the exchange does not have names what to ask for', async () => {
    const answer = await ws.fetch(authorizeAt(portal, { scope: 'openid profile' }));
    const { searchParams } = new URL(answer.headers.get('location')!);
    const told = searchParams.get('error_description');
    expect(told).toBe("there is no scope 'profile': ask for openid and nothing else");
  });

  test('in a workspace that is not there is a page', async () => {
    const answer = await ws.fetch(`${ws.origin}/khong-co/dvcqg/oauth2/authorize?client_id=demo-portal`);
    expect([answer.status, answer.headers.get('location')]).toEqual([404, null]);
  });
});

describe('discovery', () => {
  const read = async (path: string) =>
    (await (await ws.fetch(`${portal.base}${path}/.well-known/openid-configuration`)).json()) as Record<
      string,
      string | string[] | boolean
    >;

  test('is at both of its paths, and claims only what is true here', async () => {
    const metadata = await read('/oauth2/token');
    expect(metadata).toEqual(await read('/oauth2/oidcdiscovery'));
    expect(metadata).toMatchObject({
      issuer: `${portal.base}/oauth2/token`,
      authorization_endpoint: `${portal.base}/oauth2/authorize`,
      token_endpoint: `${portal.base}/oauth2/token`,
      userinfo_endpoint: `${portal.base}/oauth2/userinfo`,
      jwks_uri: `${portal.base}/oauth2/jwks`,
      introspection_endpoint: `${portal.base}/oauth2/introspect`,
      revocation_endpoint: `${portal.base}/oauth2/revoke`,
      end_session_endpoint: `${portal.base}/oidc/logout`,
      scopes_supported: ['openid'],
      prompt_values_supported: ['none', 'login', 'select_account'],
      authorization_response_iss_parameter_supported: false,
    });
    expect(metadata).not.toHaveProperty('registration_endpoint');
    expect(metadata).not.toHaveProperty('pushed_authorization_request_endpoint');
    const { access_token } = await flownTokens(portal);
    const claims = (await (await userinfoAt(portal, access_token)).json()) as object;
    expect(metadata.claims_supported).toEqual(expect.arrayContaining(Object.keys(claims)));
  });

  test.each([
    ['authorization_endpoint', 'GET', 302],
    ['token_endpoint', 'POST', 400],
    ['userinfo_endpoint', 'POST', 401],
    ['jwks_uri', 'GET', 200],
    ['introspection_endpoint', 'POST', 400],
    ['revocation_endpoint', 'POST', 400],
    ['end_session_endpoint', 'GET', 302],
  ])('%s is there', async (name, method, status) => {
    const url = String((await read('/oauth2/token'))[name]);
    expect((await ws.fetch(url, { method })).status).toBe(status);
  });
});
