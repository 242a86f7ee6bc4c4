import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read, sources } from './imports.ts';
import { STORAGE_PAGE, storagePage } from './storage-page.ts';

const page = storagePage();

test('docs/storage.md says what the code keeps; npm run docs writes it anew', () => {
  expect(readFileSync(STORAGE_PAGE, 'utf8')).toBe(page);
});

test('the page knows every kind that the production code declares anywhere', () => {
  const declared = sources()
    .filter((file) => /^functions\//.test(file) && !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...read(file).matchAll(/(?<!function )\bkind(?:<[^(]*>)?\(\s*(?:'\w+'|\w+),\s*'([\w-]+)'/g),
    ])
    .map(([, name]) => name as string);
  expect(declared.length).toBeGreaterThan(5);
  for (const name of declared) expect(page).toContain(`| \`${name}\` |`);
});

test('each kind says what its id is', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  for (const row of rows) expect(row).toMatch(/\bid: /);
});
