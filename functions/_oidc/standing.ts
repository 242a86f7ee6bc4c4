import type { Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { personBySlug } from '../_kit/people.ts';
import type { Profile } from './profile.ts';

/** Somebody who signed in before, as long as the account may still sign in: it may have been locked meanwhile. */
export async function inGoodStanding(
  x: Exchange,
  profile: Profile,
  slug: string,
): Promise<Person | undefined> {
  const person = await personBySlug(x, slug);
  try {
    if (person) profile.admit(person);
    return person;
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}
