import { randomUUID } from 'node:crypto';
import {
  DeleteItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { failureOf, type Table } from './dynamodb-call.ts';
import { attributesOf, conditionOf, primaryKey } from './dynamodb-items.ts';
import { type Write, writesOf } from './storable.ts';
import type { Change, Commit, Key } from './store.ts';

/** A version for each try: what a retried put writes for the second time is not what a reader saw before. */
async function writeOne({ client, call, table }: Table, write: Write): Promise<void> {
  const { change, place } = write;
  if ('put' in change) {
    const put = () =>
      new PutItemCommand({ TableName: table, Item: attributesOf(change, write, randomUUID()) });
    await call('PutItem', () => client.send(put()));
  } else {
    const remove = () => new DeleteItemCommand({ TableName: table, Key: primaryKey(place) });
    await call('DeleteItem', () => client.send(remove()));
  }
}

function transactItem(table: string, write: Write, now: number): TransactWriteItem {
  const { change, place } = write;
  const common = { TableName: table, ...conditionOf(change, now) };
  return 'put' in change
    ? { Put: { ...common, Item: attributesOf(change, write, randomUUID()) } }
    : { Delete: { ...common, Key: primaryKey(place) } };
}

/**
 * The token makes DynamoDB answer a repeated transaction with its first success. It must stay once a try may have
 * been written; as long as every try is known to have been refused, a new one asks without any memory of that.
 */
async function transact({ client, call }: Table, TransactItems: TransactWriteItem[]): Promise<void> {
  let token = randomUUID();
  let maybeWritten = false;
  const command = () => new TransactWriteItemsCommand({ TransactItems, ClientRequestToken: token });
  await call('TransactWriteItems', async () => {
    try {
      await client.send(command());
    } catch (error) {
      maybeWritten ||= failureOf(error) === 'unknown';
      if (!maybeWritten) token = randomUUID();
      throw error;
    }
  });
}

function conflictOf(error: unknown, writes: readonly Write[]): Key | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const at = error.CancellationReasons?.findIndex(({ Code }) => Code === 'ConditionalCheckFailed') ?? -1;
  return writes[at]?.key;
}

/**
 * `Store.commit`. Whatever has a condition goes through a transaction, even alone: its token is the only way
 * to tell, after a lost answer, one's own first success from another caller's.
 */
export async function commitChanges(to: Table, changes: readonly Change[], now: number): Promise<Commit> {
  const writes = writesOf(changes);
  const [first, ...others] = writes;
  if (!first) return { ok: true };
  try {
    if (others.length === 0 && first.change.if === undefined) await writeOne(to, first);
    else
      await transact(
        to,
        writes.map((write) => transactItem(to.table, write, now)),
      );
    return { ok: true };
  } catch (error) {
    const conflict = conflictOf(error, writes);
    if (conflict) return { ok: false, conflict };
    throw error;
  }
}
