import { calendarDates } from '../../../contracts/_calendar-dates.ts';
import { hasCome } from '../../_kit/calendar.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { type Account, happened } from '../account.ts';
import type { Held } from '../accounts.ts';
import { currentAccount, currentSession, type Via } from '../exchange/session.ts';
import { passwordEndedBy } from '../law.ts';
import { shownDate } from './pages/words.ts';

/** Whose account is signed in in this browser, and by which door. */
export interface Visitor {
  held: Held;
  via: Via;
  /** The same, for people: an account's key is another door than its password. */
  door: Via | 'signature';
}

/** Undefined too where the law has closed the door by which the browser came in. */
export async function visitor(x: Exchange): Promise<Visitor | undefined> {
  const [held, session] = [await currentAccount(x), await currentSession(x)];
  if (!held || !session) return undefined;
  const { via = 'account', amr } = session;
  const rule = passwordEndedBy(held.account, 'here');
  const closed = via !== 'vneid' && rule !== undefined && hasCome(rule, x.clock);
  return closed ? undefined : { held, via, door: amr.includes('hwk') ? 'signature' : via };
}

/** The day before a day: both `YYYY-MM-DD`. */
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** The last day on which a citizen's password signs in here, as it is shown. */
export const lastDay = (): string => shownDate(dayBefore(calendarDates['national-portal-vneid-only']));

/** Whoever came by password, with a number that is confirmed, is told to come by VNeID; foreigners are not yet. */
export const isToBePrompted = (account: Account, via: Via, x: Exchange): boolean =>
  !account.foreign &&
  via === 'account' &&
  ['verified', 'prompted', 'unlinked'].includes(account.state.at) &&
  hasCome('switch-announced', x.clock);

/** The account once the prompt was shown: the first time stands in the history. */
export function shownPrompt(account: Account, x: Exchange): Account {
  if (account.state.at === 'prompted') return account;
  const cause = { by: 'portal', rule: 'switch-announced' } as const;
  return happened(account, { type: 'prompted' }, x.clock, cause);
}

/** Below the portal's base: on to VNeID, to link the account that is signed in, and back to a path. */
export const linkPath = (to: string): string => `/sign-in?${new URLSearchParams({ to, with: 'link' })}`;
