import type { Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { type Account, happened, linkedSince, numberOf } from './account.ts';
import { accountsBy, type Held, olderFirst } from './accounts.ts';

/** The account under the number that its holder has now: one that was taken back means the same person. */
export function renewed(x: Exchange, account: Account, number: string, person: Person | undefined): Account {
  const known = numberOf(account);
  if (known === undefined || known === number || !isFormer(known, account, person)) return account;
  const cause = { by: 'population', rule: 'number-renewed' } as const;
  return happened(account, { type: 'number-renewed', number }, x.clock, cause);
}

/** A number that was taken back may be somebody else's by now, so the account must be this person's as well. */
const isFormer = (number: string, account: Account, person: Person | undefined): boolean =>
  person !== undefined && account.person === person.slug && person.formerNumbers.includes(number);

/** Citizens' accounts under this person's number, of today or of before; oldest first. */
export async function accountsOf(x: Exchange, number: string, person: Person | undefined): Promise<Held[]> {
  const numbers = [number, ...(person?.formerNumbers ?? [])];
  const held = (await Promise.all(numbers.map((each) => accountsBy(x, 'number', each)))).flat();
  return held
    .filter(({ account }) => account.kind === 'citizen')
    .filter(({ account }) => numberOf(account) === number || isFormer(numberOf(account)!, account, person))
    .toSorted(olderFirst);
}

/** The linked ones of several accounts of one person, the one that was linked first in front. */
export const byLinking = (accounts: readonly Account[]): Account[] =>
  accounts.filter(({ state }) => state.at === 'linked').toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));

const rankOf = (account: Account): string => `${linkedSince(account)} ${account.createdAt} ${account.techId}`;

/** The account that was linked first: portals know the person by its TechID. */
export const firstLinked = (held: readonly Held[]): Held | undefined => {
  const [first] = byLinking(held.map(({ account }) => account));
  return held.find(({ account }) => account === first);
};

/**
 * Whether an account may be taken for this person's without its password. One that somebody else registered may have
 * got the number later: the population register confirms that data agree, not whose account they stand in.
 */
export const isOwn = (account: Account, person: Person | undefined): boolean =>
  account.person === null || person === undefined || account.person === person.slug;

/** Its number was confirmed by the population register, then or now. */
export const mayLink = ({ account: { state } }: Held): boolean =>
  ['verified', 'prompted', 'unlinked'].includes(state.at) ||
  (state.at === 'stopped' && ['verified', 'prompted', 'unlinked'].includes(state.was));

/** Everything that this person may have had here: under the number, and under the old card. */
export async function allOf(
  x: Exchange,
  number: string,
  person: Person | undefined,
  cmnd: string | undefined,
): Promise<Held[]> {
  const numbered = await accountsOf(x, number, person);
  const byCard = cmnd === undefined ? [] : await accountsBy(x, 'cmnd', cmnd);
  const unnumbered = byCard.filter(
    ({ account }) => account.kind === 'citizen' && numberOf(account) === undefined,
  );
  return [...numbered, ...unnumbered].filter(({ account }) => isOwn(account, person)).toSorted(olderFirst);
}
