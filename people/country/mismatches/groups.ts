import type { Person } from '../../../contracts/person.ts';
import { yearOf } from '../block.ts';
import { fatherOf, isDead, spouseOf } from '../kin.ts';

interface Text {
  vi: string;
  en: string;
}

/** Whose name a SIM may stand in: a living spouse, father or mother; −1: nobody's. */
export const ownerFor = (index: number): number => {
  const father = fatherOf(index);
  const kin = [spouseOf(index), father, father < 0 ? -1 : spouseOf(father)];
  return kin.find((each) => each >= 0 && !isDead(each)) ?? -1;
};

/** Whom a mismatch can befall, told by what no mismatch changes. */
export const groups = {
  everyone: { vi: 'người còn sống', en: 'the living', has: (index: number) => !isDead(index) },
  fourteen: {
    vi: 'người còn sống, sinh đến 2011',
    en: 'the living, born until 2011',
    has: (index: number) => !isDead(index) && yearOf(index) <= 2011,
  },
  cmnd: {
    vi: 'người còn sống, có CMND',
    en: 'the living who have an old card',
    has: (index: number, { cmnd }: Person) => !isDead(index) && cmnd !== undefined,
  },
  kin: {
    vi: 'người sinh đến 2011 có vợ, chồng hoặc cha, mẹ còn sống trong hệ thống',
    en: 'those born until 2011 with a living spouse or parent in the registers',
    has: (index: number) => !isDead(index) && yearOf(index) <= 2011 && ownerFor(index) >= 0,
  },
  workers: {
    vi: 'người còn sống, sinh 1966–2007',
    en: 'the living, born 1966–2007',
    has: (index: number) => !isDead(index) && yearOf(index) >= 1966 && yearOf(index) <= 2007,
  },
  dead: { vi: 'người đã mất', en: 'the dead', has: (index: number) => isDead(index) },
} satisfies Record<string, Text & { has: (index: number, person: Person) => boolean }>;

export interface Mismatch extends Text {
  tag: string;
  /** Of 10,000 in the group. */
  share: number;
  among: keyof typeof groups;
  apply: (person: Person, index: number) => void;
}
