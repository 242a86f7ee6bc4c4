import type { Birth } from '../../contracts/person.ts';

/** Case, Unicode form and spaces make no difference; diacritics do. */
const plain = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toUpperCase();

const unaccented = (name: string): string =>
  plain(name).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D');

/** The first letter of each word, without diacritics. */
const initials = (name: string): string =>
  unaccented(name)
    .split(' ')
    .map((word) => [...word][0] ?? '')
    .join(' ');

export const sameName = (a: string, b: string): boolean => a === b || plain(a) === plain(b);

export const sameUnaccented = (a: string, b: string): boolean => unaccented(a) === unaccented(b);

export const sameInitials = (a: string, b: string): boolean => initials(a) === initials(b);

/** `dd/MM/yyyy`, or `yyyy` of whom no more is known. */
export const shownBirth = (birth: Birth): string =>
  'year' in birth ? String(birth.year) : birth.date.split('-').reverse().join('/');

/** Who writes a year is right when the year is; who writes a day must have the day that the register has. */
export const sameBirth = (written: string, birth: Birth): boolean =>
  written.length === 4 ? shownBirth(birth).endsWith(written) : shownBirth(birth) === written;
