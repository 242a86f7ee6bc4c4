import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Others, ROWS_NAMED } from '../functions/_cleaning/result.ts';

/*
 * Who is in the file more than once, exactly and in constant memory. First every key goes to one of 64 files, by the
 * key, with its row. Then each of these is looked at on its own, and what is found for a row goes to a file of the
 * 65,536 rows around it. While rows are judged in their order, one such file at a time is in memory.
 */

const BUCKETS = 64;
const KEY_BYTES = 12;
const BUFFERED = 1_024;
const STRETCH = 65_536;
/** Row, how many others, and the first of these. */
const FOUND_BYTES = 4 * (2 + ROWS_NAMED);

/** A file that is written at its end, a few kilobytes at a time. */
class Appending {
  readonly #file: number;
  readonly #bytes: Buffer;
  #used = 0;

  constructor(path: string, capacity: number) {
    this.#file = openSync(path, 'a');
    this.#bytes = Buffer.alloc(capacity);
  }

  /** Room for so many bytes, to be filled by the caller. */
  room(bytes: number): { buffer: Buffer; at: number } {
    if (this.#used + bytes > this.#bytes.length) this.#flush();
    this.#used += bytes;
    return { buffer: this.#bytes, at: this.#used - bytes };
  }

  #flush(): void {
    writeSync(this.#file, this.#bytes, 0, this.#used);
    this.#used = 0;
  }

  close(): void {
    this.#flush();
    fsyncSync(this.#file);
    closeSync(this.#file);
  }
}

const bucketPath = (folder: string, bucket: number): string => join(folder, `keys-${bucket}`);
const stretchPath = (folder: string, row: number): string =>
  join(folder, `rows-${Math.floor(row / STRETCH)}`);

/** A key as a number that no other key has: nine digits are not twelve with zeros before them. */
const numberOf = (key: string): number => (key.length === 9 ? 1e12 : 0) + Number(key);

/** The first pass: takes the key of every row. */
export class Keys {
  readonly #folder: string;
  readonly #buckets: readonly Appending[];

  constructor(folder: string) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#buckets = Array.from(
      { length: BUCKETS },
      (_, bucket) => new Appending(bucketPath(folder, bucket), KEY_BYTES * BUFFERED),
    );
  }

  add(row: number, key: string): void {
    if (key === '') return;
    const value = numberOf(key);
    const { buffer, at } = (this.#buckets[value % BUCKETS] as Appending).room(KEY_BYTES);
    buffer.writeDoubleLE(value, at);
    buffer.writeUInt32LE(row, at + 8);
  }

  /** Finds what is there twice. When it returns, all of it is on the disk. */
  finish(): void {
    for (const bucket of this.#buckets) bucket.close();
    const stretches = new Map<string, Appending>();
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const path = bucketPath(this.#folder, bucket);
      writeFound(this.#folder, readFileSync(path), stretches);
      rmSync(path);
    }
    for (const stretch of stretches.values()) stretch.close();
  }
}

/** The rows of each key that has several. Rows come in their order. */
function repeated(bytes: Buffer): Map<number, number[]> {
  const count = bytes.length / KEY_BYTES;
  const keys = Float64Array.from({ length: count }, (_, at) => bytes.readDoubleLE(at * KEY_BYTES)).sort();
  const found = new Map<number, number[]>();
  for (let at = 1; at < count; at++) if (keys[at] === keys[at - 1]) found.set(keys[at] as number, []);
  if (found.size === 0) return found;
  for (let at = 0; at < bytes.length; at += KEY_BYTES) {
    found.get(bytes.readDoubleLE(at))?.push(bytes.readUInt32LE(at + 8));
  }
  return found;
}

function writeFound(folder: string, bytes: Buffer, stretches: Map<string, Appending>): void {
  for (const rows of repeated(bytes).values()) {
    for (const row of rows) {
      const path = stretchPath(folder, row);
      const stretch = stretches.get(path) ?? new Appending(path, FOUND_BYTES * BUFFERED);
      stretches.set(path, stretch);
      const { buffer, at } = stretch.room(FOUND_BYTES);
      const others = rows.slice(0, ROWS_NAMED + 1).filter((other) => other !== row);
      [row, rows.length - 1, ...others.slice(0, ROWS_NAMED)].forEach((value, place) => {
        buffer.writeUInt32LE(value, at + 4 * place);
      });
      for (let place = 2 + others.length; place < 2 + ROWS_NAMED; place++) {
        buffer.writeUInt32LE(0, at + 4 * place);
      }
    }
  }
}

function readWhole(path: string): Buffer {
  if (!existsSync(path)) return Buffer.alloc(0);
  const bytes = Buffer.alloc(statSync(path).size);
  const file = openSync(path, 'r');
  readSync(file, bytes, 0, bytes.length, 0);
  closeSync(file);
  return bytes;
}

function othersAt(bytes: Buffer, at: number): Others {
  const rows = Array.from({ length: ROWS_NAMED }, (_, place) => bytes.readUInt32LE(at + 8 + 4 * place));
  return { rows: rows.filter((row) => row > 0), count: bytes.readUInt32LE(at + 4) };
}

/** The second pass: tells the other rows of a row's person. Rows are asked for in their order. */
export function duplicatesIn(folder: string): (row: number) => Others | undefined {
  let path = '';
  let bytes: Buffer = Buffer.alloc(0);
  let places = new Int32Array(0);
  const load = (wanted: string) => {
    path = wanted;
    bytes = readWhole(path);
    places = new Int32Array(STRETCH).fill(-1);
    for (let at = 0; at < bytes.length; at += FOUND_BYTES) places[bytes.readUInt32LE(at) % STRETCH] = at;
  };
  return (row) => {
    const wanted = stretchPath(folder, row);
    if (wanted !== path) load(wanted);
    const at = places[row % STRETCH] as number;
    return at < 0 ? undefined : othersAt(bytes, at);
  };
}
