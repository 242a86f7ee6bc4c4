import type { FindingCode, NoteCode } from '../../contracts/_clean.ts';
import { birthYear } from '../../contracts/_person/number.ts';
import type { Birth } from '../../contracts/person.ts';

/** A birth as a cell has it: a day, or a year alone. */
export interface ReadBirth {
  year: number;
  /** `YYYY-MM-DD` */
  date?: string;
  notes: readonly NoteCode[];
}

const none: readonly NoteCode[] = [];
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (n: number): string => String(n).padStart(2, '0');

const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= (lengths[month - 1] ?? 0) &&
  !(month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0)));

const dated = (year: number, month: number, day: number, notes = none): ReadBirth | undefined =>
  isDay(year, month, day) ? { year, date: `${year}-${two(month)}-${two(day)}`, notes } : undefined;

/** Day first, as Viet Nam writes; the month first only where nothing else makes sense. Zeros mean: not known. */
function ofParts(year: number, month: number, day: number): ReadBirth | undefined {
  if (day === 0 || month === 0) return { year, notes: none };
  return dated(year, month, day) ?? dated(year, day, month, ['birth-month-first']);
}

const dayFirst = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})(?:[ T].*)?$/;
const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[ T].*)?$/;
const yearAlone = /^(?:(?:\d{1,2}|-|_)?[/.-])?(\d{4})(?:[.,]0)?$/;
const together = /^(\d{2})(\d{2})(\d{4})$/;

/** Excel counts days from 1899-12-30, as far as anybody alive is concerned. */
function ofSerial(text: string): ReadBirth | undefined {
  const day = new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000);
  return dated(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate(), ['birth-serial']);
}

/** Undefined: it cannot be read. */
export function readBirth(cell: string): ReadBirth | undefined {
  const text = cell.trim();
  let found = dayFirst.exec(text);
  if (found) return ofParts(Number(found[3]), Number(found[2]), Number(found[1]));
  found = yearFirst.exec(text);
  if (found) return ofParts(Number(found[1]), Number(found[2]), Number(found[3]));
  found = yearAlone.exec(text);
  if (found) return { year: Number(found[1]), notes: none };
  if (/^\d{5}(?:[.,]0)?$/.test(text)) return ofSerial(text.slice(0, 5));
  found = together.exec(text);
  return found ? ofParts(Number(found[3]), Number(found[2]), Number(found[1])) : undefined;
}

const swapped = (date: string): string => `${date.slice(0, 5)}${date.slice(8)}-${date.slice(5, 7)}`;

/** What comes of holding a birth against the register's. A year alone is less, and no contradiction. */
export function birthAgainst(
  read: ReadBirth,
  known: Birth,
): { findings: readonly FindingCode[]; notes: readonly NoteCode[] } {
  const { notes } = read;
  if (read.year !== birthYear(known)) return { findings: ['birth-differs'], notes };
  if (read.date === undefined || 'year' in known)
    return { findings: [], notes: [...notes, 'birth-year-only'] };
  if (read.date === known.date) return { findings: [], notes };
  const note: readonly NoteCode[] = swapped(read.date) === known.date ? ['birth-swapped'] : none;
  return { findings: ['birth-differs'], notes: [...notes, ...note] };
}
