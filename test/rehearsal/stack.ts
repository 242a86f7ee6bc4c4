import type { Assembly, Resource } from './assembly.ts';
import { type Known, resolve } from './intrinsics.ts';
import type { Route } from './routing.ts';

/** What a role lets its function do: `dynamodb:GetItem` on the ARN of a table. */
export interface Permission {
  actions: readonly string[];
  resources: readonly string[];
}

/** A function of the template, ready to be run. */
export interface FunctionPlan {
  id: string;
  /** Folder of the bundle, and the module in it. */
  folder: string;
  module: string;
  handler: string;
  environment: Readonly<Record<string, string>>;
  timeoutMs: number;
  permissions: readonly Permission[];
}

/** The template, read as AWS would. */
export interface StackPlan {
  functions: readonly FunctionPlan[];
  /** `target` is the id of a function. */
  routes: readonly Route[];
  tableName: string;
  /** Properties of the table, as CreateTable and UpdateTimeToLive take them. */
  table: Record<string, unknown>;
}

export const REGION = 'ap-southeast-1';
const ACCOUNT = '000000000000';

const arnOf = (service: string, id: string): string => `arn:aws:${service}:${REGION}:${ACCOUNT}:${id}`;

/** Under which ARN the template's policies speak of a table. */
export const arnOfTable = (name: string): string => arnOf('dynamodb', name);

type Entry = [id: string, resource: Resource];

const ofType = ({ resources }: Assembly, type: string): Entry[] =>
  [...resources].filter(([, resource]) => resource.Type === type);

function only(assembly: Assembly, type: string): Entry {
  const [first, ...others] = ofType(assembly, type);
  if (!first || others.length > 0) throw new Error(`the template should hold one ${type}`);
  return first;
}

/** Every resource's name is its logical id here, but for the API: that is where the rehearsal listens. */
function knownOf(assembly: Assembly, origin: string): Known {
  const known: Record<string, string> = {
    'AWS::Region': REGION,
    'AWS::AccountId': ACCOUNT,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    [`${only(assembly, 'AWS::ApiGatewayV2::Api')[0]}.ApiEndpoint`]: origin,
  };
  for (const [id, { Type }] of assembly.resources) {
    known[id] = id;
    known[`${id}.Arn`] = arnOf(Type.split('::')[1]?.toLowerCase() ?? '', id);
  }
  return known;
}

const list = (value: unknown): string[] => [value].flat().map(String);

function permissionsOf(assembly: Assembly, role: unknown, known: Known): Permission[] {
  const policies = ofType(assembly, 'AWS::IAM::Policy').map(([, { Properties }]) =>
    resolve(Properties, known),
  );
  const mine = (policies as PolicyProperties[]).filter(({ Roles }) =>
    Roles.some((name) => role === known[`${name}.Arn`]),
  );
  return mine.flatMap(({ PolicyDocument }) =>
    PolicyDocument.Statement.map(({ Effect, Action, Resource }) => {
      if (Effect !== 'Allow') throw new Error('the rehearsal knows only policies that allow');
      return { actions: list(Action), resources: list(Resource) };
    }),
  );
}

interface PolicyProperties {
  Roles: string[];
  PolicyDocument: { Statement: { Effect: string; Action: unknown; Resource: unknown }[] };
}

interface FunctionProperties {
  Code: { S3Key: string };
  Handler: string;
  Environment: { Variables: Record<string, string> };
  Timeout: number;
  Role: string;
}

function functionPlan(assembly: Assembly, [id, { Properties }]: Entry, known: Known): FunctionPlan {
  const { Code, ...rest } = Properties as unknown as FunctionProperties;
  const { Handler, Environment, Timeout, Role } = resolve(rest, known) as Omit<FunctionProperties, 'Code'>;
  const [module = '', handler = ''] = Handler.split('.');
  return {
    id,
    folder: assembly.codeFolder(Code.S3Key),
    module: `${module}.mjs`,
    handler,
    environment: Environment.Variables,
    timeoutMs: Timeout * 1000,
    permissions: permissionsOf(assembly, Role, known),
  };
}

/** A route leads to an integration, and that to a function, which must let the API call it. */
function routeOf(assembly: Assembly, [, { Properties }]: Entry, known: Known): Route {
  const { RouteKey, Target } = resolve(Properties, known) as { RouteKey: string; Target: string };
  const integration = assembly.resources.get(Target.replace(/^integrations\//, ''));
  const { IntegrationUri, PayloadFormatVersion } = resolve(integration?.Properties, known) as Record<
    string,
    string
  >;
  if (PayloadFormatVersion !== '2.0') throw new Error(`${RouteKey}: the adapter reads payload format 2.0`);
  const target = ofType(assembly, 'AWS::Lambda::Function').find(
    ([id]) => known[`${id}.Arn`] === IntegrationUri,
  );
  if (!target) throw new Error(`${RouteKey} leads to no function`);
  return { key: RouteKey, target: target[0] };
}

/** Reads the template: which functions there are, with which environment and rights, and which route leads to which. */
export function planOf(assembly: Assembly, origin: string): StackPlan {
  const known = knownOf(assembly, origin);
  const [tableName, table] = only(assembly, 'AWS::DynamoDB::Table');
  return {
    functions: ofType(assembly, 'AWS::Lambda::Function').map((each) => functionPlan(assembly, each, known)),
    routes: ofType(assembly, 'AWS::ApiGatewayV2::Route').map((each) => routeOf(assembly, each, known)),
    tableName,
    table: resolve(table.Properties, known) as Record<string, unknown>,
  };
}
