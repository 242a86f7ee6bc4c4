import type { Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { personBySlug } from '../_kit/people.ts';

/** Whose phone the path names. @throws Fault unknown_person */
export async function ownerOf(x: Exchange): Promise<Person> {
  const slug = x.params.person ?? '';
  const person = await personBySlug(x, slug);
  if (!person) throw new Fault('unknown_person', `nobody is called '${slug}' in this workspace`);
  x.remarks.person = person.slug;
  return person;
}
