import { type CalendarRuleId, calendarDates } from '../../contracts/_calendar-dates.ts';
import type { AccountKind, AccountState, HistoryEntry, Method } from '../../contracts/_dvcqg/account.ts';
import type { LinkingRuleId } from '../../contracts/portal/linking.ts';
import { hasCome } from '../_kit/calendar.ts';
import type { Clock } from '../_kit/clock.ts';
import { type Ended, endedBy } from './ended.ts';
import { endingRule } from './law.ts';
import { type AccountEvent, transition } from './state.ts';

/** An account of the national portal. */
export interface Account {
  /** The wire's `TechID`: opaque, never changes, what portals link by. */
  techId: string;
  kind: AccountKind;
  username: string;
  /** Of `techId:password`; null: signs in without one. */
  passwordHash: string | null;
  /** When it was last changed, seconds of the token clock: what was signed in with the one before is over. */
  passwordSince?: number;
  method: Method;
  ended?: Ended;
  /** ISO 8601, token clock. */
  createdAt: string;
  status: 'active' | 'locked';
  /** Of a foreigner, as the population register has it: the dates of Vietnamese citizens are not theirs. */
  foreign?: true;
  /** Slug of whose it is; null: nobody of the sandbox, which only an account under a wrong number can be. */
  person: string | null;
  /** As it was registered. */
  name: string;
  /** `YYYY-MM-DD`, or the year. */
  birth: string | null;
  cmnd?: string;
  phone?: string;
  email?: string;
  organisation?: { name: string; taxCode: string; enterpriseCode: string; address: string };
  /** The certificate that it was registered with. */
  certificate?: { serial: string; issuer: string };
  /** From the population register, once its data was taken over. */
  gender?: 'male' | 'female';
  address?: string;
  /** Fields that the population register has confirmed: they get a green tick. */
  confirmed: readonly string[];
  state: AccountState;
  /** Oldest first. */
  history: readonly HistoryEntry[];
}

/** Who makes a transition happen, and which rule says so. */
export interface Cause {
  by: HistoryEntry['by'];
  rule?: CalendarRuleId | LinkingRuleId;
}

/** The longest history that is kept: an account must stay small enough for one item. */
const HISTORY_KEPT = 100;

/** A new account, with its first line of history. */
export const registered = (
  account: Omit<Account, 'history' | 'createdAt'>,
  clock: Pick<Clock, 'now' | 'today'>,
  { by, rule }: Cause,
): Account => {
  const at = new Date(clock.now).toISOString();
  const entry = { at, date: clock.today, event: 'registered' as const, from: null, to: account.state.at, by };
  return { ...account, createdAt: at, history: [{ ...entry, rule: rule ?? null }] };
};

/** When something happened, and what the register would not confirm. */
type Moment = Pick<HistoryEntry, 'at' | 'date' | 'fields'>;

const added = (account: Account, event: AccountEvent, { by, rule }: Cause, moment: Moment): Account => {
  const state = transition(account.state, event);
  const { at: from } = account.state;
  const entry: HistoryEntry = { ...moment, event: event.type, from, to: state.at, by, rule: rule ?? null };
  const history = [...account.history, entry].slice(-HISTORY_KEPT);
  return { ...account, ...(event.type === 'unlinked' && endedBy('links', account.ended)), state, history };
};

/**
 * The account after an event, with the event in its history. @throws Fault wrong_state, number_differs,
 * number_not_verified
 */
export const happened = (
  account: Account,
  event: AccountEvent,
  { now, today }: Pick<Clock, 'now' | 'today'>,
  { fields, ...cause }: Cause & { fields?: readonly string[] },
): Account =>
  added(account, event, cause, {
    at: new Date(now).toISOString(),
    date: today,
    ...(fields && { fields: [...fields] }),
  });

/** What else stands in a history: it leaves the state as it is. */
export type Note =
  | 'locked'
  | 'unlocked'
  | 'data-taken-over'
  | 'phone-changed'
  | 'email-changed'
  | 'password-changed';

export function noted(
  account: Account,
  event: Note,
  { now, today }: Pick<Clock, 'now' | 'today'>,
  by: Cause['by'],
): Account {
  const { at } = account.state;
  const entry = { at: new Date(now).toISOString(), date: today, event, from: at, to: at, by, rule: null };
  const history = [...account.history, entry].slice(-HISTORY_KEPT);
  return { ...account, ...(event === 'locked' && endedBy('locks', account.ended)), history };
}

/**
 * When the calendar ended an account: on the rule's own day, whenever it is read. Not before what happened last, and
 * not after now: either clock may have been set.
 */
function endOf(
  rule: CalendarRuleId,
  { history }: Account,
  { now, today }: Pick<Clock, 'now' | 'today'>,
): Moment {
  const from = calendarDates[rule];
  const last = history.at(-1);
  const at = Math.max(Date.parse(`${from}T00:00:00+07:00`), last ? Date.parse(last.at) : 0);
  const date = last && last.date > from ? last.date : from;
  return { at: new Date(Math.min(at, now)).toISOString(), date: date > today ? today : date };
}

const hasEnded = ({ state }: Account): boolean =>
  state.at === 'stopped' || (state.at === 'organisation' && state.ended);

/** The rule that does not hold for an account which turned out to be a foreigner's after it had stopped. */
const FOREIGNERS = 'citizens-vneid-only';

/** The account as the calendar has it today: stopped once its last day is past, and back when the day is set back. */
export function onDate(account: Account, clock: Pick<Clock, 'now' | 'today'>): Account {
  const rule = endingRule(account);
  const ends = rule !== undefined && hasCome(rule, clock);
  if (account.state.at === 'linked' || hasEnded(account) === ends) return account;
  if (ends) return added(account, { type: 'stopped' }, { by: 'calendar', rule }, endOf(rule, account, clock));
  return happened(account, { type: 'resumed' }, clock, { by: 'calendar', rule: rule ?? FOREIGNERS });
}

/** The 12-digit number that the account knows. */
export const numberOf = ({ state }: Account): string | undefined =>
  'number' in state ? state.number : undefined;

/** When it was linked, as it is linked now; ISO 8601. */
export const linkedSince = (account: Account): string | undefined =>
  account.state.at === 'linked' ? (linking(account)?.at ?? account.createdAt) : undefined;

const linking = ({ history }: Account): HistoryEntry | undefined =>
  history.findLast(({ from, to }) => to === 'linked' && from !== 'linked');

/** The calendar's day of registration and, of one that is linked, of its link, `YYYY-MM-DD`. */
export const daysOf = (account: Account): { created: string | undefined; linked: string | undefined } => ({
  created: account.history.find(({ event }) => event === 'registered')?.date,
  linked: account.state.at === 'linked' ? linking(account)?.date : undefined,
});
