import {
  type AttributeValue,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  paginateScan,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { dynamoStore } from '../../functions/_kit/dynamodb.ts';
import type { Change, Key, Store } from '../../functions/_kit/store.ts';
import { fill, hot, newWorkspace, PATIENCE_MS, plain } from './engine.ts';

const put = (key: Key, more: object = {}): Change => ({ put: key, value: 1, ...more });

const trips: [string, (store: Store, w: string) => Promise<unknown>, string[]][] = [
  ['one key', (store, w) => store.get([plain.key(w, 'a')], 5), ['GetItem']],
  ['several keys', (store, w) => store.get([plain.key(w, 'a'), hot.key(w, 'b')], 5), ['BatchGetItem']],
  ['one key twice', (store, w) => store.get([plain.key(w, 'a'), plain.key(w, 'a')], 5), ['GetItem']],
  ['no possible key', (store, w) => store.get([plain.key(w, '')], 5), []],
  ['a put', (store, w) => store.commit([put(plain.key(w, 'a'))], 5), ['PutItem']],
  ['a remove', (store, w) => store.commit([{ remove: plain.key(w, 'a') }], 5), ['DeleteItem']],
  [
    'a condition',
    (store, w) => store.commit([put(plain.key(w, 'a'), { if: 'absent' })], 5),
    ['TransactWriteItems'],
  ],
  [
    'two changes',
    (store, w) => store.commit([put(plain.key(w, 'a')), put(hot.key(w, 'a'))], 5),
    ['TransactWriteItems'],
  ],
  ['no change', (store) => store.commit([], 5), []],
  ['a list', (store, w) => store.list([w, 'law', 'plain'], { now: 5 }), ['Query']],
  [
    'a list of a hot kind',
    (store, w) => store.list([w, 'law', 'hot'], { now: 5, limit: 9 }),
    Array(8).fill('Query'),
  ],
];

/** What the store costs on DynamoDB, and how its rows look there. */
export function tableLaws(client: () => DynamoDBClient, table: string): void {
  describe('the table', { timeout: PATIENCE_MS }, () => {
    it.each(trips)('takes the fewest round trips for %s', async (_, act, expected) => {
      const calls: string[] = [];
      await act(
        dynamoStore({ table, client: client(), onCall: (command) => calls.push(command) }),
        newWorkspace(),
      );
      expect(calls).toEqual(expected);
    });

    async function rowsOf(workspace: string) {
      const pages = paginateScan(
        { client: client() },
        {
          TableName: table,
          FilterExpression: 'begins_with(pk, :w)',
          ExpressionAttributeValues: { ':w': { S: `${workspace}#` } },
        },
      );
      const rows: Record<string, AttributeValue>[] = [];
      for await (const { Items = [] } of pages) rows.push(...Items);
      return rows;
    }

    it('holds a row as it is documented, with the time to live in seconds', async () => {
      const w = newWorkspace();
      await dynamoStore({ table, client: client() }).commit(
        [{ put: plain.key(w, 'a'), value: { a: 'đ' }, expires: 12_345.5, purge: 4_000_000_000_001 }],
        5,
      );
      expect(await rowsOf(w)).toEqual([
        {
          pk: { S: `${w}#law#plain` },
          sk: { S: 'a' },
          value: { S: '{"a":"đ"}' },
          version: { S: expect.stringMatching(/./) },
          expires: { N: '12345.5' },
          ttl: { N: '4000000001' },
        },
      ]);
    });

    it('lets DynamoDB delete what may be purged', async () => {
      const { TimeToLiveDescription } = await client().send(
        new DescribeTimeToLiveCommand({ TableName: table }),
      );
      expect(TimeToLiveDescription).toMatchObject({ AttributeName: 'ttl', TimeToLiveStatus: 'ENABLED' });
    });

    it('spreads a hot kind evenly over eight partitions, whatever its ids look like', async () => {
      const shapes = [
        (n: number) => `${n}`,
        (n: number) => `2025-01-01T00:00:${n}`,
        (n: number) => `m5x${n.toString(36)}00`,
      ];
      for (const shape of shapes) {
        const w = newWorkspace();
        await fill(
          dynamoStore({ table, client: client() }),
          Array.from({ length: 400 }, (_, n) => ({ put: hot.key(w, shape(n)), value: n })),
        );
        const rows = Map.groupBy(await rowsOf(w), ({ pk }) => pk?.S);
        expect([...rows.keys()].sort()).toEqual(
          [0, 1, 2, 3, 4, 5, 6, 7].map((shard) => `${w}#law#hot#${shard}`),
        );
        for (const { length } of rows.values()) expect(length).toBeGreaterThan(25);
      }
    });
  });
}
