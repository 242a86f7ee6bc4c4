import { brokenRow, identify, type Judging, judge, keyOf, type Verdict } from './judge.ts';
import type { Register } from './register.ts';
import type { Others } from './result.ts';
import { accountOf, type Table, unitOf } from './table.ts';

/** Tells the other rows of the same person. A key is empty where there is no number to go by. */
export type Duplicates = (row: number, key: string) => Others | undefined;

export interface Judged {
  /** As a spreadsheet counts them. */
  row: number;
  cells: readonly string[];
  unit: string;
  verdict: Verdict;
  others?: Others;
}

export interface CleaningOptions extends Judging {
  register: Register;
  /** For all rows, in place of a column. */
  unit?: string | undefined;
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Whether cells at the end are anything but empty: only then the row is broken. */
const isTooWide = (cells: readonly string[], width: number): boolean =>
  cells.length > width && !isBlank(cells.slice(width));

/** What all rows of one person share; empty: there is no number to go by. */
export const keyOfRow = (cells: readonly string[], { header, places }: Table, register: Register): string =>
  isBlank(cells) || isTooWide(cells, header.length) ? '' : keyOf(accountOf(cells, places), register);

/** Judges one row that is not blank. */
export function judgeRow(
  row: number,
  cells: readonly string[],
  table: Table,
  options: CleaningOptions,
  duplicates: Duplicates,
): Judged {
  const unit = options.unit ?? unitOf(cells, table.places);
  if (isTooWide(cells, table.header.length)) return { row, cells, unit, verdict: brokenRow };
  const account = accountOf(cells, table.places);
  const identified = identify(account, options.register);
  const others = duplicates(row, identified.key);
  const duplicate = others !== undefined;
  const verdict = judge(account, identified, { today: options.today, duplicate });
  if (cells.length < table.header.length) verdict.notes.push('cells-missing');
  return { row, cells, unit, verdict, ...(others && { others }) };
}
