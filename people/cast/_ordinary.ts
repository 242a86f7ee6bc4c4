import type { Birth, Insurance, Name, Person, Phone, Relative } from '../../contracts/person.ts';
import { account, card, citizen, type Identity, insured, livingAt, named, ownSim } from './_citizen.ts';
import type { Place } from './_places.ts';

export interface Ordinary {
  slug: string;
  /** Its last two digits are those of the person's phone, old card and insurance numbers too. */
  number: `099${string}`;
  /** Family, middle and given name as they are written, or already in parts. */
  name: string | Name;
  /** A day, or a year when no more is known. */
  born: string | number;
  home: readonly [Place, detail: string];
  parents?: readonly [father: string, mother: string];
  carrier?: Phone['carrier'];
  /** Who is insured and how well: DN4 is an employee. */
  group?: string;
  /** What everybody else has. */
  without?: readonly ('cmnd' | 'identityCard' | 'insurance' | 'permanent')[];
  vi: string;
  en: string;
  tags: readonly string[];
}

/** What the person would have if nothing were unusual. */
interface Own {
  sim: Phone;
  insurance: Insurance;
  email: string;
}

/** "Trần Thị Mai": the first word is the family name, the last one the given name, as most people have it. */
export const nameOf = (full: string): Name => {
  const words = full.split(' ');
  const given = words.pop() ?? '';
  return named(words.shift() ?? '', words.join(' '), given);
};

export const kin = (full: string): Relative => ({ name: nameOf(full) });

const lastOldCards = 2000;
const firstMinors = 2011;

/** When the identity card was given: to adults in the year of the great issue, to children as the law let them. */
const issuedTo = (year: number, serial: number): string =>
  `${year < firstMinors ? '2021-0' : '2024-1'}${1 + (serial % (year < firstMinors ? 9 : 2))}-${10 + (serial % 18)}`;

const identityOf = ({ slug, number, name, born }: Ordinary): Identity => ({
  slug,
  personalNumber: number,
  name: typeof name === 'string' ? nameOf(name) : name,
  gender: Number(number[3]) % 2 === 0 ? 'male' : 'female',
  birth: typeof born === 'number' ? { year: born } : { date: born },
});

const yearOf = (birth: Birth): number => ('year' in birth ? birth.year : Number(birth.date.slice(0, 4)));

const commonTags = ({ vneid, birth, ethnicity, nationality }: Person): string[] => [
  ...(vneid.level === null ? ['no-vneid'] : [`level-${vneid.level}`, vneid.status]),
  ...(yearOf(birth) < firstMinors ? [] : ['minor', 'child']),
  ...(yearOf(birth) < 1950 ? ['elderly'] : []),
  ...(ethnicity === '01' || nationality !== 'VN' ? [] : ['ethnic-minority']),
];

/**
 * Somebody about whom all is in order and all registers agree, but for what `unusual` changes. The tags that say
 * how the account stands, and whether this is a child, are added.
 */
export const ordinary = (who: Ordinary, unusual: (own: Own) => Partial<Person> = () => ({})): Person => {
  const identity = identityOf(who);
  const serial = who.number.slice(-2);
  const year = yearOf(identity.birth);
  const sim = ownSim(`09500001${serial}` as `0950000${string}`, who.carrier ?? 'viettel');
  const insurance = insured(identity, `99000000${serial}`, who.group ?? 'DN4');
  const email = `${who.slug}@example.vn` as const;
  const person: Person = {
    ...citizen({
      ...identity,
      ...(year <= lastOldCards && { cmnd: `9900000${serial}` }),
      maritalStatus: '1',
      identityCard: card(identity.birth, issuedTo(year, Number(serial))),
      ...livingAt(...who.home),
      ...(who.parents && { relatives: { father: kin(who.parents[0]), mother: kin(who.parents[1]) } }),
      phones: [sim],
      insurance,
      vneid: account(2, 'active', email),
      reason: { vi: who.vi, en: who.en },
      tags: [],
    }),
    ...unusual({ sim, insurance, email }),
  };
  for (const field of who.without ?? []) delete person[field];
  return citizen({ ...person, tags: [...who.tags, ...commonTags(person)] });
};
