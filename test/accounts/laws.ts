import { expect } from 'vitest';
import { calendarRules } from '../../contracts/_calendar.ts';
import { linkingRules } from '../../contracts/portal/linking.ts';
import { causes } from '../../functions/dvcqg/causes.ts';
import type { Entry, Seen } from '../contract/kit/dvcqg-accounts.ts';
import { type Expected, type Model, passwordWorks, people, stateOf } from './model.ts';
import type { Real } from './real.ts';

const isRule = (id: string): boolean => Object.hasOwn(calendarRules, id) || Object.hasOwn(linkingRules, id);

/** In order, one step after the other, each by whoever may make it. */
function holdHistory(history: readonly Entry[], { state }: Seen): void {
  expect(history[0]).toMatchObject({ event: 'registered', from: null });
  for (const [at, entry] of history.entries()) {
    const before = history[at - 1];
    if (before) {
      expect([before.at, entry.at].toSorted()).toEqual([before.at, entry.at]);
      expect(entry.from).toBe(before.to);
    }
    if (entry.rule !== null) expect(isRule(entry.rule)).toBe(true);
    const cause = causes[entry.event as keyof typeof causes];
    if (cause) expect([...cause.by, 'sandbox']).toContain(entry.by);
  }
  expect(history.at(-1)?.to).toBe(state.at);
}

/** Linked is only what the register, or VNeID itself, confirmed before; and once until it is unlinked. */
function holdLinks(history: readonly Entry[]): void {
  let links = 0;
  for (const [at, { event, from }] of history.entries()) {
    if (event === 'unlinked') links -= 1;
    if (event !== 'linked' || from === 'linked') continue;
    links += 1;
    const before = history.slice(0, at);
    expect(before.some(({ event: one, to }) => one === 'number-verified' || to === 'verified')).toBe(true);
  }
  expect([0, 1]).toContain(links);
}

function holdNumber(seen: Seen, { owner }: Expected, subjects: Real['subjects']): void {
  if (seen.state.at !== 'linked') return;
  expect(seen.state.number).toBe(people[owner].number);
  if (!seen.state.sub?.startsWith('police-')) {
    const known = subjects.get(owner) ?? seen.state.sub!;
    subjects.set(owner, known);
    expect(seen.state.sub).toBe(known);
  }
}

/** What must be so after every step, whatever it was. */
export async function holdLaws(model: Model, { accounts, subjects }: Real): Promise<void> {
  const mine = (await Promise.all(Object.keys(people).map((person) => accounts.of(person)))).flat();
  const byId = new Map(mine.map((seen) => [seen.techId, seen]));
  const names = mine.map(({ username }) => username.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  expect(mine).toHaveLength(model.accounts.length);
  for (const account of model.accounts) {
    const seen = byId.get(account.techId)!;
    const { sub: _, ...state } = seen.state;
    expect(state).toEqual(stateOf(model, account));
    expect(seen.passwordWorks.here).toBe(passwordWorks(model, account));
    holdNumber(seen, account, subjects);
    const history = await accounts.history(account.techId);
    holdHistory(history, seen);
    holdLinks(history);
  }
  const lists = new Set(
    mine
      .filter(({ state }) => state.at === 'linked')
      .map((seen) => `${seen.state.number} ${seen.linkedAccounts.join()}`),
  );
  const persons = new Set(mine.flatMap(({ state }) => (state.at === 'linked' ? [state.number] : [])));
  expect(lists.size).toBe(persons.size);
}
