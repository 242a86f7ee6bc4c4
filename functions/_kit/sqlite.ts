import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers';
import { setImmediate as nextTurn } from 'node:timers/promises';
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
  get: db.prepare(`SELECT key, version, expires, value FROM items WHERE key = ?1 AND ${live}`),
  version: db.prepare(`SELECT version FROM items WHERE key = ?1 AND ${live}`),
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

function holds(sql: Statements, condition: Change['if'], key: string, now: number): boolean {
  if (condition === undefined) return true;
  const found = sql.version.get(key, now)?.version;
  return condition === 'absent' ? found === undefined : found === condition.version;
}

function write(sql: Statements, { change, place, json }: Write): void {
  if (!('put' in change)) sql.remove.run(rowKey(place));
  else sql.put.run(rowKey(place), randomUUID(), change.expires ?? null, change.purge ?? null, json ?? null);
}

/** All conditions first, then all writes: inside the transaction, a conflict leaves nothing to undo. */
function apply(sql: Statements, { writes, now }: Asked): Commit {
  const failed = writes.find(({ change, place }) => !holds(sql, change.if, rowKey(place), now));
  if (failed) return { ok: false, conflict: failed.key };
  for (const each of writes) write(sql, each);
  return { ok: true };
}

/** One transaction for all of them; each is told its answer only after the transaction stands. */
function commitTogether(db: DatabaseSync, sql: Statements, group: readonly Asked[]): void {
  let answers: Commit[];
  try {
    sql.begin.run();
    answers = group.map((asked) => apply(sql, asked));
    sql.commit.run();
  } catch (error) {
    if (db.isOpen && db.isTransaction) sql.rollback.run();
    for (const asked of group) asked.reject(error);
    return;
  }
  group.forEach((asked, index) => {
    asked.resolve(answers[index] as Commit);
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
  let waiting: Asked[] = [];
  const flush = () => {
    const group = waiting;
    waiting = [];
    if (group.length > 0) commitTogether(db, sql, group);
  };
  return {
    async get(keys, now) {
      return placesOf(keys).map((place, index) => {
        const row = place && (sql.get.get(rowKey(place), now) as Row | undefined);
        return row && itemOf(keys[index] as Key, row);
      });
    },
    list: async (prefix, options) => list(sql, prefix, options),
    async commit(changes, now) {
      const writes = writesOf(changes);
      return new Promise((resolve, reject) => {
        waiting.push({ writes, now, resolve, reject });
        if (inMemory) flush();
        else if (waiting.length === 1) setImmediate(flush);
      });
    },
    sweep: (realNow) => sweep(sql, realNow),
    async close() {
      flush();
      if (db.isOpen) db.close();
    },
  };
}
