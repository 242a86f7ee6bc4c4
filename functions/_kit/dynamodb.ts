import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { calling } from './dynamodb-call.ts';
import { commitChanges } from './dynamodb-commit.ts';
import { getItems } from './dynamodb-get.ts';
import { listItems } from './dynamodb-list.ts';
import type { Store } from './store.ts';

const ATTEMPT_MS = 3_000;

/** A client for the store: it does not retry, since the store does, and does not wait for ever. */
export function dynamoClient(endpoint?: string): DynamoDBClient {
  return new DynamoDBClient({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: ATTEMPT_MS, throwOnRequestTimeout: true },
    ...(endpoint !== undefined && {
      endpoint,
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  });
}

/** How to reach the table. */
export interface DynamoOptions {
  table: string;
  /** Default: a client of its own, from the environment. One from outside should have `maxAttempts: 1`. */
  client?: DynamoDBClient;
  /** DynamoDB Local, `http://127.0.0.1:8000`; it takes any credentials. */
  endpoint?: string;
  /** Hears the command's name at each round trip, retries included. */
  onCall?: (command: string) => void;
}

/**
 * The store in one DynamoDB table: `pk` is workspace#system#kind (hot kinds: and one of 8 shards), `sk` the id,
 * `value` the JSON, `version`, `expires` (milliseconds, token clock), `ttl` (seconds, real time).
 * Throttling, conflicts of transactions and lost answers are retried, at most 8 times; then the SDK's error is thrown.
 * An unconditional change whose answer was lost is made once more: the last writer wins, as always without a condition.
 */
export function dynamoStore(options: DynamoOptions): Store {
  const client = options.client ?? dynamoClient(options.endpoint);
  const table = { client, call: calling(options.onCall), table: options.table };
  return {
    get: (keys, now) => getItems(table, keys, now),
    list: (prefix, walk) => listItems(table, prefix, walk),
    commit: (changes, now) => commitChanges(table, changes, now),
    async sweep() {
      // The table's TTL does it.
    },
    async close() {
      if (!options.client) client.destroy();
    },
  };
}
