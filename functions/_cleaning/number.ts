import type { FindingCode, NoteCode } from '../../contracts/_clean.ts';
import { isAllocated } from './provinces.ts';

/** A cell that should hold a number, as it can be read. */
export interface ReadNumber {
  /** Twelve or nine digits, mended where that is certain; empty where there is none. */
  digits: string;
  findings: readonly FindingCode[];
  notes: readonly NoteCode[];
}

const none: readonly never[] = [];
const separated: readonly NoteCode[] = ['number-separated'];
const plain = /^\d+$/;
const scientific = /^(\d)(?:[.,](\d*))?E\+?(\d{1,2})$/i;

const only = (...findings: FindingCode[]): ReadNumber => ({ digits: '', findings, notes: none });

/** All its digits are still there when there are as many as the exponent says; Excel shows only the first six. */
function unscientific(text: string): ReadNumber {
  const [, first = '', rest = '', exponent = ''] = scientific.exec(text) ?? [];
  if (first === '' || rest.length !== Number(exponent)) return only('number-scientific');
  const read = readPlain(first + rest);
  return { ...read, findings: ['number-scientific', ...read.findings] };
}

/** A number of twelve digits whose province, and so its zeros in front, make sense. */
const mended = (digits: string): string | undefined => {
  const whole = digits.padStart(12, '0');
  return digits.length >= 10 && isAllocated(whole.slice(0, 3)) ? whole : undefined;
};

function readPlain(digits: string): ReadNumber {
  if (digits.length === 12) return { digits, findings: none, notes: none };
  if (digits.length === 9) return { digits, findings: ['number-nine-digits'], notes: none };
  if (digits.length === 8) {
    return { digits: `0${digits}`, findings: ['number-nine-digits', 'number-lost-zero'], notes: none };
  }
  const whole = digits.length < 12 ? mended(digits) : undefined;
  return whole === undefined
    ? only('number-malformed')
    : { digits: whole, findings: ['number-lost-zero'], notes: none };
}

/** Excel's own ways to keep a number text (`="099…"`, `'099…`), and the `.0` of programs that read it as a number. */
const bare = (text: string): string =>
  text
    .trim()
    .replace(/^="?(.*?)"?$/, '$1')
    .replace(/^'/, '')
    .replace(/(?<=\d)[.,]0$/, '')
    .trim();

/** Reads a number as files have it. */
export function readNumber(cell: string): ReadNumber {
  if (plain.test(cell)) return readPlain(cell);
  const text = bare(cell);
  if (text === '' || /^(null|none|n\/a|0|-)$/i.test(text)) return only('number-missing');
  if (plain.test(text)) return readPlain(text);
  if (scientific.test(text)) return unscientific(text);
  const together = text.replace(/[\s.\-\u00a0\u2010-\u2015]/g, '');
  return plain.test(together) ? { ...readPlain(together), notes: separated } : only('number-malformed');
}

/** What twelve digits say of their holder's birth (Circular 07/2016, article 7). */
export function toldByNumber(digits: string): { year: number; female: boolean } {
  const digit = digits.charCodeAt(3) - 48;
  return { year: 1900 + 100 * (digit >> 1) + Number(digits.slice(4, 6)), female: digit % 2 === 1 };
}
