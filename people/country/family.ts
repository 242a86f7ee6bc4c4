import type { Person, Relative } from '../../contracts/person.ts';
import { isFemale, numberOf, yearOf } from './block.ts';
import { chance, draw, hash, salt } from './draw.ts';
import { asRelative } from './identity.ts';
import { fatherOf, householdOf, isDead, lineOf, spouseOf } from './kin.ts';
import { familyByMarriage, familyOf } from './lines.ts';
import { nameAmong } from './names.ts';

type Relatives = Person['relatives'];

/** In 2026, the year in which everybody's age is told. */
export const ageOf = (index: number): number => 2025 - yearOf(index);

const unregisteredFather = (index: number): Relative => {
  const line = lineOf(index);
  const year = yearOf(index) - 22 - draw(index, salt.fatherAge, 16);
  return { name: nameAmong(line, familyOf(line), year, 'men', hash(index, salt.fatherName)) };
};

const unregisteredMother = (index: number): Relative => {
  const line = lineOf(index);
  const year = yearOf(index) - 20 - draw(index, salt.motherAge, 14);
  const family = familyByMarriage(line, index, salt.motherFamily);
  return { name: nameAmong(line, family, year, 'women', hash(index, salt.motherName)) };
};

const unregisteredSpouse = (index: number): Relative => {
  const line = lineOf(index);
  const gender = isFemale(index) ? 'men' : 'women';
  const year = yearOf(index) - 3 + draw(index, salt.spouseAge, 7);
  const family = familyByMarriage(line, index, salt.spouseFamily);
  return { name: nameAmong(line, family, year, gender, hash(index, salt.spouseName)) };
};

/** Married, but to somebody who is not in the registers by number. */
const marriedElsewhere = (index: number): boolean =>
  ageOf(index) >= 30 &&
  spouseOf(index) < 0 &&
  householdOf(index) === index &&
  chance(index, salt.otherSpouse, 4000);

/** The one who heads a household of the country, if a citizen does. */
const headOf = (index: number, household: number): number => {
  if (household === index && spouseOf(index) < 0) return ageOf(index) < 18 ? -1 : index;
  return isDead(household) ? spouseOf(household) : household;
};

/** `known`: relatives whose names have been made already. */
const householdHead = (
  index: number,
  father: Relative,
  known: readonly Relative[],
): Relatives['householdHead'] => {
  const household = householdOf(index);
  if (household < 0) return undefined;
  const head = headOf(index, household);
  if (head < 0) return { name: father.name, relation: 'child' };
  const number = numberOf(head);
  const { name } = known.find(({ personalNumber }) => personalNumber === number) ?? asRelative(head);
  const relation = head === index ? 'self' : head === spouseOf(index) ? 'spouse' : 'child';
  return { name, personalNumber: number, relation };
};

/** 1 never married, 2 married, 3 divorced or widowed. */
export const maritalStatusOf = (index: number): string => {
  const spouse = spouseOf(index);
  if (spouse >= 0) return isDead(spouse) && !isDead(index) ? '3' : '2';
  if (marriedElsewhere(index)) return '2';
  return ageOf(index) >= 30 && chance(index, salt.divorced, 800) ? '3' : '1';
};

/**
 * The parents of a minor live: see `isDead`. The mother stands for the child, as in the cast. A widow's record and
 * that of the dead still name the spouse.
 */
export const relativesOf = (index: number, self: Relative): Relatives => {
  const father = fatherOf(index);
  const spouse = spouseOf(index);
  const fatherIs = father >= 0 ? asRelative(father) : unregisteredFather(index);
  const motherIs = father >= 0 ? asRelative(spouseOf(father)) : unregisteredMother(index);
  const relatives: Relatives = { father: fatherIs, mother: motherIs };
  if (spouse >= 0) relatives.spouse = asRelative(spouse);
  else if (marriedElsewhere(index)) relatives.spouse = unregisteredSpouse(index);
  if (ageOf(index) < 18) relatives.legalRepresentative = motherIs;
  const known = [self, fatherIs, motherIs, ...(relatives.spouse ? [relatives.spouse] : [])];
  const head = householdHead(index, fatherIs, known);
  if (head) relatives.householdHead = head;
  return relatives;
};
