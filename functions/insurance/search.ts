import type { Address, Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { everybody, personByCmnd, personByNumber } from '../_kit/people.ts';
import { sameBirth, sameName, sameUnaccented } from './compare.ts';

export interface SearchRequest {
  maTinh: string;
  maHuyen?: string | undefined;
  maXa?: string | undefined;
  hoTen: string;
  isCoDau: 'true' | 'false';
  ngaySinh?: string | undefined;
  soCMND?: string | undefined;
}

const MOST = 50;

const codesOf = (address: Address | undefined): string[] =>
  [address, address?.beforeMerger].flatMap((units) =>
    [units?.province, units?.district, units?.ward].flatMap((unit) => (unit ? [unit.code] : [])),
  );

/** Clients send `null` as a word for a level that they do not ask about. */
const given = (value: string | undefined): value is string =>
  value !== undefined && value !== '' && value !== 'null';

function livesThere({ permanent, current }: Person, { maTinh, maHuyen, maXa }: SearchRequest): boolean {
  const codes = [...codesOf(permanent), ...codesOf(current)];
  return [maTinh, maHuyen, maXa].filter(given).every((code) => codes.includes(code));
}

function isMeant(person: Person, asked: SearchRequest): boolean {
  const { insurance } = person;
  if (!insurance || !livesThere(person, asked)) return false;
  const same = asked.isCoDau === 'true' ? sameName : sameUnaccented;
  if (!same(asked.hoTen, insurance.name)) return false;
  return !given(asked.ngaySinh) || sameBirth(asked.ngaySinh, insurance.birth);
}

async function candidates(x: Exchange<SearchRequest>): Promise<Person[]> {
  const { soCMND } = x.input;
  if (!given(soCMND)) return everybody(x);
  const person = await (soCMND.length === 9 ? personByCmnd(x, soCMND) : personByNumber(x, soCMND));
  return person ? [person] : [];
}

/** Who has this name there, by the name that the insurance register has. */
export const found = async (x: Exchange<SearchRequest>): Promise<Person[]> =>
  (await candidates(x)).filter((person) => isMeant(person, x.input)).slice(0, MOST);
