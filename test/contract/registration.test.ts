import { beforeAll, describe, expect, test } from 'vitest';
import { needs, openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { newPair } from './kit/jwt.ts';
import { listen } from './kit/listener.ts';
import { authorize, callbackOf, REDIRECT_URI, registerPortal, tokensFor } from './kit/portal.ts';
import { expectOAuthError, jsonBody } from './kit/wire.ts';

let ws: TestWorkspace;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
});

const register = (metadata: unknown) => ws.fetch('/register', jsonBody(metadata));
const uris = { redirect_uris: [REDIRECT_URI] };

test('a client that says only where it lives gets every default, an id, a secret and a way to come back', async () => {
  const answer = await register(uris);
  expect(answer.status).toBe(201);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const body = (await answer.json()) as Record<string, unknown>;
  expect(body).toEqual({
    ...uris,
    client_id: expect.stringMatching(/^[\w-]{16,}$/),
    client_id_issued_at: expect.any(Number),
    client_secret: expect.stringMatching(/^[\w-]{43,}$/),
    client_secret_expires_at: 0,
    registration_access_token: expect.stringMatching(/^[\w-]{43,}$/),
    registration_client_uri: `${ws.issuer}/register/${body.client_id}`,
    client_name: 'portal.example.vn',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_basic',
    subject_type: 'public',
    id_token_signed_response_alg: 'RS256',
    scope: expect.stringMatching(/\bopenid\b/),
  });
});

test.each([
  ['none', { token_endpoint_auth_method: 'none' }],
  [
    'private_key_jwt',
    { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [newPair('ES256').jwk] } },
  ],
])('a client of method %s gets no secret', async (_, metadata) => {
  const body = await (await register({ ...uris, ...metadata })).json();
  expect(body).not.toHaveProperty('client_secret');
});

test('what a client says of itself is kept', async () => {
  const metadata = {
    redirect_uris: [REDIRECT_URI, 'vn.example.app:/callback'],
    client_name: 'Cổng thử',
    client_uri: 'https://portal.example.vn/',
    contacts: ['portal@example.vn'],
    grant_types: ['authorization_code', 'refresh_token'],
    post_logout_redirect_uris: ['https://portal.example.vn/'],
    backchannel_logout_uri: 'https://portal.example.vn/logout',
    backchannel_logout_session_required: true,
    default_max_age: 3600,
    default_acr_values: ['LoA2'],
    scope: 'openid profile',
    userinfo_signed_response_alg: 'ES256',
  };
  expect(await (await register(metadata)).json()).toMatchObject(metadata);
});

test('what nobody knows is left out, and nothing of ours can be chosen', async () => {
  const answer = await register({
    ...uris,
    client_id: 'chosen',
    client_secret: 'chosen',
    client_id_issued_at: 1,
    registration_access_token: 'chosen',
    registration_client_uri: 'https://evil.example/',
    unknown_field: true,
    'client_name#vi': 'Cổng',
  });
  expect(answer.status).toBe(201);
  const body = (await answer.json()) as Record<string, unknown>;
  expect(Object.values(body)).not.toContain('chosen');
  expect(body).not.toHaveProperty('unknown_field');
  expect(body.client_id_issued_at).not.toBe(1);
  const portal = {
    ws,
    id: String(body.client_id),
    secret: String(body.client_secret),
    redirectUri: REDIRECT_URI,
    registered: body,
  };
  expect(await tokensFor(portal)).toHaveProperty('id_token');
});

test('a redirect URI of an app is good', async () => {
  const app = await registerPortal(ws, {
    redirect_uris: ['vn.example.app:/callback'],
    application_type: 'native',
    token_endpoint_auth_method: 'none',
  });
  expect(callbackOf(app, await authorize(app))).toHaveProperty('code');
});

