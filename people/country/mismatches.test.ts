import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Insurance, Person, Phone } from '../../contracts/person.ts';
import { indexOfNumber } from './block.ts';
import { citizenAt, citizenOf } from './index.ts';
import { groups, mismatches } from './mismatches/index.ts';
import { misspelt } from './misspelling.ts';

const SAMPLE = 100_000;
const bornIn = ({ birth }: Person) => ('year' in birth ? birth.year : Number(birth.date.slice(0, 4)));
const grown = (person: Person) => bornIn(person) <= 2011 && !person.deceasedOn;

const sim = (holds: (sim: Phone) => boolean) => (person: Person) =>
  !person.deceasedOn && person.phones.some(holds);
const insured = (holds: (insurance: Insurance, person: Person) => boolean) => (person: Person) =>
  person.insurance !== undefined && holds(person.insurance, person);
const reduced = (code: string) =>
  insured(({ status, reduction }) => status === 'reduced' && reduction === code);

/** What each tag says, asked of the data. */
const shows: Record<string, (person: Person) => boolean> = {
  'sim-under-cmnd': sim(({ registeredUnder }) => registeredUnder === 'cmnd'),
  'sim-other-owner': sim(({ registeredUnder }) => registeredUnder === 'other'),
  'sim-suspended': sim(({ status }) => status === 'suspended'),
  'sim-not-normalised': sim(({ status }) => status === 'not-normalised'),
  'no-sim': (person) => grown(person) && person.phones.length === 0,
  'deceased-sim-active': ({ deceasedOn, phones }) =>
    deceasedOn !== undefined && phones[0]?.status === 'active',
  'insurance-name-spelling': insured(({ name }, person) => name !== person.name.full),
  'insurance-birth-differs': insured(
    ({ birth }, person) => JSON.stringify(birth) !== JSON.stringify(person.birth),
  ),
  'insurance-expired': insured(({ to, status }) => status === 'valid' && to < '2026-01-01'),
  'insurance-revoked': insured(({ status }, { deceasedOn }) => status === 'revoked' && !deceasedOn),
  'insurance-old-card-expired': insured(({ previousCard }) => previousCard !== undefined),
  'insurance-reduced-120': reduced('120'),
  'insurance-reduced-121': reduced('121'),
  'insurance-reduced-122': reduced('122'),
  'insurance-reduced-123': reduced('123'),
  'insurance-reduced-124': reduced('124'),
  'insurance-defence': insured(({ status }) => status === 'defence'),
  'insurance-public-security': insured(({ status }) => status === 'public-security'),
  'no-insurance': ({ insurance }) => insurance === undefined,
  'no-identity-card': (person) => grown(person) && person.identityCard === undefined,
  'vneid-level-1': (person) => grown(person) && person.vneid.level === 1,
  'vneid-locked': (person) => grown(person) && person.vneid.status === 'locked',
  'vneid-not-activated': ({ vneid }) => vneid.status === 'not-activated',
  'vneid-none': (person) => grown(person) && person.vneid.level === null && person.identityCard !== undefined,
};

/** One pass over the sample for all tests. */
const digest = createHash('sha256');
const wrong: unknown[] = [];
const counted = new Map(mismatches.map(({ tag }) => [tag, { has: 0, could: 0 }]));
const families = new Map<string, number>();
for (let at = 0; at < SAMPLE; at++) {
  const person = citizenAt(at);
  digest.update(`${JSON.stringify(person)}\n`);
  const index = indexOfNumber(person.personalNumber);
  const shown = Object.keys(shows).filter((tag) => shows[tag]?.(person));
  const tagged = person.tags.filter((tag) => Object.hasOwn(shows, tag));
  const agrees = person.tags.includes('registers-agree');
  if (`${shown}` !== `${tagged}` || shown.length > 1 || agrees !== (shown.length === 0)) {
    wrong.push([person.personalNumber, shown, tagged]);
  }
  for (const { tag, among } of mismatches) {
    const count = counted.get(tag);
    if (!count || !groups[among].has(index, person)) continue;
    count.could += 1;
    if (tagged.includes(tag)) count.has += 1;
  }
  families.set(person.name.family, (families.get(person.name.family) ?? 0) + 1);
}

/**
 * The golden digest: the JSON of the first 100,000 citizens, a line each. It never changes. Tests of portals have
 * these people's numbers written down; whoever needs other people adds a block, and leaves this one alone.
 */
test('the first 100,000 citizens are those of the first day', () => {
  expect(digest.digest('hex')).toBe('7554f1263ae691f809fe5031cb8724fdb99d3d19c2372b47234277f790429c1f');
});

describe('mismatches', () => {
  test('each tag is on those of whom it is true, nobody has two, and everybody else agrees everywhere', () => {
    expect(wrong).toEqual([]);
    expect(Object.keys(shows).sort()).toEqual(mismatches.map(({ tag }) => tag).sort());
  });

  test.each(mismatches)('of 10,000 to whom it can happen, $share have $tag', ({ tag, share }) => {
    const { has, could } = counted.get(tag) ?? { has: 0, could: 0 };
    const p = share / 10_000;
    expect(Math.abs(has - could * p)).toBeLessThan(4 * Math.sqrt(could * p * (1 - p)));
    expect(has).toBeGreaterThan(20);
  });

  test('whoever stands in a SIM’s contract is a living relative', () => {
    for (const { phones, relatives, personalNumber } of Array.from({ length: 20_000 }, (_, at) =>
      citizenAt(at),
    )) {
      const owner = phones[0]?.owner?.personalNumber;
      if (owner === undefined) continue;
      const kin = [relatives.spouse, relatives.father, relatives.mother].map((each) => each?.personalNumber);
      expect(kin, personalNumber).toContain(owner);
      expect(citizenOf(owner)?.deceasedOn).toBeUndefined();
    }
  });
});

describe('names', () => {
  test.each([
    ['Nguyễn', 0.34, 0.39],
    ['Trần', 0.09, 0.12],
    ['Lê', 0.075, 0.1],
    ['Phạm', 0.055, 0.08],
  ])('%s is as frequent as it is', (family, least, most) => {
    const share = (families.get(family) ?? 0) / SAMPLE;
    expect(share).toBeGreaterThan(least);
    expect(share).toBeLessThan(most);
  });

  test('there are family names of the north, of the south and of the mountains', () => {
    for (const family of ['Vũ', 'Võ', 'Hoàng', 'Huỳnh', 'Nông', 'Thạch', 'Lò', 'Giàng', 'Đặng', 'Lý']) {
      expect(families.get(family), family).toBeGreaterThan(100);
    }
  });
});

test.each([
  ['Lý Thị Mai', 0, 'Lí Thị Mai'],
  ['Trần Mỹ Linh', 1, 'Trần Mĩ Linh'],
  ['Nguyễn Thúy Hà', 2, 'Nguyễn Thúy Ha'],
  ['Đỗ Quý Nam', 0, 'Do Quý Nam'],
  ['Mai Anh', 0, 'Mai An'],
])('a clerk who mistakes %s at word %i writes %s', (full, word, wrongly) => {
  expect(misspelt(full, word)).toBe(wrongly);
});
