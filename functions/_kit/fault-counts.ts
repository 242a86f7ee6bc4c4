import { kind } from './store.ts';

// On its own: what is kept must be known from the start, while what makes calls fail is loaded when one is to.

/** How many calls have fitted a rule that counts. */
export const faultCounts = kind<{ fitted: number }>(
  'control',
  'fault-count',
  'id: of a fault rule. How many calls have fitted it; only for rules that name `nth` or `times`.',
);
