import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Envelope, newRecipient, opened, openedJson, randomKey } from './kit/encrypted.ts';
import {
  authorize,
  callbackOf,
  type Parameters,
  type Portal,
  registerPortal,
  userinfo,
} from './kit/portal.ts';
import { basic, expectOAuthError, expectRefusalAtPortal, form, jsonBody } from './kit/wire.ts';

const recipient = newRecipient();

let ws: TestWorkspace;
let decrypting: Portal;
let raw: Portal;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  decrypting = await encrypted({});
  raw = await encrypted({ vneid_code: 'raw' });
});

const encrypted = (more: Record<string, unknown>) =>
  registerPortal(ws, {
    vneid_profile: 'encrypted',
    token_endpoint_auth_method: 'client_secret_post',
    jwks: { keys: [recipient.jwk] },
    ...more,
  });

interface Callback {
  code: string;
  encrypt_key: string;
  state: string;
}

/** As such a portal asks: no PKCE, no nonce. */
const plain = { code_challenge: undefined, code_challenge_method: undefined, nonce: undefined };

const comeBack = async (portal: Portal, more: Parameters = {}) =>
  callbackOf(portal, await authorize(portal, { ...plain, state: 's', ...more })) as unknown as Callback;

const redeem = (portal: Portal, { code, encrypt_key }: Callback, changes: Parameters = {}) =>
  ws.fetch(
    '/token',
    form({
      grant_type: 'authorization_code',
      code,
      client_id: portal.id,
      client_secret: portal.secret,
      redirect_uri: portal.redirectUri,
      encrypt_key,
      ...changes,
    }),
  );

const readable = (callback: Callback): Callback => ({
  ...callback,
  code: opened(callback.code, callback.encrypt_key, recipient),
});

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

test('the callback carries the state, an encrypted code, and its key wrapped for the portal', async () => {
  const callback = await comeBack(decrypting);
  expect(callback).toMatchObject({ state: 's', code: expect.any(String), encrypt_key: expect.any(String) });
  for (const text of [callback.code, callback.encrypt_key]) expect(text).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
  for (const part of readable(callback).code.split('.')) expect(part).toMatch(GUID);
});

test("a '+' in the callback is written so that a query parser keeps it", async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    const answer = await authorize(decrypting, plain);
    const query = answer.headers.get('location')!.split('?')[1]!;
    const { code, encrypt_key } = Object.fromEntries(new URLSearchParams(query));
    expect(`${code}${encrypt_key}`).not.toContain(' ');
    if (code?.includes('+') || encrypt_key?.includes('+')) expect(query).toContain('%2B');
  }
});

