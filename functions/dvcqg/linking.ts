import type { Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { personByNumber } from '../_kit/people.ts';
import type { Change } from '../_kit/store.ts';
import { type Account, happened, registered } from './account.ts';
import { accountsBy, type Held, saveAccount } from './accounts.ts';
import { accountsOf, firstLinked, isOwn, mayLink, renewed } from './candidates.ts';
import { foreignIf } from './law.ts';
import { newTechId } from './tech-id.ts';

/** Whom VNeID has named after a sign-in. */
export interface Identity {
  sub: string;
  number: string;
  name: string;
  /** `YYYY-MM-DD`, or the year. */
  birth: string;
  level: 1 | 2;
  phone?: string;
  email?: string;
}

/** What came of it. `account`: who is signed in now. */
export interface Linked {
  account: Account;
  outcome: 'linked' | 'already-linked' | 'created';
  changes: Change[];
}

/** @throws Fault person_deceased, level_too_low */
async function admit(x: Exchange, { number, level }: Identity): Promise<Person | undefined> {
  const person = await personByNumber(x, number);
  if (person) x.remarks.person = person.slug;
  if (person?.deceasedOn !== undefined)
    throw new Fault('person_deceased', `the holder died on ${person.deceasedOn}`);
  if (level < 2) throw new Fault('level_too_low', 'VNeID level 2 is needed, the account has level 1');
  return person;
}

/** @throws Fault account_locked */
function mayUse({ status }: Account): void {
  if (status === 'locked') throw new Fault('account_locked', "the national portal's account is locked");
}

async function linkedAgain(
  x: Exchange,
  held: Held,
  identity: Identity,
  person: Person | undefined,
): Promise<Linked> {
  const { sub, number } = identity;
  const account = renewed(x, held.account, number, person);
  const known = account.state.at === 'linked' && account.state.sub === sub;
  if (known && account === held.account) return { account, outcome: 'already-linked', changes: [] };
  const cause = { by: 'vneid', rule: 'relink-on-subject-change' } as const;
  const now = known ? account : happened(account, { type: 'linked', number, sub }, x.clock, cause);
  return {
    account: now,
    outcome: known ? 'already-linked' : 'linked',
    changes: await saveAccount(x, held, now),
  };
}

/** The first account of somebody who had none: VNeID has confirmed what stands in it. */
async function created(x: Exchange, identity: Identity, person: Person | undefined): Promise<Linked> {
  const { number, sub, name, birth, phone, email } = identity;
  const usernameTaken = (await accountsBy(x, 'username', number)).length > 0;
  const emailTaken = email !== undefined && (await accountsBy(x, 'email', email)).length > 0;
  if (emailTaken) x.remarks.notes.push('the e-mail address was left out: another account has it');
  const born = registered(
    {
      techId: newTechId(x.deps.random),
      kind: 'citizen',
      username: usernameTaken ? `${number}.vneid` : number,
      passwordHash: null,
      method: 'vneid',
      status: 'active',
      person: person?.slug ?? null,
      ...foreignIf(person?.nationality),
      name,
      birth,
      ...(phone !== undefined && { phone }),
      ...(email !== undefined && !emailTaken && { email }),
      confirmed: ['number', 'name', 'birth'],
      state: { at: 'verified', number },
    },
    x.clock,
    { by: 'vneid' },
  );
  const account = happened(born, { type: 'linked', number, sub }, x.clock, { by: 'vneid' });
  return { account, outcome: 'created', changes: await saveAccount(x, undefined, account) };
}

/**
 * Somebody signed in with VNeID: their account is the one that was linked first, or the oldest that may be linked, or
 * a new one. @throws Fault level_too_low, person_deceased, account_locked
 */
export async function linkAtSignIn(x: Exchange, identity: Identity): Promise<Linked> {
  const person = await admit(x, identity);
  const held = await accountsOf(x, identity.number, person);
  const first = firstLinked(held);
  if (first) {
    mayUse(first.account);
    return linkedAgain(x, first, identity, person);
  }
  const open = held.filter(mayLink).filter(({ account }) => isOwn(account, person));
  const chosen = open.find(({ account }) => account.status === 'active') ?? open[0];
  if (!chosen) return created(x, identity, person);
  const account = link(x, chosen, identity, person);
  return { account, outcome: 'linked', changes: await saveAccount(x, chosen, account) };
}

function link(x: Exchange, { account }: Held, identity: Identity, person: Person | undefined): Account {
  mayUse(account);
  const { number, sub } = identity;
  const cause = { by: 'vneid', rule: 'verified-number' } as const;
  return happened(renewed(x, account, number, person), { type: 'linked', number, sub }, x.clock, cause);
}

/**
 * Somebody who is signed in to this old account went on to VNeID. `linked`: this account; `account`: who is signed in
 * now, the first one that was linked. @throws Fault level_too_low, person_deceased, account_locked, number_differs,
 * number_not_verified, wrong_state
 */
export async function linkAccount(
  x: Exchange,
  held: Held,
  identity: Identity,
): Promise<Linked & { linked: Account }> {
  const person = await admit(x, identity);
  mayUse(held.account);
  const others = (await accountsOf(x, identity.number, person)).filter(
    ({ account }) => account.techId !== held.account.techId,
  );
  const today = renewed(x, held.account, identity.number, person);
  const again = today.state.at === 'linked' && today.state.number === identity.number;
  const { account: linked, ...more } = again
    ? await linkedAgain(x, held, identity, person)
    : await linkedNow(x, held, identity, person);
  const first = firstLinked([...others, { account: linked }]);
  return { ...more, linked, account: first?.account ?? linked };
}

async function linkedNow(
  x: Exchange,
  held: Held,
  identity: Identity,
  person: Person | undefined,
): Promise<Linked> {
  const account = link(x, held, identity, person);
  return { account, outcome: 'linked', changes: await saveAccount(x, held, account) };
}
