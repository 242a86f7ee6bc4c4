import type { Person } from '../../contracts/person.ts';
import { chance, draw, salt } from './draw.ts';
import { ageOf, maritalStatusOf, relativesOf } from './family.ts';
import { homeOf, lodgingOf, nativeAddress } from './homes.ts';
import { deathOf, identityOf } from './identity.ts';
import { fatherOf, householdOf, lineOf, spouseOf } from './kin.ts';
import { peopleOf } from './lines.ts';
import { groups, type Mismatch, mismatches } from './mismatches/index.ts';
import { paperMismatches } from './mismatches/papers.ts';
import { account, cmndOf, identityCardOf, vneidOf } from './papers.ts';
import { insuranceOf, postAccountOf, simsOf } from './registers.ts';

/** Only who lives alone may live away from home, so that a household has one address. */
const addressesOf = (
  index: number,
): Pick<Person, 'birthRegistration' | 'origin' | 'permanent' | 'current'> => {
  const household = householdOf(index);
  const father = fatherOf(index);
  const permanent = homeOf(household < 0 ? index : household);
  const alone = household === index && spouseOf(index) < 0 && ageOf(index) >= 18;
  return {
    birthRegistration: father < 0 ? nativeAddress(index) : homeOf(father),
    origin: nativeAddress(index),
    permanent,
    current: alone && chance(index, salt.away, 1500) ? lodgingOf(index) : permanent,
  };
};

const reasonOf = (what: { vi: string; en: string }): Person['reason'] =>
  Object.freeze({
    vi: `Công dân suy ra từ số định danh. ${what.vi}`,
    en: `Derived from the personal number. ${what.en}`,
  });

const reasons = new Map(mismatches.map((mismatch) => [mismatch, reasonOf(mismatch)]));
const allRight = reasonOf({ vi: 'Mọi cơ sở dữ liệu khớp nhau.', en: 'All registers agree.' });

const bloodTypes = ['00', '00', '00', '00', '01', '02', '03', '04'];

/** What everybody has, in the order in which the contract has it. Spreads would make half as many a second. */
const wholly = (index: number): Person => {
  const { slug, personalNumber, name, gender, birth } = identityOf(index);
  const { birthRegistration, origin, permanent, current } = addressesOf(index);
  return {
    slug,
    personalNumber,
    formerNumbers: [],
    name,
    gender,
    birth,
    nationality: 'VN',
    ethnicity: peopleOf(lineOf(index)).code,
    religion: '00',
    bloodType: bloodTypes[draw(index, salt.blood, 8)] ?? '00',
    maritalStatus: maritalStatusOf(index),
    birthRegistration,
    origin,
    permanent,
    current,
    relatives: relativesOf(index, { name, personalNumber }),
    phones: simsOf(index),
    vneid: account(null, 'none'),
    reason: allRight,
    tags: [],
  };
};

/** Somebody with whom nothing is wrong. */
const flawless = (index: number): Person => {
  const person = wholly(index);
  const [cmnd, deceasedOn, household] = [cmndOf(index), deathOf(index), householdOf(index)];
  const identityCard = identityCardOf(index, person);
  const postAccount = postAccountOf(index, person.phones);
  person.vneid = vneidOf(index, person.personalNumber, identityCard !== undefined);
  person.insurance = insuranceOf(index, person);
  if (cmnd) person.cmnd = cmnd;
  if (identityCard) person.identityCard = identityCard;
  if (household >= 0) person.household = `HK99${String(household).padStart(7, '0')}`;
  if (postAccount) person.postAccount = postAccount;
  if (deceasedOn) {
    person.deceasedOn = deceasedOn;
    person.insurance.to = deceasedOn;
    person.insurance.status = 'revoked';
  }
  return person;
};

/** Each mismatch has a stretch of 0 … 9,999; those of the dead have one of their own. */
const stretches = (dead: boolean): Mismatch[] =>
  mismatches
    .filter(({ among }) => (among === 'dead') === dead)
    .flatMap((mismatch) => Array<Mismatch>(mismatch.share).fill(mismatch));

const ofTheLiving = stretches(false);
const ofTheDead = stretches(true);

const mismatchOf = (index: number, person: Person): Mismatch | undefined => {
  const mismatch = (person.deceasedOn ? ofTheDead : ofTheLiving)[draw(index, salt.mismatch, 10_000)];
  return mismatch && groups[mismatch.among].has(index, person) ? mismatch : undefined;
};

/** What the population database is asked for most: who somebody is, and whether they live. */
export type CitizenRecord = Pick<
  Person,
  'slug' | 'personalNumber' | 'name' | 'gender' | 'birth' | 'nationality' | 'vneid' | 'deceasedOn'
>;

const papers: ReadonlySet<Mismatch | undefined> = new Set(paperMismatches);

/** The same as in the whole person, in a quarter of the time. */
export const recordOfIndex = (index: number): CitizenRecord => {
  const deceasedOn = deathOf(index);
  const drawn = (deceasedOn ? ofTheDead : ofTheLiving)[draw(index, salt.mismatch, 10_000)];
  // Only those of papers change anything here, and they look at the whole person.
  if (papers.has(drawn)) return citizenOfIndex(index);
  const identity = identityOf(index);
  const vneid = vneidOf(index, identity.personalNumber, identityCardOf(index, identity) !== undefined);
  return { ...identity, nationality: 'VN', vneid, ...(deceasedOn && { deceasedOn }) };
};

/** In the cast's words where it has one. */
const tagsOf = (index: number, person: Person, mismatch?: Mismatch): string[] => {
  const { deceasedOn, birth, vneid, ethnicity, phones } = person;
  const tags = ['country', mismatch?.tag ?? 'registers-agree'];
  if (deceasedOn) tags.push('deceased');
  if (ageOf(index) < 18) tags.push('minor');
  if ('year' in birth) tags.push('birth-year-only');
  if (ethnicity !== '01') tags.push('ethnic-minority');
  if (phones[0]?.portedFrom) tags.push('sim-ported');
  if (vneid.level === null) tags.push('no-vneid');
  else tags.push(`level-${vneid.level}`, vneid.status);
  return tags;
};

/** The citizen at an index, a new object each time. */
export const citizenOfIndex = (index: number): Person => {
  const person = flawless(index);
  const mismatch = mismatchOf(index, person);
  mismatch?.apply(person, index);
  person.reason = (mismatch && reasons.get(mismatch)) ?? allRight;
  person.tags = tagsOf(index, person, mismatch);
  return person;
};
