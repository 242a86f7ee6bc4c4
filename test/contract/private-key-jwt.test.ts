import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Alg, ASSERTION_TYPE, assertion, newPair, type Pair, signed } from './kit/jwt.ts';
import { codeFor, type Parameters, type Portal, redeem, registerPortal, requestOf } from './kit/portal.ts';
import { basic, expectOAuthError, form } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Portal;
const pair = newPair('RS256');
const second = newPair('ES256');

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  portal = await keyed({ jwks: { keys: [pair.jwk, second.jwk] } });
});

const keyed = (metadata: Record<string, unknown>) =>
  registerPortal(ws, { token_endpoint_auth_method: 'private_key_jwt', ...metadata });

const shown = (client_assertion: string, more: Parameters = {}): Parameters => ({
  client_assertion_type: ASSERTION_TYPE,
  client_assertion,
  ...more,
});

const redeemBy = async (client_assertion: string, more: Parameters = {}, at: Portal = portal) =>
  redeem(at, await codeFor(at), shown(client_assertion, more), {});

const good = (changes: Record<string, unknown> = {}, by: Pair = pair) =>
  assertion(by, portal.id, `${ws.issuer}/token`, changes);

const seconds = () => Math.floor(Date.now() / 1000);

describe('an assertion is taken', () => {
  test.each<Alg>(['RS256', 'PS256', 'ES256'])('signed by %s', async (alg) => {
    const key = newPair(alg);
    const there = await keyed({ jwks: { keys: [key.jwk] } });
    const answer = await redeemBy(assertion(key, there.id, `${ws.issuer}/token`), {}, there);
    expect(answer.status).toBe(200);
  });

  test.each<[string, () => unknown]>([
    ['the issuer', () => ws.issuer],
    ['the token endpoint', () => `${ws.issuer}/token`],
    ['several, one of which is the issuer', () => ['https://other.example', ws.issuer]],
  ])('whose audience is %s', async (_, aud) => {
    expect((await redeemBy(good({ aud: aud() }))).status).toBe(200);
  });

  test('with the client id beside it', async () => {
    expect((await redeemBy(good(), { client_id: portal.id })).status).toBe(200);
  });

  test('that names no key, when only one fits', async () => {
    const token = signed(second, { ...claims(), jti: 'no-kid' }, { kid: undefined });
    expect((await redeemBy(token)).status).toBe(200);
  });

  test('at every endpoint that authenticates clients', async () => {
    for (const path of ['/introspect', '/revoke']) {
      const answer = await ws.fetch(path, form({ token: 'x', ...shown(good()) }));
      expect([path, answer.status]).toEqual([path, 200]);
    }
    const answer = await ws.fetch('/par', form(requestOf(portal, shown(good({ aud: `${ws.issuer}/par` })))));
    expect(answer.status).toBe(201);
  });
});

const claims = () => ({
  iss: portal.id,
  sub: portal.id,
  aud: ws.issuer,
  exp: seconds() + 60,
  iat: seconds(),
  jti: `${Math.random()}`,
});

