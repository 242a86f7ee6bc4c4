import { fold } from '../../people/fold.ts';

/** How carriers compare names: Unicode form, case and spaces never count; diacritics do when asked to. */
const compared = (name: string, diacriticsCount: boolean): string =>
  diacriticsCount ? name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim() : fold(name);

export const sameName = (a: string, b: string, diacriticsCount: boolean): boolean =>
  compared(a, diacriticsCount) === compared(b, diacriticsCount);
