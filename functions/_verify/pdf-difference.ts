import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { sameBytes } from './algorithm.ts';

const name = (text: string): PDFName => PDFName.of(text);

/** A pair of objects in both versions, and where they are: what may be added depends on that. */
interface Pair {
  old: PDFObject | undefined;
  now: PDFObject | undefined;
  at: string;
  /** Whose annotations they are. */
  page?: PDFObject | undefined;
}

const MOST_PAIRS = 200_000;

/** What a reader does not show, and what keeps proofs of signatures. */
const freeInCatalog = new Set(['/DSS', '/Extensions']);

const isSignatureField = (dict: PDFDict): boolean => dict.lookup(name('FT')) === name('Sig');

const isInvisible = (field: PDFDict): boolean => {
  const corners = field.lookupMaybe(name('Rect'), PDFArray)?.asArray() ?? [];
  const [left, bottom, right, top] = corners.map((each) =>
    each instanceof PDFNumber ? each.asNumber() : Number.NaN,
  );
  return left === right && bottom === top;
};

const isDict = (object: PDFObject | undefined): object is PDFDict => object instanceof PDFDict;

/** What the field of a signature needs: no actions, no fields below or above it. */
const keysOfField = new Set(
  'Type Subtype FT T TU TM F Ff P Rect V AP AS MK DA Lock SV BS Border H M NM StructParent'.split(' '),
);

/** What a visible signature may take of its page at most: a document is not written over. */
const MOST_OF_PAGE = 0.25;

const areaOf = (box: PDFArray | undefined): number => {
  const [left, bottom, right, top] = (box?.asArray() ?? []).map((each) =>
    each instanceof PDFNumber ? each.asNumber() : Number.NaN,
  );
  return Math.abs(
    ((right ?? Number.NaN) - (left ?? Number.NaN)) * ((top ?? Number.NaN) - (bottom ?? Number.NaN)),
  );
};

/** Whether it leaves most of the page on which it is shown as it is. */
const isSmallOn = (page: PDFObject | undefined, field: PDFDict): boolean =>
  page instanceof PDFPageLeaf &&
  areaOf(field.lookupMaybe(name('Rect'), PDFArray)) <=
    MOST_OF_PAGE * areaOf(page.CropBox() ?? page.MediaBox());

/** A field that holds one of these: a person's, who is judged on their own, or an invisible time stamp. */
function holdsOne(field: PDFDict, signatures: ReadonlySet<PDFDict>): boolean {
  const signature = field.lookup(name('V'));
  if (!(signature instanceof PDFDict) || !signatures.has(signature)) return false;
  return signature.lookup(name('SubFilter')) !== name('ETSI.RFC3161') || isInvisible(field);
}

const fieldsOf = ({ catalog }: PDFDocument): PDFObject[] =>
  catalog.lookupMaybe(name('AcroForm'), PDFDict)?.lookupMaybe(name('Fields'), PDFArray)?.asArray() ?? [];

const placeOf = (at: string, key: string, dict: PDFDict): string => {
  if (at === 'catalog' && key === '/AcroForm') return 'form';
  if (at === 'form' && key === '/Fields') return 'grows';
  return key === '/Annots' && dict.lookup(name('Type')) === name('Page') ? 'grows' : 'any';
};

/** What both versions have to be compared for, or undefined where they differ. */
class Difference {
  private readonly old: PDFContext;
  private readonly now: PDFContext;
  /** Signatures that were made after the earlier version, and are judged. */
  private readonly signatures: ReadonlySet<PDFDict>;
  private readonly newFields: ReadonlySet<PDFObject>;
  private readonly seen = new Set<string>();
  private readonly left: Pair[] = [];

  constructor(old: PDFDocument, now: PDFDocument, signatures: ReadonlySet<PDFDict>) {
    this.old = old.context;
    this.now = now.context;
    this.signatures = signatures;
    const before = new Set(fieldsOf(old));
    this.newFields = new Set(fieldsOf(now).filter((each) => each instanceof PDFRef && !before.has(each)));
  }

  /** Whether the later version shows what the earlier one does, and no more. */
  isNone(): boolean {
    this.left.push({ old: this.old.trailerInfo.Root, now: this.now.trailerInfo.Root, at: 'catalog' });
    for (let count = 0; count < MOST_PAIRS; count++) {
      const pair = this.left.pop();
      if (!pair) return true;
      if (!this.isSame(pair)) return false;
    }
    return false;
  }

