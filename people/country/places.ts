import type { Address } from '../../contracts/person.ts';
import { weighted } from './draw.ts';
import { central } from './places/central.ts';
import { north } from './places/north.ts';
import type { Province } from './places/province.ts';
import { south } from './places/south.ts';

type Unit = NonNullable<Address['ward']>;

export interface Place {
  address: Omit<Address, 'detail'>;
  /** How a neighbourhood is called there. */
  neighbourhood: string;
}

const unit = (text: string): Unit =>
  Object.freeze({ code: text.slice(0, text.indexOf(' ')), name: text.slice(text.indexOf(' ') + 1) });

const neighbourhoods = {
  north: { urban: 'Tổ dân phố số', rural: 'Thôn' },
  central: { urban: 'Tổ dân phố', rural: 'Thôn' },
  south: { urban: 'Khu phố', rural: 'Ấp' },
};

const placesOf = ({ province, wards }: Province, region: keyof typeof neighbourhoods): Place[] =>
  wards.map((text) => {
    const [now = '', before = ''] = text.split(' < ');
    const [ward = '', district = '', formerProvince = ''] = before.split(', ');
    const address = {
      country: 'VN',
      province: unit(province),
      ward: unit(now),
      beforeMerger: Object.freeze({
        province: unit(formerProvince),
        district: unit(district),
        ward: unit(ward),
      }),
    };
    const kind = address.ward.name.startsWith('Phường') ? 'urban' : 'rural';
    return { address: Object.freeze(address), neighbourhood: neighbourhoods[region][kind] };
  });

const regions = { north, central, south };

/** Provinces by code, each with its places. */
export const provinces: ReadonlyMap<string, readonly Place[]> = new Map(
  (['north', 'central', 'south'] as const).flatMap((region) =>
    regions[region].map((each) => [each.province.slice(0, 2), placesOf(each, region)] as const),
  ),
);

/** Province codes, each as often as it is populous. */
export const populous: readonly string[] = weighted(
  [...north, ...central, ...south].map(({ province, weight }) => [weight, province.slice(0, 2)] as const),
);

/** Where people move to for work. */
export const cities: readonly string[] = weighted([
  [10, '79'],
  [7, '01'],
  [3, '75'],
  [2, '24'],
  [2, '31'],
  [2, '48'],
  [1, '92'],
]);
