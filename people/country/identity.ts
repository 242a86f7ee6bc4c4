import type { Person, Relative } from '../../contracts/person.ts';
import { isFemale, numberOf, yearOf } from './block.ts';
import { chance, draw, salt } from './draw.ts';
import { isDead } from './kin.ts';
import { nameOf } from './names.ts';

export type Identity = Pick<Person, 'slug' | 'personalNumber' | 'name' | 'gender' | 'birth'>;

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (n: number): string => String(n).padStart(2, '0');

/** Every day but 29 February, as MM-DD: a birthday that every year has. */
const days: readonly string[] = lengths.flatMap((length, month) =>
  Array.from({ length }, (_, day) => `${two(month + 1)}-${two(day + 1)}`),
);

export const dayOf = (key: number, purpose: number): string =>
  days[draw(key, purpose, days.length)] as string;

export const birthdayOf = (index: number): string => dayOf(index, salt.birthday);

export const identityOf = (index: number): Identity => {
  const personalNumber = numberOf(index);
  const year = yearOf(index);
  const yearOnly = year <= 1955 && chance(index, salt.yearOnly, 600);
  return {
    slug: `cd-${personalNumber}`,
    personalNumber,
    name: nameOf(index),
    gender: isFemale(index) ? 'female' : 'male',
    birth: yearOnly ? { year } : { date: `${year}-${birthdayOf(index)}` },
  };
};

export const deathOf = (index: number): string | undefined =>
  isDead(index) ? `${2022 + draw(index, salt.death, 4)}-${dayOf(index, salt.deathDay)}` : undefined;

/** A citizen as another one's record names them. */
export const asRelative = (index: number): Relative => ({
  name: nameOf(index),
  personalNumber: numberOf(index),
});
