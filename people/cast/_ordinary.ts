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
  without?: readonly (
    | 'cmnd'
    | 'identityCard'
    | 'permanent'
    | 'sim'
    | 'vneid'
    | 'insurance'
    | 'insuranceCard'
  )[];
  /** How the SIM, the insurance and anything else differ from an ordinary person's. */
  sim?: Partial<Phone>;
  insured?: Partial<Insurance>;
  also?: Partial<Person>;
  /** Of the national portal. */
  portalAccounts?: NonNullable<Person['portalAccounts']>;
  /** In which state the certificates are, and the kind of key. */
  signer?: NonNullable<Person['signer']>;
  vi: string;
  en: string;
  tags: readonly string[];
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

const commonTags = (vneid: Person['vneid'], year: number, also: Partial<Person> = {}): string[] => [
  ...(vneid.level === null ? ['no-vneid'] : [`level-${vneid.level}`, vneid.status]),
  ...(year < firstMinors ? [] : ['minor', 'child']),
  ...(year < 1950 ? ['elderly'] : []),
  ...(also.ethnicity ? ['ethnic-minority'] : []),
];

/** With data alone, and no function a person: whatever runs while a module is read slows a cold start. */
const papersOf = (who: Ordinary, identity: Identity, year: number): Partial<Person> => {
  const serial = who.number.slice(-2);
  const { without = [] } = who;
  const papers: Partial<Person> = livingAt(...who.home);
  if (without.includes('permanent')) delete papers.permanent;
  if (year <= lastOldCards && !without.includes('cmnd')) papers.cmnd = `9900000${serial}`;
  if (!without.includes('identityCard')) {
    papers.identityCard = card(identity.birth, issuedTo(year, Number(serial)));
  }
  if (!without.includes('insurance')) {
    papers.insurance = insured(identity, `99000000${serial}`, who.group ?? 'DN4', who.insured);
    if (without.includes('insuranceCard')) delete papers.insurance.card;
  }
  if (who.parents) papers.relatives = { father: kin(who.parents[0]), mother: kin(who.parents[1]) };
  return papers;
};

/**
 * Somebody about whom all is in order and all registers agree, but for what is said of them. The tags that tell
 * how the account stands, and whether this is a child, are added.
 */
export const ordinary = (who: Ordinary): Person => {
  const identity = identityOf(who);
  const year = yearOf(identity.birth);
  const { without = [], also } = who;
  const number = `09500001${who.number.slice(-2)}` as `0950000${string}`;
  const vneid =
    also?.vneid ??
    (without.includes('vneid') ? account(null, 'none') : account(2, 'active', `${who.slug}@example.vn`));
  return citizen({
    ...identity,
    maritalStatus: '1',
    ...papersOf(who, identity, year),
    phones: without.includes('sim') ? [] : [{ ...ownSim(number, who.carrier ?? 'viettel'), ...who.sim }],
    vneid,
    reason: { vi: who.vi, en: who.en },
    ...(who.portalAccounts && { portalAccounts: who.portalAccounts }),
    ...(who.signer && { signer: who.signer }),
    ...also,
    tags: [...who.tags, ...commonTags(vneid, year, also)],
  });
};
