import type { Exchange } from './exchange.ts';
import { type IsOurs, masked, maskedUrl } from './mask.ts';
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
  tokens?: Record<string, { header: unknown; payload: unknown }>;
  durationMs: number;
  /** Why it was refused. */
  fault?: { code: string; detail: string };
  /** What HopCat wants to say about it. */
  notes?: string[];
}

/** What a service adds to the entry of its exchange. */
export type Remarks = Pick<JournalEntry, 'client' | 'signIn' | 'person' | 'fault'> & {
  notes: string[];
  /** Compact JWTs that passed, by the name that the wire gives them. */
  jwts: Record<string, string>;
};

export const journalEntries = kind<JournalEntry>(
  'control',
  'journal',
  'id: time-sortable. One exchange: request, response, decoded tokens, timing. Kept for a week.',
  { hot: true },
);

export const JOURNAL_LIFETIME_MS = 7 * 24 * 3_600_000;

const keptHeaders = [
  'content-type',
  'accept',
  'user-agent',
  'origin',
  'location',
  'www-authenticate',
  'retry-after',
];
const longest = 8_192;

let last = 0;

/** Time-sortable and unique: 11 characters of microseconds and 8 random ones. */
export function journalId(real: number, random: (bytes: number) => Uint8Array): string {
  last = Math.max(last + 1, real * 1000);
  return `${last.toString(36).padStart(11, '0')}${Buffer.from(random(5)).toString('hex').slice(0, 8)}`;
}

function keep(headers: Headers, isOurs: IsOurs): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = headers.get(name);
    if (value !== null) kept[name] = maskedUrl(value, isOurs);
  }
  const authorization = headers.get('authorization');
  if (authorization) kept.authorization = `${authorization.split(' ', 1)[0]} ***`;
  return kept;
}

const decode = (part: string | undefined): unknown =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString());

function decodeJwts(jwts: Record<string, string>, isOurs: IsOurs): JournalEntry['tokens'] {
  const tokens: NonNullable<JournalEntry['tokens']> = {};
  for (const [name, jwt] of Object.entries(jwts)) {
    const [header, payload] = jwt.split('.');
    try {
      tokens[name] = { header: masked(decode(header), isOurs), payload: masked(decode(payload), isOurs) };
    } catch {
      tokens[name] = { header: null, payload: null };
    }
  }
  return tokens;
}

function body(value: unknown, isOurs: IsOurs): unknown {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.startsWith('<')) return `(HTML, ${value.length})`;
  const kept = masked(value, isOurs);
  const text = typeof kept === 'string' ? kept : JSON.stringify(kept);
  return text.length > longest ? `${text.slice(0, longest)}…` : kept;
}

/** Writes down one exchange. The bodies are the parsed ones, so that nothing hides in an encoding. */
export function journalEntry(
  x: Exchange,
  answer: { status: number; headers: Headers; body: unknown },
  durationMs: number,
): JournalEntry {
  const { isOurs, remarks } = x;
  const { notes, jwts, ...about } = remarks;
  const entry = masked(about, isOurs) as Partial<JournalEntry>;
  return {
    id: journalId(x.clock.real, x.deps.random),
    at: new Date(x.clock.real).toISOString(),
    clock: new Date(x.clock.now).toISOString(),
    system: x.system,
    operation: x.operation,
    ...entry,
    request: {
      method: x.request.method,
      url: maskedUrl(x.url, isOurs),
      headers: keep(x.request.headers, isOurs),
      body: body(x.body, isOurs),
    },
    response: {
      status: answer.status,
      headers: keep(answer.headers, isOurs),
      body: body(answer.body, isOurs),
    },
    ...(Object.keys(jwts).length > 0 && { tokens: decodeJwts(jwts, isOurs) }),
    durationMs,
    ...(notes.length > 0 && { notes: masked(notes, isOurs) as string[] }),
  };
}
