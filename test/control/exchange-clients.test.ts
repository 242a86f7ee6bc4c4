import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse, openWorkspace, type TestWorkspace } from './house.ts';

let house: House;
let workspace: TestWorkspace;
beforeAll(() => {
  house = openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  workspace = await openWorkspace(house);
});
afterEach(() => expect(house.log).toEqual([]));

const redirect_uris = ['https://tinh.example.vn/cb'];
const at = (system: string | undefined, id = ''): string =>
  `clients${id && `/${id}`}${system === undefined ? '' : `?system=${system}`}`;
const register = (system: string | undefined, json: object = {}) =>
  workspace.control('POST', at(system), { redirect_uris, ...json });
const idsAt = async (system: string | undefined): Promise<string[]> => {
  const { body } = await workspace.control('GET', at(system));
  return body.clients.map((client: { client_id: string }) => client.client_id);
};

describe("a client of the national portal's exchange", () => {
  test('is registered there and nowhere else, and may refresh without asking for it', async () => {
    const { status, body } = await register('dvcqg', { client_id: 'tinh-mau', client_secret: 'hush' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      client_id: 'tinh-mau',
      client_secret: 'hush',
      grant_types: ['authorization_code', 'refresh_token'],
      scope: 'openid',
    });
    expect(body).not.toHaveProperty('registration_client_uri');
    expect(await idsAt('dvcqg')).toContain('tinh-mau');
    expect(await idsAt('vneid')).not.toContain('tinh-mau');
    expect((await workspace.control('GET', at(undefined, 'tinh-mau'))).status).toBe(404);
  });

  test('may have the name of one of VNeID, which is another client', async () => {
    await register(undefined, { client_id: 'cong', client_name: 'Ở VNeID' });
    await register('dvcqg', { client_id: 'cong', client_name: 'Ở Cổng' });
    const named = async (system?: string) =>
      (await workspace.control('GET', at(system, 'cong'))).body.client_name;
    expect([await named(), await named('vneid'), await named('dvcqg')]).toEqual([
      'Ở VNeID',
      'Ở VNeID',
      'Ở Cổng',
    ]);
    expect((await register('dvcqg', { client_id: 'cong' })).body.code).toBe('client_exists');
  });

  test('is changed, replaced and deleted by the same operations', async () => {
    await register('dvcqg', { client_id: 'cong', client_secret: 'hush' });
    await register('vneid', { client_id: 'cong', client_name: 'Ở VNeID' });
    const change = (method: string, json?: object) => workspace.control(method, at('dvcqg', 'cong'), json);
    expect((await change('PATCH', { client_name: 'Mới' })).body.client_name).toBe('Mới');
    const replaced = await change('PUT', { redirect_uris: ['https://khac.example.vn/cb'] });
    expect(replaced.body).toMatchObject({
      client_name: 'khac.example.vn',
      redirect_uris: ['https://khac.example.vn/cb'],
    });
    expect((await change('DELETE')).status).toBe(204);
    expect((await change('GET')).status).toBe(404);
    expect((await workspace.control('GET', at('vneid', 'cong'))).body.client_name).toBe('Ở VNeID');
  });

  test('knows the scopes of the exchange and not those of VNeID', async () => {
    expect((await register('dvcqg', { scope: 'openid profile' })).status).toBe(400);
    expect((await register('vneid', { scope: 'openid profile' })).status).toBe(201);
  });

  test('those that every workspace has are told apart by provider', async () => {
    expect(await idsAt('dvcqg')).toEqual(['demo-portal', 'reference-portal', 'bocongan', 'bridge']);
    expect(await idsAt('vneid')).toContain('dvcqg');
    const refused = await workspace.control('DELETE', at('dvcqg', 'demo-portal'));
    expect([refused.status, refused.body.code]).toEqual([409, 'built_in_client']);
  });

  test('a provider that is not there is refused by name', async () => {
    const { status, body } = await register('lgsp');
    expect([status, body.code, body.errors[0].path]).toEqual([400, 'invalid_input', 'system']);
  });

  test('goes with an export and comes back by an import', async () => {
    await register('dvcqg', { client_id: 'cong', client_secret: 'hush' });
    const { body: file } = await workspace.control('GET', 'export');
    const other = await openWorkspace(house);
    expect((await other.control('POST', 'import', file)).status).toBeLessThan(300);
    expect((await other.control('GET', at('dvcqg', 'cong'))).body.redirect_uris).toEqual(redirect_uris);
  });

  test('whose stored shape is wrong is refused by an import', async () => {
    await register('dvcqg', { client_id: 'cong' });
    const { body: file } = await workspace.control('GET', 'export');
    const item = file.items.find(
      (each: { system: string; kind: string }) => each.system === 'dvcqg' && each.kind === 'client',
    );
    item.value.metadata.redirect_uris = [];
    const refused = await (await openWorkspace(house)).control('POST', 'import', file);
    expect([refused.status, refused.body.code]).toEqual([400, 'invalid_input']);
  });
});
