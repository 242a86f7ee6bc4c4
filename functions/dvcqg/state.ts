import type { AccountState, StateName } from '../../contracts/_dvcqg/account.ts';
import { Fault } from '../_kit/fault.ts';

/** What can happen to an account. */
export type AccountEvent =
  /** Its holder wrote a 12-digit number into it, or another one. */
  | { type: 'number-given'; number: string }
  /** The population register knows this number, with the account's name and birth. */
  | { type: 'number-verified'; number: string }
  /** The register says otherwise. */
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

const unverified = (_: AccountState, { number }: { number: string }): AccountState => ({
  at: 'unverified',
  number,
});

const verified = (_: AccountState, { number }: { number: string }): AccountState => ({
  at: 'verified',
  number,
});

/** The number ties the two together, and only one that the population register has confirmed. */
const linked = (
  state: AccountState & { number?: string | undefined },
  { number, sub }: On<'linked'>,
): AccountState => {
  if (state.number !== number)
    throw new Fault('number_differs', 'VNeID names another number than the account');
  return { at: 'linked', number, sub };
};

const notVerified = (): never => {
  throw new Fault(
    'number_not_verified',
    'the population register has not confirmed a number of this account',
  );
};

const linkedAfterEnd = (state: At<'stopped'>, event: On<'linked'>): AccountState => {
  if (state.was === 'unverified') throw new Fault('number_not_verified', 'the number was never verified');
  return linked(state, event);
};

const stopped = (state: AccountState): AccountState => ({
  at: 'stopped',
  was: state.at as At<'stopped'>['was'],
  ...('number' in state && state.number !== undefined && { number: state.number }),
});

const resumed = ({ was, number }: At<'stopped'>): AccountState =>
  number === undefined ? { at: 'no-number' } : { at: was as 'verified', number };

export const machine: Machine = {
  'no-number': {
    'number-given': unverified,
    'number-verified': verified,
    stopped,
  },
  unverified: {
    'number-given': unverified,
    'number-verified': verified,
    'number-refused': () => ({ at: 'no-number' }),
    stopped,
  },
  verified: {
    'number-renewed': verified,
    prompted: ({ number }) => ({ at: 'prompted', number }),
    linked,
    stopped,
  },
  prompted: {
    'number-renewed': (_, { number }) => ({ at: 'prompted', number }),
    linked,
    stopped,
  },
  linked: {
    'number-renewed': ({ sub }, { number }) => ({ at: 'linked', number, sub }),
    /** Again, under another subject: VNeID gave the person a new one. */
    linked,
    unlinked: ({ number }) => ({ at: 'unlinked', number }),
  },
  unlinked: {
    'number-renewed': (_, { number }) => ({ at: 'unlinked', number }),
    prompted: ({ number }) => ({ at: 'prompted', number }),
    linked,
    stopped,
  },
  stopped: {
    /** Signing in with VNeID under the number that was verified brings it over even now. */
    linked: linkedAfterEnd,
    resumed,
  },
  organisation: {
    stopped: () => ({ at: 'organisation', ended: true }),
    resumed: () => ({ at: 'organisation', ended: false }),
  },
};

/** Whether an event can happen in a state. */
export const may = (state: AccountState, event: EventName): boolean => machine[state.at][event] !== undefined;

/** The only way from one state to another. @throws Fault wrong_state */
export function transition(state: AccountState, event: AccountEvent): AccountState {
  const step = machine[state.at][event.type] as
    | ((state: AccountState, event: AccountEvent) => AccountState)
    | undefined;
  if (!step && event.type === 'linked' && ['no-number', 'unverified'].includes(state.at))
    return notVerified();
  if (!step) throw new Fault('wrong_state', `${event.type} cannot happen to an account that is ${state.at}`);
  return step(state, event);
}
