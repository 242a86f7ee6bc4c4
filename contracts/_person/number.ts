import type { Person } from './fields.ts';

// No schema here: what only asks about a number need not build them all.

/** Whether a number has province code 099, which no province has: nobody real can own it. */
export const isSandboxNumber = (number: string): boolean => /^099\d{9}$/.test(number);

/** The year of birth, known for everyone. */
export const birthYear = (birth: Person['birth']): number =>
  'year' in birth ? birth.year : Number(birth.date.slice(0, 4));

/** Digits 4 to 6 of a personal number: gender and century, year of birth (Circular 07/2016, article 7). */
export const genderAndYear = (gender: Person['gender'], birth: Person['birth']): string => {
  const year = birthYear(birth);
  const century = Math.floor(year / 100) - 19;
  return `${century * 2 + (gender === 'female' ? 1 : 0)}${String(year % 100).padStart(2, '0')}`;
};
