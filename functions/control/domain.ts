import type { JournalQuery } from '../../contracts/_control/journal.ts';
import { isSandboxNumber, type Person } from '../../contracts/person.ts';
import type { JournalEntry } from '../_kit/journal.ts';

/** How many people a workspace may add or change: they are indexed in the workspace's own item. */
export const MOST_PEOPLE = 1_000;

/** The present number first. */
export const numbersOf = ({ personalNumber, formerNumbers }: Person): string[] => [
  personalNumber,
  ...formerNumbers,
];

/** A value that somebody else has. */
export interface Clash {
  path: string;
  message: string;
}

const clash = (path: string, { slug }: Person): Clash => ({
  path,
  message: `Đã là của '${slug}' / It is already that of '${slug}'`,
});

/** Numbers and phones lead to one person each, so nobody may have what somebody else has. */
export function clashes(person: Person, everybody: readonly Person[]): Clash[] {
  const others = everybody.filter(({ slug }) => slug !== person.slug);
  const holder = (number: string) => others.find((other) => numbersOf(other).includes(number));
  const subscriber = (number: string) =>
    others.find(({ phones }) => phones.some((sim) => sim.number === number));
  const wanted: [path: string, other: Person | undefined][] = [
    ['personalNumber', holder(person.personalNumber)],
    ...person.formerNumbers.map((number, at): [string, Person | undefined] => [
      `formerNumbers.${at}`,
      holder(number),
    ]),
    ...person.phones.map((sim, at): [string, Person | undefined] => [
      `phones.${at}.number`,
      subscriber(sim.number),
    ]),
  ];
  return wanted.flatMap(([path, other]) => (other ? clash(path, other) : []));
}

/** Whether a workspace has somebody whose number could be a real one. */
export const hasRealisticNumbers = (people: Readonly<Record<string, readonly string[]>>): boolean =>
  Object.values(people)
    .flat()
    .some((number) => !isSandboxNumber(number));

const names = ['client', 'system', 'operation', 'signIn', 'person'] as const;

/** Whether an entry is one of those that were asked for. */
export function isWanted(entry: JournalEntry, query: JournalQuery): boolean {
  const at = Date.parse(entry.at);
  return (
    names.every((name) => query[name] === undefined || entry[name] === query[name]) &&
    (query.since === undefined || at >= Date.parse(query.since)) &&
    (query.until === undefined || at <= Date.parse(query.until))
  );
}
