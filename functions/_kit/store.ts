/**
 * The store: everything that HopCat remembers, as JSON items under tuple keys.
 *
 * Two engines obey one law suite (`test/store`): SQLite (`sqlite.ts`) and DynamoDB (`dynamodb.ts`).
 * All times are epoch milliseconds.
 */

/** Where an item lives: workspace's space, system, kind, id. No part is empty; none holds a control character. */
export type Key = readonly [workspace: string, system: string, kind: string, id: string];

/** One stored item. */
export interface Item<T = unknown> {
  key: Key;
  value: T;
  /** Opaque, new at every put: never comes back, even when the item is removed and put again. */
  version: string;
  /** On the workspace's token clock. Undefined: never expires. */
  expires?: number;
}

/**
 * A write. The condition, where there is one, is judged at the commit's `now`:
 * an expired item counts as absent.
 */
export type Change =
  | {
      put: Key;
      value: unknown;
      /** From this moment (token clock) on the item reads as absent. */
      expires?: number;
      /** Real time after which the engine may delete the item for good. Default: kept. */
      purge?: number;
      /** `absent`: there must be no live item. A version: the live item must still be at it. */
      if?: 'absent' | { version: string };
    }
  | { remove: Key; if?: { version: string } };

/** Either everything was written, or nothing was. */
export type Commit = { ok: true } | { ok: false; conflict: Key };

/** How `list` walks the ids of one kind in one workspace. */
export interface ListOptions {
  /** Judges expiry; 0 shows expired items too. */
  now: number;
  /** Only ids strictly beyond this one, in the walking direction. */
  after?: string;
  /** At most so many items (default: all). */
  limit?: number;
  /** Walk ids downwards (default: upwards, by UTF-8 byte order). */
  descending?: boolean;
}

export interface Store {
  /**
   * Reads up to 100 keys in one consistent round trip; the answers stand in the order of the keys.
   * An item that has expired at `now` reads as absent; pass 0 to see it.
   */
  get(keys: readonly Key[], now: number): Promise<(Item | undefined)[]>;
  /** All items of one kind in one workspace, in the order of their ids, however many pages they fill. */
  list(
    prefix: readonly [workspace: string, system: string, kind: string],
    options: ListOptions,
  ): Promise<Item[]>;
  /**
   * All or nothing, up to 100 changes of distinct keys. A failed condition is an answer, not an error.
   * Single use is a remove (or put) at the version that was read: of any number of parallel callers one wins.
   */
  commit(changes: readonly Change[], now: number): Promise<Commit>;
  /** Deletes for good what may be purged at this real time. DynamoDB does so by itself. */
  sweep(realNow: number): Promise<void>;
  close(): Promise<void>;
}

/** What a kind of item is, for the typed key, for the storage page, and for walking a whole workspace. */
export interface Kind<T> {
  system: string;
  kind: string;
  /** What the id is, what the value holds, how long it lives: printed in docs/storage.md. */
  doc: string;
  /** Written often enough to meet the limit of one partition: DynamoDB spreads it. */
  hot: boolean;
  /** Goes with its workspace into an export, comes back by an import, and is gone after a reset. */
  exported: boolean;
  /** `space`: of the workspace; `_` for what belongs to the whole deployment. */
  key(space: string, id: string): Key;
  /** Only a type: what the value holds. */
  readonly value?: T;
}

const registered = new Map<string, Kind<unknown>>();

/** Declares a kind of item. Each pair of system and kind is declared once. */
export function kind<T>(
  system: string,
  name: string,
  doc: string,
  options: { hot?: boolean; exported?: boolean } = {},
): Kind<T> {
  const declared: Kind<T> = {
    system,
    kind: name,
    doc,
    hot: options.hot ?? false,
    exported: options.exported ?? true,
    key: (space, id) => [space, system, name, id],
  };
  registered.set(`${system}/${name}`, declared);
  return declared;
}

/** Every kind that has been declared by the modules loaded so far. */
export const kinds = (): Kind<unknown>[] => [...registered.values()];
