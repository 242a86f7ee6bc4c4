import { afterAll, beforeEach, expect, test } from 'vitest';
import type { AccountKind } from '../../contracts/_dvcqg/account.ts';
import type { Way } from '../../contracts/_dvcqg/registration-ways.ts';
import type { Person } from '../../contracts/person.ts';
import { firstAccountsOf } from '../../functions/dvcqg/first-accounts.ts';
import { filled } from '../../functions/dvcqg/registration/filled.ts';
import { expectedRefusal, takenBy } from '../../functions/dvcqg/registration/fitting.ts';
import { keysOf } from '../../functions/dvcqg/registration/fitting-people.ts';
import { castDirectory } from '../../people/cast.ts';
import { BEFORE, outcome } from '../contract/kit/registration.ts';
import { inProcess } from '../targets/in-process.ts';
import type { TestWorkspace } from '../targets/target.ts';

const target = await inProcess();
let ws: TestWorkspace;

beforeEach(async () => {
  ws = await target.openWorkspace();
  await ws.configure({ calendar: BEFORE });
});
afterAll(() => target.stop());

const cast = castDirectory.people;
const accounts = cast.flatMap(firstAccountsOf);

/** As the page's panel says it beforehand. */
const expected = (person: Person, way: Way, kind: AccountKind): string =>
  expectedRefusal(person, { way, kind, today: BEFORE }, keysOf(way, kind, person), takenBy(accounts, kind)) ??
  'succeeds';

/** Whom a form cannot even be filled in for. */
const canBeFilledIn = (person: Person, way: Way): boolean =>
  Object.values(filled(way, person)).every((value) => value !== '');

test.each([
  ['mobile', 'citizen'],
  ['insurance', 'citizen'],
  ['post', 'citizen'],
  ['sim', 'citizen'],
  ['usb', 'citizen'],
  ['remote', 'citizen'],
  ['sim', 'enterprise'],
  ['usb', 'enterprise'],
  ['usb', 'agency'],
] as const)(
  'the whole cast registers by %s as %s with what is true of them, and what comes of it is what the panel said',
  async (way, kind) => {
    const people = cast.filter((person) => canBeFilledIn(person, way));
    const told: Record<string, string> = {};
    for (const person of people) told[person.slug] = await outcome(ws, person, way, kind);
    expect(told).toEqual(
      Object.fromEntries(people.map((person) => [person.slug, expected(person, way, kind)])),
    );
    expect(Object.values(told)).toContain('succeeds');
  },
  // Where somebody signs, a key is made for each of them.
  180_000,
);
