import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { expect, test } from 'vitest';
import { contracts } from '../../contracts/index.ts';
import { readOptions } from '../../infra/options.ts';
import { sandboxStack } from '../../infra/sandbox-stack.ts';

type Properties = Record<string, unknown>;

function templateOf(context: Record<string, string> = {}): Template {
  const app = new App({ context });
  return Template.fromStack(sandboxStack(app, contracts, readOptions(app.node), () => Code.fromInline('-')));
}

const plain = templateOf();

const propertiesOf = (template: Template, type: string): Properties[] =>
  Object.values(template.findResources(type)).map(({ Properties }) => Properties);

test('each contract of the registry has its function, on Node 24 and arm64, ending before the API gives up', () => {
  const functions = propertiesOf(plain, 'AWS::Lambda::Function');
  expect(functions.map(({ Description }) => Description).toSorted()).toEqual(
    contracts.map(({ title }) => `HopCat: ${title.en}`).toSorted(),
  );
  for (const { Runtime, Architectures, Timeout } of functions) {
    expect({ Runtime, Architectures }).toEqual({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    expect(Timeout).toBeLessThan(30);
    expect(Timeout).toBeGreaterThan(25);
  }
});

test('a function is told the table and the origin, and nothing else', () => {
  const table = { Ref: Object.keys(plain.findResources('AWS::DynamoDB::Table'))[0] };
  const origin = {
    'Fn::GetAtt': [Object.keys(plain.findResources('AWS::ApiGatewayV2::Api'))[0], 'ApiEndpoint'],
  };
  for (const { Environment } of propertiesOf(plain, 'AWS::Lambda::Function')) {
    expect(Environment).toEqual({ Variables: { TABLE_NAME: table, ORIGIN: origin } });
  }
});

test('the registry makes the routes: a workspace and a system, or the paths of the root', () => {
  const expected = contracts.flatMap(({ name, root }) =>
    root ? [] : [`ANY /{workspace}/${name}`, `ANY /{workspace}/${name}/{proxy+}`],
  );
  const roots = contracts.some(({ root }) => root)
    ? ['$default', 'ANY /', 'ANY /api/{proxy+}', 'ANY /assets/{proxy+}']
    : [];
  const keys = propertiesOf(plain, 'AWS::ApiGatewayV2::Route').map(({ RouteKey }) => RouteKey);
  expect(keys.toSorted()).toEqual([...expected, ...roots].toSorted());
});

test('a function may write its log and use the table as the store does: no more, no wildcard', () => {
  const [table] = Object.keys(plain.findResources('AWS::DynamoDB::Table'));
  const policies = propertiesOf(plain, 'AWS::IAM::Policy');
  expect(policies).toHaveLength(contracts.length);
  for (const { PolicyDocument } of policies) {
    expect(PolicyDocument).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: { 'Fn::GetAtt': [expect.stringMatching(/Log/), 'Arn'] },
        },
        {
          Sid: 'Store',
          Effect: 'Allow',
          Action: [
            'dynamodb:GetItem',
            'dynamodb:BatchGetItem',
            'dynamodb:Query',
            'dynamodb:PutItem',
            'dynamodb:DeleteItem',
          ],
          Resource: { 'Fn::GetAtt': [table, 'Arn'] },
        },
      ],
    });
  }
  for (const { ManagedPolicyArns } of propertiesOf(plain, 'AWS::IAM::Role'))
    expect(ManagedPolicyArns).toBeUndefined();
});

test('every log ends after a month', () => {
  const logs = propertiesOf(plain, 'AWS::Logs::LogGroup');
  expect(logs).toHaveLength(contracts.length + 1);
  for (const { RetentionInDays } of logs) expect(RetentionInDays).toBe(30);
});

test('the table has the keys of the store, is paid by use, forgets by ttl, can be recovered, is encrypted', () => {
  plain.hasResourceProperties('AWS::DynamoDB::Table', {
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    BillingMode: 'PAY_PER_REQUEST',
    TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    SSESpecification: { SSEEnabled: true },
    DeletionProtectionEnabled: false,
  });
});

