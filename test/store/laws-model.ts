import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change, Commit, Key, Kind, Store } from '../../functions/_kit/store.ts';
import { newWorkspace } from './engine.ts';

const SLOTS = ['a', 'b', 'b#', 'c', 'đ'];

interface Entry {
  value: unknown;
  version: string;
  expires?: number;
}

/** What the store should be: a plain Map, and every version that was ever seen. */
interface Model {
  live: Map<string, Entry>;
  seen: string[];
}

const change = fc.record({
  id: fc.constantFrom(...SLOTS),
  put: fc.boolean(),
  value: fc.jsonValue({ maxDepth: 1 }),
  lasts: fc.option(fc.integer({ min: -1, max: 4 }), { nil: undefined }),
  condition: fc.constantFrom('none', 'absent', 'current', 'current', 'former', 'foreign'),
});

const step = fc.record({
  changes: fc.uniqueArray(change, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }),
  passes: fc.integer({ min: 0, max: 2 }),
  limit: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
  after: fc.option(fc.constantFrom(...SLOTS), { nil: undefined }),
  descending: fc.boolean(),
});

type Step = (typeof step extends fc.Arbitrary<infer T> ? T : never) & { now: number };
type Drawn = Step['changes'][number];

const isLive = (entry: Entry | undefined, now: number): entry is Entry =>
  entry !== undefined && (now === 0 || entry.expires === undefined || entry.expires > now);

function versionFor({ condition, id }: Drawn, model: Model): string {
  const current = model.live.get(id)?.version;
  if (condition === 'current') return current ?? 'none';
  return (condition === 'former' && model.seen.findLast((version) => version !== current)) || 'foreign';
}

function changeFor(drawn: Drawn, key: Key, model: Model, now: number): Change {
  const at = { version: versionFor(drawn, model) };
  if (!drawn.put) return drawn.condition === 'none' ? { remove: key } : { remove: key, if: at };
  const condition = drawn.condition === 'absent' ? 'absent' : at;
  return {
    put: key,
    value: drawn.value,
    ...(drawn.lasts !== undefined && { expires: now + drawn.lasts }),
    ...(drawn.condition !== 'none' && { if: condition }),
  };
}

function holds(change: Change, entry: Entry | undefined, now: number): boolean {
  if (change.if === undefined) return true;
  if (change.if === 'absent') return !isLive(entry, now);
  return isLive(entry, now) && entry.version === change.if.version;
}

function commitTo(model: Model, changes: readonly Change[], now: number): Commit {
  const keyOf = (each: Change) => ('put' in each ? each.put : each.remove);
  const failed = changes.find((each) => !holds(each, model.live.get(keyOf(each)[3]), now));
  if (failed) return { ok: false, conflict: keyOf(failed) };
  for (const each of changes) {
    if ('put' in each) model.live.set(each.put[3], { value: each.value, version: '', expires: each.expires });
    else model.live.delete(each.remove[3]);
  }
  return { ok: true };
}

/** Reads everything; entries that were just put learn their versions, and those must be new. */
async function expectSame(store: Store, keys: readonly Key[], model: Model, now: number): Promise<void> {
  for (const [at, item] of (await store.get(keys, 0)).entries()) {
    const entry = model.live.get(SLOTS[at] as string);
    if (entry?.version === '' && item) {
      expect(model.seen).not.toContain(item.version);
      model.seen.push(item.version);
      entry.version = item.version;
    }
    expect(item).toEqual(entry && { key: keys[at], ...JSON.parse(JSON.stringify(entry)) });
  }
  const visible = (await store.get(keys, now)).map((item) => item?.version);
  expect(visible).toEqual(
    SLOTS.map((id) => model.live.get(id)).map((entry) => (isLive(entry, now) ? entry.version : undefined)),
  );
}

async function expectSameList(
  store: Store,
  prefix: [string, string, string],
  model: Model,
  step: Step,
): Promise<void> {
  const { now, limit, after, descending } = step;
  const upwards = SLOTS.filter((id) => isLive(model.live.get(id), now));
  const walked = (descending ? upwards.toReversed() : upwards).filter(
    (id) =>
      after === undefined ||
      (descending ? SLOTS.indexOf(id) < SLOTS.indexOf(after) : SLOTS.indexOf(id) > SLOTS.indexOf(after)),
  );
  const items = await store.list(prefix, { now, limit, after, descending });
  expect(items.map(({ version }) => version)).toEqual(
    walked.slice(0, limit).map((id) => model.live.get(id)?.version),
  );
}

/** Any sequence of commits, reads and lists answers as a Map would. */
export function modelLaw(of: Kind<unknown>, store: () => Store, runs: number): void {
  it(`answers every sequence of commits to ${of.kind} as a plain Map would`, async () => {
    const sequence = fc.array(step, { minLength: 1, maxLength: 15 });
    const property = fc.asyncProperty(sequence, async (steps) => {
      const w = newWorkspace();
      const keys = SLOTS.map((id) => of.key(w, id));
      const model: Model = { live: new Map(), seen: [] };
      let now = 1000;
      for (const drawn of steps) {
        now += drawn.passes;
        const changes = drawn.changes.map((each) => changeFor(each, of.key(w, each.id), model, now));
        const expected = commitTo(model, changes, now);
        expect(await store().commit(changes, now)).toEqual(expected);
        await expectSame(store(), keys, model, now);
        await expectSameList(store(), [w, of.system, of.kind], model, { ...drawn, now });
      }
    });
    await fc.assert(property, { numRuns: runs });
  });
}
