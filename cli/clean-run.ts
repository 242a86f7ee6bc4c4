import { existsSync, fstatSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { isBlank, judgeRow, keyOfRow } from '../functions/_cleaning/cleaning.ts';
import { resultCells, resultHead, resultLine } from '../functions/_cleaning/result.ts';
import type { Table } from '../functions/_cleaning/table.ts';
import { Tally } from '../functions/_cleaning/tally.ts';
import {
  type Checkpoint,
  fingerprint,
  identityOf,
  readCheckpoint,
  saveCheckpoint,
  syncFolder,
} from './clean-checkpoint.ts';
import { duplicatesIn, Keys } from './clean-duplicates.ts';
import { batches } from './clean-file.ts';
import { Output } from './clean-output.ts';
import type { Progress } from './clean-progress.ts';
import type { Population } from './clean-register.ts';
import { Complaint } from './people-options.ts';

/** After so many bytes of the input what was done is made safe. */
const STRETCH = 1_048_576;

export interface Job {
  /** Opened for reading. */
  file: number;
  table: Table;
  population: Population;
  unit?: string | undefined;
  out?: string | undefined;
  resume: boolean;
  progress: Progress;
}

/** Where the result grows, and what is known of the run: beside the result, so that both are on one disk. */
const partOf = (out: string): string => `${out}.part`;
const stateOf = (out: string): string => `${out}.hopcat`;

const optionsOf = ({ table, unit, population }: Job): string => {
  const { format, header, places } = table;
  return fingerprint({ format, header, places, unit, people: population.people });
};

function begin(job: Job, folder: string): Checkpoint {
  const { file, table, population, progress } = job;
  const keys = new Keys(folder);
  for (const { rows, first, end } of batches(file, table, table.start, table.firstRow)) {
    rows.forEach((cells, at) => {
      keys.add(first + at, keyOfRow(cells, table, population.register));
    });
    progress.at('keys', end, first + rows.length);
  }
  keys.finish();
  syncFolder(folder);
  return {
    format: 1,
    phase: 'judging',
    input: identityOf(file),
    options: optionsOf(job),
    today: population.today,
    offset: table.start,
    row: table.firstRow,
    length: 0,
    tally: new Tally().state(),
  };
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** @throws Complaint when what is there belongs to another run */
function resumed(job: Job, folder: string): Checkpoint | undefined {
  const found = job.resume ? readCheckpoint(folder) : undefined;
  if (!found) return undefined;
  const part = partOf(job.out ?? '');
  const there = found.phase === 'judged' || found.length <= sizeOf(part);
  if (there && found.input === identityOf(job.file) && found.options === optionsOf(job)) return found;
  throw new Complaint(
    'Không tiếp tục được: tệp, cách đọc hoặc dân cư đã khác lần trước; chạy lại không có --resume. / It cannot be resumed: the file, how it is read, or the people have changed; run it without --resume.',
  );
}

/** Judges what is left of the input. Each checkpoint is written when what it tells of is on the disk. */
function judgeRest(job: Job, folder: string, from: Checkpoint): Checkpoint {
  const { file, table, population, unit, out, progress } = job;
  const { delimiter } = table.format;
  const options = { register: population.register, today: from.today, unit };
  const duplicates = duplicatesIn(folder);
  const tally = new Tally(from.tally);
  const output = new Output(out === undefined ? undefined : partOf(out), from.length);
  if (from.length === 0) output.add(resultHead(table.header, delimiter));
  let last = from;
  const checkpoint = (phase: Checkpoint['phase'], offset: number, row: number): void => {
    output.sync();
    last = { ...from, phase, offset, row, length: output.length, tally: tally.state() };
    if (out !== undefined) saveCheckpoint(folder, last);
  };
  for (const { rows, first, end } of batches(file, table, from.offset, from.row)) {
    rows.forEach((cells, at) => {
      if (isBlank(cells)) return;
      const judged = judgeRow(first + at, cells, table, options, duplicates);
      tally.add(judged.unit, judged.verdict);
      const added = resultCells(judged.verdict, judged.others);
      if (out !== undefined) output.add(resultLine(cells, table.header.length, added, delimiter));
    });
    output.flush();
    progress.at('judging', end, first + rows.length);
    if (end - last.offset >= STRETCH) checkpoint('judging', end, first + rows.length);
  }
  checkpoint('judged', fstatSync(file).size, 0);
  output.close();
  return last;
}

/** Judges a file. Killed at any moment and run again with `resume`, it comes to the same result. */
export function clean(job: Job): { tally: Tally; today: string; finish(): void } {
  const folder =
    job.out === undefined ? mkdtempSync(join(tmpdir(), 'hopcat-clean-')) : stateOf(resolve(job.out));
  const found = resumed(job, folder);
  const from = found ?? begin(job, folder);
  if (!found && job.out !== undefined) saveCheckpoint(folder, from);
  const done = from.phase === 'judged' ? from : judgeRest(job, folder, from);
  if (job.out !== undefined && existsSync(partOf(job.out))) {
    renameSync(partOf(job.out), job.out);
    syncFolder(dirname(resolve(job.out)));
  }
  return {
    tally: new Tally(done.tally),
    today: done.today,
    finish: () => rmSync(folder, { recursive: true, force: true }),
  };
}