test('the stage has no prefix, is throttled, and logs neither path nor query', () => {
  plain.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
    StageName: '$default',
    DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 },
  });
  const [stage = {}] = propertiesOf(plain, 'AWS::ApiGatewayV2::Stage');
  const { Format } = stage.AccessLogSettings as { Format: string };
  expect(JSON.parse(Format)).toMatchObject({ route: '$context.routeKey', status: '$context.status' });
  expect(Format).not.toMatch(/\$context\.(path|rawPath|queryString)|user/i);
});

test('there are alarms on errors and throttles of each function, of the table, and of the API', () => {
  const alarms = propertiesOf(plain, 'AWS::CloudWatch::Alarm');
  const named = (pattern: RegExp) =>
    alarms.filter(({ AlarmDescription }) => pattern.test(`${AlarmDescription}`));
  for (const { name } of contracts) {
    const [errors] = named(new RegExp(`\\b${name} failed`));
    const watched = JSON.stringify(errors?.Metrics);
    expect(watched).toContain('"MetricName":"Errors"');
    expect(watched).toContain(`"MetricName":"HopCat-${name}-error-lines"`);
    expect(named(new RegExp(`\\b${name} was throttled`))).toMatchObject([{ MetricName: 'Throttles' }]);
  }
  expect(named(/table (failed|throttled)/)).toHaveLength(2);
  expect(named(/API answered/)).toMatchObject([{ MetricName: 'HopCat-unanswered' }]);
  const filters = propertiesOf(plain, 'AWS::Logs::MetricFilter').map(({ FilterPattern }) => FilterPattern);
  expect(filters).toContain('{ $.failure != "-" }');
  for (const { Threshold, AlarmActions } of alarms) expect([Threshold, AlarmActions]).toEqual([1, undefined]);
});

test('lines at level ERROR are counted, function by function', () => {
  const filters = propertiesOf(plain, 'AWS::Logs::MetricFilter');
  const ofErrors = filters.filter(({ FilterPattern }) => FilterPattern === '{ $.level = "ERROR" }');
  expect(ofErrors).toHaveLength(contracts.length);
});

test('by default everything goes with the stack; retain keeps table and logs and protects the table', () => {
  const policies = (template: Template) =>
    ['AWS::DynamoDB::Table', 'AWS::Logs::LogGroup'].flatMap((type) =>
      Object.values(template.findResources(type)).map(({ DeletionPolicy }) => DeletionPolicy),
    );
  expect(new Set(policies(plain))).toEqual(new Set(['Delete']));
  const kept = templateOf({ retain: 'true' });
  expect(new Set(policies(kept))).toEqual(new Set(['Retain']));
  kept.hasResourceProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: true });
});

test('deletion protection can be had without keeping, and the other way round', () => {
  templateOf({ deletionProtection: 'true' }).hasResource('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Delete',
    Properties: { DeletionProtectionEnabled: true },
  });
  templateOf({ retain: 'true', deletionProtection: 'false' }).hasResource('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Retain',
    Properties: { DeletionProtectionEnabled: false },
  });
});

test("a domain name of one's own is the origin; alarms go to a topic; source maps are read when asked for", () => {
  const topic = 'arn:aws:sns:ap-southeast-1:111111111111:alarms';
  const template = templateOf({
    origin: 'https://hopcat.example',
    alarmTopic: topic,
    sourceMaps: 'true',
    requestsPerSecond: '50',
  });
  template.allResourcesProperties('AWS::Lambda::Function', {
    Environment: { Variables: { ORIGIN: 'https://hopcat.example', NODE_OPTIONS: '--enable-source-maps' } },
  });
  template.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: [topic] });
  template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
    DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
  });
  template.hasOutput('Url', { Value: 'https://hopcat.example' });
});

test.each([
  ['retain', 'yes'],
  ['origin', 'http://hopcat.example'],
  ['origin', 'https://hopcat.example/'],
  ['alarmTopic', 'alarms'],
  ['requestsPerSecond', '0'],
  ['name', 'Hộp cát'],
])('a context value that cannot be meant is refused: %s=%s', (key, value) => {
  expect(() => templateOf({ [key]: value })).toThrow(`-c ${key}=`);
});

test('the stack tells where the sandbox is', () => {
  plain.hasOutput('Url', { Value: { 'Fn::GetAtt': [Match.anyValue(), 'ApiEndpoint'] } });
});
