import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  authorize,
  authorizeUrl,
  demoPortal,
  type Parameters,
  type Portal,
  registerPortal,
  requestOf,
} from './kit/portal.ts';
import { expectRefusalAtPortal, expectRefusalPage, form } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Portal;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  portal = await registerPortal(ws, { scope: 'openid profile offline_access' });
});

const bad: [string, Parameters, string][] = [
  ['response_type is missing', { response_type: undefined }, 'invalid_request'],
  ['response_type is empty', { response_type: '' }, 'invalid_request'],
  ['response_type is token', { response_type: 'token' }, 'unsupported_response_type'],
  ['response_type is id_token', { response_type: 'id_token' }, 'unsupported_response_type'],
  ['response_type is hybrid', { response_type: 'code id_token' }, 'unsupported_response_type'],
  ['response_type is none', { response_type: 'none' }, 'unsupported_response_type'],
  ['response_type is in capitals', { response_type: 'CODE' }, 'unsupported_response_type'],
  ['response_mode is fragment', { response_mode: 'fragment' }, 'invalid_request'],
  ['response_mode is unknown', { response_mode: 'query.jwt' }, 'invalid_request'],
  ['scope is missing', { scope: undefined }, 'invalid_scope'],
  ['scope lacks openid', { scope: 'profile' }, 'invalid_scope'],
  ['scope holds an unknown one', { scope: 'openid everything' }, 'invalid_scope'],
  ['scope holds one that is not registered', { scope: 'openid phone' }, 'invalid_scope'],
  ['scope holds a name of every object', { scope: 'openid constructor' }, 'invalid_scope'],
  ['prompt is unknown', { prompt: 'create' }, 'invalid_request'],
  ['prompt is none and more', { prompt: 'none login' }, 'invalid_request'],
  ['a request object is sent', { request: 'eyJhbGciOiJub25lIn0.e30.' }, 'request_not_supported'],
  [
    'a request object is sent by reference',
    { request_uri: 'https://portal.example.vn/request.jwt' },
    'request_uri_not_supported',
  ],
  ['the registration parameter is sent', { registration: '{}' }, 'registration_not_supported'],
  ['max_age is negative', { max_age: '-1' }, 'invalid_request'],
  ['max_age is no number', { max_age: 'soon' }, 'invalid_request'],
  ['max_age is a fraction', { max_age: '1.5' }, 'invalid_request'],
  ['claims is no JSON', { claims: '{' }, 'invalid_request'],
  ['claims is a list', { claims: '[]' }, 'invalid_request'],
  ['claims.userinfo is no object', { claims: '{"userinfo":[]}' }, 'invalid_request'],
  ['id_token_hint is no token', { id_token_hint: 'nonsense' }, 'invalid_request'],
  ['the challenge is plain', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['the challenge has no method, which means plain', { code_challenge_method: undefined }, 'invalid_request'],
  ['there is a method and no challenge', { code_challenge: undefined }, 'invalid_request'],
  ['the challenge is too short', { code_challenge: 'x'.repeat(42) }, 'invalid_request'],
  ['the challenge is too long', { code_challenge: 'x'.repeat(44) }, 'invalid_request'],
  ['the challenge is not base64url', { code_challenge: `${'x'.repeat(42)}+` }, 'invalid_request'],
  ['nonce is too long', { nonce: 'n'.repeat(5000) }, 'invalid_request'],
  ['response_type is sent twice', { response_type: ['code', 'code'] }, 'invalid_request'],
  ['scope is sent twice', { scope: ['openid', 'profile'] }, 'invalid_request'],
  ['nonce is sent twice', { nonce: ['a', 'b'] }, 'invalid_request'],
  ['code_challenge is sent twice', { code_challenge: ['x'.repeat(43), 'y'.repeat(43)] }, 'invalid_request'],
  ['prompt is sent twice', { prompt: ['login', 'none'] }, 'invalid_request'],
];

describe('once the redirect URI is known to be right, the portal is told', () => {
  test.each(bad)('when %s', async (_, changes, error) => {
    const answer = await authorize(portal, { state: 'a state', ...changes });
    expectRefusalAtPortal(answer, portal, error, 'a state');
  });

  test.each(bad)('by POST too, when %s', async (_, changes, error) => {
    const request = requestOf(portal, { state: 'a state', ...changes });
    const answer = await ws.fetch('/auth', form(request));
    expectRefusalAtPortal(answer, portal, error, 'a state');
    expect(answer.status).toBe(303);
  });

  test('which scopes there are, when it asked for another', async () => {
    const answer = await authorize(portal, { scope: 'openid everything' });
    const said = new URL(answer.headers.get('location')!).searchParams.get('error_description');
    expect(said).toMatch(
      /^there is no scope 'everything': ask for openid, and of .*\bphone\b.* what you need$/,
    );
  });

  test('and gets no state back when it sent none', async () => {
    const answer = await authorize(portal, { state: undefined, scope: 'profile' });
    expectRefusalAtPortal(answer, portal, 'invalid_scope', undefined);
  });

  test('and gets no state back when it sent it twice', async () => {
    expectRefusalAtPortal(
      await authorize(portal, { state: ['a', 'b'] }),
      portal,
      'invalid_request',
      undefined,
    );
  });

  test('and gets a state of any alphabet back as it was', async () => {
    const state = 'trạng thái & = + # % " <b> 🐱';
    const answer = await authorize(portal, { state, prompt: 'create' });
    expectRefusalAtPortal(answer, portal, 'invalid_request', state);
  });

  test('at a redirect URI with a query of its own', async () => {
    const withQuery = await registerPortal(ws, { redirect_uris: ['https://portal.example.vn/cb?app=1'] });
    const answer = await authorize(withQuery, { prompt: 'create' });
    const location = new URL(answer.headers.get('location')!);
    expect(location.searchParams.get('app')).toBe('1');
    expect(location.searchParams.get('error')).toBe('invalid_request');
  });
});

test('a parameter without a value counts as left out', async () => {
  const answer = await authorize(portal, {
    max_age: '',
    claims: '',
    prompt: '',
    acr_values: '',
    response_mode: '',
    request: '',
    registration: '',
    request_uri: '',
    id_token_hint: '',
    state: '',
  });
  const sent = Object.keys(Object.fromEntries(new URL(answer.headers.get('location')!).searchParams));
  expect(sent.sort()).toEqual(['code', 'iss']);
});

test('parameters that nobody knows are ignored', async () => {
  const answer = await authorize(portal, { utm_source: 'zalo', display: 'page', __proto__: 'x' });
  expect(new URL(answer.headers.get('location')!).searchParams.has('code')).toBe(true);
});

test('a public client must use PKCE', async () => {
  const app = await registerPortal(ws, { token_endpoint_auth_method: 'none' });
  const answer = await authorize(app, {
    state: 's',
    code_challenge: undefined,
    code_challenge_method: undefined,
  });
  expectRefusalAtPortal(answer, app, 'invalid_request', 's');
});

test('a client that is not registered for codes gets none', async () => {
  const answer = await ws.fetch('/register', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      redirect_uris: ['https://portal.example.vn/cb'],
      grant_types: ['refresh_token'],
      response_types: ['code'],
    }),
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: 'invalid_client_metadata' });
});

