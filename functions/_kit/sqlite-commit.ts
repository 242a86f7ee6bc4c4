import { randomUUID } from 'node:crypto';
import { type Engine, find, isLive, rowKey } from './sqlite-engine.ts';
import type { Write } from './storable.ts';
import type { Change, Commit } from './store.ts';

/** A commit that waits for the end of this turn of the event loop. */
export interface Asked {
  writes: readonly Write[];
  now: number;
  resolve(answer: Commit): void;
  reject(error: unknown): void;
}

function holds(engine: Engine, condition: Change['if'], key: string, now: number): boolean {
  if (condition === undefined) return true;
  const row = find(engine, key);
  const version = row && isLive(row, now) ? row.version : undefined;
  return condition === 'absent' ? version === undefined : version === condition.version;
}

/** Never conditioned on, never expired, only purged: an entry of the journal, mostly. */
const isLogged = ({ if: condition, expires, purge }: Extract<Change, { put: unknown }>): boolean =>
  condition === undefined && expires === undefined && purge !== undefined;

function write({ sql, cache }: Engine, { change, place, json = '' }: Write): void {
  const key = rowKey(place);
  if (!('put' in change)) {
    sql.remove.run(key);
    cache.delete(key);
    return;
  }
  const row = { version: randomUUID(), expires: change.expires ?? null, json };
  sql.put.run(key, row.version, row.expires, change.purge ?? null, json);
  // What is only written down, to be listed later, would push out what is read.
  if (isLogged(change)) cache.delete(key);
  else cache.set(key, row);
}

/** All conditions first, then all writes: inside the transaction, a conflict leaves nothing to undo. */
function apply(engine: Engine, { writes, now }: Asked): Commit {
  const failed = writes.find(({ change, place }) => !holds(engine, change.if, rowKey(place), now));
  if (failed) return { ok: false, conflict: failed.key };
  for (const each of writes) write(engine, each);
  return { ok: true };
}

/** One transaction for all of them; each is told its answer only after the transaction stands. */
export function commitTogether(engine: Engine, group: readonly Asked[]): void {
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
