import { expect, it } from 'vitest';
import type { Item, Store } from '../../functions/_kit/store.ts';
import { byteOrder, hot, newWorkspace, plain } from './engine.ts';

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

/** What is read is what was written, at exactly its key. */
export function getLaws(store: () => Store): void {
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

  it('keeps a value as it was written, whatever a caller does to its own copy', async () => {
    const key = plain.key(newWorkspace(), 'a');
    const mine = { list: [1], by: { name: 'An' } };
    await store().commit([{ put: key, value: mine }], 0);
    mine.list.push(2);
    const [read] = await store().get([key], 0);
    Reflect.set((read as Item<typeof mine>).value.by, 'name', 'Bình');
    expect((await store().get([key], 0))[0]?.value).toEqual({ list: [1], by: { name: 'An' } });
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
