import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { agree, broughtTo, openBrowser } from './kit/browser.ts';
import {
  callbackOf,
  type Parameters,
  type Portal,
  REDIRECT_URI,
  redeem,
  registerPortal,
  requestOf,
  search,
} from './kit/portal.ts';
import { basic, expectOAuthError, expectRefusalPage, form } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Portal;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  portal = await registerPortal(ws);
});

const push = (at: Portal, changes: Parameters = {}, headers = basic(at)) =>
  at.ws.fetch('/par', { ...form(requestOf(at, changes)), headers });

async function pushed(at: Portal, changes: Parameters = {}): Promise<string> {
  const answer = await push(at, changes);
  expect(answer.status).toBe(201);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const body = (await answer.json()) as { request_uri: string; expires_in: number };
  expect(body).toEqual({
    request_uri: expect.stringMatching(/^urn:ietf:params:oauth:request_uri:[\w-]{43,}$/),
    expires_in: expect.any(Number),
  });
  return body.request_uri;
}

const pull = (at: Portal, request_uri: string, more: Parameters = {}) =>
  at.ws.fetch(`/auth?${search({ client_id: at.id, request_uri, ...more })}`);

test('a pushed request is what counts, whatever stands beside it', async () => {
  const uri = await pushed(portal, { state: 'pushed' });
  const beside = {
    state: 'beside',
    redirect_uri: 'https://evil.example/',
    scope: 'openid email',
    prompt: 'create',
  };
  const { code, ...rest } = callbackOf(portal, await pull(portal, uri, beside));
  expect(rest).toEqual({ state: 'pushed', iss: ws.issuer });
  const answer = await redeem(portal, code!);
  expect(await answer.json()).toMatchObject({ scope: 'openid' });
});

test('a request URI works once', async () => {
  const uri = await pushed(portal);
  expect(callbackOf(portal, await pull(portal, uri))).toHaveProperty('code');
  await expectRefusalPage(await pull(portal, uri), 'invalid_request_uri');
});

test('of eight that use a request URI at once one gets a code', async () => {
  const uri = await pushed(portal);
  const answers = await Promise.all(Array.from({ length: 8 }, () => pull(portal, uri)));
  const codes = answers.filter(({ headers }) => headers.get('location')?.includes('code='));
  expect(codes).toHaveLength(1);
  for (const answer of answers)
    if (answer !== codes[0]) await expectRefusalPage(answer, 'invalid_request_uri');
});

test('a request URI ends by the clock', async () => {
  const own = await openWorkspace({ autopilot: { person: 'an' } });
  const there = await registerPortal(own);
  const [soon, late] = [await pushed(there), await pushed(there)];
  await own.configure({ clockOffsetSeconds: 590 });
  expect(callbackOf(there, await pull(there, soon))).toHaveProperty('code');
  await own.configure({ clockOffsetSeconds: 610 });
  await expectRefusalPage(await pull(there, late), 'invalid_request_uri');
});

test('a request URI is good for the client that pushed it only', async () => {
  const other = await registerPortal(ws);
  await expectRefusalPage(await pull(other, await pushed(portal)), 'invalid_request_uri');
});

test('a made-up request URI is refused', async () => {
  const uri = `urn:ietf:params:oauth:request_uri:${'x'.repeat(43)}`;
  await expectRefusalPage(await pull(portal, uri), 'invalid_request_uri');
});

test('a pushed request survives the pages of a sign-in', async () => {
  const own = await openWorkspace();
  const there = await registerPortal(own);
  const browser = openBrowser(own);
  const uri = await pushed(there, { state: 's', prompt: 'login' });
  const page = await browser.open(`/auth?${search({ client_id: there.id, request_uri: uri })}`);
  const next = await browser.submit(page, '/sign-in/person', { person: 'an' });
  expect(broughtTo(there, await agree(browser, next))).toMatchObject({
    code: expect.any(String),
    state: 's',
  });
});

test('a client may insist on pushed requests', async () => {
  const strict = await registerPortal(ws, { require_pushed_authorization_requests: true });
  const plain = await ws.fetch(`/auth?${search(requestOf(strict, { state: 's' }))}`);
  expect(callbackOf(strict, plain)).toMatchObject({ error: 'invalid_request', state: 's' });
  expect(callbackOf(strict, await pull(strict, await pushed(strict)))).toHaveProperty('code');
});

test('a public client pushes with its id alone', async () => {
  const app = await registerPortal(ws, { token_endpoint_auth_method: 'none' });
  expect((await push(app, {}, {})).status).toBe(201);
});

describe('what is wrong with a request is told at once', () => {
  test.each<[string, Parameters, string]>([
    ['another redirect URI', { redirect_uri: 'https://evil.example/' }, 'invalid_request'],
    ['no redirect URI', { redirect_uri: undefined }, 'invalid_request'],
    ['two redirect URIs', { redirect_uri: [REDIRECT_URI, REDIRECT_URI] }, 'invalid_request'],
    ['a request URI', { request_uri: 'urn:ietf:params:oauth:request_uri:x' }, 'invalid_request'],
    ['a request object', { request: 'e30.e30.' }, 'request_not_supported'],
    ['no response type', { response_type: undefined }, 'invalid_request'],
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['an unknown scope', { scope: 'openid everything' }, 'invalid_scope'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['a repeated nonce', { nonce: ['a', 'b'] }, 'invalid_request'],
    ['claims that are no JSON', { claims: '{' }, 'invalid_request'],
    ['an unknown prompt', { prompt: 'create' }, 'invalid_request'],
    ['the id of another client', { client_id: 'demo-portal' }, 'invalid_client'],
  ])('%s', async (_, changes, error) => {
    await expectOAuthError(await push(portal, changes), error, error === 'invalid_client' ? 401 : 400);
  });

  test('no authentication', async () => {
    await expectOAuthError(await push(portal, {}, {}), 'invalid_client', 401);
  });

  test('a wrong secret', async () => {
    const answer = await push(portal, {}, basic({ ...portal, secret: 'wrong' }));
    await expectOAuthError(answer, 'invalid_client', 401);
  });
});

test('a secret in the body of the pushed request is not kept beside it', async () => {
  const post = await registerPortal(ws, { token_endpoint_auth_method: 'client_secret_post' });
  const answer = await push(post, { client_secret: post.secret }, {});
  expect(answer.status).toBe(201);
});

test('GET is no way to push', async () => {
  expect((await ws.fetch(`/par?${search(requestOf(portal))}`)).status).toBe(405);
});
