import { beforeAll, describe, expect, test } from 'vitest';
import { needs, openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { ASSERTION_TYPE, assertion, newPair } from './kit/jwt.ts';
import { listen } from './kit/listener.ts';
import { registerPortal } from './kit/portal.ts';
import { expectOAuthError, form } from './kit/wire.ts';

const pair = newPair('ES256');

let ws: TestWorkspace;

beforeAll(async () => {
  ws = await openWorkspace({ allowedHosts: ['127.0.0.1'] });
});

async function introspect(jwks_uri: string, by = pair): Promise<Response> {
  const portal = await registerPortal(ws, { token_endpoint_auth_method: 'private_key_jwt', jwks_uri });
  const client_assertion = assertion(by, portal.id, ws.issuer);
  return ws.fetch(
    '/introspect',
    form({ token: 'x', client_assertion_type: ASSERTION_TYPE, client_assertion }),
  );
}

describe('keys that a client publishes itself', () => {
  needs('calls to loopback');

  test('are fetched', async () => {
    await using keys = await listen(() => Response.json({ keys: [newPair('RS256').jwk, pair.jwk] }));
    expect((await introspect(`${keys.url}/jwks`)).status).toBe(200);
    expect(keys.received).toMatchObject([{ method: 'GET', path: '/jwks' }]);
  });

  test.each<[string, () => Response]>([
    ['do not hold the one that signed', () => Response.json({ keys: [newPair('ES256').jwk] })],
    ['are empty', () => Response.json({ keys: [] })],
    ['are no list', () => Response.json({ keys: 'x' })],
    ['are null', () => Response.json(null)],
    ['hold things that are no keys', () => Response.json({ keys: [null, 7, 'x', {}, { kty: 'RSA' }] })],
    ['are no JSON', () => new Response('<!doctype html>')],
    ['are not there', () => new Response(null, { status: 404 })],
    ['are broken', () => new Response(null, { status: 500 })],
    [
      'are elsewhere',
      () => new Response(null, { status: 302, headers: { location: 'http://127.0.0.1:1/' } }),
    ],
  ])('that %s are invalid_client', async (_, answer) => {
    await using keys = await listen(answer);
    await expectOAuthError(await introspect(keys.url), 'invalid_client', 401);
  });

  test('at a port where nobody listens are invalid_client', async () => {
    const gone = await listen(() => new Response());
    await gone[Symbol.asyncDispose]();
    await expectOAuthError(await introspect(gone.url), 'invalid_client', 401);
  });
});

test.each([
  'http://169.254.0.1/latest/meta-data/',
  'http://[fe80::1]/',
  'http://0.0.0.0/',
  'https://keys.example.vn/jwks',
])('%s is never asked for keys', async (jwks_uri) => {
  await expectOAuthError(await introspect(jwks_uri), 'invalid_client', 401);
});
