import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { masked, maskedUrl, maskNumbers } from './mask.ts';

const ours = (number: string) => number.startsWith('099');

describe('twelve-digit numbers that are not ours', () => {
  test.each([
    ['001090012345', '************'],
    ['số 001090012345.', 'số ************.'],
    ['001 090 012 345', '************'],
    ['001.090.012.345', '************'],
    ['0010-9001-2345', '************'],
    ['099090000001', '099090000001'],
    ['http://192.168.100.101:3000/cb', 'http://192.168.100.101:3000/cb'],
    ['079.192.100.101', '************'],
    ['192.168.100.901', '************'],
    ['1795314742', '1795314742'],
    ['1795314742123', '1795314742123'],
  ])('%s is kept as %s', (text, kept) => expect(maskNumbers(text, ours)).toBe(kept));

  test('never survive anywhere in a value, whatever surrounds them', () => {
    const foreign = fc.stringMatching(/^0[0-8]\d{10}$/);
    const around = fc.string().filter((text) => !/\d\W*$|^\W*\d/.test(text));
    fc.assert(
      fc.property(foreign, around, around, (number, before, after) => {
        const value = {
          [`${before}${number}`]: [{ deep: `${before}${number}${after}` }],
          n: Number(`1${number.slice(1)}`),
        };
        const text = JSON.stringify(masked(value, ours));
        expect(text).not.toContain(number);
        expect(text).not.toContain(`1${number.slice(1)}`);
      }),
    );
  });
});

describe('secrets', () => {
  test('are masked by name at any depth, long ones keep a beginning to tell them apart', () => {
    const secret = 'abcdefghijklmnopqrstuvwxyz0123456789';
    expect(masked({ password: 'x', deep: [{ Client_Secret: secret }] }, ours)).toEqual({
      password: '***',
      deep: [{ Client_Secret: 'abcdef… (36)' }],
    });
  });

  test('are masked in the query of a URL', () => {
    expect(maskedUrl('/cb?code=abc&state=s', ours)).toBe('/cb?code=***&state=s');
  });
});

test('the code of an error is shown, the code of a sign-in is not, nor are the keys of registers', () => {
  const kept = masked(
    {
      problem: { code: 'unknown_person' },
      camara: { code: 'NOT_FOUND' },
      token: { code: 'q6aT0sXbB5o0yqkXjJmT2oZk0pWcVw4m3zQH1uYvE7g' },
      sms: { code: '123456' },
      account: { secretKey: 'a', apiKey: 'b', AccessKey: 'c' },
    },
    () => true,
  );
  expect(kept).toEqual({
    problem: { code: 'unknown_person' },
    camara: { code: 'NOT_FOUND' },
    token: { code: 'q6aT0s… (43)' },
    sms: { code: '***' },
    account: { secretKey: '***', apiKey: '***', AccessKey: '***' },
  });
  expect(maskedUrl('/callback?code=abc.def-1&error=x', () => true)).toBe('/callback?code=***&error=x');
});
