import { seconds } from '../../_kit/clock.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import type { Change } from '../../_kit/store.ts';
import type { Door } from '../../_oidc/profile.ts';
import { openSession, readSession, type Session, updateSession } from '../../_oidc/session.ts';
import type { Account } from '../account.ts';
import { accountById, type Held } from '../accounts.ts';
import { epochOf } from '../ended.ts';
import { admit } from './admission.ts';
import { exchange } from './profile.ts';

/** By which door somebody came in. */
export type Via = NonNullable<Session['via']>;

/** A session ends on the national portal itself once its account is locked, or the law has closed its door. */
function mayStay(account: Account, x: Exchange, door: Door): boolean {
  try {
    admit(account, x.clock, door, 'here');
    return true;
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}

/** Keeps this browser's session beyond a new password, which ends all others that stand on the old one. */
export async function stays(x: Exchange): Promise<Change[]> {
  const session = await readSession(x, exchange);
  if (!session) return [];
  return [updateSession(x, exchange, session, { ...session.value, authTime: seconds(x.clock.now) })];
}

/** Whose account is signed in in this browser. */
export async function currentAccount(x: Exchange): Promise<Held | undefined> {
  const session = await readSession(x, exchange);
  if (!session) return undefined;
  const held = await accountById(x, session.value.person);
  if (!held || !mayStay(held.account, x, session.value)) return undefined;
  x.remarks.person = held.account.person ?? undefined;
  return held;
}

/** Whose account is signed in in this browser. @throws Fault sign_in_required */
export async function requireAccount(x: Exchange): Promise<Held> {
  const held = await currentAccount(x);
  if (!held) throw new Fault('sign_in_required', 'nobody is signed in in this browser');
  return held;
}

/** How whoever is signed in came in; undefined: nobody is. */
export const currentSession = async (x: Exchange): Promise<Session | undefined> =>
  (await readSession(x, exchange))?.value;

/** Below the national portal's base: the page that signs in, and comes back to the path `to` of the national portal. */
export const signInPath = (to: string): string => `/sign-in?${new URLSearchParams({ to })}`;

/** How somebody signed in. */
export interface How {
  acr: string;
  amr: readonly string[];
  via: Via;
  /** Seconds of the token clock; absent: just now. */
  authTime?: number;
  /** Session at VNeID. */
  upstream?: string;
  /** Hash of the authorization request that it was for. */
  freshFor?: string;
}

export function sessionOf(
  x: Exchange,
  { techId, person, ended }: Pick<Account, 'techId' | 'person' | 'ended'>,
  { amr, authTime = seconds(x.clock.now), ...how }: How,
): Session {
  return {
    ...how,
    epoch: epochOf(ended, how.via),
    person: techId,
    ...(person !== null && { slug: person }),
    authTime,
    amr: [...amr],
    clients: [],
  };
}

/** A new session of this browser, by the engine's cookie, which covers the whole national portal. */
export const openAccountSession = (
  x: Exchange,
  account: Pick<Account, 'techId' | 'person' | 'ended'>,
  how: How,
): { change: Change; cookie: string } => openSession(x, exchange, sessionOf(x, account, how));
