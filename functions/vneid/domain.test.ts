import { describe, expect, test } from 'vitest';
import { cast } from '../../people/index.ts';
import { admit, claimsOf, encryptedClaimsOf, maskedPhone, mayTry, missed, OTP } from './domain.ts';
import { lawOn } from './law.ts';

const now = { organisations: true };
const person = (slug: string) => cast.find((each) => each.slug === slug)!;

describe('who may sign in', () => {
  test.each([
    ['an', 'LoA2'],
    ['binh', 'LoA1'],
  ])('%s reaches %s', (slug, level) => expect(admit(person(slug))).toBe(level));

  test.each([
    ['hung', 'person_deceased'],
    ['cuong', 'account_locked'],
    ['dung', 'account_not_activated'],
  ])('%s is refused with %s', (slug, code) => {
    expect(() => admit(person(slug))).toThrow(expect.objectContaining({ code }));
  });

  test('somebody without an account is refused', () => {
    const none = { ...person('an'), vneid: { ...person('an').vneid, status: 'none' as const } };
    expect(() => admit(none)).toThrow(expect.objectContaining({ code: 'no_account' }));
  });
});

describe('claims', () => {
  test('a name without a middle name has no middle_name claim', () => {
    expect(claimsOf(person('phung'), now)).toMatchObject({ middle_name: undefined });
  });

  test('a year of birth alone is a date with zeros in the standard claim, and the year in VNeID’s own', () => {
    const { birthdate, birthDate } = claimsOf(person('sau'), now);
    expect(birthdate).toMatch(/^\d{4}-00-00$/);
    expect(birthDate).toMatch(/^\d{4}$/);
  });

  test('an organisation is told of whoever represents it with level 2, and from the day of the decree on', () => {
    const khanh = person('khanh');
    expect(claimsOf(khanh, lawOn({ today: '2024-06-30' })).organisation).toBeUndefined();
    expect(claimsOf(khanh, lawOn({ today: '2024-07-01' })).organisation).toEqual({
      name: 'Công ty TNHH Hạt Cát (thử nghiệm)',
      taxCode: '9900000129',
      enterpriseCode: '9900000129',
      address: expect.stringContaining('Khu phố 3'),
      representative: 'Võ Minh Khánh',
    });
    const modest = { ...khanh, vneid: { ...khanh.vneid, level: 1 as const } };
    expect(claimsOf(modest, now).organisation).toBeUndefined();
    expect(claimsOf(person('an'), now).organisation).toBeUndefined();
  });

  test('the encrypted profile has no phone, no e-mail and no organisation', () => {
    expect(Object.keys(encryptedClaimsOf(person('khanh')))).toEqual([
      'citizenPid',
      'fullName',
      'birthDate',
      'accountType',
      'accountLevel',
    ]);
  });
});

describe('wrong tries', () => {
  test('the fifth wrong try rests the account, and the rest ends by the clock', () => {
    let tries = { wrong: 0 } as ReturnType<typeof missed>;
    for (let count = 1; count < OTP.tries; count++) {
      tries = missed(tries, 1_000);
      expect(tries).toEqual({ wrong: count });
    }
    tries = missed(tries, 1_000);
    const end = 1_000 + OTP.lockSeconds * 1000;
    expect(tries.lockedUntil).toBe(end);
    expect(() => mayTry(tries, end - 1)).toThrow(expect.objectContaining({ code: 'too_many_tries' }));
    expect(() => mayTry(tries, end)).not.toThrow();
  });

  test('a phone number shows its ends only', () => expect(maskedPhone('0950000101')).toBe('09•• ••• 101'));
});
