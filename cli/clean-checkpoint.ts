import { hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { TallyState } from '../functions/_cleaning/tally.ts';
import { headOf } from './clean-file.ts';

/**
 * Where a run stands. `judging` is written once every row's duplicates are known and on the disk, and then after
 * every stretch of rows whose results are on the disk; `judged` when there are no more. So what it says is never
 * more than what is there, and what is there beyond it is cut off and made again.
 */
export interface Checkpoint {
  format: 1;
  phase: 'judging' | 'judged';
  /** What the result follows from. */
  input: string;
  options: string;
  today: string;
  /** Next byte of the input, next row, length of the output, rows judged. */
  offset: number;
  row: number;
  length: number;
  tally: TallyState;
}

/** A file that has changed is another file. */
export function identityOf(file: number): string {
  const { size, mtimeMs } = fstatSync(file);
  return hash('sha256', `${size} ${mtimeMs} ${hash('sha256', headOf(file))}`);
}

export const fingerprint = (value: unknown): string => hash('sha256', JSON.stringify(value));

/** Puts a name into a folder for good: the folder itself has to reach the disk. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  fsyncSync(opened);
  closeSync(opened);
}

/** All of it, or what was there before: never a half. */
export function writeWhole(path: string, text: string): void {
  const beside = `${path}.new`;
  const file = openSync(beside, 'w');
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(beside, path);
  syncFolder(dirname(path));
}

const pathIn = (folder: string): string => join(folder, 'checkpoint.json');

export const saveCheckpoint = (folder: string, checkpoint: Checkpoint): void =>
  writeWhole(pathIn(folder), JSON.stringify(checkpoint));

export function readCheckpoint(folder: string): Checkpoint | undefined {
  const path = pathIn(folder);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Checkpoint) : undefined;
}
