import type { Birth, Insurance, Name, Person, Phone, Relative } from '../../contracts/person.ts';
import { at, type Place } from './_places.ts';

/** What tells one person from another; the rest of the data refers to it. */
export type Identity = Pick<Person, 'slug' | 'personalNumber' | 'name' | 'gender' | 'birth'>;

/** The password of the whole cast; `patch.test.ts` holds it to the contract's, which is not imported here. */
const password = 'Aa@123456';

export const named = (family: string, middle: string, given: string): Name => ({
  family,
  middle,
  given,
  full: [family, middle, given].filter(Boolean).join(' '),
});

export const relativeOf = (person: Pick<Person, 'name' | 'personalNumber'>): Relative => ({
  name: person.name,
  personalNumber: person.personalNumber,
});

/**
 * Code 095 was S-Fone's. The network closed and no carrier is known to have the code since, yet libraries and
 * portals still take it for a mobile number: right in form, and nobody's telephone.
 */
export const ownSim = (number: `0950000${string}`, carrier: Phone['carrier']): Phone => ({
  number,
  carrier,
  subscription: 'prepaid',
  registeredUnder: 'personalNumber',
  status: 'active',
});

export const account = (
  level: Person['vneid']['level'],
  status: Person['vneid']['status'] = 'active',
  email?: `${string}@example.${'vn' | 'com'}`,
): Person['vneid'] => ({ level, status, password, ...(email && { email }) });

const birthdays = [14, 25, 40, 60];

/** A card runs to the next birthday in the law's list, or the one after when that is less than two years away. */
export const card = (birth: Birth, issuedOn: string): NonNullable<Person['identityCard']> => {
  const issuedBy =
    issuedOn < '2024-07-01' ? 'Cục Cảnh sát quản lý hành chính về trật tự xã hội' : 'Bộ Công an';
  if ('year' in birth) return { issuedOn, issuedBy };
  const [year, rest] = [Number(birth.date.slice(0, 4)), birth.date.slice(4)];
  const twoYearsOn = `${Number(issuedOn.slice(0, 4)) + 2}${issuedOn.slice(4)}`;
  const expiresOn = birthdays.map((age) => `${year + age}${rest}`).find((day) => day > twoYearsOn);
  return { issuedOn, issuedBy, ...(expiresOn && { expiresOn }) };
};

/** 99 is no province's code in any list that we know. `to` lies far off: a cast that expires breaks tests. */
export const insured = (
  person: Pick<Person, 'name' | 'birth' | 'gender'>,
  number: `99${string}`,
  group: string,
  more: Partial<Insurance> = {},
): Insurance => ({
  number,
  card: `${group}99${number}`,
  name: person.name.full,
  birth: person.birth,
  gender: person.gender,
  hospital: { code: '99001', name: 'Bệnh viện Đa khoa Hạt Cát (thử nghiệm)' },
  from: '2021-01-01',
  to: '2099-12-31',
  status: 'valid',
  ...more,
});

/** Born, registered and living in one place. */
export const livingAt = (where: Place, detail: string) => {
  const address = at(where, detail);
  return { birthRegistration: address, origin: address, permanent: address, current: address };
};

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
};

/** A member of the cast, frozen: every workspace in the process reads the same object. */
export const citizen = (
  person: Identity & Pick<Person, 'phones' | 'vneid' | 'reason' | 'tags'> & Partial<Person>,
): Person =>
  frozen({
    formerNumbers: [],
    nationality: 'VN',
    ethnicity: '01',
    religion: '00',
    bloodType: '00',
    maritalStatus: '0',
    relatives: {},
    ...person,
  });
