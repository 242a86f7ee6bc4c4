import { describe, expect, test } from 'vitest';
import { type Person, type Phone, personSchema } from '../contracts/person.ts';
import { subjectOf } from '../functions/_oidc/client.ts';
import { withDefaults } from '../functions/_oidc/client-defaults.ts';
import { fold } from './fold.ts';
import { cast, findBySlug } from './index.ts';
import { tagMeanings } from './tags.ts';

type Holds = (person: Person) => boolean;

const someSim =
  (holds: (sim: Phone, person: Person) => boolean): Holds =>
  (person) =>
    person.phones.some((sim) => holds(sim, person));

const insured =
  (holds: (insurance: NonNullable<Person['insurance']>, person: Person) => boolean): Holds =>
  (person) =>
    person.insurance !== undefined && holds(person.insurance, person);

const isVietnamese: Holds = ({ nationality }) => nationality === 'VN';
const yearOf = ({ birth }: Person) => ('year' in birth ? birth.year : Number(birth.date.slice(0, 4)));
const sharesWithAnother =
  (what: (person: Person) => unknown): Holds =>
  (person) =>
    cast.some((other) => other !== person && JSON.stringify(what(other)) === JSON.stringify(what(person)));

const initials = (name: string) => name.split(' ').map((word) => word[0]);
const sameInitials = (one: string, other: string) => `${initials(one)}` === `${initials(other)}`;
const spelling = (name: string) => fold(name).replaceAll('y', 'i');
/** The insurance has another name: of which kind? */
const otherName = (kind: 'spelling' | 'initials' | 'differs') =>
  insured(({ name }, person) => {
    if (name === person.name.full) return false;
    if (spelling(name) === spelling(person.name.full)) return kind === 'spelling';
    return kind === (sameInitials(name, person.name.full) ? 'initials' : 'differs');
  });

/** A day after the cast was made, before which nothing of it is meant to run out later. */
const today = '2026-01-01';
const oldCard = (expired: boolean) =>
  insured(({ previousCard }) => previousCard !== undefined && previousCard.to < today === expired);
const reduced = (code: string) => insured(({ reduction }) => reduction === code);

const familyOf = ({ relatives }: Person) => [
  relatives.father,
  relatives.mother,
  relatives.spouse,
  relatives.legalRepresentative,
];

const hasCertificates =
  (state: NonNullable<Person['signer']>['certificate']): Holds =>
  ({ signer }) =>
    signer?.certificate === state;

type PortalAccount = NonNullable<Person['portalAccounts']>[number];
const someAccount =
  (holds: (account: PortalAccount, person: Person) => boolean): Holds =>
  (person) =>
    (person.portalAccounts ?? []).some((one) => holds(one, person));
const isCitizens = ({ kind }: PortalAccount) => kind === 'citizen';
const portalPhone = ({ phones }: Person, account: PortalAccount) => account.phone ?? phones[0]?.number;
/** Whether an account of somebody else has the same. */
const accountShares = (what: (person: Person, account: PortalAccount) => string | undefined): Holds =>
  someAccount(
    (one, person) =>
      what(person, one) !== undefined &&
      cast.some(
        (other) =>
          other !== person && other.portalAccounts?.some((its) => what(other, its) === what(person, one)),
      ),
  );

/** What VNeID names somebody to the national portal, whatever the machine is called. */
const subjectAtPortal = (slug: string): string => {
  const metadata = withDefaults({ redirect_uris: ['http://localhost/dvcqg/commonauth'] }, []);
  return subjectOf({ id: 'dvcqg', issuedAt: 0, authMethods: [], metadata }, slug, 'vneid');
};

