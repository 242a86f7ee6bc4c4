import { afterAll, beforeAll } from 'vitest';
import { dynamoClient, dynamoStore } from '../../functions/_kit/dynamodb.ts';
import { createTable } from '../../functions/_kit/dynamodb-table.ts';
import { startDynamoDBLocal } from '../dynamodb-local.ts';
import { storeLaws } from './laws.ts';

let local: Awaited<ReturnType<typeof startDynamoDBLocal>>;
beforeAll(async () => {
  local = await startDynamoDBLocal();
}, 60_000);
afterAll(() => local?.stop());

storeLaws(
  'DynamoDB',
  async () => {
    const client = dynamoClient(local.endpoint);
    await createTable(client, 'laws');
    return { open: () => dynamoStore({ table: 'laws', client }), stop: async () => client.destroy() };
  },
  12,
);
