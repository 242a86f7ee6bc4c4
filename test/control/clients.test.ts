import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  authorize,
  demo,
  type House,
  ORIGIN,
  openHouse,
  openWorkspace,
  redeem,
  START,
  signIn,
  type TestWorkspace,
  userinfo,
} from './house.ts';

let house: House;
let workspace: TestWorkspace;
beforeAll(() => {
  house = openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.time.now = START;
  workspace = await openWorkspace(house, { settings: { autopilot: { person: 'an' } } });
});
afterEach(() => expect(house.log).toEqual([]));

const redirectUri = 'https://portal.example/cb';
const register = (json: object = {}) =>
  workspace.control('POST', 'clients', { redirect_uris: [redirectUri], ...json });
const client = (id: string, method = 'GET', json?: object) =>
  workspace.control(method, `clients/${id}`, json);
const stored = async () => JSON.stringify((await workspace.control('GET', 'export')).body);

test('a client without redirect URIs is told so in both languages, and what to do', async () => {
  const { status, body } = await workspace.control('POST', 'clients', { client_id: 'mine' });
  expect([status, body.code]).toEqual([400, 'invalid_redirect_uri']);
  expect(body.cure).toContain('ít nhất một URL');
  expect(body.errors).toEqual([
    { path: 'redirect_uris', message: 'Thiếu trường này / This field is missing' },
  ]);
});

describe('a client', () => {
  test('is registered, signs in, and manages itself as one of dynamic registration does', async () => {
    const { status, body } = await register({ client_name: 'Cổng Một' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      client_name: 'Cổng Một',
      redirect_uris: [redirectUri],
      subject_type: 'public',
    });
    expect(body.registration_client_uri).toBe(`${ORIGIN}${workspace.base}/vneid/register/${body.client_id}`);
    const portal = { id: body.client_id, secret: body.client_secret, redirectUri };
    expect((await signIn(house, workspace.base, portal)).claims.citizenPid).toBe('099090000001');
    const own = await house.ask('GET', body.registration_client_uri, { key: body.registration_access_token });
    expect([own.status, own.body.client_name]).toEqual([200, 'Cổng Một']);
  });

  test('may name its id and secret, which is told once and kept as a hash', async () => {
    const { body } = await register({
      client_id: 'cong-mot:1',
      client_secret: 'hush-hush',
    });
    expect([body.client_id, body.client_secret]).toEqual(['cong-mot:1', 'hush-hush']);
    await signIn(house, workspace.base, { id: 'cong-mot:1', secret: 'hush-hush', redirectUri });
    const read = await client('cong-mot:1');
    expect(read.body.client_secret).toBeUndefined();
    expect(read.body.registration_access_token).toBeUndefined();
    expect(await stored()).not.toContain('hush-hush');
    expect(await stored()).not.toContain(body.registration_access_token);
  });

  test('is listed, after those that every workspace has', async () => {
    await register({ client_id: 'mine' });
    const { body } = await workspace.control('GET', 'clients');
    const listed = body.clients.map((each: { client_id: string; built_in?: true }) => [
      each.client_id,
      each.built_in,
    ]);
    expect(listed).toEqual([
      ['demo-portal', true],
      ['reference-portal', true],
      ['bocongan', true],
      ['dvcqg', true],
      ['bridge', true],
      ['mine', undefined],
    ]);
    expect((await client('demo-portal')).body).toMatchObject({ client_id: 'demo-portal', built_in: true });
  });

  test('is replaced whole by PUT, and takes back what GET told', async () => {
    await register({
      client_id: 'mine',
      client_secret: 's',
      client_name: 'Một',
      contacts: ['a@example.com'],
    });
    const { body } = await client('mine');
    const { contacts: _, ...rest } = body;
    const put = await client('mine', 'PUT', { ...rest, client_name: 'Hai' });
    expect(put.status).toBe(200);
    expect((await client('mine')).body).toEqual({ ...rest, client_name: 'Hai' });
    await signIn(house, workspace.base, { id: 'mine', secret: 's', redirectUri });
  });

  test('is changed in part by PATCH, its secret too', async () => {
    await register({ client_id: 'mine', client_secret: 'old', contacts: ['a@example.com'] });
    const change = { client_name: 'Hai', contacts: null, client_secret: 'new' };
    const { status, body } = await client('mine', 'PATCH', change);
    expect([status, body.client_name, body.contacts, body.client_secret]).toEqual([
      200,
      'Hai',
      undefined,
      undefined,
    ]);
    await signIn(house, workspace.base, { id: 'mine', secret: 'new', redirectUri });
    const { verifier, answer } = authorize(house, workspace.base, { id: 'mine', secret: '', redirectUri });
    const code = new URL((await answer).headers.get('location')!).searchParams.get('code')!;
    const refused = await redeem(house, workspace.base, code, verifier, {
      id: 'mine',
      secret: 'old',
      redirectUri,
    });
    expect([refused.status, refused.body.error]).toEqual([401, 'invalid_client']);
  });

  test('is gone after DELETE with everything it was granted, even when another comes by its name', async () => {
    await register({ client_id: 'mine', client_secret: 's' });
    const portal = { id: 'mine', secret: 's', redirectUri };
    const { tokens } = await signIn(house, workspace.base, portal);
    const others = await signIn(house, workspace.base, demo);
    expect((await client('mine', 'DELETE')).status).toBe(204);
    expect((await client('mine')).status).toBe(404);
    await register({ client_id: 'mine', client_secret: 's' });
    expect((await userinfo(house, workspace.base, tokens.access_token)).status).toBe(401);
    expect((await userinfo(house, workspace.base, others.tokens.access_token)).status).toBe(200);
  });
});

