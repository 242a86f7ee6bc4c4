import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linkingRules } from '../../../contracts/portal/linking.ts';
import { keptRules } from './kept-rules.ts';

const root = join(import.meta.dirname, '../../..');
const readme = readFileSync(join(root, 'functions/portal/README.md'), 'utf8');

test.each(keptRules)('the file that keeps $id names it, and so does the README', ({ id, where }) => {
  expect(readFileSync(join(root, where), 'utf8')).toContain(`\`${id}\``);
  if (id !== 'no-old-accounts') expect(readme).toContain(`\`${id}\``);
});

test('what a portal keeps is all but what the providers keep for it', () => {
  const kept = new Set<string>(keptRules.map(({ id }) => id));
  expect(Object.keys(linkingRules).filter((id) => !kept.has(id))).toEqual([
    'closed-holder',
    'no-accounts-by-officers',
  ]);
});
