import type { DatabaseSync } from 'node:sqlite';
import type { CachedRow, RowCache } from './sqlite-cache.ts';
import type { Place } from './storable.ts';

export interface Row {
  key: string;
  version: string;
  expires: number | null;
  value: string;
}

const live = `(?2 = 0 OR expires IS NULL OR expires > ?2)`;

/** Every statement, prepared once. */
export const statements = (db: DatabaseSync) => ({
  begin: db.prepare('BEGIN IMMEDIATE'),
  commit: db.prepare('COMMIT'),
  rollback: db.prepare('ROLLBACK'),
  get: db.prepare('SELECT version, expires, value FROM items WHERE key = ?'),
  put: db.prepare(
    `INSERT INTO items (key, version, expires, purge, value) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE
     SET version = excluded.version, expires = excluded.expires, purge = excluded.purge, value = excluded.value`,
  ),
  remove: db.prepare('DELETE FROM items WHERE key = ?'),
  upwards: db.prepare(
    `SELECT key, version, expires, value FROM items WHERE key > ?1 AND key < ?3 AND ${live} ORDER BY key LIMIT ?4`,
  ),
  downwards: db.prepare(
    `SELECT key, version, expires, value FROM items WHERE key > ?1 AND key < ?3 AND ${live} ORDER BY key DESC LIMIT ?4`,
  ),
  step: db.prepare(
    'SELECT max(rowid) AS last FROM (SELECT rowid FROM items WHERE rowid > ? ORDER BY rowid LIMIT ?)',
  ),
  sweep: db.prepare('DELETE FROM items WHERE rowid > ? AND rowid <= ? AND purge <= ?'),
});

export type Statements = ReturnType<typeof statements>;

/** No partition holds a bare `#`, and the character after it is `$`: a partition's items lie between the two. */
export const rowKey = ({ partition, id }: Pick<Place, 'partition' | 'id'>): string => `${partition}#${id}`;

/** A file and its statements, and what is known of it without asking. */
export interface Engine {
  db: DatabaseSync;
  sql: Statements;
  cache: RowCache;
}

/** The row under a key, live or not. */
export function find({ sql, cache }: Engine, key: string): CachedRow | undefined {
  const known = cache.get(key);
  if (known) return known;
  const row = sql.get.get(key) as Omit<Row, 'key'> | undefined;
  return row && cache.set(key, { version: row.version, expires: row.expires, json: row.value });
}

export const isLive = ({ expires }: CachedRow, now: number): boolean =>
  now === 0 || expires === null || expires > now;
