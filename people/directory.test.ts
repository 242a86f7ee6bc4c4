import { expect, test } from 'vitest';
import {
  cast,
  directoryOf,
  findByCmnd,
  findByInsurance,
  findByNumber,
  findByPhone,
  findBySlug,
  search,
} from './index.ts';

const slugs = (query: Parameters<typeof search>[0]) => search(query).map((person) => person.slug);

test('a slug or a personal number leads to its person, and to nobody when unknown', () => {
  for (const person of cast) {
    expect(findBySlug(person.slug)).toBe(person);
    expect(findByNumber(person.personalNumber)).toEqual({ person, former: false });
  }
  expect(findBySlug('toString')).toBeUndefined();
  expect(findByNumber('099090999999')).toBeUndefined();
});

test('every SIM, old card and insurance number leads to its person, and a number of another kind to nobody', () => {
  for (const person of cast) {
    for (const { number } of person.phones) expect(findByPhone(number)).toBe(person);
    if (person.cmnd) expect(findByCmnd(person.cmnd)).toBe(person);
    if (person.insurance) expect(findByInsurance(person.insurance.number)).toBe(person);
  }
  expect(findByPhone('0950999999')).toBeUndefined();
  expect(findByCmnd('990000099')).toBeUndefined();
  expect(findByInsurance('9900000099')).toBeUndefined();
  expect(findByInsurance('0950000101')).toBeUndefined();
  expect(findByCmnd('')).toBeUndefined();
});

test('a number that was taken back leads to its person, flagged', () => {
  expect(findByNumber('099093000014')).toEqual({ person: findBySlug('kiet'), former: true });
});

test('a number that one person has and another had belongs to the one who has it', () => {
  const [an, mai] = [findBySlug('an')!, findBySlug('mai')!];
  const heir = { ...mai, formerNumbers: [an.personalNumber] };
  for (const people of [
    [an, heir],
    [heir, an],
  ]) {
    expect(directoryOf(people).findByNumber(an.personalNumber)).toEqual({ person: an, former: false });
  }
});

test.each(['0950000101', '+84950000101', '84950000101'])('%s is a way to write a phone number', (number) => {
  expect(findByPhone(number)?.slug).toBe('an');
});

test.each([
  ['nothing', '', cast.map((person) => person.slug)],
  ['a name without diacritics', 'nguyen van an', ['an']],
  ['a name in capitals', 'HỒ ÁNH NGUYỆT', ['nguyet']],
  ['a decomposed name', 'Hồ Ánh Nguyệt'.normalize('NFD'), ['nguyet']],
  ['a tone typed after ê, which is neither normal form', 'Nguyê\u0323t', ['nguyet']],
  ['the beginning of a word', 'nguyet', ['nguyet']],
  ['the inside of a word', 'guyet', []],
  ['words in another order, far apart', '  mai   tran ', ['mai']],
  ['a personal number', '099090000001', ['an']],
  ['the end of a personal number', '94000014', ['kiet']],
  ['a former number', '099093000014', ['kiet']],
  ['a phone number with spaces', '0950 000 105', ['binh']],
  ['an old card', '990000044', ['thu']],
  ['an insurance number', '9900000031', ['dat']],
  ['a former name', 'trần văn tèo', ['nhat-minh']],
  ['a name with an apostrophe', "h'nhi", ['h-nhi']],
  ['an international phone number', '+84 950-000-105', ['binh']],
  ['a slug', 'huong-2', ['huong-2']],
  ['a name that two have', 'nguyễn thị hương', ['huong', 'huong-2']],
  ['nobody', 'lê lợi', []],
])('search by %s', (_what, q, expected) => {
  expect(slugs({ q })).toEqual(expected);
});

test('đ and Đ are found by d, and d by đ', () => {
  const dao = {
    ...findBySlug('an')!,
    slug: 'x',
    name: { family: 'Đỗ', middle: '', given: 'Đạo', full: 'Đỗ Đạo' },
  };
  const { search } = directoryOf([dao]);
  for (const q of ['do dao', 'đỗ đạo', 'ĐỖ ĐẠO', 'Đỗ Đạo'.normalize('NFD')]) {
    expect(search({ q }), q).toEqual([dao]);
  }
});

test('a tag is matched whole, and together with words', () => {
  expect(slugs({ tag: 'locked' })).toEqual(['hung', 'cuong']);
  expect(slugs({ tag: 'lock' })).toEqual([]);
  expect(slugs({ tag: 'locked', q: 'nông' })).toEqual(['cuong']);
  for (const tag of cast.flatMap((person) => person.tags)) expect(slugs({ tag }).length).toBeGreaterThan(0);
});