describe.each([
  ['the decrypted code', () => decrypting, readable],
  ['the code as it came', () => raw, (callback: Callback) => callback],
])('a portal that sends %s', (_, portal, prepared) => {
  const sent = async (more: Parameters = {}) => prepared(await comeBack(portal(), more));

  test('gets its tokens and the person in envelopes, and no ID token', async () => {
    const answer = await redeem(portal(), await sent());
    expect(answer.status).toBe(200);
    const envelope = (await answer.json()) as Envelope;
    expect(Object.keys(envelope).toSorted()).toEqual(['data', 'key']);
    const tokens = openedJson(envelope, recipient);
    expect(tokens).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'openid',
    });
    const info = await userinfo(ws, String(tokens.access_token));
    expect(openedJson((await info.json()) as Envelope, recipient)).toEqual({
      citizenPid: '099090000001',
      fullName: 'Nguyễn Văn An',
      birthDate: '15/05/1990',
      accountType: 1,
      accountLevel: 2,
    });
  });

  test('may use its code once, and the replay revokes the first use', async () => {
    const callback = await sent();
    const tokens = openedJson((await (await redeem(portal(), callback)).json()) as Envelope, recipient);
    await expectOAuthError(await redeem(portal(), callback), 'invalid_grant');
    expect((await userinfo(ws, String(tokens.access_token))).status).toBe(401);
  });

  test.each<[string, Parameters, string]>([
    ['without encrypt_key', { encrypt_key: undefined }, 'invalid_request'],
    ['with an empty encrypt_key', { encrypt_key: '' }, 'invalid_request'],
    ['with another encrypt_key', { encrypt_key: randomKey() }, 'invalid_grant'],
    ['with two of them', { encrypt_key: ['a', 'b'] }, 'invalid_request'],
    ['with another redirect URI', { redirect_uri: 'https://other.example.vn/' }, 'invalid_grant'],
    ['with a made-up code', { code: 'nonsense' }, 'invalid_grant'],
    ['with a code cut in half', { code: 'AAAA' }, 'invalid_grant'],
  ])('is refused %s', async (_, changes, error) => {
    await expectOAuthError(await redeem(portal(), await sent(), changes), error);
  });

  test('is refused with a wrong secret', async () => {
    const answer = await redeem(portal(), await sent(), { client_secret: 'wrong' });
    await expectOAuthError(answer, 'invalid_client', 401);
  });

  test('is refused the code of another client', async () => {
    const other = await encrypted({ vneid_code: portal() === raw ? 'raw' : 'decrypted' });
    await expectOAuthError(await redeem(other, await sent()), 'invalid_grant');
  });

  test('is refused a code that is older than a minute', async () => {
    const own = await openWorkspace({ autopilot: { person: 'an' } });
    const there = await registerPortal(own, {
      vneid_profile: 'encrypted',
      vneid_code: portal() === raw ? 'raw' : 'decrypted',
      jwks: { keys: [recipient.jwk] },
    });
    const callback = prepared(callbackOf(there, await authorize(there, plain)) as unknown as Callback);
    await own.configure({ clockOffsetSeconds: 61 });
    const answer = await own.fetch('/token', {
      ...form({
        grant_type: 'authorization_code',
        code: callback.code,
        encrypt_key: callback.encrypt_key,
        redirect_uri: there.redirectUri,
      }),
      headers: basic(there),
    });
    await expectOAuthError(answer, 'invalid_grant');
  });
});

test('the code must come in the form that the portal is registered for', async () => {
  await expectOAuthError(await redeem(decrypting, await comeBack(decrypting)), 'invalid_grant');
  await expectOAuthError(await redeem(raw, readable(await comeBack(raw))), 'invalid_grant');
});

test("a '+' that became a space is a broken code, as in reality", async () => {
  let callback = await comeBack(raw);
  while (!callback.code.includes('+')) callback = await comeBack(raw);
  const code = callback.code.replaceAll('+', ' ');
  await expectOAuthError(await redeem(raw, { ...callback, code }), 'invalid_grant');
});

test('a JSON body is refused', async () => {
  const { code, encrypt_key } = readable(await comeBack(decrypting));
  const answer = await ws.fetch('/token', jsonBody({ grant_type: 'authorization_code', code, encrypt_key }));
  await expectOAuthError(answer, 'invalid_request');
});

test('each answer has a key of its own', async () => {
  const [one, two] = [await comeBack(decrypting), await comeBack(decrypting)];
  expect(one.encrypt_key).not.toBe(two.encrypt_key);
});

test('an error comes back plainly', async () => {
  const answer = await authorize(decrypting, { ...plain, state: 's', scope: 'openid everything' });
  expectRefusalAtPortal(answer, decrypting, 'invalid_scope', 's');
});

describe('an encrypted client needs an RSA key of its own', () => {
  const register = (metadata: Record<string, unknown>) =>
    ws.fetch(
      '/register',
      jsonBody({ redirect_uris: ['https://p.example.vn/cb'], vneid_profile: 'encrypted', ...metadata }),
    );

  test.each<[string, Record<string, unknown>]>([
    ['none', {}],
    ['one for signing only', { jwks: { keys: [{ ...recipient.jwk, use: 'sig' }] } }],
    ['half of one', { jwks: { keys: [{ kty: 'RSA', e: 'AQAB', use: 'enc' }] } }],
    ['a short one', { jwks: { keys: [newRecipient(1024).jwk] } }],
  ])('%s will not do', async (_, metadata) => {
    await expectOAuthError(await register(metadata), 'invalid_client_metadata');
  });
});
