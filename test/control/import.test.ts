import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sqliteStore } from '../../functions/_kit/sqlite.ts';
import type { Store } from '../../functions/_kit/store.ts';
import { builtInClients } from '../../functions/_oidc/client.ts';
import {
  type House,
  openHouse,
  openWorkspace,
  START,
  signIn,
  type TestWorkspace,
  userinfo,
} from './house.ts';
import { clientItem, personItem, storedClient } from './items.ts';
import { contents, live } from './live.ts';
import { tam } from './people.ts';

let house: House;
let workspace: TestWorkspace;
beforeAll(() => {
  house = openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.time.now = START;
  workspace = await openWorkspace(house);
});
afterEach(() => expect(house.log).toEqual([]));

describe('an import', () => {
  const take = (json: unknown, into = workspace) => into.control('POST', 'import', json);

  test('brings back what was exported, live tokens and all', async () => {
    const { tokens } = await live(house, workspace);
    const file = (await workspace.control('GET', 'export')).body;
    const before = await contents(workspace);
    await workspace.control('POST', 'reset');
    expect((await take(file)).status).toBe(204);
    expect(await contents(workspace)).toEqual(before);
    const again = await userinfo(house, workspace.base, tokens.access_token);
    expect([again.status, again.body.fullName]).toEqual([200, 'Lê Minh Tâm']);
    expect((await signIn(house, workspace.base)).claims.fullName).toBe('Lê Minh Tâm');
  });

  test('makes another workspace equal, under its own id, key and end, and leaves the first alone', async () => {
    await live(house, workspace);
    const file = (await workspace.control('GET', 'export')).body;
    const other = await openWorkspace(house, { lifetimeSeconds: 60 });
    const about = () => house.ask('GET', `/api/workspaces/${other.id}`, { key: other.key });
    const before = (await about()).body;
    await other.control('POST', 'people', { ...tam, slug: 'gone' });
    expect((await take(file, other)).status).toBe(204);
    expect(await contents(other)).toEqual(await contents(workspace));
    expect((await about()).body).toEqual(before);
    await other.control('PATCH', 'people/an', { tags: [] });
    await other.control('DELETE', 'clients/mine');
    expect((await workspace.control('GET', 'people/an')).body.tags).toEqual(['mine']);
    expect((await workspace.control('GET', 'clients/mine')).status).toBe(200);
  });

  test('keeps what ends on the token clock ending when it did', async () => {
    const { tokens } = await live(house, workspace);
    const file = (await workspace.control('GET', 'export')).body;
    house.time.now += 3_600_000;
    await take(file);
    expect((await userinfo(house, workspace.base, tokens.access_token)).status).toBe(401);
  });

  test('takes a client and a person that somebody wrote by hand, defaults left out', async () => {
    const file = (await workspace.control('GET', 'export')).body;
    const items = [
      { ...clientItem, value: storedClient },
      { ...personItem, value: tam },
    ];
    expect((await take({ ...file, settings: { autopilot: { person: 'tam' } }, items })).status).toBe(204);
    expect((await workspace.control('GET', 'people/tam')).body).toMatchObject({
      tags: [],
      vneid: { level: 2 },
    });
    expect((await workspace.control('GET', 'clients/x')).body).toMatchObject({ client_name: 'x' });
  });

  test('of more than five megabytes is refused', async () => {
    const { status, body } = await take({ filler: 'x'.repeat(5_300_000) });
    expect([status, body.code]).toEqual([413, 'too_large']);
  });

  test('that fails half-way has changed nothing', async () => {
    const store = sqliteStore(':memory:');
    let left = Number.POSITIVE_INFINITY;
    const failing: Store = {
      ...store,
      commit: (changes, now) => {
        if (changes.length >= 50 && --left < 0) throw new Error('the disk is full');
        return store.commit(changes, now);
      },
    };
    const broken = openHouse({ store: failing });
    const mine = await openWorkspace(broken);
    await mine.control('PATCH', 'settings', { calendar: '2024-06-14' });
    const file = (await mine.control('GET', 'export')).body;
    const items = Array.from({ length: 350 }, (_, at) => ({
      ...clientItem,
      id: `c${at}`,
      value: { ...storedClient, id: `c${at}` },
    }));
    left = 2;
    expect((await mine.control('POST', 'import', { ...file, settings: {}, items })).status).toBe(500);
    expect(broken.log).toHaveLength(1);
    expect((await mine.control('GET', 'export')).body).toEqual(file);
    left = Number.POSITIVE_INFINITY;
    expect((await mine.control('POST', 'import', { ...file, settings: {}, items })).status).toBe(204);
    expect((await mine.control('GET', 'clients')).body.clients).toHaveLength(350 + builtInClients.length);
    await broken.close();
  });

  test('is all there or not there, while sign-ins go on', async () => {
    await live(house, workspace);
    const file = (await workspace.control('GET', 'export?without=journal')).body;
    const signIns = Array.from({ length: 10 }, () => signIn(house, workspace.base));
    const imported = take(file);
    await Promise.allSettled(signIns);
    expect((await imported).status).toBe(204);
    expect((await workspace.control('GET', 'clients/mine')).status).toBe(200);
    expect((await signIn(house, workspace.base)).claims.fullName).toBe('Lê Minh Tâm');
  });
});
