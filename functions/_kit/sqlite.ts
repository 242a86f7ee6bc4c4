import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CachedRow, type RowCache, rowCache } from './sqlite-cache.ts';
import { openStoreFile } from './sqlite-file.ts';
import { checkAfter, type Place, partitionOf, placesOf, type Write, writesOf } from './storable.ts';
import type { Change, Commit, Item, Key, ListOptions, Store } from './store.ts';

/** How many rows a sweep looks at before it lets requests through. */
const SWEEP_STEP = 1_000;

interface Row {
  key: string;
  version: string;
  expires: number | null;
  value: string;
}

/** A commit that waits for the end of this turn of the event loop. */
interface Asked {
  writes: readonly Write[];
  now: number;
  resolve(answer: Commit): void;
  reject(error: unknown): void;
}

const live = `(?2 = 0 OR expires IS NULL OR expires > ?2)`;

const statements = (db: DatabaseSync) => ({
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

type Statements = ReturnType<typeof statements>;

/** No partition holds a bare `#`, and the character after it is `$`: a partition's items lie between the two. */
const rowKey = ({ partition, id }: Pick<Place, 'partition' | 'id'>): string => `${partition}#${id}`;

function itemOf(key: Key, row: Row): Item {
  const item: Item = { key, value: JSON.parse(row.value), version: row.version };
  if (row.expires !== null) item.expires = row.expires;
  return item;
}

/** A file and its statements, and what is known of it without asking. */
interface Engine {
  db: DatabaseSync;
  sql: Statements;
  cache: RowCache;
}

/** The row under a key, live or not. */
function find({ sql, cache }: Engine, key: string): CachedRow | undefined {
  const known = cache.get(key);
  if (known) return known;
  const row = sql.get.get(key) as Omit<Row, 'key'> | undefined;
  return row && cache.set(key, { version: row.version, expires: row.expires, json: row.value });
}

const isLive = ({ expires }: CachedRow, now: number): boolean =>
  now === 0 || expires === null || expires > now;

function holds(engine: Engine, condition: Change['if'], key: string, now: number): boolean {
  if (condition === undefined) return true;
  const row = find(engine, key);
  const version = row && isLive(row, now) ? row.version : undefined;
  return condition === 'absent' ? version === undefined : version === condition.version;
}

function write({ sql, cache }: Engine, { change, place, json = '' }: Write): void {
  const key = rowKey(place);
  if (!('put' in change)) {
    sql.remove.run(key);
    cache.delete(key);
    return;
  }
  const row = { version: randomUUID(), expires: change.expires ?? null, json };
  sql.put.run(key, row.version, row.expires, change.purge ?? null, json);
  cache.set(key, row);
}

/** All conditions first, then all writes: inside the transaction, a conflict leaves nothing to undo. */
function apply(engine: Engine, { writes, now }: Asked): Commit {
  const failed = writes.find(({ change, place }) => !holds(engine, change.if, rowKey(place), now));
  if (failed) return { ok: false, conflict: failed.key };
  for (const each of writes) write(engine, each);
  return { ok: true };
}

/** One transaction for all of them; each is told its answer only after the transaction stands. */
function commitTogether(engine: Engine, group: readonly Asked[]): void {
  const { db, sql, cache } = engine;
  let answers: Commit[];
  try {
    sql.begin.run();
    cache.refresh();
    answers = group.map((asked) => apply(engine, asked));
    sql.commit.run();
  } catch (error) {
    cache.clear();
    if (db.isOpen && db.isTransaction) sql.rollback.run();
    for (const asked of group) asked.reject(error);
    return;
  }
  group.forEach((asked, index) => {
    asked.resolve(answers[index] as Commit);
  });
}

function get(engine: Engine, keys: readonly Key[], now: number): (Item | undefined)[] {
  engine.cache.refresh();
  return placesOf(keys).map((place, index) => {
    const row = place && find(engine, rowKey(place));
    if (!row || !isLive(row, now)) return undefined;
    const item: Item = {
      key: keys[index] as Key,
      value: engine.cache.valueOf(row),
      version: row.version,
    };
    if (row.expires !== null) item.expires = row.expires;
    return item;
  });
}

function list(sql: Statements, prefix: readonly [string, string, string], options: ListOptions): Item[] {
  const { now, after, limit = -1, descending = false } = options;
  checkAfter(after);
  const start = `${partitionOf(prefix).partition}#`;
  const end = `${start.slice(0, -1)}$`;
  const rows = descending
    ? sql.downwards.all(start, now, after === undefined ? end : start + after, limit)
    : sql.upwards.all(start + (after ?? ''), now, end, limit);
  return (rows as unknown as Row[]).map((row) => itemOf([...prefix, row.key.slice(start.length)], row));
}

async function sweep(sql: Statements, realNow: number): Promise<void> {
  for (let first = 0; ; await nextTurn()) {
    const last = sql.step.get(first, SWEEP_STEP)?.last;
    if (typeof last !== 'number') return;
    sql.sweep.run(first, last, realNow);
    first = last;
  }
}

/**
 * The store in one SQLite file, or in memory for `:memory:`. A commit that was answered survives `kill -9`.
 * Commits to a file that are asked for in one turn of the event loop share one transaction.
 * Throws when the file is no HopCat store or comes from a newer version.
 */
export function sqliteStore(file: string): Store {
  const db = openStoreFile(file);
  const sql = statements(db);
  const inMemory = file === ':memory:';
  const engine: Engine = { db, sql, cache: rowCache(db, !inMemory) };
  let waiting: Asked[] = [];
  const flush = () => {
    const group = waiting;
    waiting = [];
    if (group.length > 0) commitTogether(engine, group);
  };
  return {
    get: async (keys, now) => get(engine, keys, now),
    list: async (prefix, options) => list(sql, prefix, options),
    async commit(changes, now) {
      const writes = writesOf(changes);
      return new Promise((resolve, reject) => {
        waiting.push({ writes, now, resolve, reject });
        if (inMemory) flush();
        else if (waiting.length === 1) setImmediate(flush);
      });
    },
    async sweep(realNow) {
      await sweep(sql, realNow);
      engine.cache.clear();
    },
    async close() {
      flush();
      if (db.isOpen) db.close();
    },
  };
}
