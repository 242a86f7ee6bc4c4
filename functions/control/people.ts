import type { Person, PersonPatch } from '../../contracts/person.ts';
import { directoryOf, type PeopleQuery } from '../../people/directory.ts';
import { patchPerson } from '../../people/patch.ts';
import { type Answer, empty, json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { bilingual, errorsOf, invalidInput } from '../_kit/issues.ts';
import {
  everybody,
  ownPeople,
  personByCmnd,
  personByInsurance,
  personByNumber,
  personByPhone,
  personBySlug,
} from '../_kit/people.ts';
import { refuseForeignNumbers } from '../_kit/settings.ts';
import type { Change } from '../_kit/store.ts';
import { clashes, MOST_PEOPLE, numbersOf } from './domain.ts';

const nobody = (slug: string): Fault =>
  new Fault('not_found', `nobody is called '${slug}' in this workspace`);

async function named(x: Exchange): Promise<Person> {
  const slug = x.params.person ?? '';
  const person = await personBySlug(x, slug);
  if (!person) throw nobody(slug);
  x.remarks.person = person.slug;
  return person;
}

const isChanged = (x: Exchange, slug: string): boolean => Object.hasOwn(x.workspace.people, slug);

async function refuseClashes(x: Exchange, person: Person): Promise<void> {
  const errors = clashes(person, await everybody(x));
  if (errors.length > 0) throw invalidInput(errors, 'person_exists');
}

/** The person and the index of numbers change together, so two people never end with one number. @throws Fault */
async function keep(x: Exchange, person: Person): Promise<Change[]> {
  const own = x.workspace.settings.realisticNumbers ? numbersOf(person) : [];
  refuseForeignNumbers(person, (number) => x.isOurs(number) || own.includes(number));
  await refuseClashes(x, person);
  const people = { ...x.workspace.people, [person.slug]: numbersOf(person) };
  if (Object.keys(people).length > MOST_PEOPLE) {
    throw new Fault('too_many_people', `a workspace may add or change ${MOST_PEOPLE} people`);
  }
  return [x.put(ownPeople, person.slug, person), x.changeWorkspace({ people })];
}

/** Of the country, whoever has exactly the number that is looked for: no search walks through millions. */
async function citizensBy(x: Exchange<PeopleQuery>, named: readonly Person[]): Promise<Person[]> {
  const digits = (x.input.q ?? '').replace(/[\s.()+-]/g, '').replace(/^84(?=\d{9}$)/, '0');
  if (!/^\d{9,12}$/.test(digits) || x.input.tag !== undefined) return [];
  const ways = [personByNumber, personByPhone, personByCmnd, personByInsurance];
  const found = await Promise.all(ways.map((by) => by(x, digits)));
  const seen = new Set(named.map(({ slug }) => slug));
  return found
    .filter((person) => person !== undefined)
    .filter(({ slug }) => !seen.has(slug) && seen.add(slug));
}

export async function searchPeople(x: Exchange<PeopleQuery>) {
  const named = directoryOf(await everybody(x)).search(x.input);
  const people = [...named, ...(await citizensBy(x, named))];
  const own = people.map(({ slug }) => slug).filter((slug) => isChanged(x, slug));
  const isCast = (slug: string) => x.deps.people.findBySlug(slug) !== undefined;
  return json({ people, added: own.filter((slug) => !isCast(slug)), changed: own.filter(isCast) });
}

export async function addPerson(x: Exchange<Person>): Promise<Answer> {
  const person = x.input;
  x.remarks.person = person.slug;
  if (await personBySlug(x, person.slug)) {
    const message = 'Đã có người tên này / Somebody has this name already';
    throw invalidInput([{ path: 'slug', message }], 'person_exists');
  }
  return json(person, { status: 201, changes: await keep(x, person) });
}

export const showPerson = async (x: Exchange) => json(await named(x));

export async function changePerson(x: Exchange<PersonPatch>) {
  const result = patchPerson(await named(x), x.input, { error: bilingual });
  if (!result.success) throw invalidInput(errorsOf(result.error.issues));
  return json(result.data, { changes: await keep(x, result.data) });
}

/** Those of the cast become again what they are everywhere; those who were added are gone. */
export async function deletePerson(x: Exchange) {
  const { slug } = await named(x);
  const item = isChanged(x, slug) ? await x.read(ownPeople, slug) : undefined;
  if (!item) throw new Fault('not_found', `'${slug}' is of the cast and was not changed here`);
  const original = x.deps.people.findBySlug(slug);
  if (original) await refuseClashes(x, original);
  const { [slug]: _, ...people } = x.workspace.people;
  return empty({ changes: [x.remove(item), x.changeWorkspace({ people })] });
}
