import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { workspaceKey } from '../../functions/_kit/workspace.ts';
import { type House, ORIGIN, openHouse, openWorkspace, signIn } from './house.ts';

const DAY = 86_400_000;

let house: House;
beforeEach(() => {
  house = openHouse();
});
afterEach(async () => {
  expect(house.log).toEqual([]);
  await house.close();
});

const read = (id: string, key?: string) => house.ask('GET', `/api/workspaces/${id}`, { key });
const remove = (id: string, key?: string) => house.ask('DELETE', `/api/workspaces/${id}`, { key });

describe('a workspace', () => {
  test('comes with an id that nobody guesses, a key, its end, and the addresses of its systems', async () => {
    const { status, body } = await house.ask('POST', '/api/workspaces', { json: {} });
    expect(status).toBe(201);
    expect(body.id).toMatch(/^w[a-z2-7]{26}$/);
    expect(Buffer.from(body.key, 'base64url')).toHaveLength(32);
    expect(Date.parse(body.expiresAt) - Date.parse(body.createdAt)).toBe(DAY);
    expect(body.urls).toMatchObject({
      vneid: `${ORIGIN}/${body.id}/vneid`,
      control: `${ORIGIN}/${body.id}/control`,
      phone: `${ORIGIN}/${body.id}/phone`,
      portal: `${ORIGIN}/${body.id}/portal`,
      console: `${ORIGIN}/`,
    });
    const discovery = await house.ask('GET', `${body.urls.vneid}/.well-known/openid-configuration`);
    expect(discovery.body.issuer).toBe(body.urls.vneid);
  });

  test('takes an id, a lifetime and settings', async () => {
    const { id, control } = await openWorkspace(house, {
      id: 'ci-42',
      lifetimeSeconds: 60,
      settings: { autopilot: { person: 'mai' }, calendar: '2024-06-14' },
    });
    expect(id).toBe('ci-42');
    const { body } = await control('GET', 'settings');
    expect(body).toMatchObject({
      autopilot: { person: 'mai' },
      calendar: '2024-06-14',
      clockOffsetSeconds: 0,
    });
    expect((await signIn(house, '/ci-42')).claims.citizenPid).toBe('099192000002');
  });

  test('keeps no more of its key than a hash', async () => {
    const { id, key } = await openWorkspace(house);
    const [item] = await house.store.get([workspaceKey(id)], 0);
    expect(JSON.stringify(item)).not.toContain(key);
  });

  test('is read and deleted by whoever has its key, and by nobody else', async () => {
    const [mine, other] = [await openWorkspace(house), await openWorkspace(house)];
    for (const key of [undefined, '', 'x', other.key]) {
      expect(await read(mine.id, key)).toMatchObject({ status: 401, body: { code: 'key_required' } });
      expect(await remove(mine.id, key)).toMatchObject({ status: 401 });
      expect(await house.ask('GET', `/${mine.id}/control/settings`, { key })).toMatchObject({ status: 401 });
    }
    const { status, body } = await read(mine.id, mine.key);
    expect([status, body.id, body.key]).toEqual([200, mine.id, undefined]);
    expect((await remove(mine.id, mine.key)).status).toBe(204);
    expect(await read(mine.id, mine.key)).toMatchObject({ status: 404, body: { code: 'unknown_workspace' } });
  });

  test('ends by itself', async () => {
    const { id, key, control } = await openWorkspace(house, { lifetimeSeconds: 60 });
    house.time.now += 59_999;
    expect((await read(id, key)).status).toBe(200);
    house.time.now += 1;
    expect((await read(id, key)).status).toBe(404);
    expect(await control('GET', 'settings')).toMatchObject({ body: { code: 'unknown_workspace' } });
    expect((await house.ask('GET', `/${id}/vneid/jwks`)).status).toBe(404);
  });

  test('ends by real time, wherever its own clock stands', async () => {
    const { id, key, control } = await openWorkspace(house, { lifetimeSeconds: 60 });
    await control('PATCH', 'settings', { clockOffsetSeconds: 1_000_000 });
    expect((await read(id, key)).status).toBe(200);
  });
});

