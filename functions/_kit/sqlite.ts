import { setImmediate } from 'node:timers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { rowCache } from './sqlite-cache.ts';
import { type Asked, commitTogether } from './sqlite-commit.ts';
import { type Engine, find, isLive, type Row, rowKey, type Statements, statements } from './sqlite-engine.ts';
import { openStoreFile } from './sqlite-file.ts';
import { checkAfter, partitionOf, placesOf, writesOf } from './storable.ts';
import type { Item, Key, ListOptions, Store } from './store.ts';

/** How many rows a sweep looks at before it lets requests through. */
const SWEEP_STEP = 1_000;

function itemOf(key: Key, row: Row): Item {
  const item: Item = { key, value: JSON.parse(row.value), version: row.version };
  if (row.expires !== null) item.expires = row.expires;
  return item;
}

function get(engine: Engine, keys: readonly Key[], now: number): (Item | undefined)[] {
  engine.cache.refreshOnce();
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
