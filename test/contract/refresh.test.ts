import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { verified } from './kit/jwt.ts';
import { type Portal, refresh, registerPortal, type Tokens, tokensFor, userinfo } from './kit/portal.ts';
import { expectOAuthError } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Portal;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  portal = await registerPortal(ws);
});

const first = (at: Portal = portal) => tokensFor(at, { scope: 'openid profile offline_access' });

async function next(token: string, changes = {}, at: Portal = portal): Promise<Tokens> {
  const answer = await refresh(at, token, changes);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Tokens;
}

test('each refresh gives new tokens, and the old access token goes on until its end', async () => {
  const one = await first();
  const two = await next(one.refresh_token);
  expect(two).toMatchObject({
    token_type: 'Bearer',
    expires_in: 3600,
    scope: 'openid profile offline_access',
  });
  expect(two.refresh_token).not.toBe(one.refresh_token);
  expect(two.access_token).not.toBe(one.access_token);
  expect((await userinfo(ws, one.access_token)).status).toBe(200);
  expect((await userinfo(ws, two.access_token)).status).toBe(200);
});

test('no refresh token without offline_access', async () => {
  expect(await tokensFor(portal)).not.toHaveProperty('refresh_token');
});

test('the new ID token is about the same sign-in', async () => {
  const one = await first();
  const two = await next(one.refresh_token);
  const [before, after] = [await verified(ws, one.id_token), await verified(ws, two.id_token)];
  for (const claim of ['iss', 'sub', 'aud', 'auth_time', 'acr', 'amr', 'sid']) {
    expect(after.payload[claim], claim).toEqual(before.payload[claim]);
  }
  expect(after.payload).not.toHaveProperty('nonce');
});

describe('a refresh token that was used', () => {
  test('is refused, and takes everything with it', async () => {
    const one = await first();
    const two = await next(one.refresh_token);
    await expectOAuthError(await refresh(portal, one.refresh_token), 'invalid_grant');
    await expectOAuthError(await refresh(portal, two.refresh_token), 'invalid_grant');
    for (const { access_token } of [one, two]) {
      await expectOAuthError(await userinfo(ws, access_token), 'invalid_token', 401);
    }
  });

  test('is known many rotations later', async () => {
    const one = await first();
    let last = one;
    for (let turn = 0; turn < 10; turn += 1) last = await next(last.refresh_token);
    await expectOAuthError(await refresh(portal, one.refresh_token), 'invalid_grant');
    await expectOAuthError(await refresh(portal, last.refresh_token), 'invalid_grant');
  });

  test('of 16 at once one is taken', async () => {
    const { refresh_token } = await first();
    const answers = await Promise.all(Array.from({ length: 16 }, () => refresh(portal, refresh_token)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(15).fill(400)]);
  });
});

describe('the scope', () => {
  test('may be narrowed for one access token', async () => {
    const one = await first();
    const two = await next(one.refresh_token, { scope: 'openid' });
    expect(two.scope).toBe('openid');
    const info = (await (await userinfo(ws, two.access_token)).json()) as object;
    expect(info).not.toHaveProperty('given_name');
    const three = await next(two.refresh_token);
    expect(three.scope).toBe('openid profile offline_access');
  });

  test.each([
    ['widened', 'openid profile phone'],
    ['made up', 'openid everything'],
    ['emptied', ' '],
  ])('may not be %s', async (_, scope) => {
    const { refresh_token } = await first();
    await expectOAuthError(await refresh(portal, refresh_token, { scope }), 'invalid_scope');
    expect((await refresh(portal, refresh_token)).status).toBe(200);
  });

  test('without openid opens no userinfo and gives no ID token', async () => {
    const one = await first();
    const two = await next(one.refresh_token, { scope: 'profile' });
    expect(two).not.toHaveProperty('id_token');
    const answer = await userinfo(ws, two.access_token);
    await expectOAuthError(answer, 'insufficient_scope', 403);
    expect(answer.headers.get('www-authenticate')).toMatch(
      /^Bearer .*error="insufficient_scope".*scope="openid"/,
    );
  });
});

test('a refresh token is good for its own client only, and survives the attempt of another', async () => {
  const { refresh_token } = await first();
  await expectOAuthError(await refresh(await registerPortal(ws), refresh_token), 'invalid_grant');
  expect((await refresh(portal, refresh_token)).status).toBe(200);
});

test.each([
  ['made up', () => 'nonsense'],
  ['tampered with', (token: string) => `${token.slice(0, -2)}__`],
])('a refresh token that is %s is refused', async (_, spoil) => {
  const { refresh_token } = await first();
  await expectOAuthError(await refresh(portal, spoil(refresh_token)), 'invalid_grant');
});

test('an access token is no refresh token, nor the other way round', async () => {
  const { access_token, refresh_token } = await first();
  await expectOAuthError(await refresh(portal, access_token), 'invalid_grant');
  await expectOAuthError(await userinfo(ws, refresh_token), 'invalid_token', 401);
});

test('a missing refresh token is invalid_request', async () => {
  await expectOAuthError(await refresh(portal, ''), 'invalid_request');
});

test('a refresh token ends by the clock, fourteen days after it was given', async () => {
  const own = await openWorkspace({ autopilot: { person: 'an' } });
  const there = await registerPortal(own);
  const one = await first(there);
  await own.configure({ clockOffsetSeconds: 13 * 86_400 });
  const two = await next(one.refresh_token, {}, there);
  await own.configure({ clockOffsetSeconds: 26 * 86_400 });
  const three = await next(two.refresh_token, {}, there);
  await own.configure({ clockOffsetSeconds: 41 * 86_400 });
  await expectOAuthError(await refresh(there, three.refresh_token), 'invalid_grant');
});
