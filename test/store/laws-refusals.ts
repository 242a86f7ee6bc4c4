import { expect, it } from 'vitest';
import { NotStorable } from '../../functions/_kit/storable.ts';
import type { Change, Key, Store } from '../../functions/_kit/store.ts';
import { newWorkspace, plain } from './engine.ts';

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

/** What no engine takes, so that it shows on a laptop. */
export function refusalLaws(store: () => Store): void {
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
