import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const SCHEMA = 1;

/** Says that the file is HopCat's: "HCat". */
const APPLICATION = 0x48436174;

/**
 * A table with rowids and a unique index: with items of 2 to 4 kB it writes twice as fast as a WITHOUT ROWID
 * table. No index over `purge`: it would cost every write a page, and a sweep reads the table in small steps.
 */
const tables = `
  CREATE TABLE items (key TEXT NOT NULL, version TEXT NOT NULL, expires REAL, purge REAL, value TEXT NOT NULL) STRICT;
  CREATE UNIQUE INDEX items_by_key ON items (key);
`;

/** WAL and NORMAL: a commit survives `kill -9`. Fewer, larger checkpoints, as each of them waits for the disk. */
const pragmas = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA cache_size = -32768;
`;

function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
}

function pragma(db: DatabaseSync, name: string): number {
  return Number(db.prepare(`PRAGMA ${name}`).get()?.[name]);
}

const isEmpty = (db: DatabaseSync): boolean =>
  db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.tables === 0;

const SQLITE_NOTADB = 26;

const foreign = (file: string): Error =>
  new Error(`Tệp ${file} không phải là kho dữ liệu của HopCat. / ${file} is not a HopCat store.`);

function refuseForeign(db: DatabaseSync, file: string): void {
  if (pragma(db, 'application_id') !== APPLICATION && !isEmpty(db)) {
    throw foreign(file);
  }
  const schema = pragma(db, 'user_version');
  if (schema > SCHEMA) {
    throw new Error(
      `Tệp ${file} do một phiên bản HopCat mới hơn tạo ra (lược đồ ${schema}, bản này chỉ đọc được đến ${SCHEMA}): ` +
        `hãy nâng cấp HopCat hoặc dùng tệp khác. / ${file} was written by a newer HopCat ` +
        `(schema ${schema}, this one reads up to ${SCHEMA}): upgrade HopCat or use another file.`,
    );
  }
}

function createTables(db: DatabaseSync): void {
  db.exec('BEGIN IMMEDIATE');
  if (isEmpty(db)) {
    db.exec(`${tables} PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${SCHEMA};`);
  }
  db.exec('COMMIT');
}

/**
 * Opens a store's file, or memory for `:memory:`. A new file is readable by its owner only.
 * Throws when the file is no HopCat store or was written by a newer schema; such a file is left as it is.
 */
export function openStoreFile(file: string): DatabaseSync {
  if (file !== ':memory:') makeFile(file);
  const db = new DatabaseSync(file, { timeout: 5_000 });
  try {
    refuseForeign(db, file);
    db.exec(pragmas);
    createTables(db);
    return db;
  } catch (error) {
    db.close();
    throw (error as { errcode?: number }).errcode === SQLITE_NOTADB ? foreign(file) : error;
  }
}
