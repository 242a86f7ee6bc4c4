import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { dynamoClient, dynamoStore } from '../../functions/_kit/dynamodb.ts';
import { createTable } from '../../functions/_kit/dynamodb-table.ts';
import { startDynamoDBLocal } from '../dynamodb-local.ts';
import { PATIENCE_MS } from './engine.ts';
import { storeLaws } from './laws.ts';
import { faultLaws } from './laws-faults.ts';
import { tableLaws } from './laws-table.ts';

const table = 'laws';
let local: Awaited<ReturnType<typeof startDynamoDBLocal>>;
let client: DynamoDBClient;

beforeAll(async () => {
  local = await startDynamoDBLocal();
  client = dynamoClient(local.endpoint);
  await createTable(client, table);
}, PATIENCE_MS);

afterAll(async () => {
  client?.destroy();
  await local?.stop();
});

storeLaws('DynamoDB', async () => ({ open: () => dynamoStore({ table, client }), stop: async () => {} }), 12);
tableLaws(() => client, table);
faultLaws(() => local.endpoint, table);
