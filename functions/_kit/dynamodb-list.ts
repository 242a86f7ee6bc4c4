import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import type { Table } from './dynamodb-call.ts';
import { type Attributes, itemOf, liveFilter, partitionKeys, SPREAD } from './dynamodb-items.ts';
import { checkAfter, partitionOf } from './storable.ts';
import type { Item, ListOptions } from './store.ts';

type Prefix = readonly [workspace: string, system: string, kind: string];

/** How far a merge has come in one partition: the next item, and its id as DynamoDB sorts it. */
interface Head {
  row: Attributes;
  order: Buffer;
  rest: AsyncIterator<Attributes>;
}

/** Of ids that are spread evenly each partition holds its share, give or take. */
const pageSize = (limit: number | undefined, partitions: number): number | undefined =>
  limit === undefined || partitions === 1 ? limit : Math.min(limit, 2 * Math.ceil(limit / SPREAD) + 2);

function queryOf(table: string, pk: string, options: ListOptions, partitions: number): QueryCommandInput {
  const { now, after, limit, descending = false } = options;
  const { FilterExpression, values } = liveFilter(now);
  return {
    TableName: table,
    ConsistentRead: true,
    ScanIndexForward: !descending,
    KeyConditionExpression: after ? `pk = :pk AND sk ${descending ? '<' : '>'} :after` : 'pk = :pk',
    FilterExpression,
    ExpressionAttributeValues: { ':pk': { S: pk }, ...values, ...(after && { ':after': { S: after } }) },
    Limit: pageSize(limit, partitions),
  };
}

/** The rows of one partition, page by page as they are asked for. */
async function* rows({ client, call }: Table, query: QueryCommandInput): AsyncGenerator<Attributes, void> {
  let from: Attributes | undefined;
  do {
    const command = () => new QueryCommand({ ...query, ExclusiveStartKey: from });
    const page = await call('Query', () => client.send(command()));
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}

async function head(rest: AsyncIterator<Attributes>): Promise<Head | undefined> {
  const { value } = await rest.next();
  return value && { row: value, order: Buffer.from(value.sk?.S ?? ''), rest };
}

/** Merges partitions that are each in order; a page is fetched only when the merge has come to it. */
async function* merged(
  partitions: readonly AsyncIterator<Attributes>[],
  sign: 1 | -1,
): AsyncGenerator<Attributes> {
  let heads = (await Promise.all(partitions.map(head))).filter((each) => each !== undefined);
  while (heads.length > 0) {
    const first = heads.reduce((a, b) => (sign * Buffer.compare(b.order, a.order) < 0 ? b : a));
    yield first.row;
    const next = await head(first.rest);
    heads = heads.flatMap((each) => (each === first ? (next ?? []) : each));
  }
}

/** `Store.list` over one partition, or over all that a hot kind is spread to. */
export async function listItems(from: Table, prefix: Prefix, options: ListOptions): Promise<Item[]> {
  const { after, limit = Number.POSITIVE_INFINITY, descending = false } = options;
  checkAfter(after);
  const pks = partitionKeys(partitionOf(prefix));
  const items: Item[] = [];
  if (limit <= 0 || (descending && after === '')) return items;
  const partitions = pks.map((pk) => rows(from, queryOf(from.table, pk, options, pks.length)));
  for await (const row of merged(partitions, descending ? -1 : 1)) {
    items.push(itemOf([...prefix, row.sk?.S ?? ''], row));
    if (items.length >= limit) break;
  }
  return items;
}
