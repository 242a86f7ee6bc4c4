import type { Name } from '../../contracts/person.ts';
import { isFemale, yearOf } from './block.ts';
import { hash, salt, weighted } from './draw.ts';
import { type Fashion, type Make, men, mong, women } from './given-names.ts';
import { lineOf } from './kin.ts';
import { familyOf, peopleOf } from './lines.ts';

interface Style {
  until: number;
  makes: readonly Make[];
  leads: readonly string[];
  given: readonly string[];
  /** The last word is the given name. */
  compounds: readonly (readonly [middle: string, given: string])[];
}

const styleOf = ({ until, makes, leads, given, compounds }: Fashion): Style => ({
  until,
  makes: weighted(makes),
  leads: leads.split(' '),
  given: given.split(' '),
  compounds: compounds.split(' ').map((pair) => pair.split('_') as [string, string]),
});

const styles = { men: men.map(styleOf), women: women.map(styleOf) };
const mongNames = {
  men: { lead: mong.men.lead, given: mong.men.given.split(' ') },
  women: { lead: mong.women.lead, given: mong.women.given.split(' ') },
};

const named = (family: string, middle: string, given: string): Name => ({
  family,
  middle,
  given,
  full: middle ? `${family} ${middle} ${given}` : `${family} ${given}`,
});

/** The nth, or the next one that does not only repeat a word of the name. */
const unlike = <T extends string | readonly string[]>(
  from: readonly T[],
  n: number,
  ...words: string[]
): T => {
  for (let i = n % from.length, tried = 0; tried < from.length; tried++, i = (i + 1) % from.length) {
    const found = from[i] as T;
    if (!words.some((word) => (typeof found === 'string' ? found === word : found.includes(word))))
      return found;
  }
  return from[n % from.length] as T;
};

/** Middle and given name as that gender had them in that year, and the family name before. */
const nameIn = (family: string, year: number, gender: 'men' | 'women', seed: number): Name => {
  const style = styles[gender].find(({ until }) => year <= until) as Style;
  const [first, second] = [hash(seed, 1), hash(seed, 2)];
  const make = style.makes[hash(seed, 3) % style.makes.length];
  if (make === 'bare') return named(family, '', unlike(style.given, first, family));
  if (make === 'led') {
    const lead = unlike(style.leads, second, family);
    return named(family, lead, unlike(style.given, first, family, lead));
  }
  const [middle, given] = unlike(style.compounds, first, family) as readonly [string, string];
  if (make === 'compound') return named(family, middle, given);
  const lead = unlike(style.leads, second, family, middle, given);
  return named(family, [middle, given].includes(lead) ? middle : `${lead} ${middle}`, given);
};

const mongNameIn = (family: string, gender: 'men' | 'women', seed: number): Name => {
  const { lead, given } = mongNames[gender];
  return named(family, lead, unlike(given, hash(seed, 1), family));
};

/** Of whoever is of the line, or married into it. */
export const nameAmong = (
  line: number,
  family: string,
  year: number,
  gender: 'men' | 'women',
  seed: number,
): Name =>
  peopleOf(line).code === '08' ? mongNameIn(family, gender, seed) : nameIn(family, year, gender, seed);

export const nameOf = (index: number): Name => {
  const line = lineOf(index);
  const gender = isFemale(index) ? 'women' : 'men';
  return nameAmong(line, familyOf(line), yearOf(index), gender, hash(index, salt.name));
};
