import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotStorable } from '../../functions/_kit/storable.ts';
import type { Change, Key, Store } from '../../functions/_kit/store.ts';
import { byteOrder, type Engine, hot, newWorkspace, PATIENCE_MS, plain, versionOf } from './engine.ts';
import { listLaws } from './laws-list.ts';
import { modelLaw } from './laws-model.ts';
import { singleUseLaws } from './laws-single-use.ts';

const ODD_IDS = [
  'a#b',
  'a/b',
  'a%23b',
  'a b',
  'a',
  'A',
  'đ',
  'é',
  'e\u0301',
  '🐱',
  '＃',
  "'; --",
  'x'.repeat(1024),
];

/** What every engine must do. `runs`: how many random sequences the property test tries. */
export function storeLaws(title: string, start: () => Promise<Engine>, runs: number): void {
  describe(title, { timeout: PATIENCE_MS }, () => {
    let engine: Engine;
    let store: Store;
    beforeAll(async () => {
      engine = await start();
      store = engine.open();
    }, PATIENCE_MS);
    afterAll(() => engine.stop());

    getLaws(() => store);
    conditionLaws(() => store);
    expiryLaws(() => store);
    refusalLaws(() => store);
    for (const of of [plain, hot]) {
      singleUseLaws(of, () => engine);
      listLaws(of, () => store);
      modelLaw(of, () => store, runs);
    }
  });
}

function getLaws(store: () => Store): void {
  it('answers in the order of the keys, with absent and repeated ones in their places', async () => {
    const [w, v] = [newWorkspace(), newWorkspace()];
    const keys = [plain.key(w, 'a'), plain.key(v, 'a'), hot.key(w, 'a'), hot.key(w, 'b')] as const;
    await store().commit(
      keys.map((put, value) => ({ put, value })),
      0,
    );
    const asked = [keys[3], plain.key(w, 'none'), keys[0], keys[2], keys[3], keys[1]];
    const items = await store().get(asked, 0);
    expect(items.map((item) => item?.value)).toEqual([3, undefined, 0, 2, 3, 1]);
    expect(items.map((item) => item?.key)).toEqual(asked.map((key, at) => (at === 1 ? undefined : key)));
    expect(await store().get([], 0)).toEqual([]);
    expect(await store().get([plain.key(w, 'none')], 0)).toEqual([undefined]);
  });

  it('gives a hundred keys back at once', async () => {
    const w = newWorkspace();
    const keys = Array.from({ length: 100 }, (_, id) => hot.key(w, `${id}`));
    await store().commit(
      keys.map((put, value) => ({ put, value })),
      0,
    );
    expect((await store().get(keys, 0)).map((item) => item?.value)).toEqual(keys.map((_, value) => value));
  });

  it('gives values back as JSON has them', async () => {
    const key = plain.key(newWorkspace(), 'a');
    for (const value of [
      null,
      '',
      0,
      [],
      { tên: 'Nguyễn Thị Bưởi', n: [1.5, { x: '\u0000\ud83d\ude00' }] },
    ]) {
      await store().commit([{ put: key, value }], 0);
      expect((await store().get([key], 0))[0]?.value).toEqual(value);
    }
  });

  it('keeps items apart whose ids differ in any character', async () => {
    const w = newWorkspace();
    for (const of of [plain, hot]) {
      await store().commit(
        ODD_IDS.map((id) => ({ put: of.key(w, id), value: id })),
        0,
      );
      const items = await store().get(
        ODD_IDS.map((id) => of.key(w, id)),
        0,
      );
      expect(items.map((item) => item?.value)).toEqual(ODD_IDS);
    }
  });

  it('keeps workspaces apart whose names look like parts of a key', async () => {
    const w = newWorkspace();
    const names = ['', '#law#plain', '%23law%23plain', '#', '%', '/law', '/law/plain'].map((end) => w + end);
    const ids = ['a', 'law#plain#a', '#law#plain#a', 'law/plain/a'];
    for (const name of names) {
      await store().commit(
        ids.map((id) => ({ put: plain.key(name, id), value: name })),
        0,
      );
    }
    for (const name of names) {
      const items = await store().list([name, 'law', 'plain'], { now: 0 });
      expect(items.map(({ key, value }) => [key[0], key[3], value])).toEqual(
        ids.toSorted(byteOrder).map((id) => [name, id, name]),
      );
    }
  });

  it.each(['', 'a\nb', 'a\u0000', '\ud800', 'x'.repeat(1025), 'đ'.repeat(513)])(
    'reads id %j as absent',
    async (id) => {
      expect(await store().get([plain.key(newWorkspace(), id)], 0)).toEqual([undefined]);
    },
  );
}

