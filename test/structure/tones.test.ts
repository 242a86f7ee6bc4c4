import { expect, test } from 'vitest';
import { read, sources } from './imports.ts';

/** They speak of the two ways to write tones, or hold text that was read in a wrong encoding. */
const aboutTones = [
  'contracts/_clean.ts',
  'functions/_cleaning/name.ts',
  'functions/_cleaning/reading.test.ts',
  'test/contract/clean.test.ts',
  'test/structure/tones.test.ts',
];

/** `khoá`, `huỷ`: with the tone on the second vowel of an open syllable. */
const oldTone = /\p{L}*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/giu;

const oldTonesIn = (text: string): string[] => text.normalize('NFC').match(oldTone) ?? [];

test('tones stand where they stand everywhere else: khóa and hủy', () => {
  expect(oldTonesIn('khoá, huỷ, xoá; khóa, hủy, hoàn, quý, khoản')).toHaveLength(3);
  const files = [...sources(), 'README.md', 'README.vi.md', 'docs/deploy.md'];
  const found = files
    .filter((file) => !aboutTones.includes(file))
    .flatMap((file) => oldTonesIn(read(file)).map((word) => `${file}: ${word}`));
  expect(found).toEqual([]);
});
