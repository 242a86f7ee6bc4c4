import type { Format } from './format.ts';

/** A quoted cell that does not end within so many signs was none: its quote is a sign like others. */
export const LONGEST_QUOTED = 65_536;
/** What has no line end for so long is no table. */
export const LONGEST_RECORD = 1_048_576;

export class NoTable extends Error {}

/** A file without anything in it. */
export class EmptyFile extends Error {}

/** A file of another kind, by how it begins. */
export class OtherFile extends Error {}

interface Cell {
  text: string;
  /** Where the delimiter or the line end behind it is; undefined: not known before there is more. */
  end: number | undefined;
}

/**
 * CSV as RFC 4180 has it, and forgiving: line ends of any system, quotes inside plain cells, signs behind a closing
 * quote. Text comes in pieces of any size; the rows are the same however it is cut.
 */
export class CsvParser {
  readonly #delimiter: string;
  readonly #newline: string;
  #text = '';
  #last = false;

  constructor({ delimiter, newline }: Pick<Format, 'delimiter' | 'newline'>) {
    this.#delimiter = delimiter;
    this.#newline = newline;
  }

  /** What was given and is in no row yet. */
  get pending(): string {
    return this.#text;
  }

  /** The rows that are whole now, at most so many; with `last`, what is left is one too. */
  push(text: string, last = false, most = Number.POSITIVE_INFINITY): string[][] {
    this.#text = this.#text === '' ? text : this.#text + text;
    this.#last = last;
    const rows: string[][] = [];
    const end = this.#rows(rows, most);
    this.#text = this.#text.slice(end);
    if (rows.length < most && this.#text.length > LONGEST_RECORD) {
      throw new NoTable(`no line ends within ${LONGEST_RECORD} characters`);
    }
    return rows;
  }

  #rows(rows: string[][], most: number): number {
    const text = this.#text;
    let start = 0;
    let quote = text.indexOf('"');
    while (start < text.length && rows.length < most) {
      if (quote >= 0 && quote < start) quote = text.indexOf('"', start);
      const eol = text.indexOf(this.#newline, start);
      const end = eol >= 0 ? eol : this.#last ? text.length : -1;
      if (quote >= 0 && (end < 0 || quote < end)) {
        const next = this.#quoted(start, rows);
        if (next < 0) return start;
        start = next;
      } else {
        if (end < 0) return start;
        rows.push(text.slice(start, this.#lineEnd(start, end)).split(this.#delimiter));
        start = end + 1;
      }
    }
    return Math.min(start, text.length);
  }

  #lineEnd(start: number, end: number): number {
    const ends = end > start && this.#newline === '\n' && this.#text.charCodeAt(end - 1) === 13;
    return ends ? end - 1 : end;
  }

  /** A row with a quote in it, sign by sign; −1: it is not whole yet. */
  #quoted(start: number, rows: string[][]): number {
    const cells: string[] = [];
    for (let at = start; ; ) {
      const { text, end } = this.#cell(at);
      if (end === undefined) return -1;
      cells.push(text);
      if (end >= this.#text.length || this.#text[end] === this.#newline) {
        rows.push(cells);
        return end + 1;
      }
      at = end + 1;
    }
  }

  #cell(at: number): Cell {
    const closing = this.#text[at] === '"' ? this.#closing(at) : -1;
    if (closing === undefined) return { text: '', end: undefined };
    const end = this.#plainEnd(closing < 0 ? at : closing + 1);
    if (end === undefined) return { text: '', end };
    const upTo = this.#text[end] === this.#delimiter ? end : this.#lineEnd(at, end);
    if (closing < 0) return { text: this.#text.slice(at, upTo), end };
    const inside = this.#text.slice(at + 1, closing).replaceAll('""', '"');
    return { text: inside + this.#text.slice(closing + 1, Math.max(upTo, closing + 1)), end };
  }

  /** The closing quote; −1: there is none; undefined: not known before there is more. */
  #closing(at: number): number | undefined {
    const text = this.#text;
    for (let from = at + 1; ; ) {
      const found = text.indexOf('"', from);
      if (found - at > LONGEST_QUOTED) return -1;
      if (found < 0) return this.#last || text.length - at > LONGEST_QUOTED ? -1 : undefined;
      if (found + 1 === text.length) return this.#last ? found : undefined;
      if (text[found + 1] !== '"') return found;
      from = found + 2;
    }
  }

  #plainEnd(from: number): number | undefined {
    const text = this.#text;
    const newline = text.indexOf(this.#newline, from);
    const delimiter = text.indexOf(this.#delimiter, from);
    if (delimiter >= 0 && (newline < 0 || delimiter < newline)) return delimiter;
    if (newline >= 0) return newline;
    return this.#last ? text.length : undefined;
  }
}

/**
 * Writes cells so that no spreadsheet takes one for a formula: an apostrophe says that it is text. Also behind another
 * delimiter than the file's, and behind a line break: Excel in Viet Nam splits at semicolons whatever the file was
 * written with, and what is quoted for the file's own delimiter is then no longer quoted. Wide signs (＝) count too.
 */
export function csvLine(cells: readonly string[], delimiter: string): string {
  let line = '';
  for (let at = 0; at < cells.length; at++) {
    if (at > 0) line += delimiter;
    line += cellOf(cells[at] as string, delimiter);
  }
  return `${line}\r\n`;
}

const formula = /^(?:[=+\-@＝＋－＠\t\r]|\s+[=@＝＠])/;
const inside = /[,;|\t\r\n](?:[=+\-@＝＋－＠]|\s+[=@＝＠])/;
const everyInside = /([,;|\t\r\n](?:\s+(?=[=@＝＠]))?)(?=[=+\-@＝＋－＠])/g;
const special = /["\r\n]/;

function cellOf(text: string, delimiter: string): string {
  const apart = inside.test(text) ? text.replace(everyInside, "$1'") : text;
  const safe = formula.test(apart) ? `'${apart}` : apart;
  const quoted = special.test(safe) || safe.includes(delimiter);
  return quoted ? `"${safe.replaceAll('"', '""')}"` : safe;
}
