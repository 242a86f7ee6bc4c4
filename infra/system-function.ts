import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { type ITable, Operation } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { type ILogGroup, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Contract } from '../contracts/_contract.ts';

/** What the store calls. A transaction asks for the permissions of what is in it. */
const storeActions = [
  Operation.GET_ITEM,
  Operation.BATCH_GET_ITEM,
  Operation.QUERY,
  Operation.PUT_ITEM,
  Operation.DELETE_ITEM,
].map((operation) => `dynamodb:${operation}`);

export interface SystemFunctionProps {
  code: Code;
  table: ITable;
  /** Where the sandbox is seen from outside. */
  origin: string;
  removalPolicy: RemovalPolicy;
  sourceMaps: boolean;
}

/** A system's function and its log. */
export interface SystemFunction {
  contract: Contract;
  function: LambdaFunction;
  log: ILogGroup;
}

/** May write its own log and use the table as the store does: nothing else. */
function roleFor(scope: Construct, { name }: Contract, log: LogGroup, table: ITable): Role {
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: `HopCat: what the function of ${name} may do`,
  });
  log.grantWrite(role);
  role.addToPolicy(new PolicyStatement({ sid: 'Store', actions: storeActions, resources: [table.tableArn] }));
  return role;
}

/** One system as a function. It ends before the API's 30 seconds do, so that the API never answers for it. */
export function systemFunction(
  parent: Construct,
  contract: Contract,
  props: SystemFunctionProps,
): SystemFunction {
  const { code, table, origin, removalPolicy, sourceMaps } = props;
  const scope = new Construct(parent, contract.name);
  const log = new LogGroup(scope, 'Log', { retention: RetentionDays.ONE_MONTH, removalPolicy });
  const fn = new LambdaFunction(scope, 'Function', {
    description: `HopCat: ${contract.title.en}`,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code,
    role: roleFor(scope, contract, log, table),
    logGroup: log,
    memorySize: 1024,
    timeout: Duration.seconds(29),
    environment: {
      TABLE_NAME: table.tableName,
      ORIGIN: origin,
      ...(sourceMaps && { NODE_OPTIONS: '--enable-source-maps' }),
    },
  });
  return { contract, function: fn, log };
}
