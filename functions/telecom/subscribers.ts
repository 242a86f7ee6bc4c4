import type { Person, Phone } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { personByCmnd, personByNumber, personByPhone } from '../_kit/people.ts';
import { holderOf, type Subscriber } from './domain.ts';
import { national } from './numbers.ts';

/** The person in whose name somebody else's SIM stands, when the sandbox knows them. */
async function ownerOf(x: Exchange, { owner }: Phone): Promise<Person | undefined> {
  if (owner?.personalNumber !== undefined) return personByNumber(x, owner.personalNumber);
  return owner?.cmnd === undefined ? undefined : personByCmnd(x, owner.cmnd);
}

/** Who has this number. A prefix decides nothing: only the register does. */
export async function subscriberOf(x: Exchange, msisdn: string): Promise<Subscriber | undefined> {
  const number = national(msisdn);
  const person = await personByPhone(x, number);
  const sim = person?.phones.find((phone) => phone.number === number);
  if (!person || !sim) return undefined;
  x.remarks.person = person.slug;
  return { sim, person, holder: holderOf(sim, person, await ownerOf(x, sim)) };
}
