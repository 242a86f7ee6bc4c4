import { isUtf8 } from 'node:buffer';
import { fstatSync, readSync } from 'node:fs';
import { CsvParser } from '../functions/_cleaning/csv.ts';
import { decoderOf, unfinished } from '../functions/_cleaning/decoder.ts';
import { SAMPLE } from '../functions/_cleaning/sniff.ts';
import type { Table } from '../functions/_cleaning/table.ts';

const BLOCK = 65_536;

/** Rows that came together out of a file. */
export interface Batch {
  rows: string[][];
  /** Number of the first one, as a spreadsheet counts. */
  first: number;
  /** The byte behind the last one: whoever goes on there misses nothing and reads nothing twice. */
  end: number;
}

/** The beginning of a file. */
export function headOf(file: number): Buffer {
  const head = Buffer.alloc(SAMPLE);
  return head.subarray(0, readSync(file, head, 0, SAMPLE, 0));
}

/** The byte near which a file stops being UTF-8; undefined: all of it is. */
export function notUtf8At(file: number): number | undefined {
  const block = Buffer.alloc(BLOCK);
  let kept = 0;
  for (let at = 0; ; ) {
    const read = readSync(file, block, kept, BLOCK - kept, at);
    const bytes = block.subarray(0, kept + read);
    const rest = read === 0 ? 0 : unfinished(bytes);
    if (!isUtf8(bytes.subarray(0, bytes.length - rest))) return at - kept;
    if (read === 0) return undefined;
    at += read;
    kept = rest;
    bytes.copy(block, 0, bytes.length - rest);
  }
}

/** The rows of a file from a byte on, batch by batch: memory does not grow with the file. */
export function* batches(file: number, { format }: Table, from: number, firstRow: number): Generator<Batch> {
  const decoder = decoderOf(format.encoding);
  const parser = new CsvParser(format);
  const block = Buffer.alloc(BLOCK);
  const { size } = fstatSync(file);
  let first = firstRow;
  for (let at = from; at < size; ) {
    const read = readSync(file, block, 0, BLOCK, at);
    at += read;
    const last = at >= size || read === 0;
    const text = decoder.write(block.subarray(0, read));
    const rows = parser.push(last ? text + decoder.end() : text, last);
    for (const cells of rows) {
      for (let place = 0; place < cells.length; place++)
        cells[place] = decoder.letters(cells[place] as string);
    }
    const end = last ? size : at - decoder.held() - decoder.bytesOf(parser.pending);
    yield { rows, first, end };
    first += rows.length;
    if (last) return;
  }
}
