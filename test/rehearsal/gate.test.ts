import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Gate, startGate } from './gate.ts';

/** A table that says yes to everything. */
const table = createServer((request, response) => {
  request.resume().once('end', () => response.end('{}'));
});
let gate: Gate;
let client: DynamoDBClient;

beforeAll(async () => {
  await once(table.listen(0, '127.0.0.1'), 'listening');
  const permission = { actions: ['dynamodb:GetItem', 'dynamodb:PutItem'], resources: ['arn:mine'] };
  gate = await startGate(
    `http://127.0.0.1:${(table.address() as AddressInfo).port}`,
    (caller) => (caller === 'vneid' ? [permission] : []),
    (name) => `arn:${name}`,
  );
  client = clientOf('vneid');
});
afterAll(async () => {
  client.destroy();
  await gate.stop();
  table.closeAllConnections();
  await once(table.close(), 'close');
});

const clientOf = (accessKeyId: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint: gate.endpoint,
    region: 'local',
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey: 'x' },
  });

const Key = { pk: { S: 'a' }, sk: { S: 'b' } };
const put = { Put: { TableName: 'mine', Item: Key } };

test('what the policy names goes through', async () => {
  await client.send(new GetItemCommand({ TableName: 'mine', Key }));
  await client.send(new TransactWriteItemsCommand({ TransactItems: [put] }));
  expect(gate.refusals).toEqual([]);
});

test.each([
  ['another action', new UpdateItemCommand({ TableName: 'mine', Key }), 'dynamodb:UpdateItem on mine'],
  ['another table', new GetItemCommand({ TableName: 'theirs', Key }), 'dynamodb:GetItem on theirs'],
  [
    'a batch, which has an action of its own',
    new BatchGetItemCommand({ RequestItems: { mine: { Keys: [Key] } } }),
    'dynamodb:BatchGetItem on mine',
  ],
  [
    'a transaction of which one part is not allowed',
    new TransactWriteItemsCommand({ TransactItems: [put, { Delete: { TableName: 'mine', Key } }] }),
    'dynamodb:DeleteItem on mine',
  ],
])('%s is refused as AWS would refuse it', async (_what, command, refusal) => {
  await expect(client.send(command as GetItemCommand)).rejects.toThrow(
    expect.objectContaining({ name: 'AccessDeniedException' }),
  );
  expect(gate.refusals.at(-1)).toBe(`vneid is not authorized to perform ${refusal}`);
});

test('somebody without a role may do nothing', async () => {
  const stranger = clientOf('stranger');
  await expect(stranger.send(new GetItemCommand({ TableName: 'mine', Key }))).rejects.toThrow(
    'not authorized',
  );
  stranger.destroy();
});
