import type { Operation } from '../../contracts/_contract.ts';
import type { Answer } from './answer.ts';

/** Nothing from another host, no inline script or style, never in somebody's frame. */
function contentSecurityPolicy({ frameSources = [], connectSources = [] }: Answer): string {
  const frames = [...new Set(frameSources.map((url) => new URL(url).origin))].join(' ') || "'none'";
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...connectSources].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `frame-src ${frames}`,
  ].join('; ');
}

/**
 * The headers of an answer, by lower-case name. A plain object, because a `Headers` costs ten times as much and
 * only several cookies need one.
 */
export function headersOf(
  { cors }: Pick<Operation, 'cors'>,
  answer: Answer,
): Record<string, string | readonly string[]> {
  return {
    'cache-control': 'no-store',
    ...(answer.type !== undefined && { 'content-type': answer.type }),
    ...(cors === true && { 'access-control-allow-origin': '*' }),
    'x-content-type-options': 'nosniff',
    ...(answer.type?.startsWith('text/html') && {
      'content-security-policy': contentSecurityPolicy(answer),
      'referrer-policy': 'same-origin',
    }),
    ...answer.headers,
  };
}

/** Answers that end in the middle: what a front has to send before it hangs up, and how much was announced. */
const cuts = new WeakMap<Response, { sent: Uint8Array; announced: number }>();

export const cutOf = (response: Response) => cuts.get(response);

/** The first half. Where nobody can hang up, reading the body fails in its middle. */
function spoilt(how: 'cut' | 'malformed', body: Uint8Array<ArrayBuffer>, init: ResponseInit): Response {
  const sent = body.subarray(0, Math.floor(body.length / 2));
  if (how === 'malformed') return new Response(sent, init);
  const stream = new ReadableStream({
    start: (controller) => controller.enqueue(sent),
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
  const response = new Response(stream, init);
  cuts.set(response, { sent, announced: body.length });
  return response;
}

/** An answer as it goes out. */
export function respond(operation: Pick<Operation, 'cors'>, answer: Answer): Response {
  const all = headersOf(operation, answer);
  const single = Object.values(all).every((value) => typeof value === 'string');
  const headers = single
    ? (all as Record<string, string>)
    : Object.entries(all).flatMap(([name, value]) =>
        [value].flat().map((each): [string, string] => [name, each]),
      );
  const { status, body } = answer;
  const plain =
    body === undefined ||
    typeof body === 'string' ||
    body instanceof Uint8Array ||
    body instanceof ReadableStream;
  const whole = plain ? body : JSON.stringify(body);
  const ends = answer.failing?.ends;
  if (ends !== undefined && whole !== undefined) {
    const bytes =
      typeof whole === 'string' ? new TextEncoder().encode(whole) : new Uint8Array(whole as Uint8Array);
    return spoilt(ends, bytes, { status, headers });
  }
  return new Response(whole as BodyInit | undefined, { status, headers });
}
