import { describe, expect, it } from 'vitest';
import type { Change, Key, Kind, Store } from '../../functions/_kit/store.ts';
import { type Engine, newWorkspace, versionOf } from './engine.ts';

const CALLERS = 64;

type Attempt = (key: Key, version: string, caller: number) => Change;

const ways: [string, Attempt][] = [
  ['removes it', (remove, version) => ({ remove, if: { version } })],
  ['puts it', (put, version, value) => ({ put, value, if: { version } })],
];

/** Runs 64 callers at once, half of them on another handle; each also leaves a trace in the same commit. */
async function race(engine: Engine, change: (caller: number) => Change, trace: (caller: number) => Key) {
  const stores = [engine.open(), engine.open()] as [Store, Store];
  const answers = await Promise.all(
    Array.from({ length: CALLERS }, (_, caller) => {
      const store = stores[caller % 2 ? 1 : 0];
      return store.commit([change(caller), { put: trace(caller), value: caller, if: 'absent' }], 5);
    }),
  );
  const traces = await stores[0].get(
    Array.from(answers, (_, caller) => trace(caller)),
    5,
  );
  return { answers, traces: traces.flatMap((item) => (item ? [item.value] : [])) };
}

function expectOneWinner({ answers, traces }: Awaited<ReturnType<typeof race>>, conflict: Key): void {
  const winners = answers.flatMap((answer, caller) => (answer.ok ? [caller] : []));
  expect(winners).toHaveLength(1);
  expect(traces).toEqual(winners);
  expect(answers.filter((answer) => !answer.ok)).toEqual(Array(CALLERS - 1).fill({ ok: false, conflict }));
}

/** Of any number of callers exactly one wins, and only that one has written. */
export function singleUseLaws(of: Kind<unknown>, engine: () => Engine): void {
  describe(`single use in ${of.kind}`, () => {
    it.each(ways)('lets one of 64 callers at once win that %s at its version', async (_, attempt) => {
      const store = engine().open();
      const w = newWorkspace();
      const key = of.key(w, 'code');
      await store.commit([{ put: key, value: 'code' }], 5);
      const version = await versionOf(store, key);
      const raced = await race(
        engine(),
        (caller) => attempt(key, version, caller),
        (caller) => of.key(w, `trace-${caller}`),
      );
      expectOneWinner(raced, key);
    });

    it('lets one of 64 callers at once win that puts it where there is nothing', async () => {
      const w = newWorkspace();
      const key = of.key(w, 'code');
      const raced = await race(
        engine(),
        (value) => ({ put: key, value, if: 'absent' }),
        (caller) => of.key(w, `trace-${caller}`),
      );
      expectOneWinner(raced, key);
    });

    it('notices at once what another handle does to an item that it has read', async () => {
      const [one, other] = [engine().open(), engine().open()];
      const key = of.key(newWorkspace(), 'a');
      await one.commit([{ put: key, value: 1 }], 5);
      for (const value of [2, 3]) {
        const version = await versionOf(one, key);
        await other.commit([{ put: key, value }], 5);
        expect(await one.commit([{ remove: key, if: { version } }], 5)).toEqual({ ok: false, conflict: key });
        expect((await one.get([key], 5))[0]?.value).toBe(value);
      }
      await other.commit([{ remove: key }], 5);
      expect(await one.get([key], 5)).toEqual([undefined]);
      expect(await one.commit([{ put: key, value: 4, if: 'absent' }], 5)).toEqual({ ok: true });
    });

    it('shows a committed item to every other handle at once', async () => {
      const [writer, reader] = [engine().open(), engine().open()];
      const w = newWorkspace();
      for (let id = 0; id < 20; id++) {
        await writer.commit([{ put: of.key(w, `${id}`), value: id }], 5);
        expect((await reader.get([of.key(w, `${id}`)], 5))[0]?.value).toBe(id);
      }
    });
  });
}
