import type { Address } from '../contracts/person.ts';
import { castPlaces } from './cast/_places.ts';
import { provinces } from './country/places.ts';

type Division = Pick<Address, 'province' | 'district' | 'ward'>;

/** An address as a register writes it: codes of units, and what stands below them. Empty: not told. */
export interface CodedAddress {
  province: string;
  /** Only under the three levels that stood until 01/07/2025. */
  district: string;
  ward: string;
  detail: string;
}

const codesOf = ({ province, district, ward }: Division): string =>
  [province, district, ward].map((unit) => unit?.code ?? '').join(' ');

const namesOf = ({ province, district, ward }: Division): string[] =>
  [ward, district, province].flatMap((unit) => (unit ? [unit.name] : []));

/** Under both divisions, because a ward may have kept its code and changed its name. */
function listed(): ReadonlyMap<string, readonly string[]> {
  const country = [...provinces.values()].flat().map(({ address }) => address);
  const divisions = [...castPlaces, ...country].flatMap((place): Division[] =>
    place.beforeMerger ? [place, place.beforeMerger] : [place],
  );
  return new Map(divisions.map((division) => [codesOf(division), namesOf(division)]));
}

let names: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * An address on one line, from the house to the province, as a portal shows it that has the list of units. Codes that
 * are in no list are left out.
 */
export function lineOf({ province, district, ward, detail }: CodedAddress): string {
  names ??= listed();
  return [detail, ...(names.get([province, district, ward].join(' ')) ?? [])].filter(Boolean).join(', ');
}
