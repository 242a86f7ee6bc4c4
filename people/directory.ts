import type { Person } from '../contracts/person.ts';
import { fold } from './fold.ts';

/** `former`: the number asked for was taken back when the person got another. */
export interface FoundByNumber {
  person: Person;
  former: boolean;
}

export interface PeopleQuery {
  /** Exactly this tag. */
  tag?: string | undefined;
  /** Beginnings of words of the name or a former one, or the slug; or a part of a number, separators or not. */
  q?: string | undefined;
}

export interface Directory {
  readonly people: readonly Person[];
  findBySlug: (slug: string) => Person | undefined;
  findByNumber: (personalNumber: string) => FoundByNumber | undefined;
  /** National (`0…`) or international (`84…`, `+84…`). */
  findByPhone: (number: string) => Person | undefined;
  /** By the nine digits of the old card. */
  findByCmnd: (cmnd: string) => Person | undefined;
  /** By the ten digits of the social insurance number, which every health card ends with. */
  findByInsurance: (number: string) => Person | undefined;
  search: (query: PeopleQuery) => readonly Person[];
}

const nationalNumber = (number: string): string => number.replace(/^\+?84(?=\d{9}$)/, '0');

/** Words are looked for where a word begins, so that "an" is not everyone called Văn; digits anywhere. */
const searchTerms = (q: string): string[] => {
  const digits = q.replace(/[\s.()-]/g, '');
  if (/^\+?\d+$/.test(digits)) return [nationalNumber(digits)];
  return fold(q)
    .split(' ')
    .map((word) => ` ${word}`);
};

const searchText = (person: Person): string => {
  const phones = person.phones.map((phone) => phone.number);
  const papers = [person.cmnd ?? '', person.insurance?.number ?? ''];
  const numbers = [person.personalNumber, ...person.formerNumbers, ...papers, ...phones];
  const names = [person.name, ...(person.formerNames ?? [])].map(({ full }) => fold(full));
  return ` ${names.join(' ')} ${person.slug} ${numbers.join(' ')} `;
};

const indexByNumber = (people: readonly Person[]): Map<string, FoundByNumber> => {
  const index = new Map<string, FoundByNumber>();
  for (const person of people) {
    for (const number of person.formerNumbers) index.set(number, { person, former: true });
  }
  for (const person of people) index.set(person.personalNumber, { person, former: false });
  return index;
};

const indexBy = (people: readonly Person[], numbersOf: (person: Person) => readonly string[]) =>
  new Map(people.flatMap((person) => numbersOf(person).map((number) => [number, person] as const)));

/** Indexes people once: the cast, or a workspace's own. A current number wins over the same one as a former. */
export const directoryOf = (people: readonly Person[]): Directory => {
  const bySlug = new Map(people.map((person) => [person.slug, person]));
  const byNumber = indexByNumber(people);
  const byPhone = indexBy(people, ({ phones }) => phones.map(({ number }) => number));
  const byCmnd = indexBy(people, ({ cmnd }) => (cmnd ? [cmnd] : []));
  const byInsurance = indexBy(people, ({ insurance }) => (insurance ? [insurance.number] : []));
  let texts: readonly string[] | undefined;

  return {
    people,
    findBySlug: (slug) => bySlug.get(slug),
    findByNumber: (personalNumber) => byNumber.get(personalNumber),
    findByPhone: (number) => byPhone.get(nationalNumber(number)),
    findByCmnd: (cmnd) => byCmnd.get(cmnd),
    findByInsurance: (number) => byInsurance.get(number),
    search: ({ tag, q = '' }) => {
      texts ??= people.map(searchText);
      const terms = searchTerms(q);
      return people.filter(
        (person, i) =>
          (tag === undefined || person.tags.includes(tag)) &&
          terms.every((term) => texts?.[i]?.includes(term)),
      );
    },
  };
};

/** People who are there only when the first question is asked. */
export const directoryLater = (directory: () => Directory): Directory => ({
  get people() {
    return directory().people;
  },
  findBySlug: (slug) => directory().findBySlug(slug),
  findByNumber: (personalNumber) => directory().findByNumber(personalNumber),
  findByPhone: (number) => directory().findByPhone(number),
  findByCmnd: (cmnd) => directory().findByCmnd(cmnd),
  findByInsurance: (number) => directory().findByInsurance(number),
  search: (query) => directory().search(query),
});
