import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventNames, type StateName, stateNames } from '../../contracts/_dvcqg/account.ts';
import { causes } from '../../functions/dvcqg/causes.ts';
import { machine } from '../../functions/dvcqg/state.ts';
import { ACCOUNTS_PAGE, accountsPage, steps } from './accounts-page.ts';

test('docs/accounts.md says what the machine does; npm run docs writes it anew', () => {
  expect(readFileSync(ACCOUNTS_PAGE, 'utf8')).toBe(accountsPage());
});

test('every step of the machine is in the page, but for those that only refuse', () => {
  const told = new Set(steps.map(({ from, event }) => `${from} ${event}`));
  const all = Object.entries(machine).flatMap(([from, some]) =>
    Object.keys(some).map((event) => `${from} ${event}`),
  );
  expect(all.filter((step) => !told.has(step)).toSorted()).toEqual(['no-number linked', 'unverified linked']);
});

test('every state can be reached, and every event has a name and a cause', () => {
  const reached = new Set<StateName>(steps.map(({ to }) => to));
  expect([...reached].toSorted()).toEqual(Object.keys(stateNames).toSorted());
  for (const event of Object.keys(causes)) expect(eventNames).toHaveProperty(event);
});

test('nothing leads to linked but from a number that is verified', () => {
  const into = steps.filter(({ to, from }) => to === 'linked' && from !== 'linked');
  expect(into.map(({ from }) => from).toSorted()).toEqual(['prompted', 'stopped', 'unlinked', 'verified']);
});
