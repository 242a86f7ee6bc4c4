import { expect, test } from 'vitest';
import { waysField } from './sign-ways.ts';

test('before anybody chooses a SIM they read that it does not sign for an enterprise', () => {
  const text = String(waysField({ lang: 'vi', said: {} }));
  const sim = text.slice(text.indexOf('data-testid="way-sim"'), text.indexOf('data-testid="way-usb"'));
  expect(sim).toContain('không ký cho doanh nghiệp');
  expect(sim).toContain('not for enterprises');
});
