import type { Text } from '../../contracts/_contract.ts';
import type { Address, Person } from '../../contracts/person.ts';
import { Fault } from '../_kit/fault.ts';

export { scopes } from '../../contracts/_vneid.ts';

/** Assurance levels, lowest first: an account of level 1, an account of level 2 with a second factor. */
export const levels = ['LoA1', 'LoA2'] as const;
export type Level = (typeof levels)[number];

export const claimLabels: Readonly<Record<string, Text>> = {
  citizenPid: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  gender: { vi: 'Giới tính', en: 'Gender' },
  accountType: { vi: 'Loại tài khoản', en: 'Kind of account' },
  accountLevel: { vi: 'Mức tài khoản', en: 'Level of the account' },
  name: { vi: 'Tên hiển thị', en: 'Display name' },
  family_name: { vi: 'Họ', en: 'Family name' },
  middle_name: { vi: 'Chữ đệm', en: 'Middle name' },
  given_name: { vi: 'Tên', en: 'Given name' },
  birthdate: { vi: 'Ngày sinh', en: 'Date of birth' },
  locale: { vi: 'Ngôn ngữ', en: 'Language' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  email_verified: { vi: 'Thư điện tử đã xác minh', en: 'E-mail is verified' },
  phone_number: { vi: 'Số điện thoại', en: 'Phone number' },
  phone_number_verified: { vi: 'Số điện thoại đã xác minh', en: 'Phone number is verified' },
  address: { vi: 'Nơi thường trú', en: 'Permanent address' },
  organisation: { vi: 'Tổ chức mà bạn đại diện', en: 'The organisation that you represent' },
};

export const scopeGrants: Readonly<Record<string, Text>> = {
  offline_access: {
    vi: 'Truy cập các thông tin này cả khi bạn không có mặt, tới 14 ngày',
    en: 'Read this while you are away, for up to 14 days',
  },
};

/** `YYYY-MM-DD`, or the year alone where the register has no more. */
const birthOf = (person: Person): string =>
  'date' in person.birth ? person.birth.date : String(person.birth.year);

/** `dd/MM/yyyy`, as Vietnamese forms write it. */
const vietnamese = (date: string): string => date.split('-').reverse().join('/');

const written = ({ detail, ward, district, province }: Address): string =>
  [detail, ward?.name, district?.name, province?.name].filter(Boolean).join(', ');

function addressOf(person: Person): Record<string, string> | undefined {
  const place = person.permanent;
  if (!place) return undefined;
  return { formatted: written(place), country: 'VN', ...(place.province && { region: place.province.name }) };
}

/** The organisation that somebody legally represents, with level 2. */
function organisationOf(person: Person): Record<string, string> | undefined {
  const { organisation, vneid } = person;
  if (!organisation || vneid.level !== 2) return undefined;
  return {
    name: organisation.name,
    taxCode: organisation.taxCode,
    enterpriseCode: organisation.enterpriseCode,
    address: written(organisation.address),
    representative: person.name.full,
  };
}

/** Whether the law has given organisations an electronic identity by now. */
export interface Law {
  organisations: boolean;
}

/** Everything that VNeID knows of a person; the scopes open some of it. */
export function claimsOf(person: Person, { organisations }: Law): Readonly<Record<string, unknown>> {
  const { name, vneid } = person;
  const phone = person.phones[0]?.number;
  const birth = birthOf(person);
  return {
    citizenPid: person.personalNumber,
    fullName: name.full,
    birthDate: vietnamese(birth),
    gender: person.gender,
    accountType: 1,
    accountLevel: vneid.level ?? undefined,
    name: name.full,
    family_name: name.family || undefined,
    middle_name: name.middle || undefined,
    given_name: name.given,
    birthdate: birth.length === 4 ? `${birth}-00-00` : birth,
    locale: 'vi-VN',
    email: vneid.email,
    email_verified: vneid.email === undefined ? undefined : true,
    phone_number: phone && `+84${phone.slice(1)}`,
    phone_number_verified: phone === undefined ? undefined : true,
    address: addressOf(person),
    organisation: organisations ? organisationOf(person) : undefined,
  };
}

/** The claim names that one client of the encrypted profile was written for. */
export const encryptedClaimsOf = (person: Person): Readonly<Record<string, unknown>> => {
  const { citizenPid, fullName, birthDate, accountType, accountLevel } = claimsOf(person, {
    organisations: false,
  });
  return { citizenPid, fullName, birthDate, accountType, accountLevel };
};

/** The level that a person's account reaches. @throws Fault when the account may not sign in at all */
export function admit({ vneid, deceasedOn }: Person): Level {
  if (deceasedOn !== undefined) throw new Fault('person_deceased', `the holder died on ${deceasedOn}`);
  if (vneid.status === 'locked') throw new Fault('account_locked', 'the account is locked');
  if (vneid.status === 'not-activated')
    throw new Fault('account_not_activated', 'the account was never activated');
  if (vneid.status === 'none' || vneid.level === null)
    throw new Fault('no_account', 'this person has no account');
  return vneid.level === 2 ? 'LoA2' : 'LoA1';
}

/** A code by SMS: six digits, three minutes, five tries; our own figures, since the real ones are not public. */
export const OTP = { digits: 6, seconds: 180, tries: 5, lockSeconds: 900 } as const;

/** A QR code on the sign-in page. */
export const QR_SECONDS = 120;

/** Wrong tries of one person, by password or one-time code. */
export interface Tries {
  wrong: number;
  /** Epoch milliseconds of the token clock. */
  lockedUntil?: number;
}

/** One more wrong try: at the fifth the account rests. */
export const missed = (tries: Tries, now: number): Tries =>
  tries.wrong + 1 < OTP.tries
    ? { wrong: tries.wrong + 1 }
    : { wrong: 0, lockedUntil: now + OTP.lockSeconds * 1000 };

/** @throws Fault too_many_tries */
export function mayTry({ lockedUntil }: Tries, now: number): void {
  if (lockedUntil === undefined || lockedUntil <= now) return;
  const minutes = Math.ceil((lockedUntil - now) / 60_000);
  throw new Fault('too_many_tries', `sign-in rests for another ${minutes} min`, {
    headers: { 'retry-after': String(Math.ceil((lockedUntil - now) / 1000)) },
  });
}

/** `09•• ••• 123` */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 2)}•• ••• ${phone.slice(-3)}`;
