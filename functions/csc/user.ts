import type { Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { personByNumber, personByPhone, personBySlug } from '../_kit/people.ts';
import { digest, matches } from '../_kit/perform.ts';
import type { Change } from '../_kit/store.ts';
import { tries } from './kinds.ts';

const MOST = 5;
const REST_SECONDS = 900;

/** By personal number, phone number or slug. */
export function personByUser(x: Exchange, user: string): Promise<Person | undefined> {
  const name = user.trim();
  const plain = name.replace(/[\s.-]/g, '');
  if (/^\d{12}$/.test(plain)) return personByNumber(x, plain);
  return /^(\+?84|0)\d{9}$/.test(plain) ? personByPhone(x, plain) : personBySlug(x, name);
}

export type SignedIn = { person: Person; changes: Change[] } | { fault: Fault; changes: Change[] };

const wrongUser = (changes: Change[] = []): SignedIn => ({
  fault: new Fault('authentication_error', 'An error occurred during authentication process'),
  changes,
});

/** Who has this user name and this password. The changes are to be saved either way. */
export async function signIn(x: Exchange, user: string, password: string): Promise<SignedIn> {
  const person = await personByUser(x, user);
  const right = matches(password, digest(person?.vneid.password ?? ''));
  if (!person || person.deceasedOn !== undefined) return wrongUser();
  x.remarks.person = person.slug;
  const item = await x.read(tries, person.slug);
  const wrong = item?.value.wrong ?? 0;
  if (wrong >= MOST)
    return {
      fault: new Fault('authentication_error', `${MOST} wrong passwords: the account rests for 15 minutes`),
      changes: [],
    };
  if (right) return { person, changes: item ? [x.remove(item)] : [] };
  const since = item ? { version: item.version } : ('absent' as const);
  const options = { lifetime: REST_SECONDS, if: since };
  return wrongUser([x.put(tries, person.slug, { wrong: wrong + 1 }, options)]);
}