describe('an id', () => {
  test('that is in use is refused, for as long as it is', async () => {
    await openWorkspace(house, { id: 'ci-42', lifetimeSeconds: 60 });
    const again = () => house.ask('POST', '/api/workspaces', { json: { id: 'ci-42' } });
    expect(await again()).toMatchObject({ status: 409, body: { code: 'workspace_exists' } });
    house.time.now += 60_000;
    expect((await again()).status).toBe(201);
  });

  test.each(['after its end', 'after it was deleted'])(
    'is free %s, and nothing of before comes back',
    async (when) => {
      const settings = { autopilot: { person: 'an' } };
      const old = await openWorkspace(house, { id: 'ci-42', lifetimeSeconds: 60, settings });
      await old.control('POST', 'clients', {
        client_id: 'mine',
        redirect_uris: ['https://portal.example/cb'],
      });
      await old.control('PATCH', 'people/an', { vneid: { status: 'locked' } });
      await old.control('PATCH', 'people/an', { vneid: { status: 'active' } });
      const { tokens } = await signIn(house, '/ci-42');
      if (when === 'after its end') house.time.now += 60_000;
      else await remove(old.id, old.key);

      const fresh = await openWorkspace(house, { id: 'ci-42' });
      expect((await old.control('GET', 'settings')).status).toBe(401);
      expect((await fresh.control('GET', 'journal')).body.entries).toEqual([]);
      expect((await fresh.control('GET', 'clients/mine')).status).toBe(404);
      expect((await fresh.control('GET', 'people')).body.changed).toEqual([]);
      expect((await fresh.control('GET', 'export')).body.items).toEqual([]);
      const spent = await house.ask('GET', '/ci-42/vneid/userinfo', { key: tokens.access_token });
      expect(spent.status).toBe(401);
    },
  );

  test('is given once when many ask for it at the same time', async () => {
    const asked = Array.from({ length: 20 }, () =>
      house.ask('POST', '/api/workspaces', { json: { id: 'race' } }),
    );
    const answers = (await Promise.all(asked)).map(({ status }) => status).sort();
    expect(answers).toEqual([201, ...Array(19).fill(409)]);
  });

  test.each([
    'api',
    'assets',
    'Ab',
    'ab',
    '-abc',
    'abc-',
    'a'.repeat(41),
    'a012345678901',
    'a_b',
    'đội-một',
    '_',
  ])('that is %j is refused', async (id) => {
    const { status, body } = await house.ask('POST', '/api/workspaces', { json: { id } });
    expect([status, body.errors[0].path]).toEqual([400, 'id']);
  });
});

describe('default', () => {
  test('is there on a laptop, without a key and without end, and stays', async () => {
    const { status, body } = await read('default');
    expect([status, body.expiresAt]).toEqual([200, null]);
    expect(await remove('default')).toMatchObject({ status: 409, body: { code: 'default_stays' } });
    expect((await house.ask('POST', '/api/workspaces', { json: { id: 'default' } })).status).toBe(409);
    expect((await house.ask('GET', '/default/control/settings')).status).toBe(200);
  });

  test('is nowhere on a deployment, and nobody can make it', async () => {
    const deployed = openHouse({ local: false });
    expect((await deployed.ask('GET', '/api/workspaces/default')).status).toBe(404);
    expect((await deployed.ask('GET', '/default/control/settings')).status).toBe(404);
    const made = await deployed.ask('POST', '/api/workspaces', { json: { id: 'default' } });
    expect([made.status, made.body.errors[0].path]).toEqual([400, 'id']);
    await deployed.close();
  });
});

describe('what is asked for', () => {
  test.each([
    [{ lifetimeSeconds: 59 }, 'lifetimeSeconds'],
    [{ lifetimeSeconds: 2_592_001 }, 'lifetimeSeconds'],
    [{ lifetimeSeconds: '60' }, 'lifetimeSeconds'],
    [{ lifetime: 60 }, 'lifetime'],
    [{ settings: { autopilot: { person: 'nobody' } } }, 'autopilot.person'],
    [{ settings: { autopilt: null } }, 'settings.autopilt'],
    [{ id: 7 }, 'id'],
  ])('is refused by name: %j', async (json, path) => {
    const { status, body } = await house.ask('POST', '/api/workspaces', { json });
    expect([status, body.errors[0].path]).toEqual([400, path]);
    expect(body.errors[0].message).toMatch(/\S \/ \S/);
  });

  test.each(['https://evil.example', 'http://localhost:4101', 'null'])(
    'is refused to a page of %s, as is everything that needs no body',
    async (origin) => {
      const { id, key } = await openWorkspace(house);
      const headers = { origin };
      const answers = await Promise.all([
        house.ask('POST', '/api/workspaces', { json: {}, headers }),
        house.ask('GET', `/api/workspaces/${id}`, { key, headers }),
        house.ask('DELETE', `/api/workspaces/${id}`, { key, headers }),
        house.ask('POST', `/${id}/control/reset`, { key, headers }),
        house.ask('POST', '/default/control/reset', { headers }),
        house.ask('POST', '/default/control/keys/rotate', { headers }),
        house.ask('DELETE', '/default/control/journal', { headers }),
        house.ask('POST', '/', { form: {}, headers }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(Array(answers.length).fill(403));
    },
  );

  test('is not refused to a page of the sandbox itself', async () => {
    const asked = await house.ask('POST', '/api/workspaces', { json: {}, headers: { origin: ORIGIN } });
    expect(asked.status).toBe(201);
  });

  test('is refused to a page of a name that somebody turned towards this machine', async () => {
    const evil = 'http://evil.example:4100';
    const answer = await house.ask('POST', `${evil}/default/control/reset`, { headers: { origin: evil } });
    expect(answer).toMatchObject({ status: 403, body: { code: 'cross_site' } });
  });
});
