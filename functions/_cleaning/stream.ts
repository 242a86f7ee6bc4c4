import { type CleaningOptions, isBlank, type Judged, judgeRow, keyOfRow } from './cleaning.ts';
import type { Mapping } from './columns.ts';
import { CsvParser } from './csv.ts';
import { decoderOf } from './decoder.ts';
import { type Others, ROWS_NAMED } from './result.ts';
import { Seen } from './seen.ts';
import { SAMPLE, type Told } from './sniff.ts';
import { openTable, type Table } from './table.ts';

export type Pieces = AsyncIterator<Uint8Array>;

export interface Opened {
  table: Table;
  /** What was read to open it, and the rest. */
  head: Buffer;
  rest: Pieces;
}

/** Reads as much of a table as tells how it is written. @throws ColumnsMissing */
export async function openStream(
  pieces: AsyncIterable<Uint8Array>,
  told: Told & { columns?: Mapping | undefined },
): Promise<Opened> {
  const rest = pieces[Symbol.asyncIterator]();
  const all: Uint8Array[] = [];
  for (let size = 0; size < SAMPLE; ) {
    const next = await rest.next();
    if (next.done) break;
    all.push(next.value);
    size += next.value.byteLength;
  }
  const head = Buffer.concat(all);
  return { table: openTable(head, told), head, rest };
}

/** So that others get their turn between them, however large the pieces come. */
async function* slices(head: Buffer, rest: Pieces): AsyncGenerator<Buffer> {
  for (let piece = head; ; ) {
    for (let at = 0; at < piece.length; at += SAMPLE) yield piece.subarray(at, at + SAMPLE);
    const next = await rest.next();
    if (next.done) return;
    piece = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
  }
}

/** The rows of a table, piece by piece; the number of the first one goes up with them. */
async function* rowsOf({ table, head, rest }: Opened): AsyncGenerator<string[][]> {
  const decoder = decoderOf(table.format.encoding);
  const parser = new CsvParser(table.format);
  const lettered = (rows: string[][]) => rows.map((cells) => cells.map(decoder.letters));
  for await (const bytes of slices(head.subarray(table.start), rest)) {
    yield lettered(parser.push(decoder.write(bytes)));
  }
  yield lettered(parser.push(decoder.end(), true));
}

/**
 * Judges a table that is read once: of several accounts of a person the first one is told nothing of the others, and
 * each later one is told the first.
 */
export async function* judgeStream(opened: Opened, options: CleaningOptions): AsyncGenerator<Judged[]> {
  const { table } = opened;
  const seen = new Seen();
  let first = table.firstRow;
  for await (const rows of rowsOf(opened)) {
    const judged: Judged[] = [];
    rows.forEach((cells, at) => {
      if (isBlank(cells)) return;
      judged.push(judgeRow(first + at, cells, table, options, (row, key) => seen.of(row, key)));
    });
    first += rows.length;
    if (judged.length > 0) yield judged;
  }
}

/** The rows of each person who has several. */
function repeatedIn(rows: readonly string[][], table: Table, { register }: CleaningOptions) {
  const found = new Map<string, number[]>();
  rows.forEach((cells, at) => {
    const key = keyOfRow(cells, table, register);
    const known = found.get(key);
    if (known) known.push(table.firstRow + at);
    else if (key !== '') found.set(key, [table.firstRow + at]);
  });
  return (row: number, key: string): Others | undefined => {
    const all = found.get(key) ?? [];
    const rows = all.slice(0, ROWS_NAMED + 1).filter((other) => other !== row);
    return all.length > 1 ? { rows: rows.slice(0, ROWS_NAMED), count: all.length - 1 } : undefined;
  };
}

/** Judges rows that are all at hand: each is told the others of its person. */
export function judgeAll(rows: readonly string[][], table: Table, options: CleaningOptions): Judged[] {
  const duplicates = repeatedIn(rows, table, options);
  return rows.flatMap((cells, at) =>
    isBlank(cells) ? [] : [judgeRow(table.firstRow + at, cells, table, options, duplicates)],
  );
}

/** All rows of a table that is at hand as bytes. */
export function rowsIn(bytes: Buffer, { format, start }: Table): string[][] {
  const decoder = decoderOf(format.encoding);
  const text = decoder.write(bytes.subarray(start)) + decoder.end();
  return new CsvParser(format).push(text, true).map((cells) => cells.map(decoder.letters));
}
