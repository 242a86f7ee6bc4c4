import type { Birth } from '../../contracts/person.ts';
import { fold } from '../../people/fold.ts';

/** Case, Unicode form and spaces make no difference; diacritics do. */
const plain = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toUpperCase();

/** The first letter of each word, without diacritics. */
const initials = (name: string): string =>
  fold(name)
    .split(' ')
    .map((word) => [...word][0] ?? '')
    .join(' ');

export const sameName = (a: string, b: string): boolean => a === b || plain(a) === plain(b);

export const sameUnaccented = (a: string, b: string): boolean => fold(a) === fold(b);

export const sameInitials = (a: string, b: string): boolean => initials(a) === initials(b);

/** `dd/MM/yyyy`, or `yyyy` of whom no more is known. */
export const shownBirth = (birth: Birth): string =>
  'year' in birth ? String(birth.year) : birth.date.split('-').reverse().join('/');

/** Who writes a year is right when the year is; who writes a day must have the day that the register has. */
export const sameBirth = (written: string, birth: Birth): boolean =>
  written.length === 4 ? shownBirth(birth).endsWith(written) : shownBirth(birth) === written;