describe('refused is', () => {
  const rsa = newPair('RS256').jwk;
  test.each<[string, unknown, string]>([
    ['no redirect URI', {}, 'invalid_redirect_uri'],
    ['an empty list of redirect URIs', { redirect_uris: [] }, 'invalid_redirect_uri'],
    ['one redirect URI that is no list', { redirect_uris: REDIRECT_URI }, 'invalid_redirect_uri'],
    ['a redirect URI with a fragment', { redirect_uris: [`${REDIRECT_URI}#x`] }, 'invalid_redirect_uri'],
    ['a relative redirect URI', { redirect_uris: ['/callback'] }, 'invalid_redirect_uri'],
    ['a redirect URI that runs script', { redirect_uris: ['javascript:alert(1)'] }, 'invalid_redirect_uri'],
    ['a redirect URI that holds its page', { redirect_uris: ['data:text/html,x'] }, 'invalid_redirect_uri'],
    ['a redirect URI beyond ASCII', { redirect_uris: ['https://x.vn/đăng-nhập'] }, 'invalid_redirect_uri'],
    ['a redirect URI with a line break', { redirect_uris: ['https://x.vn/\n'] }, 'invalid_redirect_uri'],
    ['an implicit response type', { ...uris, response_types: ['id_token'] }, 'invalid_client_metadata'],
    ['an implicit grant', { ...uris, grant_types: ['implicit'] }, 'invalid_client_metadata'],
    [
      'an unknown method',
      { ...uris, token_endpoint_auth_method: 'tls_client_auth' },
      'invalid_client_metadata',
    ],
    ['unsigned ID tokens', { ...uris, id_token_signed_response_alg: 'none' }, 'invalid_client_metadata'],
    [
      'ID tokens signed by secret',
      { ...uris, id_token_signed_response_alg: 'HS256' },
      'invalid_client_metadata',
    ],
    ['an unknown subject type', { ...uris, subject_type: 'secret' }, 'invalid_client_metadata'],
    ['an unknown scope', { ...uris, scope: 'openid everything' }, 'invalid_client_metadata'],
    [
      'private_key_jwt without keys',
      { ...uris, token_endpoint_auth_method: 'private_key_jwt' },
      'invalid_client_metadata',
    ],
    ['a private key', { ...uris, jwks: { keys: [{ ...rsa, d: 'AQAB' }] } }, 'invalid_client_metadata'],
    ['a shared key', { ...uris, jwks: { keys: [{ kty: 'oct', k: 'AQAB' }] } }, 'invalid_client_metadata'],
    [
      'keys twice',
      { ...uris, jwks: { keys: [rsa] }, jwks_uri: 'https://x.vn/jwks' },
      'invalid_client_metadata',
    ],
    ['a negative default_max_age', { ...uris, default_max_age: -1 }, 'invalid_client_metadata'],
    ['a logout URI that is no URL', { ...uris, backchannel_logout_uri: 'x' }, 'invalid_client_metadata'],
    [
      'a logout URI with a fragment',
      { ...uris, frontchannel_logout_uri: 'https://x.vn/#x' },
      'invalid_client_metadata',
    ],
    ['a level that does not exist', { ...uris, default_acr_values: ['LoA9'] }, 'invalid_client_metadata'],
    ['a name that is no text', { ...uris, client_name: 7 }, 'invalid_client_metadata'],
    [
      'pairwise subjects on two hosts without a sector',
      { redirect_uris: [REDIRECT_URI, 'https://other.example.vn/'], subject_type: 'pairwise' },
      'invalid_client_metadata',
    ],
    ["somebody's personal number", { ...uris, client_name: 'Cổng 001090000001' }, 'invalid_client_metadata'],
  ])('%s', async (_, metadata, error) => {
    await expectOAuthError(await register(metadata), error);
  });

  test.each<[string, RequestInit]>([
    ['a list', jsonBody([])],
    ['a word', jsonBody('client')],
    ['nothing', jsonBody(null)],
    ['no JSON', { ...jsonBody({}), body: '{' }],
    ['a form', { method: 'POST', body: new URLSearchParams({ redirect_uris: REDIRECT_URI }) }],
  ])('%s in place of an object', async (_, init) => {
    await expectOAuthError(await ws.fetch('/register', init), 'invalid_request');
  });
});

describe('the sector of pairwise subjects', () => {
  needs('calls to loopback');

  const pairwise = (sector_identifier_uri: string) => ({
    redirect_uris: [REDIRECT_URI, 'https://other.example.vn/callback'],
    subject_type: 'pairwise',
    sector_identifier_uri,
  });

  test('must list every redirect URI', async () => {
    await using good = await listen(() => Response.json([REDIRECT_URI, 'https://other.example.vn/callback']));
    await using half = await listen(() => Response.json([REDIRECT_URI]));
    await using none = await listen(() => new Response('no JSON'));
    expect((await register(pairwise(good.url))).status).toBe(201);
    await expectOAuthError(await register(pairwise(half.url)), 'invalid_client_metadata');
    await expectOAuthError(await register(pairwise(none.url)), 'invalid_client_metadata');
  });

  test('must be at a host that the workspace allows', async () => {
    const answer = await register(pairwise('https://169.254.169.254/latest/meta-data/'));
    await expectOAuthError(answer, 'invalid_client_metadata');
  });
});
