import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { usernameOf } from '../contracts/_person/username.ts';
import {
  genderAndYear,
  isSandboxNumber,
  type Person,
  personSchema,
  type Relative,
} from '../contracts/person.ts';
import { cast, findByNumber, findBySlug } from './index.ts';
import { peopleTable, tagTable } from './table.ts';

const distinct = (values: readonly string[]) => new Set(values).size === values.length;
const namesIn = (person: Person) => [person.name, ...Object.values(person.relatives).map(({ name }) => name)];
const relativesIn = (people: readonly Person[]): { person: Person; role: string; relative: Relative }[] =>
  people.flatMap((person) =>
    Object.entries(person.relatives).map(([role, relative]) => ({ person, role, relative })),
  );

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

describe('identity', () => {
  test('slugs and personal numbers are what they were on the first day', () => {
    expect(Object.fromEntries(cast.map((person) => [person.slug, person.personalNumber]))).toEqual({
      an: '099090000001',
      mai: '099192000002',
      hung: '099058000003',
      bao: '099216000004',
      binh: '099085000005',
      cuong: '099088000006',
      dung: '099301000007',
      phung: '099179000008',
      nguyet: '099195000009',
      huong: '099187000010',
      'huong-2': '099187000011',
      minjun: '099083000012',
      sau: '099138000013',
      kiet: '099094000014',
      khanh: '099080000015',
      ngoc: '099186000016',
      loan: '099183000017',
      duc: '099091000018',
      thao: '099196000019',
      quan: '099099000020',
      vinh: '099076000021',
      nhan: '099149000022',
      phuc: '099089000023',
      yen: '099194000024',
      thinh: '099062000025',
      lam: '099202000026',
      xuan: '099186000027',
      my: '099190000028',
      hien: '099198000029',
      toan: '099081000030',
      dat: '099093000031',
      hanh: '099188000032',
      tien: '099197000033',
      son: '099078000034',
      truong: '099084000035',
      tuyet: '099185000036',
      nam: '099092000037',
      trang: '099195000038',
      long: '099090000039',
      diep: '099187000040',
      hai: '099074000041',
      'gia-han': '099322000042',
      khoi: '099200000043',
      thu: '099168000044',
      hoai: '099179000045',
      'nhat-minh': '099096000046',
      'bao-anh': '099304000047',
      'bao-chau': '099304000048',
      quyen: '099182000049',
      lai: '099155000050',
      'gia-huy': '099215000051',
      un: '099145000052',
      'khanh-linh': '099303000053',
      'h-nhi': '099193000054',
      sen: '099151000055',
      sang: '099048000056',
      'soc-kha': '099070000057',
      david: '099075000058',
      tuan: '099083000059',
      hoa: '099180000060',
      cong: '099077000061',
      thom: '099189000062',
      nghia: '099071000063',
      lien: '099172000064',
      ngan: '099300000065',
      quynh: '099185000066',
      tri: '099082000067',
    });
  });

  test('the default person comes first', () => {
    expect(cast[0]?.slug).toBe('an');
    expect(cast[0]?.tags).toContain('default');
  });

  test.each([
    ['slug', cast.map((person) => person.slug)],
    ['personal number, former ones included', cast.flatMap((p) => [p.personalNumber, ...p.formerNumbers])],
    ['9-digit card', cast.flatMap((person) => person.cmnd ?? [])],
    ['phone number', cast.flatMap((person) => person.phones.map((phone) => phone.number))],
    ['insurance number', cast.flatMap((person) => person.insurance?.number ?? [])],
    [
      'e-mail address',
      cast.flatMap(({ tags, vneid }) => (tags.includes('shared-email') ? [] : (vneid.email ?? []))),
    ],
    [
      'user name at the national portal',
      cast.flatMap((p) => (p.portalAccounts ?? []).map((account) => usernameOf(p, account).toLowerCase())),
    ],
    ['post customer code', cast.flatMap(({ postAccount }) => postAccount?.customerCode ?? [])],
  ])('no two people share a %s', (_what, values) => {
    expect(distinct(values)).toBe(true);
  });
});

const nameMismatches = ['insurance-name-differs', 'insurance-name-initials', 'insurance-name-spelling'];
const birthMismatches = ['insurance-birth-differs', 'insurance-birth-more-exact'];

describe.each(cast.map((person) => [person.slug, person] as const))('%s', (_slug, person) => {
  test('satisfies the contract as it stands, with no default to fill in', () => {
    expect(personSchema.parse(person)).toEqual(person);
  });

  test('has numbers that nobody real can have', () => {
    for (const number of [person.personalNumber, ...person.formerNumbers]) {
      expect(isSandboxNumber(number)).toBe(true);
    }
    for (const { number } of person.phones) expect(number).toMatch(/^0950000/);
    if (person.vneid.email) expect(person.vneid.email).toMatch(/@example\.(vn|com)$/);
  });

  test("has a personal number that tells the person's gender, century and year", () => {
    expect(person.personalNumber.slice(3, 6)).toBe(genderAndYear(person.gender, person.birth));
  });

  test('is written in NFC throughout', () => {
    for (const text of stringsIn(person)) expect(text).toBe(text.normalize('NFC'));
    for (const { family, middle, given, full } of namesIn(person)) {
      expect(full).toBe([family, middle, given].filter(Boolean).join(' '));
    }
  });

  test('says in two languages what the person is there for', () => {
    expect(person.reason.vi).toMatch(/[ăâđêôơư\u1ea0-\u1ef9]/);
    expect(person.reason.en).not.toBe(person.reason.vi);
    expect(distinct(person.tags)).toBe(true);
    expect(person.tags.length).toBeGreaterThan(0);
  });

  test('is the same person to the insurance, the post and the telephone, unless made for a mismatch', () => {
    const { name, gender, birth, insurance, postAccount, phones, tags } = person;
    const tagged = (...mismatches: string[]) => mismatches.some((tag) => tags.includes(tag));
    expect(insurance === undefined).toBe(tagged('no-insurance'));
    if (insurance) {
      expect(insurance.gender).toBe(gender);
      expect(insurance.name !== name.full).toBe(tagged(...nameMismatches));
      expect(isDeepStrictEqual(insurance.birth, birth)).toBe(!tagged(...birthMismatches));
    }
    if (postAccount) {
      const known = phones.some(({ number }) => number === postAccount.phone);
      expect(known).toBe(!tagged('post-other-phone'));
    }
    expect(phones.length === 0).toBe(tagged('no-sim'));
  });

  test('is frozen, so that no workspace can change what another one sees', () => {
    expect(() => {
      person.vneid.status = 'none';
    }).toThrow(TypeError);
    expect(() => person.tags.push('x')).toThrow(TypeError);
  });
});

