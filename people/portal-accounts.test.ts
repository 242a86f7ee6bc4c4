import { describe, expect, test } from 'vitest';
import { usernameOf } from '../contracts/_person/username.ts';
import { personSchema } from '../contracts/person.ts';
import { findBySlug } from './index.ts';

type Input = NonNullable<(typeof personSchema)['_zod']['input']['portalAccounts']>;

const complaints = (slug: string, portalAccounts: Input, changed: object = {}) =>
  (personSchema.safeParse({ ...findBySlug(slug), ...changed, portalAccounts }).error?.issues ?? []).map(
    ({ path, message }) => [path.join('.'), message.split(' / ')[0]],
  );

const about = (message: string) => [['portalAccounts', expect.stringContaining(message)]];

describe('an account that a person has from the start', () => {
  test('may be nothing but there: a citizen’s, by telephone, its number not verified', () => {
    expect(complaints('mai', [{}])).toEqual([]);
    expect(personSchema.parse({ ...findBySlug('mai'), portalAccounts: [{}] }).portalAccounts).toEqual([
      { kind: 'citizen', method: 'mobile', number: 'unverified', createdOn: '2021-03-01', status: 'active' },
    ]);
  });

  test.each<[string, string, Input, string]>([
    ['of an enterprise needs one', 'mai', [{ kind: 'enterprise', method: 'usb' }], 'cần có organisation'],
    ['of an agency needs an officer', 'mai', [{ kind: 'agency', method: 'usb' }], 'civilServant'],
    ['of an enterprise is not made by telephone', 'khanh', [{ kind: 'enterprise' }], 'sim, usb, remote'],
    ['of an agency is made by token', 'ngoc', [{ kind: 'agency', method: 'sim' }], 'cơ quan chỉ bằng usb'],
    ['under an old card needs the card', 'dung', [{ number: 'cmnd' }], 'cần có cmnd'],
    [
      'under another number has a number',
      'kiet',
      [{ number: 'none', otherNumber: '099093000014' }],
      'otherNumber',
    ],
    [
      'under another number does not repeat the present one',
      'an',
      [{ otherNumber: '099090000001' }],
      'otherNumber',
    ],
    ['that is linked was verified', 'mai', [{ linkedSub: 'x' }], 'đã đối chiếu dân cư'],
    ['has a user name of its own', 'mai', [{ number: 'verified' }, {}], 'tên đăng nhập khác nhau'],
    [
      'has another user name than the next, whatever its case',
      'mai',
      [{ username: 'Tran.Mai' }, { username: 'tran.mai' }],
      'tên đăng nhập khác nhau',
    ],
  ])('%s', (_, slug, accounts, message) => {
    expect(complaints(slug, accounts)).toEqual(about(message));
  });
});

describe('its user name', () => {
  const first = (slug: string, at = 0) => {
    const person = findBySlug(slug)!;
    return usernameOf(person, person.portalAccounts![at]!);
  };

  test.each([
    ['is the personal number', 'an', 0, '099090000001'],
    ['is the old card’s, where it was made with that', 'nghia', 0, '990000063'],
    ['is the former number, where it was made under that', 'kiet', 0, '099093000014'],
    ['is the tax code of an enterprise', 'khanh', 0, '9900000129'],
    ['is what it says itself', 'ngoc', 0, 'ngoc.h99.01'],
    ['differs between two accounts of one person', 'phuc', 1, '099089000023'],
  ])('%s', (_, slug, at, username) => expect(first(slug, at)).toBe(username));
});
