import {
  CreateTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { calling } from './dynamodb-call.ts';

const definition = (table: string) =>
  new CreateTableCommand({
    TableName: table,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
    ],
  });

/** Makes the store's table as `infra/` does: on demand, TTL on. For tests and for the rehearsal. */
export async function createTable(client: DynamoDBClient, table: string): Promise<void> {
  const call = calling();
  await call('CreateTable', () => client.send(definition(table))).catch((error) => {
    // It is there already when the answer to a first try was lost.
    if (!(error instanceof ResourceInUseException)) throw error;
  });
  await waitUntilTableExists({ client, maxWaitTime: 60 }, { TableName: table });
  const TimeToLiveSpecification = { AttributeName: 'ttl', Enabled: true };
  await call('UpdateTimeToLive', () =>
    client.send(new UpdateTimeToLiveCommand({ TableName: table, TimeToLiveSpecification })),
  );
}
