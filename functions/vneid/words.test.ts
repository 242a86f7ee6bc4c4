import { expect, test } from 'vitest';
import { cast } from '../../people/index.ts';
import { claimsOf } from './domain.ts';
import { wordsOf } from './words.ts';

const told = (slug: string) => {
  const claims = claimsOf(cast.find((each) => each.slug === slug)!, { organisations: true });
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, wordsOf(name, value)]));
};

test('whoever agrees reads words and dates, not codes', () => {
  expect(told('an')).toMatchObject({
    gender: { vi: 'Nam', en: 'Male' },
    accountType: { vi: 'Công dân', en: 'Citizen' },
    accountLevel: { vi: 'Mức 2', en: 'Level 2' },
    birthDate: '15/05/1990',
    birthdate: '15/05/1990',
    locale: { vi: 'Tiếng Việt', en: 'Vietnamese' },
    phone_number_verified: { vi: 'Có', en: 'Yes' },
    citizenPid: '099090000001',
  });
  expect(told('mai').gender).toEqual({ vi: 'Nữ', en: 'Female' });
  expect(told('binh').accountLevel).toEqual({ vi: 'Mức 1', en: 'Level 1' });
});

test('a birth date that is a year alone is that year, wherever it stands', () => {
  const { birthDate, birthdate } = told('sau');
  expect(birthdate).toMatch(/^\d{4}$/);
  expect(birthdate).toBe(birthDate);
});

test('an address is one line', () => {
  expect(told('an').address).toMatch(/^[^{}[\]]+, [^{}[\]]+$/);
});
