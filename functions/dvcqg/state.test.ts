import { describe, expect, test } from 'vitest';
import type { AccountState } from '../../contracts/_dvcqg/account.ts';
import { type Account, happened, linkedSince, onDate, registered } from './account.ts';
import { passwordEndedBy } from './law.ts';
import { type AccountEvent, transition } from './state.ts';

const number = '099090000001';
const other = '099090000002';

const code = (state: AccountState, event: AccountEvent): string => {
  try {
    return transition(state, event).at;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a step', () => {
  const linked: AccountState = { at: 'linked', number, sub: 'one' };

  test.each<[string, AccountState, AccountEvent, string]>([
    ['links a verified number', { at: 'verified', number }, { type: 'linked', number, sub: 'one' }, 'linked'],
    [
      'not another number',
      { at: 'verified', number },
      { type: 'linked', number: other, sub: 'one' },
      'number_differs',
    ],
    [
      'not an unverified one',
      { at: 'unverified', number },
      { type: 'linked', number, sub: 'one' },
      'number_not_verified',
    ],
    [
      'not without a number',
      { at: 'no-number' },
      { type: 'linked', number, sub: 'one' },
      'number_not_verified',
    ],
    ['links anew under a new subject', linked, { type: 'linked', number, sub: 'two' }, 'linked'],
    ['not twice under one subject', linked, { type: 'linked', number, sub: 'one' }, 'wrong_state'],
    [
      'not anew under another number',
      linked,
      { type: 'linked', number: other, sub: 'two' },
      'number_differs',
    ],
    ['renews a number', linked, { type: 'number-renewed', number: other }, 'linked'],
    ['not to the same', linked, { type: 'number-renewed', number }, 'wrong_state'],
    ['does not stop what is linked', linked, { type: 'stopped' }, 'wrong_state'],
    ['does not unlink what is not', { at: 'verified', number }, { type: 'unlinked' }, 'wrong_state'],
    ['stops once', { at: 'stopped', was: 'verified', number }, { type: 'stopped' }, 'wrong_state'],
    [
      'does not prompt what has stopped',
      { at: 'stopped', was: 'verified', number },
      { type: 'prompted' },
      'wrong_state',
    ],
    [
      'links what stopped as verified',
      { at: 'stopped', was: 'unlinked', number },
      { type: 'linked', number, sub: 'one' },
      'linked',
    ],
    [
      'not what stopped unverified',
      { at: 'stopped', was: 'unverified', number },
      { type: 'linked', number, sub: 'one' },
      'number_not_verified',
    ],
    [
      'verifies what stopped unverified',
      { at: 'stopped', was: 'no-number' },
      { type: 'number-verified', number },
      'stopped',
    ],
    [
      'not what was verified before',
      { at: 'stopped', was: 'prompted', number },
      { type: 'number-verified', number },
      'wrong_state',
    ],
    ['ends an organisation once', { at: 'organisation', ended: true }, { type: 'stopped' }, 'wrong_state'],
    [
      'never links an organisation',
      { at: 'organisation', ended: false },
      { type: 'linked', number, sub: 'one' },
      'wrong_state',
    ],
  ])('%s', (_, state, event, leads) => {
    expect(code(state, event)).toBe(leads);
  });

  test.each(['no-number', 'unverified', 'verified', 'prompted', 'unlinked'] as const)(
    'what stopped as %s comes back as that',
    (was) => {
      const before = was === 'no-number' ? { at: was } : { at: was, number };
      const stopped = transition(before, { type: 'stopped' });
      expect(stopped).toMatchObject({ at: 'stopped', was });
      expect(transition(stopped, { type: 'resumed' })).toEqual(before);
    },
  );

  test('a number that was confirmed after the end stays so when the calendar is set back', () => {
    const stopped = transition({ at: 'stopped', was: 'no-number' }, { type: 'number-verified', number });
    expect(transition(stopped, { type: 'resumed' })).toEqual({ at: 'verified', number });
  });
});

const clock = (today: string, now = `${today}T05:00:00.000Z`) => ({ today, now: Date.parse(now) });

const bare = (kind: Account['kind'], state: AccountState, made: string): Account =>
  registered(
    {
      techId: 'id',
      kind,
      state,
      username: number,
      passwordHash: 'hash',
      method: 'mobile',
      status: 'active',
      person: 'an',
      name: 'Nguyễn Văn An',
      birth: '1990-05-15',
      confirmed: [],
    },
    clock(made),
    { by: 'person' },
  );

describe('the calendar', () => {
  const old = bare('citizen', { at: 'verified', number }, '2021-03-01');

  test('stops on the rule’s own day, not on the day when one looks, and looking twice shows the same', () => {
    const seen = onDate(old, clock('2026-11-22'));
    expect(seen.history.at(-1)).toMatchObject({
      event: 'stopped',
      date: '2024-07-01',
      at: '2024-06-30T17:00:00.000Z',
    });
    expect(onDate(old, clock('2026-11-23'))).toEqual(seen);
    expect(onDate(seen, clock('2026-11-24'))).toBe(seen);
  });

  test('never before what happened last, nor after now', () => {
    const late = bare('citizen', { at: 'verified', number }, '2026-01-05');
    expect(onDate(late, clock('2026-11-22')).history.at(-1)).toMatchObject({
      date: '2026-01-05',
      at: late.createdAt,
    });
    const early = onDate(old, clock('2024-07-01', '2022-01-01T00:00:00.000Z'));
    expect(early.history.at(-1)).toMatchObject({ date: '2024-07-01', at: '2022-01-01T00:00:00.000Z' });
  });

  test.each<[Account['kind'], string | undefined, string | undefined]>([
    ['citizen', 'national-portal-vneid-only', 'citizens-vneid-only'],
    ['enterprise', 'organisations-own-identity', 'organisations-own-identity'],
    ['agency', undefined, undefined],
  ])('takes the password of a %s here by %s, elsewhere by %s', (kind, here, elsewhere) => {
    expect([passwordEndedBy({ kind }, 'here'), passwordEndedBy({ kind }, 'elsewhere')]).toEqual([
      here,
      elsewhere,
    ]);
  });

  test('an account is linked since the last time that it came to be, not since its subject changed', () => {
    const at = (day: string) => clock(day);
    const cause = { by: 'vneid' } as const;
    const one = happened(old, { type: 'linked', number, sub: 'one' }, at('2024-06-01'), cause);
    const two = happened(one, { type: 'linked', number, sub: 'two' }, at('2024-06-02'), cause);
    expect(linkedSince(two)).toBe('2024-06-01T05:00:00.000Z');
    const away = happened(two, { type: 'unlinked' }, at('2024-06-03'), cause);
    expect(linkedSince(away)).toBeUndefined();
    const back = happened(away, { type: 'linked', number, sub: 'two' }, at('2024-06-04'), cause);
    expect(linkedSince(back)).toBe('2024-06-04T05:00:00.000Z');
  });
});