/** Every tag that data alone decide. */
const conditions: Record<string, Holds> = {
  'level-1': ({ vneid }) => vneid.level === 1,
  'level-2': ({ vneid }) => vneid.level === 2,
  'no-vneid': ({ vneid }) => vneid.level === null,
  active: ({ vneid }) => vneid.status === 'active',
  locked: ({ vneid }) => vneid.status === 'locked',
  'not-activated': ({ vneid }) => vneid.status === 'not-activated',
  'shared-email': (person) =>
    person.vneid.email !== undefined && sharesWithAnother(({ vneid }) => vneid.email)(person),
  deceased: ({ deceasedOn }) => deceasedOn !== undefined,
  minor: (person) => yearOf(person) > 2010,
  child: (person) => yearOf(person) > 2010,
  elderly: (person) => yearOf(person) < 1950,
  'birth-year-only': ({ birth }) => 'year' in birth,
  'birth-year-without-cmnd': ({ birth, cmnd }) => 'year' in birth && !cmnd,
  twins: sharesWithAnother(({ name, birth, relatives: { father, mother } }) =>
    father && mother ? [name.family, birth, father, mother] : name,
  ),
  'same-birth-date': sharesWithAnother(({ birth }) => birth),
  'no-middle-name': (person) => isVietnamese(person) && person.name.middle === '',
  'single-name': ({ name }) => !name.full.includes(' '),
  'long-name': ({ name }) => name.full.split(' ').length >= 6,
  'apostrophe-name': ({ name }) => name.full.includes("'"),
  'same-name': sharesWithAnother(({ name }) => name),
  'name-changed': ({ formerNames }) => formerNames !== undefined,
  'ethnic-minority': (person) => isVietnamese(person) && !['00', '01'].includes(person.ethnicity),
  'no-identity-card': ({ cmnd, identityCard }) => cmnd !== undefined && identityCard === undefined,
  'reissued-number': ({ formerNumbers }) => formerNumbers.length > 0,
  'former-number': ({ formerNumbers }) => formerNumbers.length > 0,
  'province-merged': ({ permanent }) => permanent?.beforeMerger?.province.name !== permanent?.province?.name,
  naturalised: (person) => isVietnamese(person) && person.birthRegistration?.country !== 'VN',
  foreigner: ({ nationality }) => nationality !== 'VN',
  'overseas-vietnamese': ({ nationality, origin }) => nationality !== 'VN' && origin?.country === 'VN',
  'residence-card': ({ residenceCard }) => residenceCard !== undefined,
  passport: ({ passport }) => passport !== undefined,
  'no-sim': ({ phones }) => phones.length === 0,
  'two-sims': ({ phones }) => phones.length === 2,
  'sim-under-cmnd': someSim(({ registeredUnder }) => registeredUnder === 'cmnd'),
  'sim-other-owner': someSim(({ owner }) => owner !== undefined),
  'sim-spouse-owner': someSim(
    ({ owner }, { relatives }) => owner !== undefined && owner.name.full === relatives.spouse?.name.full,
  ),
  'sim-stranger-owner': someSim(
    ({ owner }, person) =>
      owner !== undefined && familyOf(person).every((one) => one?.name.full !== owner.name.full),
  ),
  'sim-suspended': someSim(({ status }) => status === 'suspended'),
  'sim-not-normalised': someSim(({ status }) => status === 'not-normalised'),
  'sim-cancelled': someSim(({ status }) => status === 'cancelled'),
  'sim-ported': someSim(({ portedFrom }) => portedFrom !== undefined),
  'deceased-sim-active': someSim(({ status }, { deceasedOn }) => Boolean(deceasedOn) && status === 'active'),
  'no-insurance': ({ insurance }) => insurance === undefined,
  'insurance-name-differs': otherName('differs'),
  'insurance-name-initials': otherName('initials'),
  'insurance-name-spelling': otherName('spelling'),
  'insurance-birth-differs': insured(
    ({ birth }, person) => 'date' in birth && 'date' in person.birth && birth.date !== person.birth.date,
  ),
  'insurance-birth-more-exact': insured(
    ({ birth }, person) =>
      'date' in birth && 'year' in person.birth && Number(birth.date.slice(0, 4)) === person.birth.year,
  ),
  'insurance-expired': insured(({ status, to }) => status === 'valid' && to < today),
  'insurance-old-card-expired': oldCard(true),
  'insurance-old-card-valid': oldCard(false),
  'insurance-revoked': insured(({ status }) => status === 'revoked'),
  'insurance-defence': insured(({ status }) => status === 'defence'),
  'insurance-public-security': insured(({ status }) => status === 'public-security'),
  'insurance-reduced-120': reduced('120'),
  'insurance-reduced-121': reduced('121'),
  'insurance-reduced-122': reduced('122'),
  'insurance-reduced-123': reduced('123'),
  'insurance-reduced-124': reduced('124'),
  'insurance-no-card': insured(({ card }) => card === undefined),
  'post-account-only': ({ postAccount, vneid }) => postAccount?.status === 'active' && vneid.level === null,
  'post-locked': ({ postAccount }) => postAccount?.status === 'locked',
  'post-other-phone': ({ postAccount, phones }) =>
    postAccount !== undefined && phones.every(({ number }) => number !== postAccount.phone),
  'account-unverified': someAccount((one) => isCitizens(one) && one.number === 'unverified'),
  'account-verified': someAccount((one) => isCitizens(one) && one.number === 'verified'),
  'account-linked': someAccount(({ linkedSub }) => linkedSub !== undefined),
  'account-linked-other-subject': someAccount(
    ({ linkedSub }, { slug }) => linkedSub !== undefined && linkedSub !== subjectAtPortal(slug),
  ),
  'account-under-cmnd': someAccount(({ number }) => number === 'cmnd'),
  'account-under-former-number': someAccount(
    ({ otherNumber }, { formerNumbers }) => otherNumber !== undefined && formerNumbers.includes(otherNumber),
  ),
  'account-without-number': someAccount((one) => isCitizens(one) && one.number === 'none'),
  'account-name-differs': someAccount(({ name }, person) => (name ?? person.name.full) !== person.name.full),
  'account-birth-differs': someAccount(
    ({ birth }, person) => birth !== undefined && 'date' in person.birth && birth !== person.birth.date,
  ),
  'account-shared-phone': accountShares(portalPhone),
  'account-shared-email': accountShares((_, { email }) => email),
  'two-accounts': ({ portalAccounts = [] }) => portalAccounts.filter(isCitizens).length > 1,
  'account-locked': someAccount(({ status }) => status === 'locked'),
  'account-by-officer': someAccount(({ method }) => method === 'officer'),
  'account-enterprise': someAccount(({ kind }) => kind === 'enterprise'),
  'account-agency': someAccount(({ kind }) => kind === 'agency'),
  'certificate-expired': hasCertificates('expired'),
  'certificate-not-yet-valid': hasCertificates('not-yet-valid'),
  'certificate-revoked': hasCertificates('revoked'),
  'certificate-suspended': hasCertificates('suspended'),
  'certificate-wrong-key-usage': hasCertificates('wrong-key-usage'),
  'certificate-unknown-issuer': hasCertificates('unknown-issuer'),
  'certificate-missing-intermediate': hasCertificates('missing-intermediate'),
  'certificate-sha1': hasCertificates('sha1'),
  'no-certificate': hasCertificates('none'),
  'key-p256': ({ signer }) => signer?.key === 'p256',
  'key-rsa3072': ({ signer }) => signer?.key === 'rsa3072',
  'legal-representative': ({ organisation }) => organisation !== undefined,
  company: ({ organisation }) => organisation !== undefined,
  organisation: ({ organisation }) => organisation !== undefined,
  'tax-code': ({ organisation }) => organisation !== undefined,
  'civil-servant': ({ civilServant }) => civilServant !== undefined,
  official: ({ civilServant }) => civilServant !== undefined,
  'company-without-account': ({ organisation, portalAccounts = [] }) =>
    organisation !== undefined && !portalAccounts.some(({ kind }) => kind === 'enterprise'),
  'official-without-account': ({ civilServant, portalAccounts = [] }) =>
    civilServant !== undefined && !portalAccounts.some(({ kind }) => kind === 'agency'),
};

