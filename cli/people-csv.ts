import type { Person } from '../contracts/person.ts';

const columns: Readonly<Record<string, (person: Person) => string | number | null | undefined>> = {
  slug: ({ slug }) => slug,
  personalNumber: ({ personalNumber }) => personalNumber,
  family: ({ name }) => name.family,
  middle: ({ name }) => name.middle,
  given: ({ name }) => name.given,
  fullName: ({ name }) => name.full,
  gender: ({ gender }) => gender,
  birth: ({ birth }) => ('year' in birth ? birth.year : birth.date),
  deceasedOn: ({ deceasedOn }) => deceasedOn,
  ethnicity: ({ ethnicity }) => ethnicity,
  maritalStatus: ({ maritalStatus }) => maritalStatus,
  cmnd: ({ cmnd }) => cmnd,
  cardIssuedOn: ({ identityCard }) => identityCard?.issuedOn,
  cardExpiresOn: ({ identityCard }) => identityCard?.expiresOn,
  household: ({ household }) => household,
  householdHead: ({ relatives }) => relatives.householdHead?.personalNumber,
  father: ({ relatives }) => relatives.father?.personalNumber,
  mother: ({ relatives }) => relatives.mother?.personalNumber,
  spouse: ({ relatives }) => relatives.spouse?.personalNumber,
  provinceCode: ({ permanent }) => permanent?.province?.code,
  province: ({ permanent }) => permanent?.province?.name,
  wardCode: ({ permanent }) => permanent?.ward?.code,
  ward: ({ permanent }) => permanent?.ward?.name,
  address: ({ permanent }) => permanent?.detail,
  phone: ({ phones }) => phones[0]?.number,
  carrier: ({ phones }) => phones[0]?.carrier,
  phoneRegisteredUnder: ({ phones }) => phones[0]?.registeredUnder,
  phoneStatus: ({ phones }) => phones[0]?.status,
  insuranceNumber: ({ insurance }) => insurance?.number,
  insuranceCard: ({ insurance }) => insurance?.card,
  insuranceName: ({ insurance }) => insurance?.name,
  insuranceTo: ({ insurance }) => insurance?.to,
  insuranceStatus: ({ insurance }) => insurance?.status,
  vneidLevel: ({ vneid }) => vneid.level,
  vneidStatus: ({ vneid }) => vneid.status,
  tags: ({ tags }) => tags.join(' '),
  reason: ({ reason }) => reason.vi,
};

const names = Object.keys(columns);
const values = Object.values(columns);

/**
 * One cell after RFC 4180. A cell that a spreadsheet would run as a formula gets an apostrophe before it, which is
 * how spreadsheets are told that it is text.
 */
export function cell(value: string | number | null | undefined): string {
  if (value === undefined || value === null) return '';
  const text = String(value);
  // Nearly every cell is plain: one look is enough for it.
  if (!/^[=+\-@\t]|[",\r\n]/.test(text)) return text;
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvHeader = `${names.join(',')}\r\n`;

export const csvRow = (person: Person): string =>
  `${values.map((value) => cell(value(person))).join(',')}\r\n`;
