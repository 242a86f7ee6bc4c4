import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** An HTTP API hands over as text what has one of these types; everything else, forms too, as base64. */
const textual = /^(text\/|application\/(json|xml|javascript)\b)/;

/** An HTTP API decodes the path before it routes, and drops what follows a question mark that was encoded. */
export function decodedPath(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '/').split('?', 1)[0];
  } catch {
    return undefined;
  }
}

function headersOf(request: IncomingMessage): { headers: Record<string, string>; cookies?: string[] } {
  const { cookie, ...others } = request.headersDistinct;
  const headers = Object.fromEntries(
    Object.entries(others).map(([name, values]) => [name, values?.join(',') ?? '']),
  );
  return { headers, ...(cookie && { cookies: cookie.flatMap((line) => line.split(/; */)) }) };
}

/** A request as an HTTP API hands it to a function, payload format 2.0. */
export async function eventOf(
  request: IncomingMessage,
  routeKey: string,
  path: string,
): Promise<APIGatewayProxyEventV2> {
  const { url = '/', method = 'GET' } = request;
  const body = await buffer(request);
  const isBase64Encoded = body.length > 0 && !textual.test(request.headers['content-type'] ?? '');
  const now = new Date();
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: url.includes('?') ? url.slice(url.indexOf('?') + 1) : '',
    ...headersOf(request),
    requestContext: {
      accountId: '000000000000',
      apiId: 'rehearsal',
      domainName: request.headers.host ?? '',
      domainPrefix: 'rehearsal',
      http: {
        method,
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  };
}

/** Writes a function's result as an HTTP API does. */
export function answerWith(response: ServerResponse, result: APIGatewayProxyStructuredResultV2): void {
  const { statusCode = 200, headers = {}, cookies = [], body = '', isBase64Encoded = false } = result;
  response.statusCode = statusCode;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
}
