import type { Answer } from './answer.ts';
import type { Exchange } from './exchange.ts';
import { type IsOurs, maskAttributes, masked, maskedUrl, maskNumbers } from './mask.ts';
import { kind } from './store.ts';

/** One exchange, as it is kept: masked, decoded, in order. */
export interface JournalEntry {
  /** Sorts by time. */
  id: string;
  /** Real time and token clock, ISO 8601. */
  at: string;
  clock: string;
  system: string;
  operation: string;
  /** `out`: a request that HopCat sent. Absent: one that it answered. */
  direction?: 'out';
  /** Who called, where the wire tells. */
  client?: string;
  /** Ties the requests of one sign-in together, from authorize to logout. */
  signIn?: string;
  /** Slug of the person that it is about. */
  person?: string;
  request: { method: string; url: string; headers: Record<string, string>; body?: unknown };
  response: { status: number; headers: Record<string, string>; body?: unknown };
  /** Tokens that passed, decoded, by the name that the wire gives them. */
  tokens?: Record<string, DecodedJwt>;
  durationMs: number;
  /** Why it was refused. */
  fault?: { code: string; detail: string };
  /** What was made to go wrong, and what asked for it: `rule <id>`, `header`, `person <slug>`. */
  failure?: { name: string; by: string };
  /** What HopCat wants to say about it. */
  notes?: string[];
}

export interface DecodedJwt {
  header: unknown;
  payload: unknown;
}

/** What a service adds to the entry of its exchange. */
export type Remarks = Pick<JournalEntry, 'client' | 'signIn' | 'person' | 'fault' | 'failure'> & {
  notes: string[];
  /** Bytes of a body that the route read itself, and of an answer that was made while it went out. */
  received?: number;
  sent?: number;
  /** JWTs that passed, by the name that the wire gives them: compact, or as they were before they were signed. */
  jwts: Record<string, string | DecodedJwt>;
};

export const journalEntries = kind<JournalEntry>(
  'control',
  'journal',
  'id: time-sortable. One exchange: request, response, decoded tokens, timing. Kept for a week.',
  { hot: true },
);

export const JOURNAL_LIFETIME_MS = 7 * 24 * 3_600_000;

const keptOfRequest = ['content-type', 'accept', 'user-agent', 'origin'];
const keptOfResponse = ['location', 'www-authenticate', 'retry-after', 'allow'];
const longest = 8_192;

let last = 0;

const inOrder = (micros: number): string => micros.toString(36).padStart(11, '0');

/** The id before all those that were made at this real time (epoch ms) or later. */
export const firstJournalId = (real: number): string => inOrder(Math.max(0, real * 1000));

/**
 * Time-sortable and unique: 11 characters of microseconds and 8 random ones. Ids of one process rise within a
 * millisecond too; a clock that was set back by more than a second starts anew.
 */
export function journalId(real: number, random: (bytes: number) => Uint8Array): string {
  const micros = real * 1000;
  last = last >= micros && last - micros < 1_000_000 ? last + 1 : micros;
  const [a = 0, b = 0, c = 0, d = 0] = random(4);
  const chance = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  return `${inOrder(last)}${chance.toString(16).padStart(8, '0')}`;
}

function keepRequest(headers: Headers, isOurs: IsOurs): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of keptOfRequest) {
    const value = headers.get(name);
    if (value !== null) kept[name] = maskNumbers(value, isOurs);
  }
  const authorization = headers.get('authorization');
  // Only a scheme is shown: a header without one may be nothing but the secret.
  const [, scheme = ''] = /^([\w-]{1,40}) /.exec(authorization ?? '') ?? [];
  if (authorization) kept.authorization = `${maskNumbers(scheme, isOurs)} ***`.trimStart();
  return kept;
}

function keepResponse({ type, headers = {} }: Answer, isOurs: IsOurs): Record<string, string> {
  const kept: Record<string, string> = type === undefined ? {} : { 'content-type': type };
  for (const name of keptOfResponse) {
    const value = headers[name];
    if (typeof value === 'string') kept[name] = maskedUrl(value, isOurs);
  }
  return kept;
}

