import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
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

/** A field that holds a signature: a person's, who is judged on their own, or an invisible time stamp. */
function isNewSignature(context: PDFContext, added: PDFObject): boolean {
  const field = context.lookup(added);
  if (!(field instanceof PDFDict) || !isSignatureField(field) || field.has(name('Kids'))) return false;
  const signature = field.lookup(name('V'));
  if (!(signature instanceof PDFDict) || !signature.has(name('ByteRange'))) return false;
  return signature.lookup(name('SubFilter')) !== name('ETSI.RFC3161') || isInvisible(field);
}

const isDict = (object: PDFObject | undefined): object is PDFDict => object instanceof PDFDict;

/** Whether this key of a dictionary may change, or be new, without changing what a reader sees. */
function mayDiffer({ old, now, at }: Pair, key: string): boolean {
  if (at === 'catalog') return freeInCatalog.has(key);
  if (at === 'form') return key === '/SigFlags';
  const isEmptyField = isDict(old) && isDict(now) && isSignatureField(old) && !old.has(name('V'));
  return isEmptyField && (key === '/V' || key === '/AP');
}

const placeOf = (at: string, key: string, dict: PDFDict): string => {
  if (at === 'catalog' && key === '/AcroForm') return 'form';
  if (at === 'form' && key === '/Fields') return 'grows';
  return key === '/Annots' && dict.lookup(name('Type')) === name('Page') ? 'grows' : 'any';
};

/** What both versions have to be compared for, or undefined where they differ. */
class Difference {
  private readonly old: PDFContext;
  private readonly now: PDFContext;
  private readonly seen = new Set<string>();
  private readonly left: Pair[] = [];

  constructor(old: PDFContext, now: PDFContext) {
    this.old = old;
    this.now = now;
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

  private isSame({ old, now, at }: Pair): boolean {
    if (old instanceof PDFRef && now instanceof PDFRef) {
      const id = `${old.tag}|${now.tag}|${at}`;
      if (this.seen.has(id)) return true;
      this.seen.add(id);
    }
    const pair = { old: this.old.lookup(old), now: this.now.lookup(now), at };
    if (pair.old instanceof PDFArray && pair.now instanceof PDFArray)
      return this.arrays(pair.old, pair.now, at);
    if (isDict(pair.old) && isDict(pair.now))
      return this.dicts(pair as Pair & { old: PDFDict; now: PDFDict });
    if (pair.old instanceof PDFStream && pair.now instanceof PDFStream)
      return this.streams(pair.old, pair.now);
    return this.missing(pair) || String(pair.old) === String(pair.now);
  }

  /** Where there was none yet: a form, or a list of annotations, of new signatures alone. */
  private missing({ old, now, at }: Pair): boolean {
    if (old !== undefined || !now) return false;
    if (now instanceof PDFArray && at === 'grows') return this.areNew(now.asArray());
    if (!(isDict(now) && at === 'form')) return false;
    const keys = now.keys().map(String);
    const fields = now.lookupMaybe(name('Fields'), PDFArray);
    return (
      keys.every((key) => key === '/Fields' || key === '/SigFlags') && this.areNew(fields?.asArray() ?? [])
    );
  }

  private areNew = (all: readonly PDFObject[]): boolean =>
    all.every((each) => isNewSignature(this.now, each));

  private arrays(old: PDFArray, now: PDFArray, at: string): boolean {
    const [before, after] = [old.asArray(), now.asArray()];
    if (after.length < before.length || (at !== 'grows' && after.length > before.length)) return false;
    for (const [place, each] of before.entries()) this.left.push({ old: each, now: after[place], at: 'any' });
    return this.areNew(after.slice(before.length));
  }

  private dicts(pair: Pair & { old: PDFDict; now: PDFDict }): boolean {
    for (const key of new Set([...pair.old.keys(), ...pair.now.keys()])) {
      if (mayDiffer(pair, String(key))) continue;
      const at = placeOf(pair.at, String(key), pair.old);
      this.left.push({ old: pair.old.get(key), now: pair.now.get(key), at });
    }
    return true;
  }

  private streams(old: PDFStream, now: PDFStream): boolean {
    this.left.push({ old: old.dict, now: now.dict, at: 'any' });
    const isRaw = old instanceof PDFRawStream && now instanceof PDFRawStream;
    return isRaw && sameBytes(old.getContents(), now.getContents());
  }
}

/** Whether a later version of a PDF shows what an earlier one does, but for signatures and their proofs. */
export const showsTheSame = (old: PDFDocument, now: PDFDocument): boolean =>
  new Difference(old.context, now.context).isNone();
