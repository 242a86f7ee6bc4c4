import type { Person } from '../../contracts/person.ts';
import { type Directory, directoryOf, type FoundByNumber } from '../../people/directory.ts';

/** What a row is held against. */
export type Known = Pick<
  Person,
  'slug' | 'personalNumber' | 'name' | 'formerNames' | 'birth' | 'nationality' | 'vneid' | 'deceasedOn'
>;

/** The population database, as far as a row asks it. Answers at once: a million rows ask. */
export interface Register {
  byNumber(number: string): { person: Known; former: boolean } | undefined;
  /** By the nine digits of the old card. */
  byCmnd(number: string): Known | undefined;
  /** The present number of whoever has or had this one, without making the whole person. */
  present(number: string): string;
}

/** Those who were never written down: see `people/country`. */
export interface Citizens {
  recordOf(personalNumber: string): Known | undefined;
  citizenByCmnd(cmnd: string): Known | undefined;
}

/** As `_kit/people.ts` has it: a workspace's own people first, then the cast, then the country. */
export function registerOf(own: readonly Person[], cast: Directory, country: Citizens): Register {
  const changed = new Set(own.map(({ slug }) => slug));
  const mine = own.length > 0 ? directoryOf(own) : undefined;
  const unchanged = (person: Known | undefined) => (person && !changed.has(person.slug) ? person : undefined);
  const named = (number: string): FoundByNumber | undefined => {
    const found = mine?.findByNumber(number);
    if (found) return found;
    const inCast = cast.findByNumber(number);
    return inCast && unchanged(inCast.person) && inCast;
  };
  return {
    present: (number) => named(number)?.person.personalNumber ?? number,
    byNumber(number) {
      const found = named(number);
      if (found) return found;
      const person = unchanged(country.recordOf(number));
      return person && { person, former: false };
    },
    byCmnd: (number) =>
      mine?.findByCmnd(number) ?? unchanged(cast.findByCmnd(number) ?? country.citizenByCmnd(number)),
  };
}
