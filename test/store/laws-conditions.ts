import { expect, it } from 'vitest';
import type { Change, Store } from '../../functions/_kit/store.ts';
import { hot, newWorkspace, plain, versionOf } from './engine.ts';

/** Conditions, versions, all or nothing. */
export function conditionLaws(store: () => Store): void {
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

/** Expiry, on reading and in conditions. */
export function expiryLaws(store: () => Store): void {
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
