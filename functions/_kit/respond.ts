import type { Operation } from '../../contracts/_contract.ts';
import type { Answer } from './answer.ts';

/** Nothing from another host, no inline script or style, never in somebody's frame. */
function contentSecurityPolicy({ frameSources = [] }: Answer): string {
  const frames = [...new Set(frameSources.map((url) => new URL(url).origin))].join(' ') || "'none'";
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `frame-src ${frames}`,
  ].join('; ');
}

/**
 * The headers of an answer, by lower-case name. A plain object, because a `Headers` costs ten times as much and
 * only several cookies need one.
 */
export function headersOf({ cors }: Operation, answer: Answer): Record<string, string | readonly string[]> {
  return {
    'cache-control': 'no-store',
    ...(answer.type !== undefined && { 'content-type': answer.type }),
    ...(cors && { 'access-control-allow-origin': '*' }),
    'x-content-type-options': 'nosniff',
    ...(answer.type?.startsWith('text/html') && {
      'content-security-policy': contentSecurityPolicy(answer),
      'referrer-policy': 'same-origin',
    }),
    ...answer.headers,
  };
}

/** An answer as it goes out. */
export function respond(operation: Operation, answer: Answer): Response {
  const all = headersOf(operation, answer);
  const single = Object.values(all).every((value) => typeof value === 'string');
  const headers = single
    ? (all as Record<string, string>)
    : Object.entries(all).flatMap(([name, value]) =>
        [value].flat().map((each): [string, string] => [name, each]),
      );
  const { status, body } = answer;
  const plain = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
  return new Response(plain ? (body as BodyInit | undefined) : JSON.stringify(body), { status, headers });
}
