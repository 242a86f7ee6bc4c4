import {
  CreateTableCommand,
  type CreateTableCommandInput,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { dynamoClient } from '../../functions/_kit/dynamodb.ts';
import { startDynamoDBLocal } from '../dynamodb-local.ts';
import { synthesise } from './assembly.ts';
import { startContainer } from './container.ts';
import { startFront } from './front.ts';
import { startGate } from './gate.ts';
import { type Pool, poolOf } from './pool.ts';
import { arnOfTable, type FunctionPlan, planOf, REGION, type StackPlan } from './stack.ts';

/** The sandbox as it would run on AWS, on this machine. */
export interface Rehearsal {
  /** Where it listens, no trailing slash. */
  origin: string;
  /** What the functions wrote into their logs, and why one gave no answer: `function: line`. */
  lines: readonly string[];
  /** Calls to the table that no policy of the template allows; DynamoDB would have refused them, and so were they. */
  refusals: readonly string[];
  /** How many processes each function has now, by logical id. */
  processes(): Readonly<Record<string, number>>;
  /** The table itself, past every policy: for a look at what was stored. */
  database: { endpoint: string; table: string };
  /** Closes every idle connection of the API and of the table, as their servers do after a while. */
  dropConnections(): void;
  /** From now on each process is stopped between its invocations, as Lambda freezes a container. */
  freeze(): void;
  stop(): Promise<void>;
}

/** The table as the template describes it, but for what only AWS has (recovery, encryption). */
async function makeTable(endpoint: string, { tableName, table }: StackPlan): Promise<void> {
  const {
    TimeToLiveSpecification,
    PointInTimeRecoverySpecification: _,
    SSESpecification: __,
    ...rest
  } = table;
  const client = dynamoClient(endpoint);
  await client.send(
    new CreateTableCommand({ ...(rest as unknown as CreateTableCommandInput), TableName: tableName }),
  );
  const ttl = TimeToLiveSpecification as { AttributeName: string; Enabled: boolean };
  await client.send(new UpdateTimeToLiveCommand({ TableName: tableName, TimeToLiveSpecification: ttl }));
  client.destroy();
}

/** What Lambda sets for a function. Its key tells the gate whose call it is. */
const lambdaEnvironment = (
  { id, handler, folder }: FunctionPlan,
  tableEndpoint: string,
): Record<string, string> => ({
  AWS_REGION: REGION,
  AWS_DEFAULT_REGION: REGION,
  AWS_ACCESS_KEY_ID: id,
  AWS_SECRET_ACCESS_KEY: 'rehearsal',
  AWS_SESSION_TOKEN: 'rehearsal',
  AWS_LAMBDA_FUNCTION_NAME: id,
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  LAMBDA_TASK_ROOT: folder,
  _HANDLER: `index.${handler}`,
  TZ: ':UTC',
  AWS_ENDPOINT_URL_DYNAMODB: tableEndpoint,
});

/** Everything that was started, stopped in the opposite order. */
async function inReverse(stops: readonly (() => unknown)[]): Promise<void> {
  for (const stop of stops.toReversed()) await stop();
}

async function start(stops: (() => unknown)[]): Promise<Omit<Rehearsal, 'stop'>> {
  const lines: string[] = [];
  let frozen = false;
  const front = await startFront();
  stops.push(front.stop);
  const [assembly, database] = await Promise.all([synthesise(), startDynamoDBLocal()]);
  stops.push(assembly.remove, database.stop);
  const plan = planOf(assembly, front.origin);
  await makeTable(database.endpoint, plan);
  const permissions = new Map(plan.functions.map((each) => [each.id, each.permissions]));
  const gate = await startGate(database.endpoint, (caller) => permissions.get(caller) ?? [], arnOfTable);
  stops.push(gate.stop);
  const poolFor = (each: FunctionPlan): Pool =>
    poolOf(() =>
      startContainer(each, {
        environment: lambdaEnvironment(each, gate.endpoint),
        freezes: () => frozen,
        onLine: (line) => lines.push(`${each.id}: ${line}`),
      }),
    );
  const pools = new Map(plan.functions.map((each) => [each.id, poolFor(each)]));
  stops.push(() => {
    for (const pool of pools.values()) pool.stop();
  });
  front.serve({
    routes: plan.routes,
    pools,
    onFailure: (target, error) => lines.push(`${target}: Runtime.Error: ${error}`),
  });
  return {
    origin: front.origin,
    lines,
    refusals: gate.refusals,
    freeze() {
      frozen = true;
    },
    dropConnections() {
      front.dropConnections();
      gate.dropConnections();
    },
    database: { endpoint: database.endpoint, table: plan.tableName },
    processes: () => Object.fromEntries([...pools].map(([id, pool]) => [id, pool.size()])),
  };
}

/**
 * Takes what `cdk synth` makes and runs it: each function's real bundle in processes of its own with the environment
 * that the template gives it, behind the template's routes, on the template's table in DynamoDB Local, held to the
 * template's policies.
 */
export async function startRehearsal(): Promise<Rehearsal> {
  const stops: (() => unknown)[] = [];
  try {
    return { ...(await start(stops)), stop: () => inReverse(stops) };
  } catch (error) {
    await inReverse(stops);
    throw error;
  }
}
