import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { keysOf } from './kit/jwt.ts';
import { authorize, callbackOf, demoPortal, registerPortal, tokensFor, userinfo } from './kit/portal.ts';

let ws: TestWorkspace;
let metadata: Record<string, unknown>;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  const answer = await ws.fetch('/.well-known/openid-configuration');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/json');
  metadata = (await answer.json()) as Record<string, unknown>;
});

const list = (name: string): string[] => metadata[name] as string[];

test('the issuer is the address below which discovery is', () => {
  expect(metadata.issuer).toBe(ws.issuer);
});

test('what OpenID Connect Discovery and the later documents require is there', () => {
  expect(metadata).toMatchObject({
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'form_post'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    subject_types_supported: ['public', 'pairwise'],
    code_challenge_methods_supported: ['S256'],
    acr_values_supported: ['LoA1', 'LoA2'],
    prompt_values_supported: ['none', 'login', 'consent', 'select_account'],
    ui_locales_supported: ['vi', 'en'],
    claims_parameter_supported: true,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    authorization_response_iss_parameter_supported: true,
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    frontchannel_logout_supported: true,
    frontchannel_logout_session_supported: true,
  });
  expect(list('id_token_signing_alg_values_supported')).toContain('RS256');
});

test('each endpoint that takes signed assertions names the algorithms (RFC 8414, 2)', () => {
  for (const endpoint of ['token', 'introspection', 'revocation']) {
    if (!list(`${endpoint}_endpoint_auth_methods_supported`).includes('private_key_jwt')) continue;
    const algs = list(`${endpoint}_endpoint_auth_signing_alg_values_supported`);
    expect(algs, endpoint).toEqual(['RS256', 'ES256', 'PS256']);
  }
});

test.each([
  ['authorization_endpoint', 'GET', 400],
  ['token_endpoint', 'POST', 400],
  ['userinfo_endpoint', 'GET', 401],
  ['jwks_uri', 'GET', 200],
  ['registration_endpoint', 'POST', 400],
  ['pushed_authorization_request_endpoint', 'POST', 400],
  ['introspection_endpoint', 'POST', 400],
  ['revocation_endpoint', 'POST', 400],
  ['end_session_endpoint', 'GET', 200],
])('%s is there', async (name, method, status) => {
  const url = String(metadata[name]);
  expect(url.startsWith(`${ws.issuer}/`)).toBe(true);
  expect((await ws.fetch(url, { method })).status).toBe(status);
});

test('every scope can be asked for, and no other', async () => {
  const portal = await registerPortal(ws);
  for (const scope of list('scopes_supported')) {
    const sent = callbackOf(portal, await authorize(portal, { scope: `openid ${scope}` }));
    expect(sent, scope).toHaveProperty('code');
  }
});

test('every claim that a sign-in can give is named', async () => {
  const { access_token } = await tokensFor(demoPortal(ws), { scope: list('scopes_supported').join(' ') });
  const claims = (await (await userinfo(ws, access_token)).json()) as object;
  expect(list('claims_supported')).toEqual(expect.arrayContaining(Object.keys(claims)));
});

describe('the key set', () => {
  test('has a key for each algorithm, and nothing private', async () => {
    const keys = await keysOf(ws);
    expect(keys.map(({ kty }) => kty)).toEqual(expect.arrayContaining(['RSA', 'EC']));
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(keys.length);
    for (const key of keys) {
      expect(key).toMatchObject({ use: 'sig', kid: expect.stringMatching(/^[\w-]{43}$/) });
      for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']) expect(key).not.toHaveProperty(secret);
    }
  });

  test('does not change from one request to the next', async () => {
    expect(await keysOf(ws)).toEqual(await keysOf(ws));
  });
});

test.each(['/.well-known/openid-configuration', '/jwks', '/token', '/userinfo', '/revoke'])(
  'a page of another origin may call %s',
  async (path) => {
    const preflight = await ws.fetch(path, {
      method: 'OPTIONS',
      headers: { origin: 'https://spa.example.vn', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/authorization/);
    const answer = await ws.fetch(path, { headers: { origin: 'https://spa.example.vn' } });
    if (answer.status !== 405) expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  },
);

test.each(['/auth', '/logout', '/par', '/introspect', '/register'])(
  'no page of another origin may call %s',
  async (path) => {
    const answer = await ws.fetch(path, { headers: { origin: 'https://evil.example' } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  },
);
