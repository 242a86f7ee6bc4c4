import type { Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { personBySlug } from '../_kit/people.ts';

/** Whose token it is. @throws Fault unknown_person */
export async function knownPerson(x: Exchange, slug: string): Promise<Person> {
  const person = await personBySlug(x, slug);
  if (!person) throw new Fault('unknown_person', `nobody is called '${slug}' in this workspace`);
  x.remarks.person = person.slug;
  return person;
}

export const ownerOf = (x: Exchange): Promise<Person> => knownPerson(x, x.params.person ?? '');
