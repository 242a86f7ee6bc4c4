import { beforeAll, describe, expect, it } from 'vitest';
import type { Kind, ListOptions, Store } from '../../functions/_kit/store.ts';
import { byteOrder, fill, newWorkspace, PATIENCE_MS } from './engine.ts';

/** UTF-16 order, locale order and UTF-8 order all differ over these. */
const IDS = ['10', '9', 'B', 'a', 'a#', 'a#b', 'aa', 'á', 'z', 'é', '～', '\uffff', '🐱', '🐲'].sort(
  byteOrder,
);
const BIG = 60_000;

const walks: [string, Omit<ListOptions, 'now'>, string[]][] = [
  ['all', {}, IDS],
  ['all downwards', { descending: true }, IDS.toReversed()],
  ['the first three', { limit: 3 }, IDS.slice(0, 3)],
  ['the last three downwards', { limit: 3, descending: true }, IDS.slice(-3).reverse()],
  ['none', { limit: 0 }, []],
  ['more than there are', { limit: 1000 }, IDS],
  ['what comes after an id', { after: IDS[4] }, IDS.slice(5)],
  ['what comes before an id, downwards', { after: IDS[4], descending: true }, IDS.slice(0, 4).reverse()],
  ['two after an id', { after: IDS[4], limit: 2 }, IDS.slice(5, 7)],
  ['what comes after an id that is not there', { after: 'a!' }, IDS.filter((id) => byteOrder(id, 'a!') > 0)],
  ['all after nothing', { after: '' }, IDS],
  ['nothing below nothing', { after: '', descending: true }, []],
];

/** Order, ends, limits, expiry and size of lists. */
export function listLaws(of: Kind<unknown>, store: () => Store): void {
  const list = async (workspace: string, options: ListOptions) =>
    (await store().list([workspace, of.system, of.kind], options)).map((item) => item.key[3]);

  describe(`lists of ${of.kind}`, () => {
    const [w, neighbour, big] = [newWorkspace(), newWorkspace(), newWorkspace()];
    const bigIds = Array.from({ length: 60 }, (_, at) => `id-${at}`).sort(byteOrder);
    beforeAll(async () => {
      await fill(
        store(),
        IDS.map((id) => ({ put: of.key(w, id), value: { id } })),
      );
      await fill(store(), [{ put: of.key(neighbour, 'n'), value: 1 }]);
      await fill(
        store(),
        bigIds.map((id) => ({ put: of.key(big, id), value: id.padEnd(BIG, '.') })),
        30,
      );
    }, PATIENCE_MS);

    it.each(walks)('walks %s in the order of UTF-8 bytes', async (_, options, expected) => {
      expect(await list(w, { now: 5, ...options })).toEqual(expected);
    });

    it('gives the same items as get', async () => {
      const items = await store().list([w, of.system, of.kind], { now: 5 });
      expect(items).toEqual(
        await store().get(
          IDS.map((id) => of.key(w, id)),
          5,
        ),
      );
    });

    it('never shows the items of another workspace', async () => {
      expect(await list(neighbour, { now: 0 })).toEqual(['n']);
      expect(await list(newWorkspace(), { now: 0 })).toEqual([]);
    });

    it('goes on beyond 1 MB, in both directions, whole and in pages', async () => {
      expect(await list(big, { now: 5 })).toEqual(bigIds);
      expect(await list(big, { now: 5, descending: true })).toEqual(bigIds.toReversed());
      expect(await list(big, { now: 5, limit: 45 })).toEqual(bigIds.slice(0, 45));
      const walked: string[] = [];
      for (let page = await list(big, { now: 5, limit: 13 }); page.length > 0; ) {
        walked.push(...page);
        page = await list(big, { now: 5, limit: 13, after: page.at(-1) });
      }
      expect(walked).toEqual(bigIds);
    });

    it('passes over expired items without counting them, and shows them at 0', async () => {
      const mixed = newWorkspace();
      const ids = Array.from({ length: 40 }, (_, at) => `${at}`.padStart(2, '0'));
      await fill(
        store(),
        ids.map((id, at) => ({ put: of.key(mixed, id), value: at, ...(at % 4 && { expires: 1000 }) })),
      );
      const live = ids.filter((_, at) => at % 4 === 0);
      expect(await list(mixed, { now: 1000 })).toEqual(live);
      expect(await list(mixed, { now: 1000, limit: 7 })).toEqual(live.slice(0, 7));
      expect(await list(mixed, { now: 999 })).toEqual(ids);
      expect(await list(mixed, { now: 0 })).toEqual(ids);
    });
  });
}
