import type { Person } from '../../contracts/person.ts';
import { COUNT, indexOfNumber, nth } from './block.ts';
import { type CitizenRecord, citizenOfIndex, recordOfIndex } from './citizen.ts';
import { cmndNumbers, insuranceNumbers, phoneNumbers } from './numbers.ts';

export { COUNT } from './block.ts';

/**
 * The country: 8.48 million citizens, each derived from the personal number alone, the same for ever, none stored.
 * docs/country.md says what they are like.
 */
export const isCitizenNumber = (number: string): boolean => indexOfNumber(number) >= 0;

export const citizenOf = (number: string): Person | undefined => {
  const index = indexOfNumber(number);
  return index < 0 ? undefined : citizenOfIndex(index);
};

/** Who has a number, without all the rest. */
export const recordOf = (number: string): CitizenRecord | undefined => {
  const index = indexOfNumber(number);
  return index < 0 ? undefined : recordOfIndex(index);
};

const slug = /^cd-(\d{12})$/;

export const citizenBySlug = (text: string): Person | undefined => {
  const number = slug.exec(text)?.[1];
  return number === undefined ? undefined : citizenOf(number);
};

/** Whose number it would be; but not everybody has one. */
const holder = (index: number, holds: (person: Person) => boolean): Person | undefined => {
  const person = index < 0 ? undefined : citizenOfIndex(index);
  return person && holds(person) ? person : undefined;
};

/** National (`0…`) or international (`84…`, `+84…`). */
export const citizenByPhone = (number: string): Person | undefined => {
  const national = number.replace(/^\+?84(?=\d{9}$)/, '0');
  return holder(phoneNumbers.index(national), ({ phones }) => phones.some((sim) => sim.number === national));
};

export const citizenByCmnd = (cmnd: string): Person | undefined =>
  holder(cmndNumbers.index(cmnd), (person) => person.cmnd === cmnd);

export const citizenByInsurance = (number: string): Person | undefined =>
  holder(insuranceNumbers.index(number), ({ insurance }) => insurance?.number === number);

/** The citizen at a position from 0 to COUNT − 1, in an order that mixes ages and families. */
export const citizenAt = (position: number): Person => {
  if (!Number.isInteger(position) || position < 0 || position >= COUNT) {
    throw new RangeError(`position ${position} is not in 0 … ${COUNT - 1}`);
  }
  return citizenOfIndex(nth(position));
};