/** What the data do not say, or say only together with the story. */
const stories: Record<string, string[]> = {
  default: ['an'],
  'all-right': ['an', 'mai'],
  family: ['an', 'mai', 'hung', 'bao'],
  'legal-representative-needed': ['bao'],
  adopted: ['gia-huy'],
  divorced: ['quyen'],
  widowed: ['lai'],
  unicode: ['nguyet'],
  'two-normal-forms': ['nguyet'],
  nfc: ['nguyet'],
  nfd: ['nguyet'],
  'no-post-account': ['thom'],
};

const slugsOf = (people: readonly Person[]) => people.map(({ slug }) => slug);
const tagged = (tag: string) => slugsOf(cast.filter(({ tags }) => tags.includes(tag)));

describe('a tag', () => {
  test.each(Object.entries(conditions))(
    '"%s" is on those of whom it is true, and on nobody else',
    (tag, holds) => {
      expect(tagged(tag)).not.toEqual([]);
      expect(tagged(tag)).toEqual(slugsOf(cast.filter(holds)));
    },
  );

  test.each(Object.entries(stories))('"%s" is on those whose story it is', (tag, slugs) => {
    expect(tagged(tag)).toEqual(slugs);
  });

  test('has one meaning, and every meaning is somebody’s tag', () => {
    const known = [...Object.keys(conditions), ...Object.keys(stories)].toSorted();
    expect(Object.keys(tagMeanings).toSorted()).toEqual(known);
    expect([...new Set(cast.flatMap(({ tags }) => tags))].toSorted()).toEqual(known);
  });
});

describe('of those who are all right but for one thing', () => {
  test('the one without a post account has everything else in order', () => {
    const { insurance, phones, postAccount, vneid } = findBySlug('thom')!;
    expect([postAccount, vneid.level, vneid.status]).toEqual([undefined, 2, 'active']);
    expect(phones).toMatchObject([{ registeredUnder: 'personalNumber', status: 'active' }]);
    expect(insurance).toMatchObject({ status: 'valid', card: expect.any(String) });
  });

  test('the divorced and the widowed have no spouse on record', () => {
    for (const slug of [...tagged('divorced'), ...tagged('widowed')]) {
      expect(findBySlug(slug)).toMatchObject({ maritalStatus: '3' });
      expect(findBySlug(slug)?.relatives.spouse).toBeUndefined();
    }
  });

  test('the adopted child has a grandparent at the head of the household, and neither parent', () => {
    const { relatives } = findBySlug('gia-huy')!;
    expect(relatives.householdHead).toMatchObject({ relation: 'grandchild' });
    const parents = [relatives.father, relatives.mother].map((parent) => parent?.name.full);
    expect(parents).not.toContain(relatives.householdHead?.name.full);
  });

  test('whoever opened an account under the old card has that card and a personal number', () => {
    expect(findBySlug('nghia')).toMatchObject({ cmnd: '990000063', personalNumber: '099071000063' });
  });

  test('the twins’ numbers follow one another', () => {
    const numbers = tagged('twins').map((slug) => Number(findBySlug(slug)?.personalNumber));
    expect(numbers[1]).toBe((numbers[0] ?? 0) + 1);
  });
});

test('everybody can be added to a workspace as they are', () => {
  for (const person of cast) expect(personSchema.safeParse(person).error, person.slug).toBeUndefined();
});
