import {
  decodePDFRawStream,
  PDFArray,
  type PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';

/** Where a section of cross-references says that objects are. */
interface Section {
  /** Object number to offset. */
  offsets: Map<number, number>;
  /** Numbers of object streams that hold other objects. */
  holders: Set<number>;
  removes: boolean;
  previous: number | undefined;
}

const MOST_SECTIONS = 100;

const numberIn = (dict: PDFDict, name: string): number | undefined =>
  dict.lookupMaybe(PDFName.of(name), PDFNumber)?.asNumber();

/** A table (ISO 32000-1, 7.5.4). */
function tableAt(text: string, at: number): Section | undefined {
  const end = text.indexOf('trailer', at);
  const trailer =
    end < 0 ? undefined : /^trailer\s*(<<[\s\S]*?)startxref/.exec(text.slice(end, end + 4096))?.[1];
  if (!trailer || /\/XRefStm/.test(trailer)) return undefined;
  const previous = /\/Prev\s+(\d{1,10})/.exec(trailer)?.[1];
  const section: Section = {
    offsets: new Map(),
    holders: new Set(),
    removes: false,
    previous: previous === undefined ? undefined : Number(previous),
  };
  let next = 0;
  for (const line of text.slice(at + 4, end).split(/[\r\n]+/)) {
    const [, first, kind] = /^\s*(\d{1,10}) \d{1,10}\s*([nf])?\s*$/.exec(line) ?? [];
    if (first === undefined) continue;
    if (kind === undefined) next = Number(first);
    else if (kind === 'n') section.offsets.set(next++, Number(first));
    else if (next++ !== 0) section.removes = true;
  }
  return section;
}

function widthsOf(dict: PDFDict): number[] {
  const widths = dict.lookup(PDFName.of('W'), PDFArray);
  return [0, 1, 2].map((at) => widths.lookup(at, PDFNumber).asNumber());
}

function startsOf(dict: PDFDict): number[] {
  const index = dict.lookupMaybe(PDFName.of('Index'), PDFArray);
  const pairs = index?.asArray().map((each) => (each instanceof PDFNumber ? each.asNumber() : -1)) ?? [
    0,
    numberIn(dict, 'Size') ?? 0,
  ];
  return pairs.flatMap((from, at) =>
    at % 2 === 0 ? Array.from({ length: Math.min(pairs[at + 1] ?? 0, 100_000) }, (_, n) => from + n) : [],
  );
}

/** A stream of cross-references (ISO 32000-1, 7.5.8). */
function streamAt(pdf: PDFDocument, text: string, at: number): Section | undefined {
  const [, number, generation] = /^(\d{1,10}) (\d{1,5}) obj/.exec(text.slice(at, at + 24)) ?? [];
  const stream =
    number === undefined ? undefined : pdf.context.lookup(PDFRef.of(Number(number), Number(generation)));
  if (!(stream instanceof PDFRawStream) || stream.dict.get(PDFName.of('Type')) !== PDFName.of('XRef'))
    return undefined;
  const bytes = decodePDFRawStream(stream).decode();
  const widths = widthsOf(stream.dict);
  const section: Section = {
    offsets: new Map(),
    holders: new Set(),
    removes: false,
    previous: numberIn(stream.dict, 'Prev'),
  };
  let from = 0;
  const field = (width: number, absent: number): number => {
    if (width === 0) return absent;
    const value = bytes.subarray(from, from + width).reduce((sum, byte) => sum * 256 + byte, 0);
    from += width;
    return value;
  };
  for (const object of startsOf(stream.dict)) {
    const [type, second] = [field(widths[0] ?? 0, 1), field(widths[1] ?? 0, 0), field(widths[2] ?? 0, 0)];
    if (type === 1) section.offsets.set(object, second as number);
    else if (type === 2) section.holders.add(second as number);
    else if (object !== 0) section.removes = true;
  }
  return section;
}

/** Where the objects of these bytes really are: each of them once, or undefined. */
function headersIn(text: string, from: number, to: number): Map<number, number> | undefined {
  const found = new Map<number, number>();
  for (const match of text.slice(from, to).matchAll(/(?<![\d.])(\d{1,10}) \d{1,5} obj(?![a-z])/g)) {
    const number = Number(match[1]);
    if (found.has(number)) return undefined;
    found.set(number, from + match.index);
  }
  return found;
}

const isSame = (a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): boolean =>
  a.size === b.size && [...a].every(([number, at]) => b.get(number) === at);

/** The places after which a version of the document ends, with where its cross-references are. */
function endsIn(text: string, from: number): { end: number; xref: number }[] {
  return [...text.slice(from).matchAll(/startxref\s+(\d{1,10})\s+%%EOF[\r\n]*/g)].map((match) => ({
    end: from + match.index + match[0].length,
    xref: Number(match[1]),
  }));
}

/**
 * Whether what stands behind `from` is nothing but whole versions of the document, one after the other, whose
 * cross-references name exactly the objects that stand there: then a reader that follows them and one that reads
 * from front to end see the same. Otherwise what is wrong, in English.
 */
export function wrongSections(pdf: PDFDocument, bytes: Buffer, from: number): string | undefined {
  const text = bytes.toString('latin1');
  const before = [...text.slice(0, from).matchAll(/startxref\s+(\d{1,10})/g)].at(-1)?.[1];
  let previous = Number(before ?? Number.NaN);
  let start = from;
  const ends = endsIn(text, from);
  if (ends.length > MOST_SECTIONS) return 'too many versions';
  for (const { end, xref } of ends) {
    if (xref < start || xref >= end) return 'cross-references that stand elsewhere';
    const section = text.startsWith('xref', xref) ? tableAt(text, xref) : streamAt(pdf, text, xref);
    if (!section || section.previous !== previous)
      return 'cross-references that do not continue those before';
    if (section.removes) return 'objects were removed';
    const headers = headersIn(text, start, end);
    if (!headers || !isSame(headers, section.offsets)) return 'objects that the cross-references do not name';
    if ([...section.holders].some((each) => !section.offsets.has(each)))
      return 'objects of an earlier version are used anew';
    [previous, start] = [xref, end];
  }
  return text.slice(start).trim() === '' ? undefined : 'bytes after the last version';
}
