import { firstYear, indexOf, isFemale, lastYear, serialOf, serials, yearOf } from './block.ts';
import { chance, draw, salt } from './draw.ts';

/**
 * Kinship as arithmetic. A serial is a family line: its men are fathers of the men `sonAfter` years younger and of
 * the women `daughterAfter` years younger; each takes his wife from the serial `away` further on. So whoever asks
 * a relative for theirs gets back, and brothers and sisters are never born within a year of each other.
 */
const away = 12_345;
const nobody = -1;

/** Its parity is the serial's, and `away` is odd: cousins would have to be of lines with the same age. */
const sonAfter = (serial: number): number => 25 + 2 * draw(serial, salt.lineAge, 6) + (serial & 1);

const siblingGaps = [-3, -2, 2, 3] as const;
const siblingGap = (serial: number): number => siblingGaps[draw(serial, salt.lineSibling, 4)] ?? 2;

/** How many years younger a man's wife is. */
const wifeAfter = (serial: number): number => draw(serial, salt.lineSpouse, 6) - 2;

/** Generations of a serial that descend from father to son share this. */
export const lineOf = (index: number): number => {
  const serial = serialOf(index);
  const age = sonAfter(serial);
  const year = yearOf(index) - firstYear + 2 * age - (isFemale(index) ? siblingGap(serial) : 0);
  return serial * 64 + (year % age);
};

const marriedOf = (year: number): number => {
  if (year <= 1985) return 9000;
  if (year <= 1995) return 8000;
  return year <= 2001 ? 4500 : 0;
};

/** The youngest wife is 21 in 2026. */
const lastWife = 2004;

const wifeOf = (husband: number): number => {
  const serial = serialOf(husband);
  const year = yearOf(husband) + wifeAfter(serial);
  if (year < firstYear || year > lastWife) return nobody;
  if (!chance(husband, salt.couple, marriedOf(yearOf(husband)))) return nobody;
  return indexOf(year, true, (serial + away) % serials);
};

/** Husband or wife; −1: none, or one who is not in the registers by number. */
export const spouseOf = (index: number): number => {
  if (!isFemale(index)) return wifeOf(index);
  const serial = (serialOf(index) + serials - away) % serials;
  const year = yearOf(index) - wifeAfter(serial);
  if (year < firstYear || year > lastYear) return nobody;
  const husband = indexOf(year, false, serial);
  return wifeOf(husband) === index ? husband : nobody;
};

/** −1: not in the registers by number. Whoever has a father here has a mother here, and they are a couple. */
export const fatherOf = (index: number): number => {
  const serial = serialOf(index);
  const female = isFemale(index);
  const year = yearOf(index) - sonAfter(serial) - (female ? siblingGap(serial) : 0);
  if (year < firstYear) return nobody;
  const father = indexOf(year, false, serial);
  if (!chance(father, female ? salt.daughter : salt.son, 8500)) return nobody;
  return wifeOf(father) === nobody ? nobody : father;
};

const deathsByDecade = [6000, 4000, 2000, 800, 300];

/** Deaths of 2022 to 2025 among those born until 1966: no child of a later year is left without parents. */
export const isDead = (index: number): boolean => {
  const year = yearOf(index);
  return year <= 1966 && chance(index, salt.death, deathsByDecade[Math.floor((year - 1920) / 10)] ?? 0);
};

/** The one after whom a household is numbered: the husband of a couple, or a person of their own; −1: the dead. */
export const householdOf = (index: number): number => {
  if (isDead(index)) return nobody;
  const spouse = spouseOf(index);
  if (spouse !== nobody) return isFemale(index) ? spouse : index;
  const father = fatherOf(index);
  const stays = yearOf(index) >= 2004 || chance(index, salt.atHome, 4500);
  const parents = father !== nobody && !(isDead(father) && isDead(wifeOf(father)));
  return stays && parents ? father : index;
};
