import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  defaultPassword,
  type PersonInput,
  type PersonPatch,
  personPatchSchema,
  personSchema,
} from '../contracts/person.ts';
import { findBySlug } from './index.ts';
import { patchPerson } from './patch.ts';

const an = findBySlug('an')!;

const least: PersonInput = {
  slug: 'tam',
  personalNumber: '099300000100',
  name: { family: 'Lê', middle: 'Minh', given: 'Tâm', full: 'Lê Minh Tâm' },
  gender: 'female',
  birth: { date: '2000-01-31' },
};

/** Where each issue is and what it says, the Vietnamese half. */
const issues = (result: z.ZodSafeParseResult<unknown>) =>
  (result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message.split(' / ')[0]]);

describe('a person', () => {
  test('needs a slug, a number, a name, a gender and a birth; the rest has defaults', () => {
    const person = personSchema.parse(least);
    expect(person).toMatchObject({ nationality: 'VN', phones: [], relatives: {}, tags: [] });
    expect(person.vneid).toEqual({ level: 2, status: 'active', password: defaultPassword });
    expect(an.vneid.password).toBe(defaultPassword);
  });

  test('is kept in NFC whatever form came in', () => {
    const name = Object.fromEntries(
      Object.entries(least.name).map(([key, part]) => [key, part.normalize('NFD')]),
    );
    expect(personSchema.parse({ ...least, name }).name).toEqual(least.name);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a number of eleven digits', { personalNumber: '09930000010' }, 'personalNumber'],
    ['a number of the other gender', { gender: 'male' }, 'personalNumber'],
    ['a number of another year', { birth: { date: '2001-01-31' } }, 'personalNumber'],
    ['a number of another century', { birth: { year: 1900 } }, 'personalNumber'],
    ['a former number that is the present one', { formerNumbers: [least.personalNumber] }, 'formerNumbers'],
    ['a day that is not in the calendar', { birth: { date: '2000-02-30' } }, 'birth.date'],
    ['both a day and a year', { birth: { date: '2000-01-31', year: 2000 } }, 'birth'],
    ['a full name that is not its parts', { name: { ...least.name, full: 'Lê Tâm' } }, 'name.full'],
    ['a death before birth', { deceasedOn: '1999-12-31' }, 'deceasedOn'],
    ['a level without an account', { vneid: { level: 2, status: 'none' } }, 'vneid'],
    ['a weak password', { vneid: { level: 2, password: 'abcdefgh' } }, 'vneid.password'],
    [
      "somebody else's SIM without the somebody",
      { phones: [{ number: '0950000999', carrier: 'viettel', registeredUnder: 'other' }] },
      'phones',
    ],
    [
      'a SIM under a card that there is not',
      { phones: [{ number: '0950000999', carrier: 'viettel', registeredUnder: 'cmnd' }] },
      'phones',
    ],
    ['a Vietnamese address without a ward', { permanent: { detail: 'Thôn 1' } }, 'permanent'],
    ["another person's card", { insurance: { ...an.insurance, number: '9900000099' } }, 'insurance.card'],
    [
      'an old card of another number',
      { insurance: { ...an.insurance, previousCard: { card: 'TE1999900000099', to: '2020-12-31' } } },
      'insurance.previousCard',
    ],
    [
      'an old card that is the present one',
      { insurance: { ...an.insurance, previousCard: { card: an.insurance?.card, to: '2020-12-31' } } },
      'insurance.previousCard',
    ],
    [
      'a reduced card without the reason',
      { insurance: { ...an.insurance, status: 'reduced' } },
      'insurance.reduction',
    ],
    [
      'a reason to be reduced on a valid card',
      { insurance: { ...an.insurance, reduction: '121' } },
      'insurance.reduction',
    ],
    [
      'a SIM ported from its own carrier',
      { phones: [{ number: '0950000999', carrier: 'viettel', portedFrom: 'viettel' }] },
      'phones',
    ],
    ['a former name that is the present one', { formerNames: [least.name] }, 'formerNames'],
    ['no given name', { name: { ...least.name, given: '', full: 'Lê Minh' } }, 'name.given'],
    ['a slug with capitals', { slug: 'An' }, 'slug'],
    ['a field that there is not', { personalnumber: '1' }, ''],
  ])('is refused with %s, and the issue says where', (_what, change, path) => {
    const found = issues(personSchema.safeParse({ ...least, ...change }));
    expect(found.map(([where]) => where)).toEqual([path]);
  });

  test('may have a single name, and a number at the insurance without a card', () => {
    const name = { family: '', middle: '', given: 'Tâm', full: 'Tâm' };
    const { card: _, ...insurance } = an.insurance!;
    expect(issues(personSchema.safeParse({ ...least, name, insurance }))).toEqual([]);
  });

  test('from another country may have any digits and any order of names', () => {
    const name = { family: 'SMITH', middle: '', given: 'JANE', full: 'JANE SMITH' };
    expect(
      issues(personSchema.safeParse({ ...least, name, nationality: 'GB', birth: { year: 1970 } })),
    ).toEqual([]);
  });

  test('can be described to a reader as JSON Schema', () => {
    const schema = z.toJSONSchema(personSchema, { io: 'input' });
    expect(schema.required).toEqual(['slug', 'personalNumber', 'name', 'gender', 'birth']);
  });
});

describe('a patch', () => {
  const patched = (patch: PersonPatch) => patchPerson(an, personPatchSchema.parse(patch));

  test('changes what it names and nothing else', () => {
    const person = patched({ vneid: { status: 'locked' }, maritalStatus: '3' }).data;
    expect(person).toEqual({ ...an, maritalStatus: '3', vneid: { ...an.vneid, status: 'locked' } });
    expect(an.vneid.status).toBe('active');
  });

  test('removes with null, and a default comes back', () => {
    const person = patched({
      insurance: null,
      tags: null,
      vneid: { email: null, level: null, status: 'none' },
    }).data;
    expect(person).not.toHaveProperty('insurance');
    expect(person?.tags).toEqual([]);
    expect(person?.vneid).toEqual({ level: null, status: 'none', password: defaultPassword });
    expect(patched({ vneid: null }).data?.vneid).toEqual({
      level: 2,
      status: 'active',
      password: defaultPassword,
    });
  });

  test('replaces a list whole', () => {
    expect(patched({ tags: ['mine'] }).data?.tags).toEqual(['mine']);
  });

  test('turns a day of birth into a year', () => {
    expect(patched({ birth: { date: null, year: 1990 } }).data?.birth).toEqual({ year: 1990 });
    expect(issues(patched({ birth: { year: 1990 } }))).toEqual([
      ['birth', 'Chỉ một trong hai: date "YYYY-MM-DD" hoặc year'],
    ]);
  });

  test('is refused when the person that it makes would not hold together', () => {
    expect(issues(patched({ gender: 'female' }))).toEqual([
      ['personalNumber', 'Chữ số thứ 4 đến thứ 6 phải khớp giới tính, thế kỷ và năm sinh'],
    ]);
    expect(issues(patched({ name: null })).map(([path]) => path)).toEqual(['name']);
  });

  test.each<[string, unknown, string]>([
    ['a slug, which never changes', { slug: 'other' }, ''],
    ['a field that there is not', { vneid: { levle: 1 } }, 'vneid'],
    [
      'a wrong value deep inside',
      { relatives: { father: { name: { given: 7 } } } },
      'relatives.father.name.given',
    ],
    ['no object at all', 'an', ''],
  ])('is refused for %s', (_what, patch, path) => {
    expect(issues(personPatchSchema.safeParse(patch)).map(([where]) => where)).toEqual([path]);
  });
});
