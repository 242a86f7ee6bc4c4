import type { PDFDocument } from '@cantoo/pdf-lib';
import { heldIn, isObjectAt, objectAt, type Placed, type Written } from './pdf-objects.ts';
import { type Section, sectionAt } from './pdf-references.ts';
import { pastComments, wholeIn } from './pdf-words.ts';

/** A version of the document that was written behind an earlier one. */
interface Update {
  xref: number;
  section: Section;
  objects: Placed[];
  /** Behind its last byte. */
  end: number;
}

const MOST_UPDATES = 100;

const ending = /startxref[\0\t\n\f\r ]+(\d{1,10})[\0\t\n\f\r ]+%%EOF(?=[\r\n]|$)/y;

/** Where the cross-references of the update stand whose first byte this is; those before it are known. */
function xrefOf(text: string, from: number): number {
  // The first one: the words of an update are read in their order later, and have to end with this one.
  const found = /startxref[\0\t\n\f\r ]+(\d{1,10})[\0\t\n\f\r ]/g;
  found.lastIndex = from;
  return Number(found.exec(text)?.[1] ?? Number.NaN);
}

/** The words of one update from front to end, nothing left out. @throws RangeError where one is not as usual */
function updateAt(written: Written, from: number): Update {
  const { text } = written;
  const xref = xrefOf(text, from);
  if (!(xref >= from)) throw new RangeError('cross-references that stand elsewhere');
  const section = sectionAt(written, xref);
  const objects: Placed[] = [];
  let at = pastComments(text, from);
  for (; isObjectAt(text, at); at = pastComments(text, (objects.at(-1) as Placed).end))
    objects.push(objectAt(written, at, section.offsets));
  if (text.startsWith('xref', at)) at = at === xref ? pastComments(text, section.end) : Number.NaN;
  ending.lastIndex = at;
  const [end, said] = ending.exec(text) ?? [];
  if (!end || Number(said) !== xref) throw new RangeError('bytes that are no version of the document');
  return { xref, section, objects, end: at + end.length };
}

/** The numbers that the streams of objects hold, with where. A number may be held once. */
function heldBy(objects: readonly Placed[]): Map<number, string> | undefined {
  const held = new Map<number, string>();
  for (const each of objects) {
    if (each.entries?.get('Type') !== '/ObjStm') continue;
    for (const [index, number] of heldIn(each).entries()) {
      if (held.has(number)) return undefined;
      held.set(number, `${each.number} ${index}`);
    }
  }
  return held;
}

const isSame = <T>(a: ReadonlyMap<number, T>, b: ReadonlyMap<number, T>): boolean =>
  a.size === b.size && [...a].every(([number, at]) => b.get(number) === at);

/** Whether this is a stream that a reader takes for another kind of it than it seems. */
const isDisguised = ({ data, entries, at }: Placed, xref: number): boolean => {
  const type = entries?.get('Type');
  return (
    data !== undefined && ((type === '/XRef' && at !== xref) || (type !== undefined && !type.startsWith('/')))
  );
};

function wrongIn({ objects, section, xref }: Update, root: string, previous: number): string | undefined {
  const { entries, offsets, held, removed } = section;
  if (wholeIn(entries, 'Prev') !== previous || entries.has('XRefStm') || entries.has('Encrypt'))
    return 'cross-references that do not continue those before';
  if (entries.get('Root')?.replace(/[\0\s]+/g, ' ') !== root) return 'another document';
  if ([...removed].some((number) => number !== 0)) return 'objects were removed';
  const placed = new Map(objects.map(({ number, at }) => [number, at]));
  if (placed.size !== objects.length || !isSame(placed, offsets))
    return 'objects that the cross-references do not name';
  const holding = heldBy(objects);
  if (!holding || !isSame(holding, held) || objects.some((each) => isDisguised(each, xref)))
    return 'objects in streams that the cross-references do not name';
  return undefined;
}

/** What is wrong with what stands behind `from`, in English. @throws RangeError */
function wrongBehind(pdf: PDFDocument, written: Written, from: number): string | undefined {
  const { text } = written;
  const before = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(text.slice(Math.max(0, from - 200), from))?.[1];
  let [previous, start] = [Number(before ?? Number.NaN), from];
  for (let count = 0; text.slice(start).trim() !== ''; count++) {
    if (count === MOST_UPDATES) return 'too many versions';
    const update = updateAt(written, start);
    const wrong = wrongIn(update, String(pdf.context.trailerInfo.Root), previous);
    if (wrong) return wrong;
    [previous, start] = [update.xref, update.end];
  }
  return undefined;
}

/**
 * Whether what stands behind `from` is nothing but whole versions of the document, one after the other, whose
 * cross-references name exactly the objects that stand there: then a reader that follows them and one that reads
 * from front to end see the same. Otherwise what is wrong, in English.
 */
export function wrongSections(pdf: PDFDocument, bytes: Buffer, from: number): string | undefined {
  try {
    return wrongBehind(pdf, { bytes, text: bytes.toString('latin1') }, from);
  } catch (error) {
    return error instanceof Error ? error.message : 'bytes that cannot be read';
  }
}
