import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Place, Write } from './storable.ts';
import type { Change, Item, Key } from './store.ts';

/** A hot kind lies in so many partitions. Fixed for good: another number would lose what is stored. */
export const SPREAD = 8;

export type Attributes = Record<string, AttributeValue>;

/** FNV-1a over the UTF-16 units: the same partition for an id, today and in ten years. */
function shardOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (SPREAD - 1);
}

/** Every partition of a kind in a workspace. */
export function partitionKeys({ partition, hot }: Pick<Place, 'partition' | 'hot'>): string[] {
  return hot ? Array.from({ length: SPREAD }, (_, shard) => `${partition}#${shard}`) : [partition];
}

/** Primary key: `workspace#system#kind`, for hot kinds with `#shard`, and the id. */
export function primaryKey({ partition, hot, id }: Place): Attributes {
  return { pk: { S: hot ? `${partition}#${shardOf(id)}` : partition }, sk: { S: id } };
}

/** The whole row of a put. TTL counts in seconds, so it rounds up. */
export function attributesOf(
  change: Extract<Change, { put: Key }>,
  { place, json = '' }: Write,
  version: string,
): Attributes {
  const { expires, purge } = change;
  return {
    ...primaryKey(place),
    value: { S: json },
    version: { S: version },
    ...(expires !== undefined && { expires: { N: `${expires}` } }),
    ...(purge !== undefined && { ttl: { N: `${Math.ceil(purge / 1000)}` } }),
  };
}

export function itemOf(key: Key, { value, version, expires }: Attributes): Item {
  const item: Item = { key, value: JSON.parse(value?.S ?? 'null'), version: version?.S ?? '' };
  if (expires?.N !== undefined) item.expires = Number(expires.N);
  return item;
}

/** Whether an item that was read is still live; at 0 everything is. */
export const isLive = ({ expires }: Item, now: number): boolean =>
  now === 0 || expires === undefined || expires > now;

const live = '(attribute_not_exists(expires) OR expires > :now)';

interface Condition {
  ConditionExpression?: string;
  ExpressionAttributeValues?: Attributes;
}

/** The change's condition, judged at `now`; empty where there is none. */
export function conditionOf(change: Change, now: number): Condition {
  if (change.if === undefined) return {};
  const at: Attributes = now === 0 ? {} : { ':now': { N: `${now}` } };
  if (change.if === 'absent') {
    if (now === 0) return { ConditionExpression: 'attribute_not_exists(pk)' };
    return {
      ConditionExpression: 'attribute_not_exists(pk) OR expires <= :now',
      ExpressionAttributeValues: at,
    };
  }
  return {
    ConditionExpression: now === 0 ? 'version = :version' : `version = :version AND ${live}`,
    ExpressionAttributeValues: { ...at, ':version': { S: change.if.version } },
  };
}

/** What a query needs to leave out expired items. */
export const liveFilter = (now: number): { FilterExpression?: string; values: Attributes } =>
  now === 0 ? { values: {} } : { FilterExpression: live, values: { ':now': { N: `${now}` } } };
