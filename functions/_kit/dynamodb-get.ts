import { BatchGetItemCommand, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { pause, type Table } from './dynamodb-call.ts';
import { type Attributes, isLive, itemOf, primaryKey } from './dynamodb-items.ts';
import { type Place, placesOf } from './storable.ts';
import type { Item, Key } from './store.ts';

const FRUITLESS_TRIES = 8;

const name = ({ pk, sk }: Attributes): string => `${pk?.S}\n${sk?.S}`;

async function readOne({ client, call, table }: Table, Key: Attributes): Promise<Attributes[]> {
  const command = () => new GetItemCommand({ TableName: table, Key, ConsistentRead: true });
  const { Item } = await call('GetItem', () => client.send(command()));
  return Item ? [Item] : [];
}

/** DynamoDB leaves keys out of an answer that grows over 16 MB or meets a limit; they are asked for again. */
async function readMany({ client, call, table }: Table, keys: Attributes[]): Promise<Attributes[]> {
  const found: Attributes[] = [];
  for (let left = keys, fruitless = 0; left.length > 0; ) {
    const command = () =>
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys: left, ConsistentRead: true } } });
    const answer = await call('BatchGetItem', () => client.send(command()));
    found.push(...(answer.Responses?.[table] ?? []));
    const unread = answer.UnprocessedKeys?.[table]?.Keys ?? [];
    fruitless = unread.length < left.length ? 0 : fruitless + 1;
    if (fruitless === FRUITLESS_TRIES)
      throw new Error(`DynamoDB left ${unread.length} keys unread, ${fruitless} times`);
    if (unread.length > 0) await pause(fruitless + 1);
    left = unread;
  }
  return found;
}

/** `Store.get`. */
export async function getItems(
  from: Table,
  keys: readonly Key[],
  now: number,
): Promise<(Item | undefined)[]> {
  const wanted = placesOf(keys).map((place?: Place) => place && primaryKey(place));
  const distinct = [...new Map(wanted.flatMap((key) => (key ? [[name(key), key] as const] : []))).values()];
  const [only, ...others] = distinct;
  if (!only) return keys.map(() => undefined);
  const rows = others.length === 0 ? await readOne(from, only) : await readMany(from, distinct);
  const byName = new Map(rows.map((row) => [name(row), row]));
  return keys.map((key, index) => {
    const at = wanted[index];
    const row = at && byName.get(name(at));
    const item = row && itemOf(key, row);
    return item && isLive(item, now) ? item : undefined;
  });
}
