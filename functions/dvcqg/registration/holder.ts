import type { Person } from '../../../contracts/person.ts';
import type { Holder } from './signature.ts';

// What the registers know of a holder, beyond what a certificate says.

export const birthOf = ({ birth }: Person): string => ('date' in birth ? birth.date : String(birth.year));

export function organisationOf({ organisation }: Person): Holder['organisation'] {
  if (!organisation) return undefined;
  const { name, taxCode, enterpriseCode, address } = organisation;
  const places = [address.detail, address.ward?.name, address.province?.name];
  return { name, taxCode, enterpriseCode, address: places.filter(Boolean).join(', ') };
}

export const agencyOf = ({ civilServant }: Person): Holder['agency'] =>
  civilServant && { name: civilServant.agency, code: civilServant.agencyCode };
