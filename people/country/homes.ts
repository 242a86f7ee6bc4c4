import type { Address } from '../../contracts/person.ts';
import { chance, draw, pick, salt } from './draw.ts';
import { lineOf } from './kin.ts';
import { nativePlace } from './lines.ts';
import { cities, type Place, provinces } from './places.ts';

/** Names a neighbourhood and no house, so that the address is nobody's. */
const addressIn = ({ address, neighbourhood }: Place, number: number): Address => ({
  ...address,
  detail: `${neighbourhood} ${number}`,
});

const cityOf = (key: number, purpose: number): Place =>
  pick(provinces.get(pick(cities, key, purpose)) ?? [], key, salt.homeWard);

/** Where the family comes from. */
export const nativeAddress = (index: number): Address => {
  const line = lineOf(index);
  return addressIn(nativePlace(line), 1 + draw(line, salt.lineDetail, 12));
};

/** Where a household is registered: at home, or in a city to which it moved. */
export const homeOf = (household: number): Address => {
  const moved = chance(household, salt.moved, 3000);
  const place = moved ? cityOf(household, salt.homeProvince) : nativePlace(lineOf(household));
  return addressIn(place, 1 + draw(household, salt.homeDetail, 15));
};

/** Where somebody lives for a while without being registered there. */
export const lodgingOf = (index: number): Address =>
  addressIn(cityOf(index, salt.away), 1 + draw(index, salt.away, 15));
