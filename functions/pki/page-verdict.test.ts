import { describe, expect, test } from 'vitest';
import { pkiVerdict } from '../../test/browser/samples/pki-verdict.ts';
import { ASSETS } from '../_kit/wire.ts';

/** The words of the row, in Vietnamese and English. */
function rowOf(name: string): string {
  const page = String(pkiVerdict[`pki-verdict-${name}`]?.({ lang: 'vi', assets: ASSETS }));
  const row = page.slice(page.lastIndexOf('data-testid="proof"')).split('</dd>')[0] ?? '';
  return row.replace(/^[^>]*>/, '').replaceAll(/<[^>]*>/g, '');
}

describe('whether the certificate was revoked', () => {
  test.each([
    ['revoked', 'Đã bị thu hồi từ Revoked since 24/10/2026'],
    ['valid', 'Chưa bị thu hồi khi ký Not revoked when it signed'],
    ['two', 'Chưa bị thu hồi Not revoked'],
    ['undecided', 'Không rõ Unknown'],
  ])('is answered first, of the verdict %s', (name, answer) => {
    expect(rowOf(name).startsWith(answer)).toBe(true);
  });
});
