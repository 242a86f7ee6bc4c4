import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPassword, isSandboxNumber, type Person, personSchema } from '../../contracts/person.ts';
import { cast } from '../index.ts';
import {
  COUNT,
  citizenAt,
  citizenByCmnd,
  citizenByInsurance,
  citizenByPhone,
  citizenBySlug,
  citizenOf,
  isCitizenNumber,
} from './index.ts';
import { mismatchTable } from './table.ts';

const position = fc.integer({ min: 0, max: COUNT - 1 });
const runs = { numRuns: 1000 };
const always = (holds: (person: Person) => void) =>
  fc.assert(
    fc.property(position, (at) => holds(citizenAt(at))),
    runs,
  );

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

describe('the block', () => {
  test.each([
    ['the first man', '099020100000'],
    ['the first woman', '099120100000'],
    ['the last serial', '099190139999'],
    ['the first of the new century', '099200100000'],
    ['the last man', '099225139999'],
    ['the last woman', '099325139999'],
  ])('%s is a citizen', (_who, number) => {
    expect(isCitizenNumber(number)).toBe(true);
    expect(citizenOf(number)).toMatchObject({ personalNumber: number, slug: `cd-${number}` });
  });

  test.each([
    ['a year too early', '099019100000'],
    ['a year too late', '099226100000'],
    ['a serial of the cast', '099090000001'],
    ['the serial before', '099090099999'],
    ['the serial after', '099090140000'],
    ['a century to come', '099420100000'],
    ['a province that exists', '001090100000'],
    ['too short', '09909010000'],
    ['too long', '0990901000000'],
    ['digits of another script', '٠99090100000'],
    ['a line after it', '099090100000\n'],
    ['nothing', ''],
  ])('%s is nobody', (_what, number) => {
    expect(isCitizenNumber(number)).toBe(false);
    expect(citizenOf(number)).toBeUndefined();
    expect(citizenBySlug(`cd-${number}`)).toBeUndefined();
  });

  test('a walk over the positions meets nobody twice, and mixes ages from its beginning', () => {
    const numbers = Array.from({ length: 20_000 }, (_, at) => citizenAt(at).personalNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    const decades = new Set(numbers.slice(0, 100).map((number) => number.slice(3, 5)));
    expect(decades.size).toBeGreaterThan(15);
    expect(isCitizenNumber(citizenAt(COUNT - 1).personalNumber)).toBe(true);
    for (const beyond of [-1, 0.5, COUNT]) expect(() => citizenAt(beyond)).toThrow(RangeError);
  });

  test('nobody of the cast is in it, nor has a number of the country', () => {
    for (const { personalNumber, phones, cmnd = '', insurance } of cast) {
      expect(citizenOf(personalNumber)).toBeUndefined();
      for (const { number } of phones) expect(citizenByPhone(number)).toBeUndefined();
      expect(citizenByCmnd(cmnd)).toBeUndefined();
      expect(citizenByInsurance(insurance?.number ?? '')).toBeUndefined();
    }
  });
});

describe('each citizen', () => {
  test('satisfies the contract as they stand, with no default to fill in', () => {
    always((person) => {
      expect(personSchema.parse(person)).toEqual(person);
    });
  });

  test('is the same each time, and a new object each time', () => {
    fc.assert(
      fc.property(position, (at) => {
        const [one, other] = [citizenAt(at), citizenAt(at)];
        expect(one).toEqual(other);
        one.phones.length = 0;
        one.vneid.status = 'locked';
        one.relatives = {};
        expect(citizenAt(at)).toEqual(other);
      }),
      { numRuns: 200 },
    );
  });

  test('has numbers and an e-mail address that nobody real can have', () => {
    always(({ personalNumber, phones, cmnd = '990100000', insurance, vneid }) => {
      expect(isSandboxNumber(personalNumber)).toBe(true);
      for (const { number } of phones) expect(number).toMatch(/^095(?!00\d{5}$)\d{7}$/);
      expect(cmnd).toMatch(/^99(?!00\d{5}$)\d{7}$/);
      if (insurance) expect(insurance.number).toMatch(/^99(?!000)\d{8}$/);
      expect(vneid).toMatchObject({ password: defaultPassword });
      if (vneid.email) expect(vneid.email).toMatch(/@example\.vn$/);
    });
  });

  test('is written in NFC throughout, and in Vietnamese', () => {
    always((person) => {
      for (const text of stringsIn(person)) expect(text).toBe(text.normalize('NFC'));
      for (const { name } of [person, ...Object.values(person.relatives)]) {
        expect(name.full).toMatch(/^\p{Lu}\p{Ll}*( \p{Lu}\p{Ll}*){1,4}$/u);
      }
    });
  });

  test('says in two languages what they are', () => {
    always(({ reason, tags }) => {
      expect(reason.vi).toMatch(/[ăâđêôơư\u1ea0-\u1ef9]/);
      expect(reason.en).toMatch(/^Derived from the personal number\. [A-Z].*\.$/);
      expect(tags[0]).toBe('country');
    });
  });

  test('lives at an address that names no house', () => {
    always(({ permanent, origin, birthRegistration, current }) => {
      for (const address of [permanent, origin, birthRegistration, current]) {
        expect(address?.detail).toMatch(/^(Tổ dân phố( số)?|Thôn|Khu phố|Ấp) \d{1,2}$/);
        expect(address?.beforeMerger?.ward.code).toMatch(/^\d{5}$/);
      }
    });
  });
});

describe('the look-ups', () => {
  test('by slug, phone, old card and insurance number agree with the one by personal number', () => {
    always((person) => {
      expect(citizenOf(person.personalNumber)).toEqual(person);
      expect(citizenBySlug(person.slug)).toEqual(person);
      for (const { number } of person.phones) {
        expect(citizenByPhone(number)).toEqual(person);
        expect(citizenByPhone(`+84${number.slice(1)}`)).toEqual(person);
      }
      if (person.cmnd) expect(citizenByCmnd(person.cmnd)).toEqual(person);
      if (person.insurance) expect(citizenByInsurance(person.insurance.number)).toEqual(person);
    });
  });

  test('whatever number is asked for, either somebody has it or nobody is found', () => {
    const digits = (prefix: string, count: number) =>
      fc.integer({ min: 0, max: 10 ** count - 1 }).map((n) => prefix + String(n).padStart(count, '0'));
    const found = { some: 0, none: 0 };
    const see = (person: Person | undefined, holds: boolean | undefined) => {
      found[person ? 'some' : 'none'] += 1;
      if (person) expect(holds).toBe(true);
    };
    fc.assert(
      fc.property(digits('095', 7), digits('99', 7), digits('99', 8), (phone, cmnd, insurance) => {
        const [one, two, three] = [citizenByPhone(phone), citizenByCmnd(cmnd), citizenByInsurance(insurance)];
        see(
          one,
          one?.phones.some(({ number }) => number === phone),
        );
        see(two, two?.cmnd === cmnd);
        see(three, three?.insurance?.number === insurance);
      }),
      runs,
    );
    expect(found.some).toBeGreaterThan(500);
    expect(found.none).toBeGreaterThan(500);
  });

  test.each(['', '0950000101', '0961234567', '095010000', 'x', '84', '+84950100000x'])(
    'the phone number %j is nobody’s',
    (number) => expect(citizenByPhone(number)).toBeUndefined(),
  );
});

test('the country imports neither a contract nor the cast: a change of the cast changes nobody here', () => {
  const folder = new URL('./', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  expect(sources.length).toBeGreaterThan(20);
  for (const file of sources) {
    expect(readFileSync(new URL(file, folder), 'utf8'), file).not.toMatch(
      /^(import|export) (?!type ).*(contracts|zod|cast)/m,
    );
  }
});

test('docs/country.md shows exactly these mismatches', () => {
  const page = readFileSync(new URL('../../docs/country.md', import.meta.url), 'utf8');
  const table = page.split('\n').filter((line) => line.startsWith('| '));
  const mismatches = table.slice(table.findIndex((line) => line.startsWith('| Thẻ')));
  expect(mismatches.join('\n'), 'paste what mismatchTable() of people/country/table.ts prints').toBe(
    mismatchTable(),
  );
});
