import { type FindingCode, findingCodes } from '../../contracts/_clean.ts';
import type { Verdict } from './judge.ts';

/** More units than this are counted together, so that a wrong column cannot fill the memory. */
export const MOST_UNITS = 2_000;

export const OTHER_UNITS = '(các đơn vị còn lại / other units)';

/** Counts by main finding, in the order of the contract's table. */
export type Counts = number[];

const at = new Map(findingCodes.map((code, index) => [code, index]));

const none = (): Counts => findingCodes.map(() => 0);

export interface UnitCounts {
  unit: string;
  rows: number;
  counts: Readonly<Partial<Record<FindingCode, number>>>;
}

export interface Summary {
  rows: number;
  /** By main finding: they add up to `rows`. */
  main: Readonly<Partial<Record<FindingCode, number>>>;
  /** How often each was found at all, as a row may have several. */
  found: Readonly<Partial<Record<FindingCode, number>>>;
  /** By unit, each with its main findings. */
  units: readonly UnitCounts[];
}

/** What a tally is, as JSON. */
export interface TallyState {
  found: Counts;
  units: [unit: string, counts: Counts][];
}

const named = (counts: Counts): Partial<Record<FindingCode, number>> =>
  Object.fromEntries(findingCodes.map((code, index) => [code, counts[index]]).filter(([, count]) => count));

const sum = (counts: Counts): number => counts.reduce((all, count) => all + count, 0);

/** Counts verdicts by unit and finding. */
export class Tally {
  readonly #found: Counts;
  readonly #units: Map<string, Counts>;

  constructor(state?: TallyState) {
    this.#found = state?.found ?? none();
    this.#units = new Map(state?.units);
  }

  add(unit: string, { main, findings }: Verdict): void {
    for (const code of findings) this.#up(this.#found, code);
    this.#up(this.#of(unit), main);
  }

  #up(counts: Counts, code: FindingCode): void {
    const index = at.get(code) as number;
    counts[index] = (counts[index] as number) + 1;
  }

  #of(unit: string): Counts {
    const known = this.#units.get(unit);
    if (known) return known;
    if (this.#units.size >= MOST_UNITS && unit !== OTHER_UNITS) return this.#of(OTHER_UNITS);
    const counts = none();
    this.#units.set(unit, counts);
    return counts;
  }

  state(): TallyState {
    return { found: [...this.#found], units: [...this.#units].map(([unit, counts]) => [unit, [...counts]]) };
  }

  summary(): Summary {
    const all = none().map((_, index) =>
      [...this.#units.values()].reduce((before, counts) => before + (counts[index] as number), 0),
    );
    const units = [...this.#units].map(([unit, counts]) => ({
      unit,
      rows: sum(counts),
      counts: named(counts),
    }));
    return {
      rows: sum(all),
      main: named(all),
      found: named(this.#found),
      units: units.sort((one, other) => one.unit.localeCompare(other.unit, 'vi')),
    };
  }
}
