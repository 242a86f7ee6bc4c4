import { objectAt, type Placed, unpacked, type Written } from './pdf-objects.ts';
import { dictAt, type Entries, pastSpace, wholeIn } from './pdf-words.ts';

/** Where a section of cross-references says that objects are. */
export interface Section {
  /** Object number to offset. */
  offsets: Map<number, number>;
  /** Object number to the stream that holds it, and its place there. */
  held: Map<number, string>;
  /** Those that are no more, or are another than the first of their number. */
  removed: Set<number>;
  /** Of the trailer. */
  entries: Entries;
  /** Behind the trailer, or the stream. */
  end: number;
}

const [subsection, entry] = [
  /(\d{1,10}) (\d{1,6}) ?(?:\r\n|\n|\r)/y,
  /(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)/y,
];
const trailer = /trailer[\0\t\n\f\r ]*(?=<<)/y;
const MOST_ENTRIES = 100_000;

const unusual = (): RangeError => new RangeError('cross-references that are not written as usual');

/** One kind of entry: 0 removed, 1 at an offset, 2 in a stream. Each number may be there once. */
function add(section: Section, number: number, [kind, second, third]: readonly number[]): void {
  const { offsets, held, removed } = section;
  const isKnown = offsets.has(number) || held.has(number) || removed.has(number);
  if (isKnown || offsets.size + held.size + removed.size > MOST_ENTRIES) throw unusual();
  if (kind === 1 && third === 0) offsets.set(number, second as number);
  else if (kind === 2) held.set(number, `${second} ${third}`);
  else if (kind === 0 || kind === 1) removed.add(number);
  else throw unusual();
}

function next(expected: RegExp, text: string, at: number): RegExpExecArray {
  expected.lastIndex = at;
  const found = expected.exec(text);
  if (!found) throw unusual();
  return found;
}

const empty = (): Section => ({
  offsets: new Map(),
  held: new Map(),
  removed: new Set(),
  entries: new Map(),
  end: 0,
});

/** A table (ISO 32000-1, 7.5.4): entries of twenty bytes, and nothing between them. @throws RangeError */
function tableAt(text: string, at: number): Section {
  const section = empty();
  let from = at + next(/xref ?(?:\r\n|\n|\r)/y, text, at)[0].length;
  while (!text.startsWith('trailer', pastSpace(text, from))) {
    const [head, first, count] = next(subsection, text, from);
    from += head.length;
    for (let place = 0; place < Number(count); place++) {
      const [line, offset, generation, kind] = next(entry, text, from);
      from += line.length;
      add(section, Number(first) + place, kind === 'n' ? [1, Number(offset), Number(generation)] : [0]);
    }
  }
  from = pastSpace(text, from);
  const { entries, end } = dictAt(text, from + next(trailer, text, from)[0].length);
  return { ...section, entries, end };
}

const numbersIn = (array: string | undefined): number[] => {
  if (array === undefined || !/^\[[\d\s\0]{0,20000}\]$/.test(array)) throw unusual();
  return (array.match(/\d+/g) ?? []).map(Number);
};

/** The rows of a stream whose bytes are differences (PNG: none, left, up). @throws RangeError where they are others */
function withoutPredictor(rows: Buffer, parameters: string | undefined): Buffer {
  if (parameters === undefined || parameters === 'null') return rows;
  const { entries } = dictAt(parameters, 0);
  const [predictor, columns] = [wholeIn(entries, 'Predictor') ?? 1, wholeIn(entries, 'Columns') ?? 1];
  if (predictor === 1) return rows;
  if (predictor < 10 || columns === 0 || rows.length % (columns + 1) !== 0) throw unusual();
  const plain = Buffer.alloc((rows.length / (columns + 1)) * columns);
  for (let to = 0; to < plain.length; to++) {
    const row = Math.floor(to / columns);
    const kind = rows[row * (columns + 1)] as number;
    const left = kind === 1 && to % columns > 0 ? (plain[to - 1] as number) : 0;
    const up = kind === 2 && row > 0 ? (plain[to - columns] as number) : 0;
    if (kind > 2) throw unusual();
    plain[to] = ((rows[to + row + 1] as number) + left + up) & 0xff;
  }
  return plain;
}

/** The lines of a stream of cross-references: of which object, and its three fields. @throws RangeError */
function* linesOf({ entries }: Placed & { entries: Entries }, bytes: Buffer): Generator<[number, number[]]> {
  const widths = numbersIn(entries.get('W'));
  const size = widths.reduce((sum, width) => sum + width, 0);
  if (widths.length !== 3 || widths.some((width) => width > 6) || size === 0) throw unusual();
  const index = entries.has('Index') ? numbersIn(entries.get('Index')) : [0, wholeIn(entries, 'Size') ?? -1];
  let from = 0;
  for (let pair = 0; pair < index.length; pair += 2) {
    for (let place = 0; place < (index[pair + 1] as number); place++) {
      if (from + size > bytes.length) throw unusual();
      const fields = widths.map((width, at) => {
        from += width;
        return width === 0 ? Number(at === 0) : bytes.readUIntBE(from - width, width);
      });
      yield [(index[pair] as number) + place, fields];
    }
  }
  if (from !== bytes.length || index.length % 2 !== 0) throw unusual();
}

/** A stream of cross-references (ISO 32000-1, 7.5.8), the one that stands here. @throws RangeError */
function streamAt(written: Written, at: number): Section {
  const placed = objectAt(written, at);
  const { entries, number, end } = placed;
  if (entries?.get('Type') !== '/XRef') throw unusual();
  const section = { ...empty(), entries, end };
  const parameters = entries.get('DecodeParms');
  const bytes = withoutPredictor(unpacked(placed), parameters?.replace(/^\[([\s\S]*)\]$/, '$1').trim());
  for (const [of, fields] of linesOf({ ...placed, entries }, bytes)) add(section, of, fields);
  // Some do not name themselves.
  if (!section.offsets.has(number)) add(section, number, [1, at, 0]);
  return section;
}

/** The section that stands exactly here. @throws RangeError where it is not written as usual */
export const sectionAt = (written: Written, at: number): Section =>
  written.text.startsWith('xref', at) ? tableAt(written.text, at) : streamAt(written, at);
