import { parse as parseCookies } from 'hono/utils/cookie';
import type { Clock } from './clock.ts';
import type { Deps } from './deps.ts';
import type { Remarks } from './journal.ts';
import type { IsOurs } from './mask.ts';
import type { Change, Item, Key, Kind } from './store.ts';
import { type Workspace, workspaceKey } from './workspace.ts';

/** How long the table may keep an item past its logical end, so that clocks can be set back. */
const GRACE_MS = 7 * 24 * 3_600_000;

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
  /** The parsed body, before its schema: an object of strings for a form. */
  body: unknown;
  workspace: Workspace;
  workspaceVersion: string;
  clock: Clock;
  isOurs: IsOurs;
  /** Items that came with the workspace in the first round trip; undefined: known to be absent. */
  loaded: Map<string, Item | undefined>;
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
  readonly body: unknown;
  readonly workspace: Workspace;
  readonly clock: Clock;
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
    this.body = facts.body;
    this.workspace = facts.workspace;
    this.clock = facts.clock;
    this.isOurs = facts.isOurs;
    this.input = input;
  }

  /** One live item of this workspace. */
  async read<T>(kind: Kind<T>, id: string): Promise<Item<T> | undefined> {
    return (await this.readMany<T>([kind.key(this.workspace.id, id)]))[0];
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
    const prefix = [this.workspace.id, kind.system, kind.kind] as const;
    return (await this.deps.store.list(prefix, { now: this.clock.now, ...options })) as Item<T>[];
  }

  /** A change that stores a value; `lifetime` in seconds of the token clock. */
  put<T>(
    kind: Kind<T>,
    id: string,
    value: T,
    options: { lifetime?: number; expires?: number; if?: 'absent' | { version: string } } = {},
  ): Change {
    const expires = options.expires ?? (options.lifetime && this.clock.now + options.lifetime * 1000);
    const left = expires === undefined ? undefined : Math.max(0, expires - this.clock.now);
    const end = this.workspace.expiresAt ?? undefined;
    const purge = left === undefined ? end && end + GRACE_MS : this.clock.real + left + GRACE_MS;
    return {
      put: kind.key(this.workspace.id, id),
      value,
      ...(expires !== undefined && { expires }),
      ...(purge !== undefined && { purge }),
      ...(options.if && { if: options.if }),
    };
  }

  /** A change that removes an item, as long as it is still the one that was read. */
  remove(item: Item): Change {
    return { remove: item.key, if: { version: item.version } };
  }

  /** A change of the workspace itself, as long as nobody else changed it meanwhile. */
  changeWorkspace(change: Partial<Workspace>): Change {
    const purge = this.workspace.expiresAt;
    return {
      put: workspaceKey(this.workspace.id),
      value: { ...this.workspace, ...change },
      ...(purge !== null && { purge: purge + GRACE_MS }),
      if: { version: this.#facts.workspaceVersion },
    };
  }

  cookie(name: string): string | undefined {
    return parseCookies(this.request.headers.get('cookie') ?? '', name)[name];
  }
}
