import { dynamoClient } from '../functions/_kit/dynamodb.ts';
import { createTable } from '../functions/_kit/dynamodb-table.ts';
import { startDynamoDBLocal } from '../test/dynamodb-local.ts';
import type { Section } from './report.ts';
import { discover, type Provider, signIn } from './sign-in.ts';
import {
  openProcess,
  type Process,
  prepareWorkspace,
  registerClient,
  TABLE,
  type Trip,
} from './table-process.ts';

const MOST = 8;

interface Case {
  name: string;
  trips: readonly Trip[];
}

async function counted(name: string, { ask, trips }: Process, provider: Provider): Promise<Case> {
  trips.length = 0;
  await signIn(ask, provider, true);
  return { name, trips: [...trips] };
}

/** The same person's first sign-in, where more and more is there already. */
async function cases(endpoint: string): Promise<Case[]> {
  const setUp = openProcess(endpoint);
  await prepareWorkspace(setUp);
  const provider = await discover(setUp.ask, await registerClient(setUp));
  const cold = openProcess(endpoint);
  return [
    await counted('in a process that has just started', cold, provider),
    await counted('in a process that has served before', cold, provider),
  ];
}

const callsOf = (trips: readonly Trip[]): string[] => trips.flatMap(({ calls }) => calls);

function told(trips: readonly Trip[]): string[] {
  return trips.map(({ request, calls }) => `  ${request}: ${calls.join(', ')}`);
}

export async function roundTrips(): Promise<Section> {
  const local = await startDynamoDBLocal();
  try {
    const client = dynamoClient(local.endpoint);
    await createTable(client, TABLE);
    client.destroy();
    const found = await cases(local.endpoint);
    return {
      title:
        'Round trips to the DynamoDB table in a first sign-in (autopilot; registered client; journal on)',
      head: ['first sign-in of a person', 'round trips'],
      rows: found.map(({ name, trips }) => [name, `${callsOf(trips).length}`]),
      notes: found.slice(0, 1).flatMap(({ name, trips }) => [`${name}:`, ...told(trips)]),
      bars: found.map(({ name, trips }) => ({
        met: callsOf(trips).length <= MOST,
        sentence: `A first sign-in ${name} takes ${callsOf(trips).length} round trips; the bar is ${MOST}.`,
      })),
      figures: found,
    };
  } finally {
    await local.stop();
  }
}
