import { parse as parseCookies } from 'hono/utils/cookie';
import type { Clock } from './clock.ts';
import type { Deps } from './deps.ts';
import type { Remarks } from './journal.ts';
import type { IsOurs } from './mask.ts';
import type { Change, Item, Key, Kind } from './store.ts';
import { GRACE_MS, type Workspace, workspaceChange } from './workspace.ts';

/** What one request knows, given to the route of its operation. A retry after a conflict gets a fresh one. */
export interface ExchangeFacts {
  system: string;
  operation: string;
  deps: Deps;
  request: Request;
  /** Path below the sandbox's origin, and query. */
  url: string;
  /** This system's own URL, no trailing slash: the issuer of an OpenID Provider. */
  base: string;
  /** Path parameters of the operation. */
  params: Readonly<Record<string, string>>;
  /** The query's parameters before any schema; a repeated one is an array. */
  query: Readonly<Record<string, string | readonly string[]>>;
  /** The parsed body, before its schema: an object of strings for a form, a text for XML. */
  body: unknown;
  workspace: Workspace;
  workspaceVersion: string;
  clock: Clock;
  isOurs: IsOurs;
  /** A way to fail that the route itself is to show, one of its operation's `fails` without a fault. */
  failure?: string;
  /** Items that came with the workspace in the first round trip; undefined: known to be absent. */
  loaded: Map<string, Item | undefined>;
}

export interface PutOptions {
  /** Seconds of the token clock. */
  lifetime?: number;
  /** Epoch milliseconds of the token clock. */
  expires?: number;
  if?: 'absent' | { version: string };
}

/** When the table may drop an item: a while after its end or its workspace's, whichever comes first. */
function purgeAt({ expiresAt }: Workspace, clock: Clock, expires: number | undefined): number | undefined {
  const own =
    expires === undefined ? Number.POSITIVE_INFINITY : clock.real + Math.max(0, expires - clock.now);
  const end = Math.min(own, expiresAt ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(end) ? end + GRACE_MS : undefined;
}

/** A change that stores a value in a workspace, as its clock stands. */
export function putChange<T>(
  workspace: Workspace,
  clock: Clock,
  kind: Kind<T>,
  id: string,
  value: T,
  options: PutOptions = {},
): Change {
  const expires = options.expires ?? (options.lifetime && clock.now + options.lifetime * 1000);
  const purge = purgeAt(workspace, clock, expires);
  return {
    put: kind.key(workspace.space, id),
    value,
    ...(expires !== undefined && { expires }),
    ...(purge !== undefined && { purge }),
    ...(options.if && { if: options.if }),
  };
}

/** A key as one string. */
export const nameOf = (key: Key): string => key.join('\u0000');

export class Exchange<Input = unknown> {
  readonly system: string;
  readonly operation: string;
  readonly deps: Deps;
  readonly request: Request;
  readonly url: string;
  readonly base: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: ExchangeFacts['query'];
  readonly body: unknown;
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly failure: string | undefined;
  readonly isOurs: IsOurs;
  /** The query, form or JSON body, as the operation's schema gave it. */
  input: Input;
  /** What goes into this exchange's journal entry. */
  readonly remarks: Remarks = { notes: [], jwts: {} };
  readonly #facts: ExchangeFacts;

  constructor(facts: ExchangeFacts, input: Input) {
    this.#facts = facts;
    this.system = facts.system;
    this.operation = facts.operation;
    this.deps = facts.deps;
    this.request = facts.request;
    this.url = facts.url;
    this.base = facts.base;
    this.params = facts.params;
    this.query = facts.query;
    this.body = facts.body;
    this.workspace = facts.workspace;
    this.clock = facts.clock;
    this.failure = facts.failure;
    this.isOurs = facts.isOurs;
    this.input = input;
  }

  /** One live item of this workspace. */
  async read<T>(kind: Kind<T>, id: string): Promise<Item<T> | undefined> {
    return (await this.readMany<T>([kind.key(this.workspace.space, id)]))[0];
  }

  /** Several live items in one round trip; what came with the workspace costs none. */
  async readMany<T>(keys: readonly Key[]): Promise<(Item<T> | undefined)[]> {
    const { loaded } = this.#facts;
    const missing = keys.filter((key) => !loaded.has(nameOf(key)));
    if (missing.length > 0) {
      const items = await this.deps.store.get(missing, 0);
      missing.forEach((key, at) => {
        loaded.set(nameOf(key), items[at]);
      });
    }
    return keys.map((key) => this.#live(loaded.get(nameOf(key)) as Item<T> | undefined));
  }

  #live<T>(item: Item<T> | undefined): Item<T> | undefined {
    return item?.expires !== undefined && item.expires <= this.clock.now ? undefined : item;
  }

  /** All live items of a kind in this workspace. */
  async list<T>(kind: Kind<T>, options: { after?: string; limit?: number; descending?: boolean } = {}) {
    const prefix = [this.workspace.space, kind.system, kind.kind] as const;
    return (await this.deps.store.list(prefix, { now: this.clock.now, ...options })) as Item<T>[];
  }

  /** A change that stores a value. */
  put<T>(kind: Kind<T>, id: string, value: T, options: PutOptions = {}): Change {
    return putChange(this.workspace, this.clock, kind, id, value, options);
  }

  /** A change that removes an item, as long as it is still the one that was read. */
  remove(item: Item): Change {
    return { remove: item.key, if: { version: item.version } };
  }

  /** A change of the workspace itself, as long as nobody else changed it meanwhile. */
  changeWorkspace(change: Partial<Workspace>): Change {
    return workspaceChange({ ...this.workspace, ...change }, { version: this.#facts.workspaceVersion });
  }

  cookie(name: string): string | undefined {
    return parseCookies(this.request.headers.get('cookie') ?? '', name)[name];
  }
}
