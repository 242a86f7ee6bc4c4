import { expect, test } from 'vitest';
import type { FindingCode, NoteCode } from '../../contracts/_clean.ts';
import type { Person } from '../../contracts/person.ts';
import { castDirectory } from '../../people/cast.ts';
import * as country from '../../people/country/index.ts';
import { type Account, identify, judge } from './judge.ts';
import { registerOf } from './register.ts';

const register = registerOf([], castDirectory, country);
const today = '2026-11-22';

const of = (slug: string): Person => {
  const person = castDirectory.findBySlug(slug);
  if (!person) throw new Error(`nobody is called ${slug}`);
  return person;
};

const birthOf = ({ birth }: Person): string =>
  'year' in birth ? String(birth.year) : birth.date.split('-').reverse().join('/');

const account = (slug: string, change: Partial<Account> = {}): Account => {
  const person = of(slug);
  const number = person.personalNumber;
  const rest = { oldNumber: '', gender: '', linked: '' };
  return { number, name: person.name.full, birth: birthOf(person), ...rest, ...change };
};

const judged = (given: Account, duplicate = false) =>
  judge(given, identify(given, register), { today, duplicate });

const withOldCard = (slug: string): Partial<Account> => ({ number: of(slug).cmnd ?? '' });

test.each<[FindingCode, Account, readonly FindingCode[]]>([
  ['clean', account('an'), ['clean']],
  ['number-missing', account('an', { number: '' }), ['number-missing']],
  ['number-missing', account('an', { number: ' NULL ' }), ['number-missing']],
  ['number-scientific', account('an', { number: '9.9085E+10' }), ['number-scientific']],
  ['number-scientific', account('an', { number: '9,90900E+10' }), ['number-scientific']],
  ['number-malformed', account('an', { number: '09909O000001' }), ['number-malformed']],
  ['number-malformed', account('an', { number: '0990900000011' }), ['number-malformed']],
  ['number-malformed', account('an', { number: '1234567' }), ['number-malformed']],
  ['number-nine-digits', account('nghia', withOldCard('nghia')), ['number-nine-digits']],
  ['number-nine-digits', account('an', { number: '123456789' }), ['number-nine-digits', 'no-such-person']],
  ['number-lost-zero', account('an', { number: of('an').personalNumber.slice(1) }), ['number-lost-zero']],
  ['number-province', account('an', { number: '097090000001' }), ['number-province', 'no-such-person']],
  ['number-contradicts', account('an', { number: '099050999999' }), ['number-contradicts', 'no-such-person']],
  ['number-contradicts', account('an', { number: '099490000001' }), ['number-contradicts', 'no-such-person']],
  ['no-such-person', account('an', { number: '099090999999', birth: '' }), ['no-such-person']],
  ['number-reissued', account('kiet', { number: of('kiet').formerNumbers[0] ?? '' }), ['number-reissued']],
  ['name-unreadable', account('an', { name: 'Nguy?n V?n An' }), ['name-unreadable']],
  ['name-missing', account('an', { name: '  ' }), ['name-missing']],
  ['name-differs', account('an', { name: 'Nguyễn Văn Ân' }), ['name-differs']],
  ['birth-unreadable', account('an', { birth: 'tháng ba' }), ['birth-unreadable']],
  ['birth-differs', account('an', { birth: '02/02/1990' }), ['birth-differs']],
  ['linked', account('an', { linked: 'Đã liên kết' }), ['linked']],
])('%s: an account of that kind is found out, and all that is wrong is told in order', (main, given, all) => {
  const verdict = judged(given);
  expect([verdict.main, verdict.findings]).toEqual([main, all]);
});

test('who has died is told, and not as a minor or as one without VNeID', () => {
  const dead = castDirectory.people.find(({ deceasedOn }) => deceasedOn !== undefined) as Person;
  expect(judged(account(dead.slug))).toMatchObject({ main: 'deceased', findings: ['deceased'], notes: [] });
  const before = judge(account(dead.slug), identify(account(dead.slug), register), {
    today: '2000-01-01',
    duplicate: false,
  });
  expect(before.findings).not.toContain('deceased');
});

