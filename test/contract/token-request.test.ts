import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  codeFor,
  type Parameters,
  type Portal,
  REDIRECT_URI,
  redeem,
  refresh,
  registerPortal,
  VERIFIER,
} from './kit/portal.ts';
import { basic, expectOAuthError, form } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Portal;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  portal = await registerPortal(ws);
});

describe('a token request', () => {
  test.each<[string, Parameters, string]>([
    ['without a grant type', { grant_type: undefined }, 'invalid_request'],
    ['with an empty grant type', { grant_type: '' }, 'invalid_request'],
    ['with the password grant', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['with client credentials', { grant_type: 'client_credentials' }, 'unsupported_grant_type'],
    ['with an unknown grant type', { grant_type: '__proto__' }, 'unsupported_grant_type'],
    ['without a code', { code: undefined }, 'invalid_request'],
    ['with an empty code', { code: '' }, 'invalid_request'],
    ['with two codes', { code: ['a', 'b'] }, 'invalid_request'],
    ['with two grant types', { grant_type: ['authorization_code', 'refresh_token'] }, 'invalid_request'],
    ['with two redirect URIs', { redirect_uri: [REDIRECT_URI, REDIRECT_URI] }, 'invalid_request'],
    ['with two verifiers', { code_verifier: [VERIFIER, VERIFIER] }, 'invalid_request'],
    ['with a code of 9,000 characters', { code: 'x'.repeat(9000) }, 'invalid_request'],
  ])('%s is refused', async (_, changes, error) => {
    await expectOAuthError(await redeem(portal, 'some-code', changes), error);
  });

  test('is refused to a client that is not registered for refreshing', async () => {
    const once = await registerPortal(ws, { grant_types: ['authorization_code'] });
    await expectOAuthError(await refresh(once, 'x'), 'unauthorized_client');
    const answer = await redeem(once, await codeFor(once, { scope: 'openid offline_access' }));
    expect(await answer.json()).not.toHaveProperty('refresh_token');
  });

  test.each([
    ['JSON', 'application/json', '{"grant_type":"authorization_code"}'],
    ['text', 'text/plain', 'grant_type=authorization_code'],
    ['parts', 'multipart/form-data; boundary=x', '--x--'],
    ['nothing', undefined, undefined],
  ])('as %s is refused', async (_, type, body) => {
    const headers = { ...basic(portal), ...(type !== undefined && { 'content-type': type }) };
    const answer = await ws.fetch('/token', { method: 'POST', headers, ...(body !== undefined && { body }) });
    await expectOAuthError(answer, 'invalid_request');
  });

  test('with a charset in its content type is taken', async () => {
    const { body } = form({ grant_type: 'authorization_code', code: 'x' });
    const type = 'application/x-www-form-urlencoded; charset=UTF-8';
    const headers = { ...basic(portal), 'content-type': type };
    const answer = await ws.fetch('/token', { method: 'POST', headers, body: String(body) });
    await expectOAuthError(answer, 'invalid_grant');
  });

  test('of two megabytes is refused', async () => {
    const answer = await redeem(portal, 'x', { more: 'x'.repeat(2_000_000) });
    await expectOAuthError(answer, 'invalid_request', 413);
  });

  test.each(['GET', 'PUT', 'DELETE', 'PATCH'])('by %s is no way', async (method) => {
    const answer = await ws.fetch('/token?grant_type=authorization_code', { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
  });

  test('takes nothing from the query', async () => {
    const { status } = await ws.fetch('/token?grant_type=authorization_code&code=x', {
      ...form({}),
      headers: basic(portal),
    });
    expect(status).toBe(400);
  });
});
