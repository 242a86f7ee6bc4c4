import type { HtmlEscapedString } from 'hono/utils/html';
import type { Fault } from './fault.ts';
import type { Change } from './store.ts';

type HeaderPairs = Readonly<Record<string, string | readonly string[]>>;

/** What a route answers: the wire's content, and what is to be saved together with the journal entry. */
export interface Answer {
  status: number;
  /** A string, bytes or a stream of them go out as they are, anything else as JSON; undefined: an empty body. */
  body?: unknown;
  type?: string;
  headers?: HeaderPairs;
  /** Saved all or nothing; on a conflict the route runs again on fresh data. */
  changes?: readonly Change[];
  /** URLs that the page shows in frames. */
  frameSources?: readonly string[];
  /** Origins besides its own that the page's scripts talk to. */
  connectSources?: readonly string[];
  /** Set when the answer refuses: what the journal says of it. */
  fault?: Fault;
  /** Asked for: it goes out so many milliseconds late, or not whole. */
  failing?: { delayMs?: number; ends?: 'cut' | 'malformed' };
  /** Runs once, when the changes are saved, and is waited for: notices to other systems. */
  after?: () => Promise<void>;
  /** The answer that goes out instead, made when the changes are saved: of a call that waits for a person. */
  settles?: () => Promise<Answer>;
}

interface More {
  after?: () => Promise<void>;
  status?: number;
  headers?: HeaderPairs;
  changes?: readonly Change[];
  fault?: Fault;
  frameSources?: readonly string[];
  connectSources?: readonly string[];
}

/** What it begins is saved first; then `settles` waits and answers, or throws a `Fault`. */
export const settlesLater = (changes: readonly Change[], settles: () => Promise<Answer>): Answer => ({
  status: 200,
  changes,
  settles,
});

export const json = (body: unknown, more: More = {}): Answer => ({
  status: 200,
  body,
  type: 'application/json',
  ...more,
});

export const page = async (
  html: HtmlEscapedString | Promise<HtmlEscapedString>,
  more: More = {},
): Promise<Answer> => ({ status: 200, body: String(await html), type: 'text/html; charset=utf-8', ...more });

/** 302 after a GET; 303 tells a browser to go on with a GET after a POST. */
export const redirect = (location: string, more: More = {}): Answer => ({
  status: 302,
  ...more,
  headers: { ...more.headers, location },
});

export const empty = (more: More = {}): Answer => ({ status: 204, ...more });

/** A refusal that still saves something, such as a counter of tries. */
export interface Refusal {
  refuse: Fault;
  changes: readonly Change[];
  /** As an answer's. */
  after?: () => Promise<void>;
}

export const refuse = (
  fault: Fault,
  changes: readonly Change[],
  more: Pick<Refusal, 'after'> = {},
): Refusal => ({ refuse: fault, changes, ...more });
