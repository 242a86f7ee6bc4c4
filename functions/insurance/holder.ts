import type { Insurance, Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { personByInsurance, personByNumber, personBySlug } from '../_kit/people.ts';
import type { Written } from './number.ts';

/** Somebody whom the register has. */
export type Holder = Person & { insurance: Insurance };

const isHolder = (person: Person | undefined): person is Holder => person?.insurance !== undefined;

const yearBefore = (day: string): string => {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCFullYear(at.getUTCFullYear() - 1);
  return at.toISOString().slice(0, 10);
};

/** As the register had it a year ago: what has happened to the card since is not known, nor today's phone. */
function stale({ insurance, ...person }: Holder): Holder {
  const { previousCard: _, reduction: __, ...rest } = insurance;
  const [from, to] = [yearBefore(insurance.from), yearBefore(insurance.to)];
  return { ...person, phones: [], insurance: { ...rest, from, to, status: 'valid' } };
}

/** The first of the cast who has a card and is somebody else. */
async function somebodyElse(x: Exchange, slug: string): Promise<Holder | undefined> {
  for (const { slug: other } of x.deps.people.people) {
    const person = other === slug ? undefined : await personBySlug(x, other);
    if (isHolder(person) && person.insurance.card) return person;
  }
  return undefined;
}

/** The record that is shown: the right one, or the one that a failure was asked to show. */
export async function shownHolder(x: Exchange, person: Person | undefined): Promise<Holder | undefined> {
  if (person) x.remarks.person = person.slug;
  if (!isHolder(person) || x.failure === 'empty') return undefined;
  if (x.failure === 'stale-data') return stale(person);
  return x.failure === 'wrong-person' ? somebodyElse(x, person.slug) : person;
}

export const personOf = async (x: Exchange, written: Written | undefined): Promise<Person | undefined> => {
  if (written?.kind === 'personal') return personByNumber(x, written.personal);
  return written && 'insurance' in written ? personByInsurance(x, written.insurance) : undefined;
};