function conditionLaws(store: () => Store): void {
  it('puts only where there is nothing, when asked so', async () => {
    const key = plain.key(newWorkspace(), 'a');
    expect(await store().commit([{ put: key, value: 1, if: 'absent' }], 5)).toEqual({ ok: true });
    expect(await store().commit([{ put: key, value: 2, if: 'absent' }], 5)).toEqual({
      ok: false,
      conflict: key,
    });
    expect((await store().get([key], 5))[0]?.value).toBe(1);
  });

  it('puts and removes only at the version that was read, when asked so', async () => {
    const key = plain.key(newWorkspace(), 'a');
    await store().commit([{ put: key, value: 1 }], 5);
    const version = await versionOf(store(), key);
    expect(await store().commit([{ put: key, value: 2, if: { version } }], 5)).toEqual({ ok: true });
    const stale: Change[] = [
      { put: key, value: 3, if: { version } },
      { remove: key, if: { version } },
    ];
    for (const change of stale) {
      expect(await store().commit([change], 5)).toEqual({ ok: false, conflict: key });
    }
    expect((await store().get([key], 5))[0]?.value).toBe(2);
    const next = await versionOf(store(), key);
    expect(await store().commit([{ remove: key, if: { version: next } }], 5)).toEqual({ ok: true });
    expect(await store().get([key], 0)).toEqual([undefined]);
  });

  it('puts over anything and removes even nothing without a condition', async () => {
    const key = plain.key(newWorkspace(), 'a');
    for (const change of [{ remove: key }, { put: key, value: 1 }, { put: key, value: 2 }]) {
      expect(await store().commit([change], 5)).toEqual({ ok: true });
    }
    expect((await store().get([key], 5))[0]?.value).toBe(2);
    expect(await store().commit([], 5)).toEqual({ ok: true });
  });

  it('never gives a version twice, whatever happens to the item', async () => {
    const key = plain.key(newWorkspace(), 'a');
    const versions: string[] = [];
    for (let round = 0; round < 10; round++) {
      await store().commit([{ put: key, value: 'the same' }], 5);
      versions.push(await versionOf(store(), key));
      if (round % 2) await store().commit([{ remove: key }], 5);
    }
    expect(new Set(versions).size).toBe(10);
    const first = { version: versions[0] as string };
    expect(await store().commit([{ put: key, value: 1, if: first }], 5)).toEqual({
      ok: false,
      conflict: key,
    });
  });

  it('writes nothing of a commit when one condition fails', async () => {
    const w = newWorkspace();
    const [a, b, c] = [plain.key(w, 'a'), hot.key(w, 'b'), plain.key(w, 'c')];
    await store().commit(
      [
        { put: b, value: 'b' },
        { put: c, value: 'c' },
      ],
      5,
    );
    const changes: Change[] = [
      { put: a, value: 1, if: 'absent' },
      { put: b, value: 2, if: 'absent' },
      { remove: c },
    ];
    expect(await store().commit(changes, 5)).toEqual({ ok: false, conflict: b });
    const items = await store().get([a, b, c], 5);
    expect(items.map((item) => item?.value)).toEqual([undefined, 'b', 'c']);
    expect(await store().commit([...changes.slice(0, 1), ...changes.slice(2)], 5)).toEqual({ ok: true });
  });

  it('writes a hundred changes of one commit together', async () => {
    const w = newWorkspace();
    const puts = Array.from({ length: 100 }, (_, id) => ({
      put: hot.key(w, `${id}`),
      value: id,
      if: 'absent' as const,
    }));
    expect(await store().commit(puts, 5)).toEqual({ ok: true });
    expect(await store().list([w, 'law', 'hot'], { now: 5 })).toHaveLength(100);
    expect((await store().commit(puts, 5)).ok).toBe(false);
  });
}

