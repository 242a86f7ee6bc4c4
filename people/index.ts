import type { Person } from '../contracts/person.ts';
import { binh, cuong, dung } from './cast/accounts.ts';
import { an, bao, hung, mai } from './cast/family.ts';
import { huong, huong2, nguyet, phung } from './cast/names.ts';
import { kiet, minjun, sau } from './cast/papers.ts';
import { khanh, ngoc } from './cast/roles.ts';
import { directoryOf } from './directory.ts';

export { type Directory, directoryOf, type FoundByNumber, type PeopleQuery } from './directory.ts';

/** The named people, the default one first. Newcomers go to the end; nobody is ever renumbered. */
export const cast: readonly Person[] = [
  an,
  mai,
  hung,
  bao,
  binh,
  cuong,
  dung,
  phung,
  nguyet,
  huong,
  huong2,
  minjun,
  sau,
  kiet,
  khanh,
  ngoc,
];

export const { findBySlug, findByNumber, findByPhone, findByCmnd, findByInsurance, search } =
  directoryOf(cast);
