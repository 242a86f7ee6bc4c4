import type { AccountState, StateName } from '../../contracts/_dvcqg/account.ts';
import { Fault } from '../_kit/fault.ts';

/** What can happen to an account. */
export type AccountEvent =
  /** Its holder wrote a 12-digit number into it, or another one. */
  | { type: 'number-given'; number: string }
  /** The population register knows this number, with the account's name and birth. */
  | { type: 'number-verified'; number: string }
  /** The register does not know the account's number, or old card, with its name and birth. */
  | { type: 'number-refused' }
  /** The register has another number for the same person now. */
  | { type: 'number-renewed'; number: string }
  /** "Đăng nhập bằng VNeID" was shown. */
  | { type: 'prompted' }
  /** Its holder signed in with VNeID under its number. */
  | { type: 'linked'; number: string; sub: string }
  /** By its holder, or because consent was withdrawn. */
  | { type: 'unlinked' }
  /** The law's last day is past. */
  | { type: 'stopped' }
  /** The calendar was set back to a day before it. */
  | { type: 'resumed' };

export type EventName = AccountEvent['type'];

type At<Name extends StateName> = Extract<AccountState, { at: Name }>;
type On<Name extends EventName> = Extract<AccountEvent, { type: Name }>;

/** For each state, what may happen in it and where that leads: the whole machine. */
type Machine = {
  [Name in StateName]: { [Event in EventName]?: (state: At<Name>, event: On<Event>) => AccountState };
};

type Numbered = Extract<AccountState, { number: string }>;

const unverified = (_: AccountState, { number }: { number: string }): AccountState => ({
  at: 'unverified',
  number,
});

const verified = (_: AccountState, { number }: { number: string }): AccountState => ({
  at: 'verified',
  number,
});

const prompted = ({ number }: Numbered): AccountState => ({ at: 'prompted', number });

/** What is only worth a line in the history. */
const same = <State extends AccountState>(state: State): State => state;

const renewed = <State extends AccountState & { number?: string | undefined }>(
  state: State,
  { number }: On<'number-renewed'>,
): State => {
  if (state.number === undefined || state.number === number)
    throw new Fault('wrong_state', 'the account has no number, or this very one');
  return { ...state, number };
};

/** The number ties the two together, and only one that the population register has confirmed. */
const linked = (state: { number?: string | undefined }, { number, sub }: On<'linked'>): AccountState => {
  if (state.number !== number)
    throw new Fault('number_differs', 'VNeID names another number than the account');
  return { at: 'linked', number, sub };
};

const linkedAgain = (state: At<'linked'>, event: On<'linked'>): AccountState => {
  if (state.sub === event.sub) throw new Fault('wrong_state', 'the account is linked to this very subject');
  return linked(state, event);
};

const tooEarly = (): never => {
  throw new Fault(
    'number_not_verified',
    'the population register has not confirmed a number of this account',
  );
};

const wasVerified = ({ was }: At<'stopped'>): boolean => was !== 'no-number' && was !== 'unverified';

const linkedAfterEnd = (state: At<'stopped'>, event: On<'linked'>): AccountState =>
  wasVerified(state) ? linked(state, event) : tooEarly();

const verifiedAfterEnd = (state: At<'stopped'>, { number }: On<'number-verified'>): AccountState => {
  if (wasVerified(state)) throw new Fault('wrong_state', 'its number was verified before it stopped');
  return { at: 'stopped', was: 'verified', number };
};

const stopped = (state: Exclude<AccountState, At<'linked' | 'stopped' | 'organisation'>>): AccountState => ({
  at: 'stopped',
  was: state.at,
  ...('number' in state && { number: state.number }),
});

const resumed = ({ was, number }: At<'stopped'>): AccountState =>
  number === undefined || was === 'no-number' ? { at: 'no-number' } : { at: was, number };

const ended =
  (now: boolean) =>
  ({ ended }: At<'organisation'>): AccountState => {
    if (ended === now) throw new Fault('wrong_state', `the account has ${now ? '' : 'not '}ended already`);
    return { at: 'organisation', ended: now };
  };

export const machine = {
  'no-number': {
    'number-given': unverified,
    /** By the old card: the register says which number belongs to it. */
    'number-verified': verified,
    'number-refused': same,
    linked: tooEarly,
    stopped,
  },
  unverified: {
    'number-given': unverified,
    'number-verified': verified,
    'number-refused': same,
    linked: tooEarly,
    stopped,
  },
  verified: { 'number-renewed': renewed, prompted, linked, stopped },
  prompted: { 'number-renewed': renewed, linked, stopped },
  linked: {
    'number-renewed': renewed,
    /** VNeID gave the person another subject. */
    linked: linkedAgain,
    unlinked: ({ number }) => ({ at: 'unlinked', number }),
  },
  /** It still has its TechID, by which portals know the person: linking again brings that back. */
  unlinked: { 'number-renewed': renewed, prompted, linked, stopped },
  /** Nobody signs in to it, but its holder's VNeID brings it over even now. */
  stopped: {
    'number-verified': verifiedAfterEnd,
    'number-renewed': renewed,
    linked: linkedAfterEnd,
    resumed,
  },
  organisation: { stopped: ended(true), resumed: ended(false) },
} satisfies Machine;

/** The only way from one state to another. @throws Fault wrong_state, number_differs, number_not_verified */
export function transition(state: AccountState, event: AccountEvent): AccountState {
  const steps: { [Event in EventName]?: unknown } = machine[state.at];
  const step = steps[event.type] as ((state: AccountState, event: AccountEvent) => AccountState) | undefined;
  if (!step) throw new Fault('wrong_state', `${event.type} cannot happen to an account that is ${state.at}`);
  return step(state, event);
}
