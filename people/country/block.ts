import { salt } from './draw.ts';
import { permutation } from './permutation.ts';

/**
 * Who is a citizen of the country: 099, gender and century, year, serial. Inside this folder a citizen is an index:
 * ((year − 1920) × 2 + gender) × 40,000 + serial − 100,000.
 */
export const firstYear = 1920;
export const lastYear = 2025;
const firstSerial = 100_000;
export const serials = 40_000;

/** How many citizens there are. */
export const COUNT = (lastYear - firstYear + 1) * 2 * serials;

export const yearOf = (index: number): number => firstYear + Math.floor(index / (2 * serials));
export const isFemale = (index: number): boolean => Math.floor(index / serials) % 2 === 1;
export const serialOf = (index: number): number => index % serials;

export const indexOf = (year: number, female: boolean, serial: number): number =>
  ((year - firstYear) * 2 + (female ? 1 : 0)) * serials + serial;

export const numberOf = (index: number): string => {
  const year = yearOf(index);
  const genderAndCentury = (year < 2000 ? 0 : 2) + (isFemale(index) ? 1 : 0);
  const yy = String(year % 100).padStart(2, '0');
  return `099${genderAndCentury}${yy}${firstSerial + serialOf(index)}`;
};

/** −1: the number is not in the block. */
export const indexOfNumber = (number: string): number => {
  if (!/^099[0-3]\d\d1[0-3]\d{4}$/.test(number)) return -1;
  const digit = Number(number[3]);
  const year = (digit < 2 ? 1900 : 2000) + Number(number.slice(4, 6));
  if (year < firstYear || year > lastYear) return -1;
  return indexOf(year, digit % 2 === 1, Number(number.slice(6)) - firstSerial);
};

const walk = permutation(2650, 3200, salt.walk);

/** The nth citizen of a walk that mixes ages, genders and families and meets everybody once. */
export const nth = (position: number): number => walk.of(position);