describe('a client is refused', () => {
  test.each<[string, object, string, string]>([
    ['without a redirect URI', { redirect_uris: [] }, 'invalid_redirect_uri', 'redirect_uris'],
    [
      'with a redirect URI that runs',
      { redirect_uris: ['javascript:alert(1)'] },
      'invalid_redirect_uri',
      'redirect_uris.0',
    ],
    [
      'with an unknown algorithm',
      { id_token_signed_response_alg: 'none' },
      'invalid_client_metadata',
      'id_token_signed',
    ],
    ['with an unknown scope', { scope: 'openid everything' }, 'invalid_client_metadata', 'everything'],
    ['with an id that no path can hold', { client_id: 'a/b' }, 'invalid_input', 'client_id'],
    [
      'with a secret and no use for it',
      { client_secret: 's', token_endpoint_auth_method: 'none' },
      'invalid_client_metadata',
      'client_secret',
    ],
    [
      'with keys by value and by address',
      { jwks: { keys: [{ kty: 'EC' }] }, jwks_uri: 'https://a.example' },
      'invalid_client_metadata',
      'jwks',
    ],
  ])('%s', async (_what, json, code, named) => {
    const { status, body } = await register(json);
    expect([status, body.code]).toEqual([400, code]);
    expect(body.detail).toContain(named);
  });

  test('under an id that is taken, or built in', async () => {
    await register({ client_id: 'mine' });
    expect(await register({ client_id: 'mine' })).toMatchObject({
      status: 409,
      body: { code: 'client_exists' },
    });
    expect(await register({ client_id: 'demo-portal' })).toMatchObject({ status: 409 });
    const race = await Promise.all(Array.from({ length: 8 }, () => register({ client_id: 'race' })));
    expect(race.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  });

  test('as a built-in one that somebody wants to change', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const json = method === 'DELETE' ? undefined : { client_name: 'x' };
      expect(await client('demo-portal', method, json)).toMatchObject({
        status: 409,
        body: { code: 'built_in_client' },
      });
    }
  });

  test('under another id than its own, and when there is none', async () => {
    await register({ client_id: 'mine' });
    expect((await client('mine', 'PATCH', { client_id: 'yours' })).status).toBe(400);
    expect(await client('nobody', 'PATCH', {})).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  test('with a number that may be a real person’s', async () => {
    expect((await register({ client_name: 'Cổng 012.345.678.901' })).body.detail).toContain('client_name');
    expect(await register({ client_id: '012345678901' })).toMatchObject({ body: { code: 'foreign_number' } });
  });
});