test('a row has every finding that fits it, the first of the table as the main one', () => {
  const given = account('nghia', {
    ...withOldCard('nghia'),
    name: 'Ai Đó',
    birth: '01/01/2001',
    linked: 'x',
  });
  expect(judged(given, true).findings).toEqual([
    'number-nine-digits',
    'name-differs',
    'birth-differs',
    'duplicate',
    'linked',
  ]);
});

test('an old card, a number that was taken back and the number of today come to one key', () => {
  const key = (given: Account) => identify(given, register).key;
  expect(key(account('nghia', withOldCard('nghia')))).toBe(of('nghia').personalNumber);
  expect(key(account('kiet', { number: of('kiet').formerNumbers[0] ?? '' }))).toBe(of('kiet').personalNumber);
  expect(key(account('an', { number: '' }))).toBe('');
});

test('a column for the old card counts where the personal number is missing', () => {
  const given = account('nghia', { number: '', oldNumber: of('nghia').cmnd ?? '' });
  expect(judged(given)).toMatchObject({ main: 'number-nine-digits', person: { slug: 'nghia' } });
});

test('the gender in the row can contradict a number that nobody has', () => {
  const given = account('an', { number: '099090999999', gender: 'Nữ' });
  expect(judged(given).main).toBe('number-contradicts');
  expect(judged({ ...given, gender: 'Nam' }).main).toBe('no-such-person');
});

test.each<[NoteCode, Account]>([
  ['name-unicode', account('nguyet', { name: of('nguyet').name.full.normalize('NFD') })],
  ['name-case', account('an', { name: 'NGUYỄN VĂN AN' })],
  ['name-spaces', account('an', { name: ' Nguyễn  Văn An ' })],
  ['name-no-marks', account('an', { name: 'Nguyen Van An' })],
  ['text-tcvn3', account('an', { name: 'NguyÔn V¨n An' })],
  ['text-vni', account('an', { name: 'Nguyeãn Vaên An' })],
  ['text-utf8-twice', account('an', { name: 'Nguyá»…n VÄƒn An' })],
  ['number-separated', account('an', { number: '099 090 000 001' })],
  ['birth-missing', account('an', { birth: '' })],
  ['birth-year-only', account('an', { birth: '1990' })],
  ['birth-year-only', account('sau')],
  ['vneid-level-1', account('binh')],
  ['vneid-locked', account('cuong')],
  ['vneid-not-activated', account('dung')],
  ['foreigner', account('minjun')],
])('%s: it is told, and the account stays clean', (note, given) => {
  const { main, notes } = judged(given);
  expect([main, notes]).toEqual(['clean', expect.arrayContaining([note])]);
});

test('children, and those without VNeID, are told', () => {
  const people = castDirectory.people.filter(({ deceasedOn }) => deceasedOn === undefined);
  const child = people.find(({ birth }) => 'date' in birth && birth.date > '2013-01-01') as Person;
  expect(judged(account(child.slug)).notes).toContain('under-14');
  const without = people.find(({ vneid }) => vneid.level === null) as Person;
  expect(judged(account(without.slug)).notes).toContain('vneid-none');
});

test('everybody of the cast is clean or dead under their own data', () => {
  for (const { slug, deceasedOn } of castDirectory.people) {
    expect([slug, judged(account(slug)).main]).toEqual([slug, deceasedOn ? 'deceased' : 'clean']);
  }
});

test('citizens of the country are judged like the cast', () => {
  const citizen = country.citizenAt(7);
  const given = { ...account('an'), number: citizen.personalNumber };
  expect(judged(given).findings).toContain('name-differs');
  expect(judged({ ...given, name: citizen.name.full, birth: birthOf(citizen) }).findings).not.toContain(
    'name-differs',
  );
});
