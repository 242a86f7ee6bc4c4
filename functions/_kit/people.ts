import type { Person } from '../../contracts/person.ts';
import type { Country } from './deps.ts';
import type { Exchange } from './exchange.ts';
import { kind } from './store.ts';

/** People that a workspace added, or whose fields it overrides: the whole person, as merged. */
export const ownPeople = kind<Person>(
  'control',
  'person',
  'id: slug. A person whom the workspace added or changed, complete. As long as the workspace.',
);

const hasOwn = (x: Exchange, slug: string): boolean => Object.hasOwn(x.workspace.people, slug);

/** Somebody whom the workspace did not change: of the cast, or of the country. */
const unchanged = (x: Exchange, person: Person | undefined): Person | undefined =>
  person && !hasOwn(x, person.slug) ? person : undefined;

/** Country citizens' slugs are `cd-` and the number. */
const isCitizenSlug = (slug: string): boolean => slug.startsWith('cd-');

/** Somebody of the cast or the country, as every workspace has them at first. */
export async function unchangedPerson(x: Exchange, slug: string): Promise<Person | undefined> {
  const person = x.deps.people.findBySlug(slug);
  if (person || !isCitizenSlug(slug)) return person;
  return (await x.deps.country()).citizenBySlug(slug);
}

/** A person by slug: as the workspace has changed them, from the cast, or from the country. */
export const personBySlug = async (x: Exchange, slug: string): Promise<Person | undefined> =>
  hasOwn(x, slug) ? (await x.read(ownPeople, slug))?.value : unchangedPerson(x, slug);

/** A person by the current personal number, or by one that was re-issued. */
export async function personByNumber(x: Exchange, number: string): Promise<Person | undefined> {
  const own = Object.entries(x.workspace.people).find(([, numbers]) => numbers.includes(number));
  if (own) return personBySlug(x, own[0]);
  const cast = x.deps.people.findByNumber(number)?.person;
  return unchanged(x, cast ?? (await x.deps.country()).citizenOf(number));
}

/** Of the workspace's own people first, then of the cast, then of the country. */
async function findPerson(
  x: Exchange,
  isOne: (person: Person) => boolean,
  inCast: Person | undefined,
  inCountry: (country: Country) => Person | undefined,
): Promise<Person | undefined> {
  if (Object.keys(x.workspace.people).length > 0) {
    const own = (await x.list(ownPeople)).find(({ value }) => isOne(value));
    if (own) return own.value;
  }
  return unchanged(x, inCast ?? inCountry(await x.deps.country()));
}

const national = (number: string): string => number.replace(/^\+?84(?=\d{9}$)/, '0');

/** A person by one of their phone numbers, national (`0…`) or international (`84…`, `+84…`). */
export const personByPhone = (x: Exchange, number: string): Promise<Person | undefined> =>
  findPerson(
    x,
    ({ phones }) => phones.some((phone) => phone.number === national(number)),
    x.deps.people.findByPhone(number),
    (country) => country.citizenByPhone(national(number)),
  );

/** A person by the number of the old 9-digit card. */
export const personByCmnd = (x: Exchange, cmnd: string): Promise<Person | undefined> =>
  findPerson(
    x,
    (person) => person.cmnd === cmnd,
    x.deps.people.findByCmnd(cmnd),
    (country) => country.citizenByCmnd(cmnd),
  );

/** A person by the 10-digit social insurance number. */
export const personByInsurance = (x: Exchange, number: string): Promise<Person | undefined> =>
  findPerson(
    x,
    ({ insurance }) => insurance?.number === number,
    x.deps.people.findByInsurance(number),
    (country) => country.citizenByInsurance(number),
  );

/** Everybody with a name: the cast with its overrides, then those whom the workspace added or changed. */
export async function everybody(x: Exchange): Promise<Person[]> {
  const own = new Map((await x.list(ownPeople)).map(({ value }) => [value.slug, value]));
  const cast = x.deps.people.people.map((person) => own.get(person.slug) ?? person);
  const added = [...own.values()].filter(({ slug }) => !x.deps.people.findBySlug(slug));
  return [...cast, ...added];
}
