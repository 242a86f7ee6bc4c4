import { describe, expect, test } from 'vitest';
import type { Person, Relative } from '../../contracts/person.ts';
import { citizenAt, citizenOf } from './index.ts';

const sample = Array.from({ length: 5000 }, (_, at) => citizenAt(at));
const bornIn = ({ birth }: Person) => ('year' in birth ? birth.year : Number(birth.date.slice(0, 4)));
const met = new Map<string, Person | undefined>();
const citizen = (relative: Relative | undefined): Person | undefined => {
  const number = relative?.personalNumber;
  if (number === undefined) return undefined;
  if (!met.has(number)) met.set(number, citizenOf(number));
  return met.get(number);
};

/** Everybody in the sample with a citizen in that role, and that citizen. */
const peopleWith = (role: 'father' | 'mother' | 'spouse' | 'legalRepresentative' | 'householdHead') =>
  sample.flatMap((person) => {
    const other = citizen(person.relatives[role]);
    return other ? [{ person, other, relative: person.relatives[role] }] : [];
  });

const children = peopleWith('father');
const couples = peopleWith('spouse');

describe('relatives', () => {
  test('many have parents and a spouse in the registers, and some have not', () => {
    for (const { length } of [children, couples]) {
      expect(length).toBeGreaterThan(sample.length / 4);
      expect(length).toBeLessThan(sample.length * 0.9);
    }
  });

  test('whoever is named by number is a citizen, under that name', () => {
    for (const { name, relatives, phones } of sample) {
      for (const relative of [...Object.values(relatives), ...phones.flatMap(({ owner }) => owner ?? [])]) {
        if (relative.personalNumber) expect(citizen(relative)?.name, name.full).toEqual(relative.name);
      }
    }
  });

  test('husband and wife point at each other, and are of an age to', () => {
    for (const { person, other } of couples) {
      expect(other.relatives.spouse).toEqual({ name: person.name, personalNumber: person.personalNumber });
      expect(other.gender).not.toBe(person.gender);
      expect(Math.abs(bornIn(other) - bornIn(person))).toBeLessThanOrEqual(5);
      expect(bornIn(person)).toBeLessThanOrEqual(2004);
    }
  });

  test('a child’s parents are a man and a woman, each other’s spouse, 18 to 45 years older', () => {
    for (const { person, other: father } of children) {
      const mother = citizen(person.relatives.mother);
      expect([father.gender, mother?.gender]).toEqual(['male', 'female']);
      expect(father.relatives.spouse?.personalNumber).toBe(mother?.personalNumber);
      for (const parent of [father, mother as Person]) {
        expect(bornIn(person) - bornIn(parent)).toBeGreaterThanOrEqual(18);
        expect(bornIn(person) - bornIn(parent)).toBeLessThanOrEqual(45);
      }
    }
  });

  test('a child has the father’s family name and people, and was registered where he lived', () => {
    for (const { person, other: father } of children) {
      expect([person.name.family, person.ethnicity, person.origin]).toEqual([
        father.name.family,
        father.ethnicity,
        father.origin,
      ]);
    }
    for (const { name, relatives } of sample) expect(relatives.father?.name.family).toBe(name.family);
  });

  test('nobody is married to a sibling, a parent or a cousin', () => {
    const parentsOf = (person: Person | undefined) =>
      [person?.relatives.father, person?.relatives.mother].flatMap((each) => each?.personalNumber ?? []);
    const grandparentsOf = (person: Person) =>
      [person.relatives.father, person.relatives.mother].flatMap((each) => parentsOf(citizen(each)));
    for (const { person, other } of couples.slice(0, 2000)) {
      expect(parentsOf(person)).not.toContain(other.personalNumber);
      const ancestors = [...parentsOf(person), ...grandparentsOf(person)];
      const theirs = [...parentsOf(other), ...grandparentsOf(other)];
      expect(ancestors.filter((each) => theirs.includes(each))).toEqual([]);
    }
  });

  test('marital status: married with a spouse, widowed when only the spouse has died, else never or no longer', () => {
    for (const person of sample) {
      const { spouse } = person.relatives;
      const widowed = citizen(spouse)?.deceasedOn !== undefined && !person.deceasedOn;
      expect(spouse && !widowed ? ['2'] : widowed ? ['3'] : ['1', '3']).toContain(person.maritalStatus);
      if (bornIn(person) > 2007) expect(person.maritalStatus).toBe('1');
    }
  });

  test('whoever is under eighteen has a representative, who lives', () => {
    for (const person of sample) {
      const { legalRepresentative, mother } = person.relatives;
      expect(legalRepresentative).toEqual(bornIn(person) >= 2008 ? mother : undefined);
      if (legalRepresentative) expect(citizen(legalRepresentative)?.deceasedOn).toBeUndefined();
    }
  });
});

describe('households', () => {
  test('the dead have none; everybody else has one, with a head', () => {
    for (const { deceasedOn, household, relatives } of sample) {
      expect(household === undefined).toBe(deceasedOn !== undefined);
      expect(relatives.householdHead === undefined).toBe(deceasedOn !== undefined);
    }
  });

  test('those who live together have one number, one head and one address', () => {
    const together = peopleWith('householdHead');
    expect(together.length).toBeGreaterThan(sample.length / 2);
    for (const { person, other: head } of together) {
      expect(head.deceasedOn).toBeUndefined();
      expect(head.household).toBe(person.household);
      expect(head.permanent).toEqual(person.permanent);
      if (person !== head && person.personalNumber !== head.personalNumber) {
        expect(person.current).toEqual(head.current);
      }
      expect(head.relatives.householdHead).toMatchObject({
        personalNumber: head.personalNumber,
        relation: 'self',
      });
    }
  });

  test('the relation to the head is what the records say it is', () => {
    for (const { person, other: head, relative } of peopleWith('householdHead')) {
      const { father, mother, spouse } = person.relatives;
      const number = head.personalNumber;
      const relation =
        number === person.personalNumber
          ? 'self'
          : spouse?.personalNumber === number
            ? 'spouse'
            : [father, mother].some((parent) => parent?.personalNumber === number) && 'child';
      expect(relative).toMatchObject({ relation });
    }
  });

  test('husband and wife live together while both live', () => {
    for (const { person, other } of couples) {
      if (!person.deceasedOn && !other.deceasedOn) expect(other.household).toBe(person.household);
    }
  });

  test('a number is one household’s only: of one head', () => {
    const heads = new Map<string, string>();
    for (const { household, relatives, personalNumber } of sample) {
      if (household === undefined) continue;
      const head = relatives.householdHead?.personalNumber ?? personalNumber;
      expect(heads.get(household) ?? head).toBe(head);
      heads.set(household, head);
    }
  });
});
