import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { codeFor, demoPortal, type Parameters, type Portal, redeem, registerPortal } from './kit/portal.ts';
import { basic, expectOAuthError, form } from './kit/wire.ts';

let ws: TestWorkspace;
let byHeader: Portal;
let byForm: Portal;
let open: Portal;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  byHeader = await registerPortal(ws, { token_endpoint_auth_method: 'client_secret_basic' });
  byForm = await registerPortal(ws, { token_endpoint_auth_method: 'client_secret_post' });
  open = await registerPortal(ws, { token_endpoint_auth_method: 'none' });
});

const inForm = ({ id, secret }: Portal): Parameters => ({ client_id: id, client_secret: secret });
const rawBasic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

const redeemAs = async (portal: Portal, changes: Parameters, headers: Record<string, string>) =>
  redeem(portal, await codeFor(portal), changes, headers);

describe('a client authenticates in the way that it registered', () => {
  test('by header', async () => {
    expect((await redeem(byHeader, await codeFor(byHeader))).status).toBe(200);
  });

  test('by header, its id in the form too', async () => {
    const answer = await redeem(byHeader, await codeFor(byHeader), { client_id: byHeader.id });
    expect(answer.status).toBe(200);
  });

  test('by header, whatever the case of the scheme', async () => {
    const { authorization } = basic(byHeader);
    const headers = { authorization: authorization!.replace('Basic', 'basic') };
    expect((await redeem(byHeader, await codeFor(byHeader), {}, headers)).status).toBe(200);
  });

  test('by form', async () => {
    expect((await redeem(byForm, await codeFor(byForm), inForm(byForm), {})).status).toBe(200);
  });

  test('not at all, with its id and PKCE', async () => {
    expect((await redeem(open, await codeFor(open), { client_id: open.id }, {})).status).toBe(200);
  });

  test('by header or by form, as the default client', async () => {
    const demo = demoPortal(ws);
    expect((await redeem(demo, await codeFor(demo))).status).toBe(200);
    expect((await redeem(demo, await codeFor(demo), inForm(demo), {})).status).toBe(200);
  });
});

describe('no other way is taken', () => {
  const cases: [string, () => Portal, () => Parameters, () => Record<string, string>][] = [
    ['the form, where the header is registered', () => byHeader, () => inForm(byHeader), () => ({})],
    ['the header, where the form is registered', () => byForm, () => ({}), () => basic(byForm)],
    [
      'the id alone, where the header is registered',
      () => byHeader,
      () => ({ client_id: byHeader.id }),
      () => ({}),
    ],
    [
      'the id alone, where the form is registered',
      () => byForm,
      () => ({ client_id: byForm.id }),
      () => ({}),
    ],
    [
      'a secret, where none is registered',
      () => open,
      () => ({ client_id: open.id, client_secret: 'x' }),
      () => ({}),
    ],
    ['a header, where none is registered', () => open, () => ({}), () => rawBasic(`${open.id}:`)],
    [
      'the id of the default client alone',
      () => demoPortal(ws),
      () => ({ client_id: 'demo-portal' }),
      () => ({}),
    ],
    ['no id', () => byHeader, () => ({}), () => ({})],
    [
      'a wrong secret in the header',
      () => byHeader,
      () => ({}),
      () => basic({ ...byHeader, secret: 'wrong' }),
    ],
    ['no secret in the header', () => byHeader, () => ({}), () => basic({ ...byHeader, secret: '' })],
    [
      'a wrong secret in the form',
      () => byForm,
      () => ({ ...inForm(byForm), client_secret: 'wrong' }),
      () => ({}),
    ],
    [
      'a secret of another client',
      () => byHeader,
      () => ({}),
      () => basic({ ...byHeader, secret: byForm.secret }),
    ],
    ['an unknown client', () => byHeader, () => ({}), () => basic({ id: 'nobody', secret: 'x' })],
    ['two clients', () => byHeader, () => ({ client_id: byForm.id }), () => basic(byHeader)],
    ['a bearer token', () => byHeader, () => ({}), () => ({ authorization: 'Bearer x' })],
    ['a header that is not base64', () => byHeader, () => ({}), () => ({ authorization: 'Basic ???' })],
    ['a header without a colon', () => byHeader, () => ({}), () => rawBasic(byHeader.id)],
    ['a header that is not form-encoded', () => byHeader, () => ({}), () => rawBasic(`${byHeader.id}:100%`)],
  ];

  test.each(cases)('%s', async (_, portal, changes, headers) => {
    const answer = await redeem(portal(), await codeFor(portal()), changes(), headers());
    await expectOAuthError(answer, 'invalid_client', 401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm="/);
  });

  test('both ways at once', async () => {
    const demo = demoPortal(ws);
    const answer = await redeem(demo, await codeFor(demo), { client_secret: demo.secret });
    await expectOAuthError(answer, 'invalid_request');
  });
});

test.each([
  [
    'client_secret_post',
    'client_secret_basic',
    'send id and secret in the header Authorization: Basic',
    () => redeemAs(byHeader, inForm(byHeader), {}),
  ],
  [
    'client_secret_basic',
    'client_secret_post',
    'send client_id and client_secret in the body',
    () => redeemAs(byForm, {}, basic(byForm)),
  ],
])('whoever uses %s in place of %s is told so, and how to go on', async (used, registered, cure, call) => {
  expect(await (await call()).json()).toMatchObject({
    error_description: `this client is registered for ${registered}, and this request uses ${used}: ${cure}, or register token_endpoint_auth_method ${used}`,
  });
});

test('a refusal does not use up the code', async () => {
  const code = await codeFor(byHeader);
  expect((await redeem(byHeader, code, {}, basic({ ...byHeader, secret: 'wrong' }))).status).toBe(401);
  expect((await redeem(byHeader, code)).status).toBe(200);
});

describe.each(['/introspect', '/revoke'])('%s', (path) => {
  test('wants the client to be authenticated', async () => {
    const answer = await ws.fetch(path, form({ token: 'x', client_id: byHeader.id }));
    await expectOAuthError(answer, 'invalid_client', 401);
  });

  test('takes the registered way', async () => {
    const answer = await ws.fetch(path, { ...form({ token: 'x' }), headers: basic(byHeader) });
    expect(answer.status).toBe(200);
  });
});
