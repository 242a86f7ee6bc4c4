import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** What a test wants to be otherwise. */
export type Given = Partial<APIGatewayProxyEventV2> & { method?: string };

/** An event of an HTTP API, payload format 2.0: `GET /team/vneid/auth` unless said otherwise. */
export function sampleEvent({ method = 'GET', ...given }: Given = {}): APIGatewayProxyEventV2 {
  const rawPath = given.rawPath ?? '/team/vneid/auth';
  const routeKey = 'ANY /{workspace}/vneid/{proxy+}';
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: '',
    headers: { host: 'host.example' },
    isBase64Encoded: false,
    requestContext: {
      accountId: '000000000000',
      apiId: 'abc',
      domainName: 'abc.execute-api.example',
      domainPrefix: 'abc',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'r-0',
      routeKey,
      stage: '$default',
      time: '22/Nov/2026:00:00:00 +0000',
      timeEpoch: 1_795_305_600_000,
    },
    ...given,
  };
}
