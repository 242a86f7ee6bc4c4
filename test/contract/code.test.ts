import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  codeFor,
  demoPortal,
  type Parameters,
  type Portal,
  REDIRECT_URI,
  redeem,
  refresh,
  registerPortal,
  type Tokens,
  userinfo,
  VERIFIER,
} from './kit/portal.ts';
import { expectOAuthError } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Portal;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  portal = await registerPortal(ws);
});

const tokensOf = async (answer: Response): Promise<Tokens> => {
  expect(answer.status).toBe(200);
  return (await answer.json()) as Tokens;
};

test('a code gives tokens that no cache may keep', async () => {
  const answer = await redeem(portal, await codeFor(portal));
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('pragma')).toBe('no-cache');
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(await tokensOf(answer)).toEqual({
    access_token: expect.any(String),
    token_type: 'Bearer',
    expires_in: 3600,
    scope: 'openid',
    id_token: expect.any(String),
  });
});

describe('a code works once', () => {
  test('and its replay revokes the access token', async () => {
    const code = await codeFor(portal);
    const { access_token } = await tokensOf(await redeem(portal, code));
    expect((await userinfo(ws, access_token)).status).toBe(200);
    await expectOAuthError(await redeem(portal, code), 'invalid_grant');
    await expectOAuthError(await userinfo(ws, access_token), 'invalid_token', 401);
  });

  test('and its replay revokes the refresh token', async () => {
    const code = await codeFor(portal, { scope: 'openid offline_access' });
    const { refresh_token } = await tokensOf(await redeem(portal, code));
    await expectOAuthError(await redeem(portal, code), 'invalid_grant');
    await expectOAuthError(await refresh(portal, refresh_token), 'invalid_grant');
  });

  test('and its replay revokes what a refresh has given since, even after its own minute', async () => {
    const own = await openWorkspace({ autopilot: { person: 'an' } });
    const there = await registerPortal(own);
    const code = await codeFor(there, { scope: 'openid offline_access' });
    const first = await tokensOf(await redeem(there, code));
    await own.configure({ clockOffsetSeconds: 600 });
    const second = await tokensOf(await refresh(there, first.refresh_token));
    await expectOAuthError(await redeem(there, code), 'invalid_grant');
    expect((await userinfo(own, second.access_token)).status).toBe(401);
    await expectOAuthError(await refresh(there, second.refresh_token), 'invalid_grant');
  });
});

test('of 64 parallel redemptions one succeeds and 63 are invalid_grant', async () => {
  const code = await codeFor(portal);
  const answers = await Promise.all(Array.from({ length: 64 }, () => redeem(portal, code)));
  const good = answers.filter(({ status }) => status === 200);
  const bad = answers.filter(({ status }) => status !== 200);
  expect([good.length, bad.length]).toEqual([1, 63]);
  for (const answer of bad) await expectOAuthError(answer, 'invalid_grant');
});

describe('a code lives for a minute by the clock of the workspace', () => {
  test.each([
    ['works', 55, 200],
    ['works no more', 61, 400],
  ])('it %s after %i seconds', async (_, clockOffsetSeconds, status) => {
    const own = await openWorkspace({ autopilot: { person: 'an' } });
    const there = await registerPortal(own);
    const code = await codeFor(there);
    await own.configure({ clockOffsetSeconds });
    const answer = await redeem(there, code);
    expect(answer.status).toBe(status);
    if (status !== 200) await expectOAuthError(answer, 'invalid_grant');
  });
});

describe('a code is refused', () => {
  test.each<[string, Parameters]>([
    ['without the redirect URI that the request named', { redirect_uri: undefined }],
    ['with another redirect URI', { redirect_uri: `${REDIRECT_URI}/` }],
    ['without the verifier', { code_verifier: undefined }],
    ['with an empty verifier', { code_verifier: '' }],
    ['with another verifier', { code_verifier: `${VERIFIER.slice(0, -1)}_` }],
    ['with a verifier that is too short', { code_verifier: 'short' }],
    ['with a verifier that is too long', { code_verifier: 'x'.repeat(129) }],
    ['with a verifier of forbidden characters', { code_verifier: `${VERIFIER}!` }],
  ])('%s, and still works afterwards', async (_, changes) => {
    const code = await codeFor(portal);
    await expectOAuthError(await redeem(portal, code, changes), 'invalid_grant');
    expect((await redeem(portal, code)).status).toBe(200);
  });

  test('at another client, and still works afterwards', async () => {
    const code = await codeFor(portal);
    const other = await registerPortal(ws);
    await expectOAuthError(await redeem(other, code), 'invalid_grant');
    expect((await redeem(portal, code)).status).toBe(200);
  });

  test('with a verifier that was never announced', async () => {
    const plain = { code_challenge: undefined, code_challenge_method: undefined };
    const code = await codeFor(portal, plain);
    await expectOAuthError(await redeem(portal, code), 'invalid_grant');
    expect((await redeem(portal, code, { code_verifier: undefined })).status).toBe(200);
  });

  test('in another workspace', async () => {
    const code = await codeFor(demoPortal(ws));
    const foreign = await openWorkspace();
    await expectOAuthError(await redeem(demoPortal(foreign), code), 'invalid_grant');
  });

  test.each([
    ['is made up', 'nonsense'],
    ['looks right', `${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}.${'x'.repeat(43)}`],
    ['is of another alphabet', 'mã-đăng-nhập'],
    ['holds control characters', 'a\u0000b\r\nc'],
  ])('when it %s', async (_, code) => {
    await expectOAuthError(await redeem(portal, code), 'invalid_grant');
  });

  test('when its first half is right', async () => {
    const code = await codeFor(portal);
    const forged = `${code.slice(0, -4)}0000`;
    await expectOAuthError(await redeem(portal, forged), 'invalid_grant');
    expect((await redeem(portal, code)).status).toBe(200);
  });

  test('when it is an access token', async () => {
    const { access_token } = await tokensOf(await redeem(portal, await codeFor(portal)));
    await expectOAuthError(await redeem(portal, access_token), 'invalid_grant');
    expect((await userinfo(ws, access_token)).status).toBe(200);
  });
});

test('the redirect URI may be left out when the request left it out', async () => {
  const code = await codeFor(portal, { redirect_uri: undefined });
  expect((await redeem(portal, code, { redirect_uri: undefined })).status).toBe(200);
});