describe('an assertion is refused', () => {
  test.each<[string, () => string]>([
    ['for another audience', () => good({ aud: 'https://other.example' })],
    ['without an audience', () => good({ aud: undefined })],
    ['that has expired', () => good({ exp: seconds() - 60 })],
    ['without an end', () => good({ exp: undefined })],
    ['whose end is no number', () => good({ exp: 'soon' })],
    ['that ends years from now', () => good({ exp: seconds() + 10 * 365 * 86_400 })],
    ['that ends beyond all numbers', () => good({ exp: 1e300 })],
    ['that is not good yet', () => good({ nbf: seconds() + 600 })],
    ['without jti', () => good({ jti: undefined })],
    ['whose jti is no string', () => good({ jti: 7 })],
    ['by another issuer', () => good({ iss: 'somebody' })],
    ['without a subject', () => good({ sub: undefined })],
    ['about an unknown client', () => good({ iss: 'nobody', sub: 'nobody' })],
    ['about a client with a secret', () => good({ iss: 'demo-portal', sub: 'demo-portal' })],
    ['signed by a key that is not registered', () => assertion(newPair('RS256'), portal.id, ws.issuer)],
    [
      'signed by another key under a registered id',
      () => signed(newPair('RS256'), claims(), { kid: pair.jwk.kid }),
    ],
    ['that is not signed', () => `${b64({ alg: 'none' })}.${b64(claims())}.`],
    ['that says it is signed by HMAC', () => `${b64({ alg: 'HS256' })}.${b64(claims())}.AAAA`],
    ['with a changed payload', () => changed(good())],
    ['that is no JWT', () => 'nonsense'],
    ['whose payload is no JSON', () => `${b64({ alg: 'RS256' })}.AAAA.AAAA`],
    ['whose payload is a list', () => `${b64({ alg: 'RS256' })}.${b64([])}.AAAA`],
  ])('%s', async (_, token) => {
    await expectOAuthError(await redeemBy(token()), 'invalid_client', 401);
  });

  test('with the id of another client beside it', async () => {
    const answer = await redeemBy(good(), { client_id: 'demo-portal' });
    await expectOAuthError(answer, 'invalid_client', 401);
  });

  test('of another type', async () => {
    const answer = await redeemBy(good(), {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer',
    });
    await expectOAuthError(answer, 'invalid_client', 401);
  });

  test('beside a secret', async () => {
    const answer = await redeem(portal, await codeFor(portal), shown(good()), basic(portal));
    await expectOAuthError(answer, 'invalid_request');
  });

  test('signed by another algorithm than the registered one', async () => {
    const there = await keyed({ jwks: { keys: [second.jwk] }, token_endpoint_auth_signing_alg: 'RS256' });
    const answer = await redeemBy(assertion(second, there.id, ws.issuer), {}, there);
    await expectOAuthError(answer, 'invalid_client', 401);
  });

  test.each<[string, Record<string, unknown>]>([
    ['half a key', { kty: 'RSA', kid: 'k', e: 'AQAB' }],
    ['a key on no curve', { kty: 'EC', kid: 'k', crv: 'P-256', x: 'AA', y: 'AA' }],
  ])('before it is sent, when the registered key is %s', async (_, jwk) => {
    const answer = await ws.fetch('/register', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        redirect_uris: ['https://portal.example.vn/cb'],
        token_endpoint_auth_method: 'private_key_jwt',
        jwks: { keys: [jwk] },
      }),
    });
    await expectOAuthError(answer, 'invalid_client_metadata');
  });
});

describe('an assertion works once', () => {
  test('at one endpoint', async () => {
    const token = good();
    expect((await redeemBy(token)).status).toBe(200);
    await expectOAuthError(await redeemBy(token), 'invalid_client', 401);
  });

  test('across endpoints', async () => {
    const token = good({ aud: ws.issuer });
    expect((await ws.fetch('/introspect', form({ token: 'x', ...shown(token) }))).status).toBe(200);
    const again = await ws.fetch('/revoke', form({ token: 'x', ...shown(token) }));
    await expectOAuthError(again, 'invalid_client', 401);
  });

  test('even when the request was refused for another reason', async () => {
    const token = good();
    const wrong = await redeem(portal, 'no-such-code', shown(token), {});
    await expectOAuthError(wrong, 'invalid_grant');
    await expectOAuthError(await redeemBy(token), 'invalid_client', 401);
  });

  test('even when the clock of the workspace is moved meanwhile', async () => {
    const own = await openWorkspace({ autopilot: { person: 'an' } });
    const there = await registerPortal(own, {
      token_endpoint_auth_method: 'private_key_jwt',
      jwks: { keys: [pair.jwk] },
    });
    const token = assertion(pair, there.id, own.issuer);
    expect((await redeem(there, await codeFor(there), shown(token), {})).status).toBe(200);
    await own.configure({ clockOffsetSeconds: 86_400 });
    const again = await redeem(there, await codeFor(there), shown(token), {});
    await expectOAuthError(again, 'invalid_client', 401);
  });

  test('however many come at once', async () => {
    const token = good({ aud: ws.issuer });
    const ask = () => ws.fetch('/introspect', form({ token: 'x', ...shown(token) }));
    const statuses = (await Promise.all(Array.from({ length: 16 }, ask))).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, ...Array<number>(15).fill(401)]);
  });
});

const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function changed(token: string): string {
  const [head, body, signature] = token.split('.') as [string, string, string];
  const payload = JSON.parse(Buffer.from(body, 'base64url').toString());
  return `${head}.${b64({ ...payload, extra: true })}.${signature}`;
}
