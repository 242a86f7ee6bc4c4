import { birthYear } from '../../contracts/_person/number.ts';
import type { PopulationRequest } from '../../contracts/_population-requests.ts';
import type { Birth, Person } from '../../contracts/person.ts';

/** A name as requests write it: upper case, no diacritics, letters alone. Both Unicode forms come to the same. */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll('Đ', 'D')
    .replace(/[^A-Z]/g, '');

const compact = (date: string): string => date.replaceAll('-', '');

/** The year is known of everybody, the day of most. A day that nobody knows cannot disagree. */
function bornThen(
  birth: Birth,
  { Nam, NgayThangNam }: { Nam?: string | undefined; NgayThangNam?: string | undefined },
) {
  const year = String(birthYear(birth));
  if (Nam !== undefined && Nam !== year) return false;
  if (NgayThangNam === undefined) return true;
  return 'date' in birth ? NgayThangNam === compact(birth.date) : NgayThangNam.startsWith(year);
}

/** Why a request is not about the person whom its number belongs to; undefined: it is. */
export function mismatch(person: Person | undefined, request: PopulationRequest): string | undefined {
  if (!person) return 'nobody has this number';
  if (plainName(person.name.full) !== request.HoVaTen) return `HoVaTen is not ${plainName(person.name.full)}`;
  const birth = 'NgayThangNamSinh' in request ? request.NgayThangNamSinh : {};
  return bornThen(person.birth, birth) ? undefined : 'NgayThangNamSinh is not the birth date';
}

/** An older state of the register, from before the card of twelve digits and before the merger of provinces. */
export function yearsAgo(person: Person): Person {
  const { spouse: _, ...relatives } = person.relatives;
  const { deceasedOn: __, ...alive } = person;
  const number = person.cmnd === undefined ? (person.formerNumbers[0] ?? person.personalNumber) : '';
  return { ...alive, personalNumber: number, maritalStatus: '1', relatives };
}

/** The day of that older state. */
export const YEARS_AGO = '2020-12-31';

/** Whether the older state answers a request by this number: it knows no personal number of whoever has a CMND. */
export const knownYearsAgo = (person: Person, { SoCMND }: PopulationRequest): boolean =>
  SoCMND !== undefined || person.cmnd === undefined;
