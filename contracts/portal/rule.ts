import type { DocumentId } from '../_calendar.ts';
import type { Text } from '../_contract.ts';

/**
 * Where a rule comes from. `document`: the law. `notice`: steps that public offices told citizens. `clients`: what
 * public code of portals does, or does wrongly. `standard`: a public standard. `ours`: nobody says it; HopCat holds it.
 */
export type Clause =
  | { kind: 'document'; document: DocumentId }
  | { kind: 'notice' }
  | { kind: 'clients' }
  | { kind: 'standard'; name: string }
  | { kind: 'ours' };

/** A rule for whoever ties a local account to an identity of VNeID or of the national portal. */
export interface LinkingRule {
  /** `must`: whoever breaks it signs in the wrong person, or leaks. `should`: it hurts later. */
  severity: 'must' | 'should';
  /** The first one is the main source. */
  clauses: readonly [Clause, ...Clause[]];
  /** What to do. */
  text: Text;
  /** What happens otherwise. */
  why: Text;
}

export const notice: Clause = { kind: 'notice' };
export const clients: Clause = { kind: 'clients' };
export const ours: Clause = { kind: 'ours' };
export const of = (document: DocumentId): Clause => ({ kind: 'document', document });
export const standard = (name: string): Clause => ({ kind: 'standard', name });