const decode = (part: string | undefined): unknown =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString());

function decoded(jwt: string): DecodedJwt {
  const [header, payload] = jwt.split('.');
  try {
    return { header: decode(header), payload: decode(payload) };
  } catch {
    return { header: null, payload: null };
  }
}

const decodeJwts = (jwts: Remarks['jwts'], isOurs: IsOurs) =>
  Object.fromEntries(
    Object.entries(jwts).map(([name, jwt]) => [
      name,
      masked(typeof jwt === 'string' ? decoded(jwt) : jwt, isOurs, { left: longest }) as DecodedJwt,
    ]),
  );

/** XML with nothing left that a number could hide behind: comments, CDATA marks, characters by their number. */
const plainXml = (xml: string): string =>
  maskAttributes(xml)
    .replace(/<!--[\s\S]*?-->|<!\[CDATA\[|\]\]>/g, '')
    .replace(
      /&#(?:x0*3([0-9])|0*(4[89]|5[0-7]));/gi,
      (_, hex?: string, decimal?: string) => hex ?? String.fromCharCode(Number(decimal)),
    );

function body(value: unknown, isOurs: IsOurs, type?: string): unknown {
  if (value === undefined) return undefined;
  if (value instanceof Uint8Array) return `(${value.byteLength} bytes)`;
  if (typeof value === 'string' && type?.startsWith('text/html')) return `(HTML, ${value.length})`;
  const shown = typeof value === 'string' && value.trimStart().startsWith('<') ? plainXml(value) : value;
  return masked(shown, isOurs, { left: longest });
}

/** How large a body was, of which nothing is kept. */
function sizeOf(value: unknown, bytes: number | undefined): string | undefined {
  if (bytes === undefined && value === undefined) return undefined;
  const text = (_name: string, each: unknown) =>
    each instanceof Uint8Array ? 'x'.repeat(each.byteLength) : each;
  return `(${bytes ?? JSON.stringify(value, text).length} bytes)`;
}

/**
 * Writes down one exchange. The bodies are the parsed ones, so that nothing hides in an encoding; with `unkept`, only
 * how large they were.
 */
export function journalEntry(
  x: Exchange,
  answer: Answer,
  durationMs: number,
  { unkept = false }: { unkept?: boolean | undefined } = {},
): JournalEntry {
  const { isOurs, remarks } = x;
  const { notes, jwts, fault, failure, received, sent, ...about } = remarks;
  const kept = (value: unknown, bytes: number | undefined, type?: string): unknown =>
    unkept ? sizeOf(value, bytes) : body(value, isOurs, type);
  const entry = masked(about, isOurs) as Partial<JournalEntry>;
  const at = new Date(x.clock.real).toISOString();
  return {
    // When it is written down, not when the request came: whoever reads on from an id must not miss a slow one.
    id: journalId(x.deps.now(), x.deps.random),
    at,
    clock: x.clock.now === x.clock.real ? at : new Date(x.clock.now).toISOString(),
    system: x.system,
    operation: x.operation,
    ...entry,
    request: {
      method: x.request.method,
      url: maskedUrl(x.url, isOurs),
      headers: keepRequest(x.request.headers, isOurs),
      body: kept(x.body, received),
    },
    response: {
      status: answer.status,
      headers: keepResponse(answer, isOurs),
      body: kept(answer.body instanceof ReadableStream ? undefined : answer.body, sent, answer.type),
    },
    ...(Object.keys(jwts).length > 0 && { tokens: decodeJwts(jwts, isOurs) }),
    durationMs,
    // Not by name: the code of a fault is no authorization code.
    ...(fault && {
      fault: { code: maskNumbers(fault.code, isOurs), detail: maskNumbers(fault.detail, isOurs) },
    }),
    ...(failure && { failure }),
    ...(notes.length > 0 && { notes: masked(notes, isOurs) as string[] }),
  };
}
