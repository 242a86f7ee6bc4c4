import { type ColumnProblem, type Mapping, type Places, placesOf } from './columns.ts';
import { CsvParser, EmptyFile, OtherFile } from './csv.ts';
import { decoderOf } from './decoder.ts';
import type { Format } from './format.ts';
import type { Account } from './judge.ts';
import { repaired } from './mojibake.ts';
import { SAMPLE, type Sniffed, separatorLine, sniff, type Told } from './sniff.ts';

/** A file whose header has been read. */
export interface Table extends Sniffed {
  header: readonly string[];
  places: Places;
  /** Byte behind the header. */
  start: number;
  /** Number of the first row behind it, as a spreadsheet counts. */
  firstRow: number;
}

/** A file that cannot be judged: a column that it must have is not there. */
export class ColumnsMissing extends Error {
  readonly problems: readonly ColumnProblem[];
  readonly header: readonly string[];
  constructor(problems: readonly ColumnProblem[], header: readonly string[]) {
    super(problems.map(({ column, mapped }) => mapped ?? column).join(', '));
    this.problems = problems;
    this.header = header;
  }
}

/** Reads rows until one has something in it. */
function readHeader(head: Buffer, format: Format) {
  const decoder = decoderOf(format.encoding);
  const parser = new CsvParser(format);
  const text = decoder.write(head.subarray(format.bom, SAMPLE));
  const told = separatorLine.exec(text)?.[0] ?? '';
  let rows = told === '' ? 0 : 1;
  for (let rest = text.slice(told.length); ; rest = '') {
    const [cells] = parser.push(rest, head.length < SAMPLE, 1);
    if (!cells) return { header: [], start: head.length, rows };
    rows++;
    if (cells.every((cell) => cell.trim() === '')) continue;
    const used = text.slice(0, text.length - parser.pending.length);
    const header = cells.map((cell) => repaired(decoder.letters(cell).trim()).text);
    return { header, start: format.bom + decoder.bytesOf(used), rows };
  }
}

const others = [
  ['Excel/ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['Excel 97', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
] as const;

/** Many systems export a web page with a table in it, and call it .xls. */
const page = /^(?:ï»¿)?\s*<(?:!doctype|html|head|meta|style|table|\?xml)/i;

/** @throws OtherFile */
function refuseOthers(head: Buffer): void {
  const found = others.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte));
  if (found) throw new OtherFile(found[0]);
  if (page.test(head.toString('latin1', 0, 512))) throw new OtherFile('HTML/XML');
}

/**
 * Finds out how a file is written and what its columns hold, from its beginning.
 * @throws ColumnsMissing, EmptyFile, OtherFile
 */
export function openTable(head: Buffer, told: Told & { columns?: Mapping | undefined } = {}): Table {
  refuseOthers(head);
  const sniffed = sniff(head, told);
  const { header, start, rows } = readHeader(head, sniffed.format);
  if (header.length === 0) throw new EmptyFile('no row has anything in it');
  const { places, problems } = placesOf(header, told.columns);
  if (problems.length > 0) throw new ColumnsMissing(problems, header);
  return { ...sniffed, header, places, start, firstRow: rows + 1 };
}

const at = (cells: readonly string[], place: number): string => (place < 0 ? '' : (cells[place] ?? ''));

/** What a row says of its account. */
export const accountOf = (cells: readonly string[], places: Places): Account => ({
  number: at(cells, places.number),
  oldNumber: at(cells, places.oldNumber),
  name: at(cells, places.name),
  birth: at(cells, places.birth),
  gender: at(cells, places.gender),
  linked: at(cells, places.linked),
});

/** Which unit a row belongs to; empty: none is said. */
export const unitOf = (cells: readonly string[], places: Places): string => {
  const cell = at(cells, places.unit);
  return cell === '' ? '' : repaired(cell.normalize('NFC').replace(/\s+/g, ' ').trim()).text;
};
