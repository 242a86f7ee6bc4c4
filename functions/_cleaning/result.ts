import { findings, notes } from '../../contracts/_clean.ts';
import { csvLine } from './csv.ts';
import type { Verdict } from './judge.ts';
import type { Known } from './register.ts';

/** So many of the other rows are named, and how many there are in all. */
export const ROWS_NAMED = 5;

/** The other rows of the same person: the first of them, and how many. */
export interface Others {
  rows: readonly number[];
  count: number;
}

/** What is added behind the columns of the file: codes for programs, then words for people. */
export const resultHeader: readonly string[] = [
  'hopcat_finding',
  'hopcat_findings',
  'hopcat_notes',
  'Kết luận',
  'Ghi chú',
  'Số định danh (CSDL dân cư)',
  'Họ tên (CSDL dân cư)',
  'Ngày sinh (CSDL dân cư)',
  'Trùng với dòng',
  'Việc cần làm',
];

/** As Viet Nam writes it; the year alone where no more is known. */
export const birthOf = ({ birth }: Known): string =>
  'year' in birth ? String(birth.year) : birth.date.split('-').reverse().join('/');

export const rowsNamed = ({ rows, count }: Others): string =>
  `${rows.join(' ')}${count > rows.length ? ` (+${count - rows.length})` : ''}`;

/** The cells that a verdict adds to its row. */
export function resultCells(
  { main, findings: all, notes: told, person }: Verdict,
  others?: Others,
): string[] {
  return [
    main,
    all.join(' '),
    told.join(' '),
    all.map((code) => findings[code].title.vi).join('; '),
    told.map((code) => notes[code].vi).join('; '),
    person?.personalNumber ?? '',
    person?.name.full ?? '',
    person ? birthOf(person) : '',
    others ? rowsNamed(others) : '',
    findings[main].cure.vi,
  ];
}

/** Excel takes a file for UTF-8 by this mark. */
export const BOM = '\ufeff';

export const resultHead = (header: readonly string[], delimiter: string): string =>
  BOM + csvLine([...header, ...resultHeader], delimiter);

/** A row as it came, as wide as the header, and the verdict behind it. */
export function resultLine(
  cells: readonly string[],
  width: number,
  added: readonly string[],
  delimiter: string,
): string {
  const padded = cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells;
  return csvLine([...padded, ...added], delimiter);
}
