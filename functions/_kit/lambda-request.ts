import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Contract } from '../../contracts/_contract.ts';
import type { Mount } from './implement.ts';

const bodiless = new Set(['GET', 'HEAD']);

/** An HTTP API has decoded the path. What a URL cannot hold, or would read as its own syntax, is encoded again. */
const encodedPath = (path: string): string =>
  encodeURI(path.toWellFormed()).replaceAll('?', '%3F').replaceAll('#', '%23');

/** A header is bytes; those of UTF-8 text arrive as its characters, and `Headers` refuses what is beyond a byte. */
const headerValue = (value: string): string =>
  /[^\0-\xff]/.test(value) ? Buffer.from(value).toString('latin1') : value;

/** Cookies come apart from the other headers. */
function headersOf({ headers, cookies }: APIGatewayProxyEventV2): Headers {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) all.append(name, headerValue(value));
  }
  if (cookies?.length) all.set('cookie', headerValue(cookies.join('; ')));
  return all;
}

/**
 * The request that an HTTP API (payload format 2.0) hands over: the query string and the body as the caller
 * sent them, byte for byte. The URL begins with our own origin, whatever the `Host` header says.
 */
export function requestOf(event: APIGatewayProxyEventV2, origin: string): Request {
  const { rawPath, rawQueryString, body, isBase64Encoded } = event;
  const { method } = event.requestContext.http;
  const url = `${origin}${encodedPath(rawPath)}${rawQueryString && `?${rawQueryString}`}`;
  const hasBody = body !== undefined && !bodiless.has(method);
  return new Request(url, {
    method,
    headers: headersOf(event),
    ...(hasBody && { body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') }),
  });
}

/**
 * Where in a system a request goes: `/{workspace}/{system}/…`, or from the root on for the root system, to which
 * `/{workspace}/` is `/{workspace}`.
 */
export function mountOf({ root }: Contract, request: Request, origin: string): Mount {
  const { pathname } = new URL(request.url);
  if (root) return { workspace: '_', base: origin, path: pathname.replace(/^(\/[^/]+)\/$/, '$1') };
  const [, workspace = '', system = '', ...rest] = pathname.split('/');
  return { workspace, base: `${origin}/${workspace}/${system}`, path: `/${rest.join('/')}` };
}
