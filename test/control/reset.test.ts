import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keptKinds } from '../../functions/_kit/kept.ts';
import { type Workspace, workspaceKey } from '../../functions/_kit/workspace.ts';
import {
  type House,
  openHouse,
  openWorkspace,
  START,
  signIn,
  type TestWorkspace,
  userinfo,
} from './house.ts';
import { contents, live } from './live.ts';

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

describe('a reset', () => {
  test('leaves nothing but id, key and end', async () => {
    const before = await contents(workspace);
    const { tokens } = await live(house, workspace);
    expect(await contents(workspace)).not.toEqual(before);
    const about = await house.ask('GET', `/api/workspaces/${workspace.id}`, { key: workspace.key });
    expect((await workspace.control('POST', 'reset')).status).toBe(204);
    expect(await contents(workspace)).toEqual(before);
    expect((await userinfo(house, workspace.base, tokens.access_token)).status).toBe(401);
    expect((await workspace.control('GET', 'clients/mine')).status).toBe(404);
    expect((await workspace.control('GET', 'people/tam')).status).toBe(404);
    const after = await house.ask('GET', `/api/workspaces/${workspace.id}`, { key: workspace.key });
    expect(after.body).toEqual(about.body);
  });

  test('keeps the settings when asked to', async () => {
    await live(house, workspace);
    const { settings } = await contents(workspace);
    await workspace.control('POST', 'reset?keep=settings');
    expect(await contents(workspace)).toMatchObject({ settings, signing: { current: 0 }, items: [] });
    expect((await workspace.control('POST', 'reset?keep=everything')).status).toBe(400);
  });

  test('brings back the settings that the workspace was created with, and only those', async () => {
    const settings = { autopilot: { person: 'an' }, calendar: '2024-06-14', realisticNumbers: true };
    const { control, id } = await openWorkspace(house, { settings });
    const { body: first } = await control('GET', 'settings');
    const item = async () => (await house.store.get([workspaceKey(id)], 0))[0]!.value as Workspace;
    expect(Object.keys((await item()).firstSettings).toSorted()).toEqual(Object.keys(settings).toSorted());
    for (const round of [1, 2]) {
      await control('PATCH', 'settings', {
        json: { autopilot: null, calendar: null, clockOffsetSeconds: 9 },
      });
      expect((await control('POST', 'reset')).status).toBe(204);
      expect((await control('GET', 'settings')).body, `round ${round}`).toEqual(first);
    }
    expect((await signIn(house, `/${id}`)).claims.sub).toBeDefined();
  });

  test('leaves nothing behind in the store', async () => {
    await live(house, workspace);
    const item = async () => (await house.store.get([workspaceKey(workspace.id)], 0))[0]!.value as Workspace;
    const { space } = await item();
    await workspace.control('POST', 'reset');
    for (const kind of await keptKinds()) {
      expect(await house.store.list([space, kind.system, kind.kind], { now: 0 }), kind.kind).toEqual([]);
    }
    expect((await item()).space).not.toBe(space);
  });

  test('works on default, again and again, and sign-in works after it', async () => {
    for (let at = 0; at < 3; at++) {
      await house.ask('PATCH', '/default/control/settings', { json: { autopilot: { person: 'an' } } });
      await signIn(house, '/default');
      await signIn(house, '/default');
      expect((await house.ask('POST', '/default/control/reset')).status).toBe(204);
      expect((await house.ask('GET', '/default/control/journal')).body.entries).toEqual([]);
    }
  });
});