function expiryLaws(store: () => Store): void {
  it('shows an item until the moment it expires, and for ever to those who ask at 0', async () => {
    const key = plain.key(newWorkspace(), 'a');
    await store().commit([{ put: key, value: 1, expires: 1000 }], 5);
    const at = async (now: number) => (await store().get([key, plain.key('other', 'a')], now))[0]?.expires;
    expect([await at(999), await at(1000), await at(1001), await at(0)]).toEqual([
      1000,
      undefined,
      undefined,
      1000,
    ]);
    expect((await store().get([key], 1000))[0]).toBeUndefined();
  });

  it('judges conditions as if an expired item were absent', async () => {
    const key = plain.key(newWorkspace(), 'a');
    await store().commit([{ put: key, value: 1, expires: 1000 }], 5);
    const condition = { version: await versionOf(store(), key) };
    const conflict = { ok: false, conflict: key };
    expect(await store().commit([{ put: key, value: 2, if: 'absent' }], 999)).toEqual(conflict);
    expect(await store().commit([{ put: key, value: 2, if: 'absent' }], 0)).toEqual(conflict);
    expect(await store().commit([{ put: key, value: 2, if: condition }], 1000)).toEqual(conflict);
    expect(await store().commit([{ remove: key, if: condition }], 1000)).toEqual(conflict);
    expect(await store().commit([{ put: key, value: 3, if: 'absent' }], 1000)).toEqual({ ok: true });
    expect((await store().get([key], 9999))[0]).toMatchObject({ value: 3 });
    expect((await store().get([key], 9999))[0]).not.toHaveProperty('expires');
  });
}

const at = (id: string): Key => plain.key('refused', id);
const thousands = (count: number) => Array.from({ length: count }, (_, id) => at(`${id}`));

/** Each with its reason: no engine takes it, and it is said before anything is written. */
const refused: [string, Change[], RegExp][] = [
  ['more than 100 changes', thousands(101).map((put) => ({ put, value: 1 })), /101 changes/],
  ['one key twice', [{ put: at('a'), value: 1 }, { remove: at('a') }], /twice/],
  ['an item over 400 kB', [{ put: at('a'), value: 'x'.repeat(400_000) }], /bytes/],
  ['an item over 400 kB in UTF-8', [{ put: at('a'), value: 'đ'.repeat(200_000) }], /bytes/],
  ['a commit over 4 MB', thousands(11).map((put) => ({ put, value: 'x'.repeat(390_000) })), /bytes/],
  ['a value that JSON does not know', [{ put: at('a'), value: undefined }], /JSON/],
  ['a time that is none', [{ put: at('a'), value: 1, expires: Number.NaN }], /time/],
  [
    'an empty id',
    [
      { put: at('a'), value: 1 },
      { put: at(''), value: 1 },
    ],
    /not an id/,
  ],
  ['a control character', [{ put: at('a\u001f'), value: 1 }], /not an id/],
  ['a workspace without a name', [{ put: plain.key('', 'a'), value: 1 }], /not a key/],
  ['a kind that nobody declares', [{ put: ['w', 'law', 'unheard-of', 'a'], value: 1 }], /declares/],
];

function refusalLaws(store: () => Store): void {
  it.each(refused)('refuses %s, and says why', async (_, changes, reason) => {
    await expect(store().commit(changes, 0)).rejects.toThrow(NotStorable);
    await expect(store().commit(changes, 0)).rejects.toThrow(reason);
    expect(await store().list(['refused', 'law', 'plain'], { now: 0 })).toEqual([]);
  });

  it('refuses more than 100 keys in one get', async () => {
    await expect(store().get(thousands(101), 0)).rejects.toThrow(NotStorable);
  });

  it('refuses to list after what is no id', async () => {
    await expect(store().list(['w', 'law', 'plain'], { now: 0, after: 'x'.repeat(1025) })).rejects.toThrow(
      NotStorable,
    );
  });

  it('takes an item of just under 400 kB', async () => {
    const key = plain.key(newWorkspace(), 'a');
    const value = 'x'.repeat(399_900);
    expect(await store().commit([{ put: key, value, expires: 9e12, purge: 9e12, if: 'absent' }], 1)).toEqual({
      ok: true,
    });
    expect((await store().get([key], 1))[0]?.value).toBe(value);
  });
}