describe('families', () => {
  const known = relativesIn(cast).flatMap(({ person, role, relative }) => {
    const other = relative.personalNumber ? findByNumber(relative.personalNumber)?.person : undefined;
    return other ? [{ person, role, relative, other }] : [];
  });

  test('a relative with a number is in the cast, under that name', () => {
    const numbered = relativesIn(cast).filter(({ relative }) => relative.personalNumber);
    expect(known).toHaveLength(numbered.length);
    for (const { relative, other } of known) expect(relative.name).toEqual(other.name);
  });

  test('husband and wife point at each other', () => {
    for (const { person, role, other } of known.filter((one) => one.role === 'spouse')) {
      expect(other.relatives.spouse?.personalNumber, `${role} of ${person.slug}`).toBe(person.personalNumber);
      expect(other.maritalStatus).toBe('2');
    }
  });

  test('fathers are men, mothers are women, and both are older by fifteen years', () => {
    for (const { person, role, other } of known.filter((one) => ['father', 'mother'].includes(one.role))) {
      expect(other.gender).toBe(role === 'father' ? 'male' : 'female');
      const [elder, younger] = [other, person].map(({ birth }) =>
        'date' in birth ? birth.date : `${birth.year}`,
      );
      expect(Number(younger?.slice(0, 4)) - Number(elder?.slice(0, 4))).toBeGreaterThan(15);
    }
  });

  test('a household has one head, one book and one address', () => {
    for (const { person, relative, other } of known.filter((one) => one.role === 'householdHead')) {
      expect(other.relatives.householdHead).toMatchObject({ relation: 'self' });
      expect([person.household, person.permanent]).toEqual([other.household, other.permanent]);
      expect(relative).toHaveProperty(
        'relation',
        person === other ? 'self' : expect.not.stringMatching('self'),
      );
    }
  });
});

describe('reasons', () => {
  test('whoever is all right has an active account of level 2, and a SIM and a card in order', () => {
    const people = cast.filter((person) => person.tags.includes('all-right'));
    expect(people.map((person) => person.slug)).toEqual(['an', 'mai']);
    for (const { vneid, phones, insurance } of people) {
      expect(vneid).toMatchObject({ level: 2, status: 'active', email: expect.any(String) });
      expect(phones[0]).toMatchObject({ registeredUnder: 'personalNumber', status: 'active' });
      expect(insurance?.status).toBe('valid');
    }
  });

  test('the two of one name and birth date differ in number and in home', () => {
    const [one, other] = cast.filter((person) => person.tags.includes('same-name'));
    expect(one?.name).toEqual(other?.name);
    expect(one?.birth).toEqual(other?.birth);
    expect(one?.personalNumber).not.toBe(other?.personalNumber);
    expect(one?.permanent?.province).not.toEqual(other?.permanent?.province);
  });

  test('the name of two normal forms has two', () => {
    const name = findBySlug('nguyet')?.name.full;
    expect(name?.normalize('NFD')).not.toBe(name);
  });

  test.each(['khanh', 'quynh'])('the company of %s has a tax code whose checksum holds', (slug) => {
    const code = [...(findBySlug(slug)?.organisation?.taxCode ?? '')].map(Number);
    const sum = [31, 29, 23, 19, 17, 13, 7, 5, 3].reduce(
      (total, weight, i) => total + weight * (code[i] ?? 0),
      0,
    );
    expect(code[9]).toBe(10 - (sum % 11));
  });
});

test.each([
  ['people', 'peopleTable(cast)', 0, peopleTable(cast)],
  ['tags', 'tagTable(cast)', 1, tagTable(cast)],
])('the page docs/people.md shows exactly these %s', (_what, call, at, table) => {
  const page = readFileSync(new URL('../docs/people.md', import.meta.url), 'utf8');
  const tables = page.split('\n\n').filter((block) => block.startsWith('|'));
  expect(tables[at]?.trim(), `paste what ${call} of people/table.ts prints`).toBe(table);
});

test('importing the cast loads no contract: it is in the cold start of every function', () => {
  const folder = new URL('./cast/', import.meta.url);
  const files = [
    ...readdirSync(folder).map((file) => new URL(file, folder)),
    ...['cast', 'index', 'directory', 'fold'].map((file) => new URL(`./${file}.ts`, import.meta.url)),
  ];
  for (const file of files) {
    expect(readFileSync(file, 'utf8'), file.pathname).not.toMatch(/^import (?!type ).*(contracts|zod)/m);
  }
});
