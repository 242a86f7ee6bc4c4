import type { DatabaseSync } from 'node:sqlite';

/** A row as the engine keeps it, with its value parsed when it is first wanted. */
export interface CachedRow {
  version: string;
  expires: number | null;
  json: string;
  value?: unknown;
}

const MOST_ROWS = 5_000;

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
  let seen: unknown;
  return {
    /** To be called before rows are trusted: outside a transaction, or right after one has begun. */
    refresh(): void {
      if (!shared) return;
      const now = dataVersion.get()?.data_version;
      if (now !== seen) rows.clear();
      seen = now;
    },
    get: (key: string): CachedRow | undefined => rows.get(key),
    set(key: string, row: CachedRow): CachedRow {
      rows.delete(key);
      rows.set(key, row);
      if (rows.size > MOST_ROWS) rows.delete(rows.keys().next().value as string);
      return row;
    },
    delete: (key: string) => rows.delete(key),
    clear: () => rows.clear(),
    valueOf(row: CachedRow): unknown {
      row.value ??= freeze(JSON.parse(row.json));
      return row.value;
    },
  };
}

export type RowCache = ReturnType<typeof rowCache>;
