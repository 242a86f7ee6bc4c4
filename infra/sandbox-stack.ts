import { type App, CfnOutput, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Contract } from '../contracts/_contract.ts';
import { addAlarms } from './alarms.ts';
import type { SandboxOptions } from './options.ts';
import { addRoutes } from './routes.ts';
import { systemFunction } from './system-function.ts';

/** Everything that the sandbox remembers. */
const storeTable = (stack: Stack, removalPolicy: RemovalPolicy, deletionProtection: boolean): Table =>
  new Table(stack, 'Store', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    timeToLiveAttribute: 'ttl',
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    encryption: TableEncryption.AWS_MANAGED,
    deletionProtection,
    removalPolicy,
  });

/** Which route, never which path: paths and queries carry codes, tokens, and whatever a caller mistyped. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    ip: '$context.identity.sourceIp',
    method: '$context.httpMethod',
    route: '$context.routeKey',
    status: '$context.status',
    bytes: '$context.responseLength',
    milliseconds: '$context.responseLatency',
    failure: '$context.integrationErrorMessage',
  }),
);

/** The API has no prefix for its stage, lets through so many requests, and logs each of them: in the log that comes back. */
function stageOf(
  stack: Stack,
  httpApi: HttpApi,
  requestsPerSecond: number,
  removalPolicy: RemovalPolicy,
): LogGroup {
  const log = new LogGroup(stack, 'AccessLog', { retention: RetentionDays.ONE_MONTH, removalPolicy });
  new HttpStage(stack, 'Stage', {
    httpApi,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: requestsPerSecond, burstLimit: 2 * requestsPerSecond },
    accessLogSettings: { destination: new LogGroupLogDestination(log), format: accessLogFormat },
  });
  return log;
}

/** The sandbox on AWS: a function for each contract, an HTTP API before them, one table behind them. */
export function sandboxStack(
  app: App,
  contracts: readonly Contract[],
  options: SandboxOptions,
  codeOf: (contract: Contract) => Code,
): Stack {
  const stack = new Stack(app, options.name, {
    description: 'HopCat: a sandbox for Vietnamese government systems',
  });
  const removalPolicy = options.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
  const table = storeTable(stack, removalPolicy, options.deletionProtection);
  const api = new HttpApi(stack, 'Api', { apiName: options.name, createDefaultStage: false });
  const accessLog = stageOf(stack, api, options.requestsPerSecond, removalPolicy);
  const origin = options.origin ?? api.apiEndpoint;
  const { sourceMaps } = options;
  const systems = contracts.map((contract) =>
    systemFunction(stack, contract, { code: codeOf(contract), table, origin, removalPolicy, sourceMaps }),
  );
  for (const system of systems) addRoutes(api, system);
  addAlarms(stack, { systems, table, accessLog }, options.alarmTopic);
  Validations.of(api).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason:
      'The systems are public as the real ones are. Control operations ask for the key of the workspace.',
  });
  new CfnOutput(stack, 'Url', { value: origin, description: 'Where the sandbox is' });
  new CfnOutput(stack, 'TableName', { value: table.tableName });
  return stack;
}
