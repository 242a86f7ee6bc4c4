import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documents } from '../_calendar.ts';
import { accountRules } from './accounts.ts';
import { dateRules } from './dates.ts';
import { keyRules } from './keys.ts';
import { type Clause, type LinkingRule, linkingRules } from './linking.ts';
import { proofRules } from './proofs.ts';
import { transportRules } from './transport.ts';

const rules: readonly [string, LinkingRule][] = Object.entries(linkingRules);

test('no two rules have one id', () => {
  const parts = [keyRules, proofRules, accountRules, transportRules, dateRules];
  const ids = parts.flatMap((part) => Object.keys(part));
  expect(ids.length).toBeGreaterThan(20);
  expect(ids.toSorted()).toEqual(rules.map(([id]) => id).toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test.each(rules)('%s says in both languages what to do, and what happens otherwise', (_, { text, why }) => {
  for (const { vi, en } of [text, why]) {
    expect(vi.length).toBeGreaterThan(15);
    expect(en.length).toBeGreaterThan(15);
    expect(vi).not.toBe(en);
    expect(vi).toBe(vi.normalize('NFC'));
  }
  expect(text.vi).toMatch(/[à-ỹđ]/i);
});

const known = (clause: Clause): boolean =>
  clause.kind === 'document'
    ? Object.hasOwn(documents, clause.document)
    : clause.kind === 'standard'
      ? /^(RFC \d+|OpenID Connect \w+) [\d.]+$/.test(clause.name)
      : ['notice', 'clients', 'ours'].includes(clause.kind);

test.each(rules)('%s names a source that is known', (_, { clauses, severity }) => {
  expect(clauses.filter((clause) => !known(clause))).toEqual([]);
  expect(['must', 'should']).toContain(severity);
});

test('every rule that an account’s history can name is a rule', () => {
  const sources = [
    'linking',
    'candidates',
    'account',
    'profile/register',
    'profile/steps',
    'profile/sync',
    'profile/visitor',
  ];
  const named = sources.flatMap((name) => [
    ...readFileSync(new URL(`../../functions/dvcqg/${name}.ts`, import.meta.url), 'utf8').matchAll(
      /rule: '([\w-]+)'/g,
    ),
  ]);
  const ids = [...new Set(named.map(([, id]) => id!))];
  expect(ids).toEqual(expect.arrayContaining(['verified-number', 'number-renewed', 'consent-withdrawn']));
  const own = ids.filter((id) => Object.hasOwn(linkingRules, id));
  expect(ids.filter((id) => !own.includes(id)).toSorted()).toEqual([
    'police-portal-syncs',
    'switch-announced',
  ]);
});