  private isSame({ old, now, at, page }: Pair): boolean {
    if (old instanceof PDFRef && now instanceof PDFRef) {
      const id = `${old.tag}|${now.tag}|${at}`;
      if (this.seen.has(id)) return true;
      this.seen.add(id);
    }
    const pair = { old: this.old.lookup(old), now: this.now.lookup(now), at, page };
    if (pair.old instanceof PDFArray && pair.now instanceof PDFArray)
      return this.arrays(pair.old, pair.now, pair);
    if (isDict(pair.old) && isDict(pair.now))
      return this.dicts(pair as Pair & { old: PDFDict; now: PDFDict });
    if (pair.old instanceof PDFStream && pair.now instanceof PDFStream)
      return this.streams(pair.old, pair.now);
    return this.missing(pair) || String(pair.old) === String(pair.now);
  }

  /** Where there was none yet: a form, or a list of annotations, of new signatures alone. */
  private missing({ old, now, at, page }: Pair): boolean {
    if (old !== undefined || !now) return false;
    if (now instanceof PDFArray && at === 'grows') return this.areNew(now.asArray(), page);
    if (!(isDict(now) && at === 'form')) return false;
    const keys = now.keys().map(String);
    const fields = now.lookupMaybe(name('Fields'), PDFArray);
    return (
      keys.every((key) => key === '/Fields' || key === '/SigFlags') && this.areNew(fields?.asArray() ?? [])
    );
  }

  /** Fields of new signatures, or what shows them: each of them is both. */
  private areNew = (all: readonly PDFObject[], page?: PDFObject): boolean =>
    all.every((each) => {
      const field = this.now.lookup(each);
      if (!this.newFields.has(each) || !isDict(field) || !isSignatureField(field)) return false;
      const isPlain = field.keys().every((key) => keysOfField.has(String(key).slice(1)));
      const isModest = !page || isInvisible(field) || isSmallOn(page, field);
      return isPlain && isModest && holdsOne(field, this.signatures);
    });

  /** Whether this key of a dictionary may change, or be new, without changing what a reader sees. */
  private mayDiffer({ old, now, at }: Pair, key: string): boolean {
    if (at === 'catalog') return freeInCatalog.has(key);
    if (at === 'form') return key === '/SigFlags';
    if (key !== '/V' && key !== '/AP') return false;
    const isEmptyField = isDict(old) && isDict(now) && isSignatureField(old) && !old.has(name('V'));
    return isEmptyField && holdsOne(now, this.signatures);
  }

  private arrays(old: PDFArray, now: PDFArray, { at, page }: Pair): boolean {
    const [before, after] = [old.asArray(), now.asArray()];
    if (after.length < before.length || (at !== 'grows' && after.length > before.length)) return false;
    for (const [place, each] of before.entries()) this.left.push({ old: each, now: after[place], at: 'any' });
    return this.areNew(after.slice(before.length), page);
  }

  private dicts(pair: Pair & { old: PDFDict; now: PDFDict }): boolean {
    for (const key of new Set([...pair.old.keys(), ...pair.now.keys()])) {
      if (this.mayDiffer(pair, String(key))) continue;
      const at = placeOf(pair.at, String(key), pair.old);
      const page = key === name('Annots') ? pair.now : undefined;
      this.left.push({ old: pair.old.get(key), now: pair.now.get(key), at, page });
    }
    return true;
  }

  private streams(old: PDFStream, now: PDFStream): boolean {
    this.left.push({ old: old.dict, now: now.dict, at: 'any' });
    const isRaw = old instanceof PDFRawStream && now instanceof PDFRawStream;
    return isRaw && sameBytes(old.getContents(), now.getContents());
  }
}

/**
 * Whether a later version of a PDF shows what an earlier one does, but for signatures and their proofs.
 * `signatures`: of the later version, those that were made after the earlier one and are judged.
 */
export const showsTheSame = (old: PDFDocument, now: PDFDocument, signatures: ReadonlySet<PDFDict>): boolean =>
  new Difference(old, now, signatures).isNone();
