import { afterEach, describe, expect, it } from 'vitest';
import { dynamoStore } from '../../functions/_kit/dynamodb.ts';
import type { Store } from '../../functions/_kit/store.ts';
import { fill, hot, newWorkspace, PATIENCE_MS, plain, versionOf } from './engine.ts';
import {
  broken,
  type Fate,
  inProgress,
  type Seen,
  startLossyProxy,
  throttled,
  throughputExceeded,
  transactionConflict,
} from './lossy-proxy.ts';

const CALLERS = 64;
const all: Fate[] = [throughputExceeded, 'lose', throttled, transactionConflict, broken];

/** For the nth caller, what happens to its tries, one after the other; afterwards all is well. */
const stories: [string, (caller: number) => Fate[]][] = [
  ['every first answer is lost', () => ['lose']],
  ['two answers in a row are lost', () => ['lose', 'lose']],
  ['every call is throttled first', (caller) => [throughputExceeded, throttled].slice(caller % 2)],
  ['transactions conflict before their answers are lost', () => [transactionConflict, 'lose']],
  ['a lost answer is followed by a conflict with oneself', () => ['lose', transactionConflict]],
  [
    'a lost answer is followed by one in progress',
    (caller) => (caller % 8 ? ['lose'] : ['lose', inProgress]),
  ],
  ['everything happens', (caller) => [0, 1, 2].map((n) => all[(caller + n) % all.length] as Fate)],
];

/** DynamoDB as it is on a bad day: throttling and lost answers cost time, and nothing else. */
export function faultLaws(local: () => string, table: string): void {
  describe('DynamoDB on a bad day', { timeout: PATIENCE_MS }, () => {
    const ends: (() => Promise<void>)[] = [];
    afterEach(async () => {
      for (const end of ends.splice(0)) await end();
    });

    /** A store behind a proxy that treats the nth try of a call as the fates say; `nameOf` tells calls apart. */
    async function storeWith(fatesOf: (name: string) => Fate[], nameOf: (seen: Seen) => string = () => '') {
      const tries = new Map<string, number>();
      const proxy = await startLossyProxy(local(), (seen) => {
        const name = nameOf(seen);
        const tried = tries.get(name) ?? 0;
        tries.set(name, tried + 1);
        return fatesOf(name)[tried] ?? 'pass';
      });
      const calls: string[] = [];
      const store = dynamoStore({
        table,
        endpoint: proxy.endpoint,
        onCall: (command) => calls.push(command),
      });
      ends.push(
        () => store.close(),
        () => proxy.stop(),
      );
      return { store, calls };
    }

    const wholeStore = (): Store => {
      const store = dynamoStore({ table, endpoint: local() });
      ends.push(() => store.close());
      return store;
    };

    it.each(stories)(
      'lets exactly one of 64 callers win, and tells it so, when %s',
      async (_, fatesOf) => {
        const w = newWorkspace();
        const key = plain.key(w, 'code');
        await wholeStore().commit([{ put: key, value: 1 }], 5);
        const version = await versionOf(wholeStore(), key);
        const callerOf = ({ body }: Seen) => body.TransactItems?.[1]?.Put?.Item.value.S ?? '';
        const { store } = await storeWith((caller) => fatesOf(Number(caller)), callerOf);
        const answers = await Promise.all(
          Array.from({ length: CALLERS }, (_, value) =>
            store.commit(
              [
                { remove: key, if: { version } },
                { put: hot.key(w, `${value}`), value },
              ],
              5,
            ),
          ),
        );
        const winners = answers.flatMap((answer, caller) => (answer.ok ? [caller] : []));
        expect(winners).toHaveLength(1);
        expect((await wholeStore().list([w, 'law', 'hot'], { now: 5 })).map((item) => item.value)).toEqual(
          winners,
        );
      },
      30_000,
    );

    it.each<[string, Fate[]]>([
      ['is lost', ['lose']],
      ['is a failure', [broken, throttled]],
    ])('makes an unconditional change once more when its answer %s', async (_, fates) => {
      const { store, calls } = await storeWith(() => fates);
      const key = plain.key(newWorkspace(), 'a');
      expect(await store.commit([{ put: key, value: 1, expires: 1000 }], 5)).toEqual({ ok: true });
      expect((await wholeStore().get([key], 5))[0]?.value).toBe(1);
      expect(calls).toEqual(Array(fates.length + 1).fill('PutItem'));
    });

    it('reads and lists through throttling and lost answers', async () => {
      const w = newWorkspace();
      const ids = Array.from({ length: 60 }, (_, id) => `${id}`.padStart(2, '0'));
      await fill(
        wholeStore(),
        ids.map((id) => ({ put: hot.key(w, id), value: id.padEnd(60_000, '.') })),
        30,
      );
      const nameOf = ({ command, body }: Seen) => `${command} ${JSON.stringify(body)}`;
      const { store } = await storeWith(() => [throughputExceeded, 'lose'], nameOf);
      const keys = ids.map((id) => hot.key(w, id));
      expect((await store.get(keys, 5)).map((item) => item?.key)).toEqual(keys);
      expect((await store.get(keys.slice(0, 1), 5)).map((item) => item?.key)).toEqual(keys.slice(0, 1));
      expect((await store.list([w, 'law', 'hot'], { now: 5 })).map((item) => item.key)).toEqual(keys);
    });

    it('asks again for the keys that DynamoDB left unprocessed', async () => {
      const w = newWorkspace();
      const keys = Array.from({ length: 20 }, (_, id) => plain.key(w, `${id}`));
      await fill(
        wholeStore(),
        keys.map((put, value) => ({ put, value })),
      );
      const { store, calls } = await storeWith(() => [{ first: 7 }, { first: 0 }, { first: 12 }]);
      expect((await store.get(keys, 5)).map((item) => item?.value)).toEqual(keys.map((_, value) => value));
      expect(calls).toHaveLength(4);
    });

    it('gives up after eight tries, with the error of DynamoDB', async () => {
      const { store, calls } = await storeWith(() => Array(20).fill(throughputExceeded));
      const put = store.commit([{ put: plain.key(newWorkspace(), 'a'), value: 1, if: 'absent' }], 5);
      await expect(put).rejects.toThrow(
        expect.objectContaining({ name: 'ProvisionedThroughputExceededException' }),
      );
      expect(calls).toHaveLength(8);
    });

    it('waits for a DynamoDB that cannot be reached, eight tries long', async () => {
      const proxy = await startLossyProxy(local(), () => 'pass');
      await proxy.stop();
      const calls: string[] = [];
      const store = dynamoStore({ table, endpoint: proxy.endpoint, onCall: (call) => calls.push(call) });
      ends.push(() => store.close());
      await expect(store.get([plain.key('w', 'a')], 0)).rejects.toThrow(/ECONNREFUSED/);
      expect(calls).toHaveLength(8);
    });

    it('does not repeat what another try cannot cure', async () => {
      const calls: string[] = [];
      const store = dynamoStore({
        table: 'no-such-table',
        endpoint: local(),
        onCall: (call) => calls.push(call),
      });
      ends.push(() => store.close());
      await expect(store.get([plain.key('w', 'a')], 0)).rejects.toThrow(
        expect.objectContaining({ name: 'ResourceNotFoundException' }),
      );
      expect(calls).toEqual(['GetItem']);
    });
  });
}