test.each<[string, (portal: Portal) => Promise<Response>, number[]]>([
  ['a value of 9,000 characters', (p) => authorize(p, { state: 'x'.repeat(9000) }), [400]],
  [
    'a URL of 40,000 characters',
    (p) =>
      authorize(p, {
        a: 'x'.repeat(8000),
        b: 'x'.repeat(8000),
        c: 'x'.repeat(8000),
        d: 'x'.repeat(8000),
        e: 'x'.repeat(8000),
      }),
    [400, 413, 414, 431],
  ],
  [
    'a form of two megabytes',
    (p) => p.ws.fetch('/auth', form({ ...requestOf(p), more: 'x'.repeat(2_000_000) })),
    [413],
  ],
])('%s is refused on a page', async (_, send, statuses) => {
  const answer = await send(portal);
  expect(statuses).toContain(answer.status);
  expect(answer.headers.get('location')).toBeNull();
});

test('a form of another content type is refused on a page', async () => {
  const answer = await ws.fetch('/auth', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(requestOf(portal)),
  });
  await expectRefusalPage(answer, 'unsupported_media_type', 415);
});

test.each(['PUT', 'PATCH', 'DELETE'])('%s is no way to authorize', async (method) => {
  const answer = await ws.fetch(authorizeUrl(demoPortal(ws)), { method });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe('GET, POST');
});
