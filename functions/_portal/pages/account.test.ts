import { expect, test } from 'vitest';
import { bocongan } from '../../../test/browser/samples/bocongan.ts';

test('the history of an account says what each rule is, and not its name alone', () => {
  const page = String(bocongan['bocongan-account']?.({ lang: 'vi', assets: '/assets' }));
  const [, row = ''] = /<tr>(?:(?!<tr>).)*Tài khoản cũ đã về đây(.*?)<\/tr>/s.exec(page) ?? [];
  expect(row).toContain('vẫn cho đưa tài khoản cũ về VNeID');
  expect(row).toContain('bringing it under VNeID stays possible');
  expect(row).toContain('<code>no-old-accounts</code>');
});
