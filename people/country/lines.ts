import { hash, pick, salt } from './draw.ts';
import { type People, peoples } from './peoples.ts';
import { type Place, populous, provinces } from './places.ts';

/** What a family line hands down from father to child. */
export const peopleOf = (line: number): People => pick(peoples, line, salt.linePeople);

/** Where the family comes from. */
export const nativeProvince = (line: number): string =>
  pick(peopleOf(line).provinces ?? populous, line, salt.lineProvince);

export const nativePlace = (line: number): Place =>
  pick(provinces.get(nativeProvince(line)) ?? [], line, salt.lineWard);

/** From Nghệ An southwards Võ, from Quảng Nam southwards Huỳnh too; to the north Vũ and Hoàng. */
const spelling = (family: string, province: string): string => {
  const [north = '', south] = family.split('/');
  if (south === undefined) return family;
  return province >= (south === 'Võ' ? '40' : '48') ? south : north;
};

export const familyOf = (line: number): string =>
  spelling(pick(peopleOf(line).families, line, salt.lineFamily), nativeProvince(line));

/** The family name of somebody who married into the line and is not in the registers by number. */
export const familyByMarriage = (line: number, key: number, purpose: number): string =>
  spelling(pick(peopleOf(line).families, hash(key, purpose), purpose), nativeProvince(line));
