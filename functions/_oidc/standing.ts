import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Door, Holder, Profile } from './profile.ts';

/** Somebody who signed in before, as long as the account may still sign in: it may have been locked meanwhile. */
export async function inGoodStanding(
  x: Exchange,
  profile: Profile,
  { person, slug, ...door }: Door & { person: string; slug?: string },
): Promise<Holder | undefined> {
  const holder = await profile.find(x, person, slug);
  try {
    if (holder) profile.admit(holder, x, door);
    return holder;
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}
