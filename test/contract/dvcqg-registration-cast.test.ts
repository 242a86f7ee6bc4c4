import { beforeEach, describe, expect, test } from 'vitest';
import type { AccountKind } from '../../contracts/_dvcqg/account.ts';
import type { Way } from '../../contracts/_dvcqg/registration-ways.ts';
import type { Person } from '../../contracts/person.ts';
import { firstAccountsOf } from '../../functions/dvcqg/first-accounts.ts';
import { filled } from '../../functions/dvcqg/registration/filled.ts';
import { expectedRefusal, takenBy } from '../../functions/dvcqg/registration/fitting.ts';
import { keysOf } from '../../functions/dvcqg/registration/fitting-people.ts';
import { castDirectory } from '../../people/cast.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { BEFORE, register, step } from './kit/registration.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace();
  await ws.configure({ calendar: BEFORE });
});

const cast = castDirectory.people;
const accounts = cast.flatMap(firstAccountsOf);

/** As the page's panel says it beforehand. */
const expected = (person: Person, way: Way, kind: AccountKind): string =>
  expectedRefusal(person, { way, kind, today: BEFORE }, keysOf(way, kind, person), takenBy(accounts, kind)) ??
  'succeeds';

/** What came of it: the fault, or that nothing refused. Steps that a signature needs are gone through. */
async function outcome(person: Person, way: Way, kind: AccountKind): Promise<string> {
  const said = { ...filled(way, person), method: way, kind };
  const begun = await register(ws, said);
  if (begun.status !== 201) return begun.body.code;
  if (begun.body.next === 'code') return 'succeeds';
  const { id, standIn } = begun.body;
  await step(ws, id, 'pin', { pin: standIn.pin });
  const end = await step(ws, id, 'confirm');
  return end.status === 201 ? 'succeeds' : end.body.code;
}

const walk = async (people: readonly Person[], way: Way, kind: AccountKind) => {
  const told: Record<string, string> = {};
  for (const person of people) told[person.slug] = await outcome(person, way, kind);
  return told;
};

/** Whom a form cannot even be filled in for. */
const canBeFilledIn = (person: Person, way: Way): boolean =>
  Object.values(filled(way, person)).every((value) => value !== '');

describe('the whole cast, each with what is true of them, as the panel says beforehand', () => {
  test.each([
    ['mobile', 'citizen'],
    ['insurance', 'citizen'],
    ['post', 'citizen'],
    ['sim', 'citizen'],
    ['usb', 'citizen'],
    ['remote', 'citizen'],
    ['usb', 'enterprise'],
    ['usb', 'agency'],
  ] as const)('by %s, as %s', async (way, kind) => {
    const people = cast.filter((person) => canBeFilledIn(person, way));
    const wanted = Object.fromEntries(people.map((person) => [person.slug, expected(person, way, kind)]));
    expect(await walk(people, way, kind)).toEqual(wanted);
  });

  /** So that the walk above cannot agree with itself about nothing. */
  test.each([
    ['mobile', 'sim-under-cmnd', ['sim_under_cmnd']],
    ['mobile', 'sim-other-owner', ['sim_other_owner', 'too_young']],
    ['mobile', 'sim-suspended', ['sim_suspended']],
    ['mobile', 'sim-not-normalised', ['sim_not_normalised']],
    ['mobile', 'sim-cancelled', ['sim_cancelled']],
    ['mobile', 'sim-ported', ['succeeds']],
    ['insurance', 'insurance-name-differs', ['insurance_does_not_match']],
    ['insurance', 'insurance-name-spelling', ['insurance_does_not_match']],
    ['insurance', 'insurance-name-initials', ['insurance_does_not_match']],
    ['insurance', 'insurance-birth-differs', ['insurance_does_not_match']],
    ['insurance', 'insurance-expired', ['succeeds', 'phone_taken']],
    ['insurance', 'insurance-defence', ['succeeds']],
    ['post', 'post-account-only', ['succeeds']],
    ['post', 'post-locked', ['post_locked']],
    ['post', 'post-other-phone', ['succeeds']],
    ['post', 'no-post-account', ['post_no_account']],
  ] as const)('by %s, whoever is tagged %s: one of %j', async (way, tag, codes) => {
    const people = cast.filter(({ tags }) => tags.includes(tag));
    expect(people).not.toEqual([]);
    for (const told of Object.values(await walk(people, way, 'citizen'))) expect(codes).toContain(told);
  });
});
