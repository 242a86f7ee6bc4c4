import type { Person } from '../../contracts/person.ts';
import type { Exchange } from './exchange.ts';
import { kind } from './store.ts';

/** People that a workspace added, or whose fields it overrides: the whole person, as merged. */
export const ownPeople = kind<Person>(
  'control',
  'person',
  'id: slug. A person whom the workspace added or changed, complete. As long as the workspace.',
);

/** A person by slug: as the workspace has changed them, or from the cast. */
export async function personBySlug(x: Exchange, slug: string): Promise<Person | undefined> {
  if (Object.hasOwn(x.workspace.people, slug)) return (await x.read(ownPeople, slug))?.value;
  return x.deps.people.findBySlug(slug);
}

/** A person by the current personal number, or by one that was re-issued. */
export async function personByNumber(x: Exchange, number: string): Promise<Person | undefined> {
  const own = Object.entries(x.workspace.people).find(([, numbers]) => numbers.includes(number));
  if (own) return personBySlug(x, own[0]);
  const person = x.deps.people.findByNumber(number)?.person;
  return person && !Object.hasOwn(x.workspace.people, person.slug) ? person : undefined;
}

/** Everybody in the workspace: the cast with its overrides, then those whom the workspace added. */
export async function everybody(x: Exchange): Promise<Person[]> {
  const own = new Map((await x.list(ownPeople)).map(({ value }) => [value.slug, value]));
  const cast = x.deps.people.people.map((person) => own.get(person.slug) ?? person);
  const added = [...own.values()].filter(({ slug }) => !x.deps.people.findBySlug(slug));
  return [...cast, ...added];
}
