import { type HttpApi, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Contract } from '../contracts/_contract.ts';
import type { SystemFunction } from './system-function.ts';

const firstSegments = ({ operations }: Contract): Set<string> =>
  new Set(Object.values(operations).map(({ path }) => path.split('/')[1] ?? ''));

/** Paths of a system, as route keys of an HTTP API have them. The root system answers what nobody else does. */
export function routesOf(contract: Contract): string[] {
  if (!contract.root) return [`/{workspace}/${contract.name}`, `/{workspace}/${contract.name}/{proxy+}`];
  const named = [...firstSegments(contract)].filter((segment) => !segment.startsWith(':'));
  return named.map((segment) => (segment === '' ? '/' : `/${segment}/{proxy+}`));
}

/** Sends every path of the registry to its system's function. */
export function addRoutes(api: HttpApi, { contract, function: fn }: SystemFunction): void {
  const integration = new HttpLambdaIntegration(`${contract.name}-integration`, fn);
  for (const path of routesOf(contract)) api.addRoutes({ path, integration });
  if (contract.root)
    new HttpRoute(api, 'Otherwise', { httpApi: api, routeKey: HttpRouteKey.DEFAULT, integration });
}
