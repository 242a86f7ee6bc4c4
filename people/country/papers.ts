import type { Person } from '../../contracts/person.ts';
import { yearOf } from './block.ts';
import { chance, draw, salt } from './draw.ts';
import { birthdayOf, dayOf, type Identity } from './identity.ts';
import { isDead } from './kin.ts';
import { cmndNumbers } from './numbers.ts';

type Vneid = Person['vneid'];

/** The contract's default, which is not imported here; a test holds the two together. */
const password = 'Aa@123456';

export const account = (level: Vneid['level'], status: Vneid['status'] = 'active'): Vneid => ({
  level,
  status,
  password,
});

const birthdays = [14, 25, 40, 60] as const;

/** A card runs to the next birthday in the law's list, or the one after when that is less than two years away. */
const card = (birth: Identity['birth'], issuedOn: string): NonNullable<Person['identityCard']> => {
  const issuedBy =
    issuedOn < '2024-07-01' ? 'Cục Cảnh sát quản lý hành chính về trật tự xã hội' : 'Bộ Công an';
  if ('year' in birth) return { issuedOn, issuedBy };
  const [year, rest] = [Number(birth.date.slice(0, 4)), birth.date.slice(4)];
  const twoYearsOn = `${Number(issuedOn.slice(0, 4)) + 2}${issuedOn.slice(4)}`;
  const age = birthdays.find((each) => `${year + each}${rest}` > twoYearsOn);
  return age === undefined
    ? { issuedOn, issuedBy }
    : { issuedOn, issuedBy, expiresOn: `${year + age}${rest}` };
};

const later = (one: string, other: string): string => (one > other ? one : other);

/** The last old cards were issued in 2021, to those who were not fourteen yet when the chip card came to none. */
export const cmndOf = (index: number): string | undefined => {
  const year = yearOf(index);
  if (year > 2004 || !chance(index, salt.hasCmnd, year < 1999 ? 9700 : 5000)) return undefined;
  return cmndNumbers.of(index);
};

/** From fourteen on everybody, issued since March 2021; before that some, since July 2024. */
export const identityCardOf = (index: number, { birth }: Pick<Identity, 'birth'>): Person['identityCard'] => {
  const year = yearOf(index);
  const child = year > 2011;
  if (child && (year > 2019 || !chance(index, salt.childCard, 3000))) return undefined;
  const first = child ? 2024 : Math.max(2021, year + 14);
  const last = isDead(index) ? 2021 : 2025;
  const issuedIn = first + draw(index, salt.cardYear, last - first + 1);
  const notBefore = { 2021: '03-01', 2024: child ? '07-01' : '' }[issuedIn] ?? '';
  const birthday = issuedIn === year + 14 ? birthdayOf(index) : '';
  return card(birth, `${issuedIn}-${later(dayOf(index, salt.cardDay), later(notBefore, birthday))}`);
};

export const vneidOf = (index: number, number: string, hasCard: boolean): Person['vneid'] => {
  if (isDead(index)) return chance(index, salt.vneid, 6000) ? account(2, 'locked') : account(null, 'none');
  if (yearOf(index) > 2011) {
    return hasCard && chance(index, salt.vneid, 5000) ? account(1) : account(null, 'none');
  }
  const vneid = account(2);
  return chance(index, salt.email, 5000) ? { ...vneid, email: `cd-${number}@example.vn` } : vneid;
};
