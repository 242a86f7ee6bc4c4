import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { demoPortal, type Portal, registerPortal, tokensFor, userinfo } from './kit/portal.ts';
import { expectOAuthError } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Portal;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  portal = await registerPortal(ws);
});

test.each(['GET', 'POST'])('userinfo answers a bearer token by %s', async (method) => {
  const { access_token } = await tokensFor(portal);
  const answer = await ws.fetch('/userinfo', {
    method,
    headers: { authorization: `Bearer ${access_token}` },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.json()).toMatchObject({ citizenPid: '099090000001' });
});

describe('without a good token userinfo says so by RFC 6750', () => {
  const ask = (headers: Record<string, string>) => ws.fetch('/userinfo', { headers });

  test.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['an empty header', { authorization: '' }],
    ['a basic header', { authorization: 'Basic ZGVtbw==' }],
    ['a word', { authorization: 'token' }],
  ])('%s names the scheme and no error', async (_, headers) => {
    const answer = await ask(headers);
    await expectOAuthError(answer, 'invalid_token', 401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="[^"]+"$/);
  });

  test.each<[string, () => Promise<string>]>([
    ['made up', async () => 'nonsense'],
    ['tampered with', async () => `${(await tokensFor(portal)).access_token.slice(0, -2)}__`],
    ['the ID token', async () => (await tokensFor(portal)).id_token],
    [
      'a refresh token',
      async () => (await tokensFor(portal, { scope: 'openid offline_access' })).refresh_token,
    ],
    [
      'of another workspace',
      async () => {
        const other = await openWorkspace({ autopilot: { person: 'an' } });
        return (await tokensFor(demoPortal(other))).access_token;
      },
    ],
  ])('a token that is %s names the error', async (_, token) => {
    const answer = await ask({ authorization: `Bearer ${await token()}` });
    await expectOAuthError(answer, 'invalid_token', 401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer .*error="invalid_token"/);
  });

  test('a token in the query is none', async () => {
    const { access_token } = await tokensFor(portal);
    await expectOAuthError(await ws.fetch(`/userinfo?access_token=${access_token}`), 'invalid_token', 401);
  });

  test('an access token ends by the clock, after an hour', async () => {
    const own = await openWorkspace({ autopilot: { person: 'an' } });
    const { access_token } = await tokensFor(demoPortal(own));
    await own.configure({ clockOffsetSeconds: 3590 });
    expect((await userinfo(own, access_token)).status).toBe(200);
    await own.configure({ clockOffsetSeconds: 3610 });
    await expectOAuthError(await userinfo(own, access_token), 'invalid_token', 401);
    await own.configure({ clockOffsetSeconds: 0 });
    expect((await userinfo(own, access_token)).status).toBe(200);
  });
});

test('PUT is no way to ask', async () => {
  const answer = await ws.fetch('/userinfo', { method: 'PUT' });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
});
