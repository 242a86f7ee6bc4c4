import type { Person } from '../contracts/person.ts';
import { castDirectory } from './cast.ts';

export { type Directory, directoryOf, type FoundByNumber, type PeopleQuery } from './directory.ts';

/** The named people, the default one first; importing this makes them all. */
export const cast: readonly Person[] = castDirectory.people;

export const { findBySlug, findByNumber, findByPhone, findByCmnd, findByInsurance, search } = castDirectory;
