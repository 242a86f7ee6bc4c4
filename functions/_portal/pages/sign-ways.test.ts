import { expect, test } from 'vitest';
import { waysField } from './sign-ways.ts';

test('before anybody chooses a SIM they read that it does not sign for an enterprise', () => {
  const text = String(waysField({ lang: 'vi', said: {} }));
  const sim = text.slice(text.indexOf('data-testid="way-sim"'), text.indexOf('data-testid="way-usb"'));
  expect(sim).toContain('không ký cho doanh nghiệp');
  expect(sim).toContain('not for enterprises');
});

test('the authorities that sign remotely are offered by short names, which fit on a phone', () => {
  const text = String(waysField({ lang: 'vi', said: {} }));
  const names = [...text.matchAll(/<option [^>]*>([^<]*)</g)].map(([, name = '']) => name);
  expect(names).toContain('VNPT-CA');
  for (const name of names) expect(name).toMatch(/^[^()·]{2,20}$/);
});
