import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sqliteStore } from '../../functions/_kit/sqlite.ts';
import { kinds, type Store } from '../../functions/_kit/store.ts';
import { type Workspace, workspaceKey } from '../../functions/_kit/workspace.ts';
import {
  authorize,
  type House,
  openHouse,
  openWorkspace,
  START,
  signIn,
  type TestWorkspace,
  userinfo,
} from './house.ts';
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

/** What an export holds, but for when and where it was made. */
async function contents(of: TestWorkspace = workspace) {
  const { exportedAt: _at, workspace: _where, ...rest } = (await of.control('GET', 'export')).body;
  return rest;
}

/** A little of everything: settings, a client, people, keys, live tokens, a page that waits for a phone. */
async function live(of: TestWorkspace = workspace) {
  await authorize(house, of.base).answer;
  await of.control('POST', 'people', tam);
  await of.control('PATCH', 'people/an', { tags: ['mine'] });
  await of.control('PATCH', 'settings', { autopilot: { person: 'tam' }, clockOffsetSeconds: 60 });
  await of.control('POST', 'clients', { client_id: 'mine', redirect_uris: ['https://a.example/cb'] });
  await of.control('POST', 'keys/rotate');
  return signIn(house, of.base);
}

describe('a reset', () => {
  test('leaves nothing but id, key and end', async () => {
    const before = await contents();
    const { tokens } = await live();
    expect(await contents()).not.toEqual(before);
    const about = await house.ask('GET', `/api/workspaces/${workspace.id}`, { key: workspace.key });
    expect((await workspace.control('POST', 'reset')).status).toBe(204);
    expect(await contents()).toEqual(before);
    expect((await userinfo(house, workspace.base, tokens.access_token)).status).toBe(401);
    expect((await workspace.control('GET', 'clients/mine')).status).toBe(404);
    expect((await workspace.control('GET', 'people/tam')).status).toBe(404);
    const after = await house.ask('GET', `/api/workspaces/${workspace.id}`, { key: workspace.key });
    expect(after.body).toEqual(about.body);
  });

  test('keeps the settings when asked to', async () => {
    await live();
    const { settings } = await contents();
    await workspace.control('POST', 'reset?keep=settings');
    expect(await contents()).toMatchObject({ settings, signing: { current: 0 }, items: [] });
    expect((await workspace.control('POST', 'reset?keep=everything')).status).toBe(400);
  });

  test('leaves nothing behind in the store', async () => {
    await live();
    const item = async () => (await house.store.get([workspaceKey(workspace.id)], 0))[0]!.value as Workspace;
    const { space } = await item();
    await workspace.control('POST', 'reset');
    for (const kind of kinds().filter(({ exported }) => exported)) {
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

describe('an export', () => {
  test('holds everything but keys: no private key, no workspace key, no secret of a client', async () => {
    const { tokens } = await live();
    const { body } = await workspace.control('POST', 'clients', {
      client_id: 'other',
      client_secret: 'hush-hush',
      redirect_uris: ['https://a.example/cb'],
    });
    const file = await contents();
    const found = new Set(
      file.items.map(({ system, kind }: { system: string; kind: string }) => `${system}/${kind}`),
    );
    for (const kind of ['control/journal', 'control/person', 'vneid/client', 'vneid/grant', 'vneid/qr']) {
      expect(found).toContain(kind);
    }
    const text = JSON.stringify(file);
    for (const secret of ['hush-hush', body.registration_access_token, workspace.key, tokens.access_token]) {
      expect(text).not.toContain(secret);
    }
    expect(text).not.toMatch(/"(d|p|q|keyHash|space)":/);
  });

  test('leaves the journal out when asked to', async () => {
    await live();
    const { body } = await workspace.control('GET', 'export?without=journal');
    const names = body.items.map(({ kind }: { kind: string }) => kind);
    expect(names).not.toContain('journal');
    expect(names).toContain('grant');
  });

  test('that no import would take says so, and a little less is taken', async () => {
    const large = (at: number) =>
      workspace.control('POST', 'clients', {
        client_id: `c${at}`,
        redirect_uris: Array.from({ length: 50 }, (_, n) => `https://a.example/${'x'.repeat(1_900)}/${n}`),
      });
    for (let at = 0; at < 48; at++) await large(at);
    const { body } = await workspace.control('GET', 'export?without=journal');
    const other = await openWorkspace(house);
    expect((await other.control('POST', 'import', body)).status).toBe(204);
    expect((await contents(other)).items).toHaveLength(48);
    for (let at = 48; at < 53; at++) await large(at);
    const refused = await workspace.control('GET', 'export?without=journal');
    expect(refused).toMatchObject({ status: 413, body: { code: 'too_large' } });
  }, 30_000);
});

describe('an import', () => {
  const take = (json: unknown, into = workspace) => into.control('POST', 'import', json);

  test('brings back what was exported, live tokens and all', async () => {
    const { tokens } = await live();
    const file = (await workspace.control('GET', 'export')).body;
    const before = await contents();
    await workspace.control('POST', 'reset');
    expect((await take(file)).status).toBe(204);
    expect(await contents()).toEqual(before);
    const again = await userinfo(house, workspace.base, tokens.access_token);
    expect([again.status, again.body.fullName]).toEqual([200, 'Lê Minh Tâm']);
    expect((await signIn(house, workspace.base)).claims.fullName).toBe('Lê Minh Tâm');
  });

  test('makes another workspace equal, under its own id, key and end, and leaves the first alone', async () => {
    await live();
    const file = (await workspace.control('GET', 'export')).body;
    const other = await openWorkspace(house, { lifetimeSeconds: 60 });
    const about = () => house.ask('GET', `/api/workspaces/${other.id}`, { key: other.key });
    const before = (await about()).body;
    await other.control('POST', 'people', { ...tam, slug: 'gone' });
    expect((await take(file, other)).status).toBe(204);
    expect(await contents(other)).toEqual(await contents());
    expect((await about()).body).toEqual(before);
    await other.control('PATCH', 'people/an', { tags: [] });
    await other.control('DELETE', 'clients/mine');
    expect((await workspace.control('GET', 'people/an')).body.tags).toEqual(['mine']);
    expect((await workspace.control('GET', 'clients/mine')).status).toBe(200);
  });

  test('keeps what ends on the token clock ending when it did', async () => {
    const { tokens } = await live();
    const file = (await workspace.control('GET', 'export')).body;
    house.time.now += 3_600_000;
    await take(file);
    expect((await userinfo(house, workspace.base, tokens.access_token)).status).toBe(401);
  });

  test.each<[string, (file: Record<string, unknown>) => unknown, string]>([
    ['of another version', (file) => ({ ...file, version: 2 }), 'version'],
    ['that is something else', (file) => ({ ...file, format: 'x' }), 'format'],
    ['with more than there is', (file) => ({ ...file, key: 'x' }), 'key'],
    ['with wrong settings', (file) => ({ ...file, settings: { calendar: 1 } }), 'settings.calendar'],
    [
      'with an autopilot who is not there',
      (file) => ({ ...file, settings: { autopilot: { person: 'tam' } } }),
      'autopilot.person',
    ],
    [
      'with keys that cannot be',
      (file) => ({ ...file, signing: { current: -1, overlapping: [] } }),
      'signing.current',
    ],
  ])('is refused when it is a file %s', async (_what, change, path) => {
    const file = (await workspace.control('GET', 'export')).body;
    const { status, body } = await take(change(file));
    expect([status, body.errors[0].path]).toEqual([400, path]);
  });

  const person = { system: 'control', kind: 'person', id: 'tam' };
  const stranger = { system: 'vneid', kind: 'client', id: 'x' };
  const hash = 'a'.repeat(43);
  const client = {
    id: 'x',
    issuedAt: 0,
    secretHash: hash,
    authMethods: ['client_secret_basic'],
    metadata: {
      redirect_uris: ['https://a.example/cb'],
      client_name: 'x',
      grant_types: ['authorization_code'],
      scope: 'openid',
      subject_type: 'public',
      id_token_signed_response_alg: 'RS256',
    },
  };

  test.each<[string, object[], string]>([
    ['of an unknown kind', [{ system: 'vneid', kind: 'wallet', id: 'x', value: {} }], 'items.0.kind'],
    [
      'that is a workspace',
      [{ system: 'control', kind: 'workspace', id: 'self', value: {} }],
      'items.0.kind',
    ],
    [
      'that is a signing key',
      [{ system: 'oidc', kind: 'signing-key', id: 'RSA-0', value: {} }],
      'items.0.kind',
    ],
    ['that names a workspace', [{ ...person, value: tam, workspace: 'default' }], 'items.0.workspace'],
    ['whose person is nobody', [{ ...person, value: { slug: 'tam' } }], 'items.0.value.personalNumber'],
    ['whose id is not its own', [{ ...person, id: 'x', value: tam }], 'items.0.id'],
    [
      'that is there twice',
      [
        { ...person, value: tam },
        { ...person, value: tam },
      ],
      'items.1.id',
    ],
    [
      'with a number of the cast',
      [{ ...person, value: { ...tam, phones: [{ number: '0950000101', carrier: 'itel' }] } }],
      'tam.phones.0.number',
    ],
    [
      'with a number outside 099',
      [{ ...person, value: { ...tam, personalNumber: '001300000100' } }],
      'person.tam.personalNumber',
    ],
    [
      'that is a built-in client',
      [{ ...stranger, id: 'demo-portal', value: { ...client, id: 'demo-portal' } }],
      'items.0.id',
    ],
    [
      'whose client has no hash',
      [{ ...stranger, value: { ...client, secretHash: 'x' } }],
      'items.0.value.secretHash',
    ],
    [
      'whose client takes any address',
      [{ ...stranger, value: { ...client, loopback: true } }],
      'items.0.value.loopback',
    ],
    ['that is no object', [{ system: 'vneid', kind: 'qr', id: 'x', value: 5 }], 'items.0.value'],
    [
      'with a number in what nobody else knows',
      [{ system: 'vneid', kind: 'qr', id: 'x', value: { client: '012345678901' } }],
      'qr.x.client',
    ],
    ['with an id that no store takes', [{ ...stranger, id: 'a\u0000', value: client }], 'items.0.id'],
  ])('is refused with an item %s, and changes nothing', async (_what, items, path) => {
    await live();
    const before = await contents();
    const file = (await workspace.control('GET', 'export')).body;
    const { status, body } = await take({ ...file, settings: {}, items });
    expect([status, body.errors[0].path]).toEqual([400, path]);
    expect(await contents()).toEqual(before);
  });

  test('takes a client and a person that somebody wrote by hand, defaults left out', async () => {
    const file = (await workspace.control('GET', 'export')).body;
    const items = [
      { ...stranger, value: client },
      { ...person, value: tam },
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
      ...stranger,
      id: `c${at}`,
      value: { ...client, id: `c${at}` },
    }));
    left = 2;
    expect((await mine.control('POST', 'import', { ...file, settings: {}, items })).status).toBe(500);
    expect(broken.log).toHaveLength(1);
    expect((await mine.control('GET', 'export')).body).toEqual(file);
    left = Number.POSITIVE_INFINITY;
    expect((await mine.control('POST', 'import', { ...file, settings: {}, items })).status).toBe(204);
    expect((await mine.control('GET', 'clients')).body.clients).toHaveLength(352);
    await broken.close();
  });

  test('is all there or not there, while sign-ins go on', async () => {
    await live();
    const file = (await workspace.control('GET', 'export?without=journal')).body;
    const signIns = Array.from({ length: 10 }, () => signIn(house, workspace.base));
    const imported = take(file);
    await Promise.allSettled(signIns);
    expect((await imported).status).toBe(204);
    expect((await workspace.control('GET', 'clients/mine')).status).toBe(200);
    expect((await signIn(house, workspace.base)).claims.fullName).toBe('Lê Minh Tâm');
  });
});

/** What happens in a workspace before it is exported. */
type Step = (of: TestWorkspace) => Promise<unknown>;

const steps: Record<string, Step> = {
  signIn: (of) => signIn(house, of.base).catch(() => undefined),
  page: (of) => authorize(house, of.base).answer,
  wrongClient: (of) => authorize(house, of.base, { id: 'nobody', secret: '', redirectUri: 'x' }).answer,
  rotate: (of) => of.control('POST', 'keys/rotate'),
  retire: (of) => of.control('POST', 'keys/retire'),
  clear: (of) => of.control('DELETE', 'journal'),
  add: (of) => of.control('POST', 'people', tam),
  change: (of) => of.control('PATCH', 'people/tam', { vneid: { level: 1 } }),
  remove: (of) => of.control('DELETE', 'people/tam'),
  client: (of) => of.control('POST', 'clients', { redirect_uris: ['https://a.example/cb'] }),
  pilot: (of) => of.control('PATCH', 'settings', { autopilot: { person: 'an' } }),
  queue: (of) =>
    of.control('PATCH', 'settings', { autopilotQueue: [{ error: 'access_denied' }, { person: 'mai' }] }),
  noPilot: (of) => of.control('PATCH', 'settings', { autopilot: null }),
  clock: (of) => of.control('PATCH', 'settings', { clockOffsetSeconds: 86_400, calendar: '2024-06-14' }),
  message: (of) =>
    house.ask('POST', `${of.base}/phone/an/api/messages`, { json: { from: 'x', text: 'Mã 123456' } }),
};

test('whatever happened, an export put into a new workspace makes it equal', async () => {
  const names = fc.array(fc.constantFrom(...Object.keys(steps)), { maxLength: 15 });
  await fc.assert(
    fc.asyncProperty(names, async (happened) => {
      const [one, other] = [await openWorkspace(house), await openWorkspace(house)];
      for (const name of happened) await steps[name]!(one);
      const file = (await one.control('GET', 'export')).body;
      expect(await other.control('POST', 'import', file)).toMatchObject({ status: 204 });
      expect(await contents(other)).toEqual(await contents(one));
      expect((await other.control('GET', 'people')).body).toEqual((await one.control('GET', 'people')).body);
    }),
    { numRuns: 40 },
  );
}, 60_000);
