import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers';

/** A row as the engine keeps it, with its value parsed when it is first wanted. */
export interface CachedRow {
  version: string;
  expires: number | null;
  json: string;
  value?: unknown;
}

const MOST_ROWS = 5_000;
/** Of JSON, so that a few thousand large items do not fill the memory. */
const MOST_CHARACTERS = 16_000_000;

function freeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const each of Object.values(value)) freeze(each);
  return Object.freeze(value);
}

/**
 * The rows that this process read or wrote last, so that a code is not read back from the file that it was just
 * written to. Another process that writes to the same file is noticed by SQLite's own data version, and empties
 * the cache. Values are frozen, because several readers share them.
 */
export function rowCache(db: DatabaseSync, shared: boolean) {
  const rows = new Map<string, CachedRow>();
  const dataVersion = db.prepare('PRAGMA data_version');
  let characters = 0;
  let seen: unknown;
  const drop = (key: string): void => {
    characters -= rows.get(key)?.json.length ?? 0;
    rows.delete(key);
  };
  const clear = (): void => {
    characters = 0;
    rows.clear();
  };
  let isFresh = false;
  const stale = (): void => {
    isFresh = false;
  };
  const refresh = (): void => {
    if (!shared) return;
    const now = dataVersion.get()?.data_version;
    if (now !== seen) clear();
    seen = now;
  };
  return {
    /** Empties the cache when somebody else wrote: inside a transaction that has begun, nobody can any more. */
    refresh,
    /** The same for reading, once in a turn of the event loop: what came in with one turn is answered as of it. */
    refreshOnce(): void {
      if (!shared || isFresh) return;
      refresh();
      isFresh = true;
      setImmediate(stale);
    },
    get: (key: string): CachedRow | undefined => rows.get(key),
    set(key: string, row: CachedRow): CachedRow {
      drop(key);
      rows.set(key, row);
      characters += row.json.length;
      while (rows.size > MOST_ROWS || characters > MOST_CHARACTERS) drop(rows.keys().next().value as string);
      return row;
    },
    delete: drop,
    clear,
    valueOf(row: CachedRow): unknown {
      row.value ??= freeze(JSON.parse(row.json));
      return row.value;
    },
  };
}

export type RowCache = ReturnType<typeof rowCache>;
