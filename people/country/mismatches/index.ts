import type { Mismatch } from './groups.ts';
import { insuranceMismatches } from './insurance.ts';
import { paperMismatches } from './papers.ts';
import { simMismatches } from './sims.ts';

export { groups, type Mismatch } from './groups.ts';

/** What is wrong with some citizens, at most one thing with each. Order and shares say with whom: they stay. */
export const mismatches: readonly Mismatch[] = [...simMismatches, ...insuranceMismatches, ...paperMismatches];
