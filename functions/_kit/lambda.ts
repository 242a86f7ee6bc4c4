import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { commonFaults } from '../../contracts/_faults.ts';
import { withClientCertificate } from './client-certificate.ts';
import type { Deps, Log } from './deps.ts';
import { dynamoStore } from './dynamodb.ts';
import { implement, type Service, type System } from './implement.ts';
import { readEnvironment } from './lambda-environment.ts';
import { lambdaLog } from './lambda-log.ts';
import { loadCast, loadedCast } from './lambda-people.ts';
import { mountOf, requestOf } from './lambda-request.ts';
import { resultOf } from './lambda-result.ts';
import { cutOf } from './respond.ts';

/** What Lambda calls: an event of an HTTP API, payload format 2.0. */
export type LambdaHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** What a container makes once; without an origin, the API's own domain name is it. */
export interface LambdaGiven {
  deps: Omit<Deps, 'origin'>;
  origin: string | undefined;
}

/** The invocation that runs now; a container runs one at a time. */
let requestId: string | undefined;

function givenByLambda({ contract }: Service): LambdaGiven {
  const { table, origin } = readEnvironment(process.env);
  return {
    deps: {
      store: dynamoStore({ table }),
      people: loadedCast,
      loadPeople: loadCast,
      country: () => import('../../people/country/index.ts'),
      now: Date.now,
      random: randomBytes,
      fetch,
      local: false,
      log: lambdaLog(contract.name, () => requestId),
    },
    origin,
  };
}

/** A function cannot hang up: its caller sees what an HTTP API says when one died in the middle of its answer. */
const badGateway: APIGatewayProxyStructuredResultV2 = {
  statusCode: 502,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message: 'Internal Server Error' }),
};

/** The adapter itself failed, or the answer does not fit: what a system answers is worded by `perform`. */
function broken(log: Log, error: unknown): APIGatewayProxyStructuredResultV2 {
  log.error('no answer', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  const { status, title, cure } = commonFaults.broken;
  const body = { type: 'urn:hopcat:fault:broken', title: title.vi, status, code: 'broken', cure: cure.vi };
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    body: JSON.stringify({ ...body, en: { title: title.en, cure: cure.en } }),
  };
}

/** A system as the handler of a Lambda function behind an HTTP API. */
export function lambdaHandler(service: Service, given = givenByLambda(service)): LambdaHandler {
  const systems = new Map<string, System>();
  const systemAt = (origin: string): System => {
    const system = systems.get(origin) ?? implement(service, { ...given.deps, origin });
    systems.set(origin, system);
    return system;
  };
  return async (event, context) => {
    requestId = context.awsRequestId;
    try {
      // Unlike the Host header, the domain name is one of the API's own.
      const origin = given.origin ?? `https://${event.requestContext.domainName}`;
      const request = requestOf(event, origin);
      // Only of a custom domain name with mutual TLS, and there nobody comes without one.
      const certificate = event.requestContext.authentication?.clientCert?.clientCertPem;
      if (certificate !== undefined) withClientCertificate(request, certificate);
      const mount = mountOf(service.contract, request, origin);
      const response = await systemAt(origin).fetch(request, mount);
      return cutOf(response) ? badGateway : await resultOf(response);
    } catch (error) {
      return broken(given.deps.log, error);
    }
  };
}
