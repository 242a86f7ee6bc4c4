import { describe, expect, test } from 'vitest';
import { readClock } from '../../_kit/clock.ts';
import { mayRegister, oldEnough } from './law.ts';

const at = (moment: string) =>
  readClock(Date.parse(`${moment}+07:00`), { clockOffsetSeconds: 0, calendar: null });

describe('to the millisecond, in Viet Nam', () => {
  test.each([
    ['citizen', '2024-06-14T23:59:59.999', '2024-06-15T00:00:00.000', 'only_vneid'],
    ['enterprise', '2025-06-30T23:59:59.999', '2025-07-01T00:00:00.000', 'own_identity_only'],
  ] as const)('a %s registers until %s, and not from %s on', (kind, last, first, code) => {
    expect(() => mayRegister(kind, at(last))).not.toThrow();
    expect(() => mayRegister(kind, at(first))).toThrow(code);
  });

  test('an agency’s staff always', () => {
    expect(() => mayRegister('agency', at('2099-01-01T00:00:00.000'))).not.toThrow();
  });
});

test.each([
  ['2010-06-14', '2024-06-14', true],
  ['2010-06-15', '2024-06-14', false],
  ['2010', '2024-01-01', true],
  ['2010', '2023-12-31', false],
])('born on %s and living on %s, one may register: %s', (birth, today, may) => {
  const asked = () => oldEnough(birth, { today });
  may ? expect(asked).not.toThrow() : expect(asked).toThrow('too_young');
});
