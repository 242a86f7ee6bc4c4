import { accountRules } from './accounts.ts';
import { dateRules } from './dates.ts';
import { keyRules } from './keys.ts';
import { proofRules } from './proofs.ts';
import { transportRules } from './transport.ts';

export type { Clause, LinkingRule } from './rule.ts';

/** What a portal must hold to when it links accounts, by id: histories, portals and checkers name these. */
export const linkingRules = {
  ...keyRules,
  ...proofRules,
  ...accountRules,
  ...transportRules,
  ...dateRules,
} as const;

export type LinkingRuleId = keyof typeof linkingRules;
