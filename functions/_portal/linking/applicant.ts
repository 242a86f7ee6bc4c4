import type { AccountKind } from '../../../contracts/_dvcqg/account.ts';
import type { LinkingRuleId } from '../../../contracts/portal/linking.ts';
import type { Provider } from '../portal.ts';

/** Whoever signed in, as the provider describes them. */
export interface Identity {
  provider: Provider;
  kind: AccountKind;
  /** At this provider, for this portal. */
  sub: string;
  /** The exchange's stable id; VNeID has none. */
  techId?: string;
  number?: string;
  cmnd?: string;
  taxCode?: string;
  name: string;
  /** `YYYY-MM-DD`, or the year. */
  birth?: string;
  phone?: string;
  email?: string;
  /** Whether VNeID itself vouched for the number, at this portal or at the exchange. */
  byVneid: boolean;
}

/** Something that happened to a local account, and the rule that says so. */
export interface Note {
  /** ISO 8601, token clock. */
  at: string;
  event:
    | 'created'
    | 'linked'
    | 'unlinked'
    | 'relinked'
    | 'renumbered'
    | 'verified'
    | 'not-verified'
    | 'synced'
    | 'merged';
  rule: LinkingRuleId | null;
  detail: string;
}

/** A local account of the portal. */
export interface Applicant {
  id: string;
  kind: AccountKind;
  /** Those that the portal gave out itself, before there was single sign-on. */
  username?: string;
  passwordHash?: string;
  status: 'active' | 'locked';
  name: string;
  birth?: string;
  number?: string;
  cmnd?: string;
  taxCode?: string;
  /** Who vouches for the number; `typed`: nobody but its owner. */
  numberFrom: 'typed' | Provider;
  /** Never one that the portal made up. */
  email?: string;
  phone?: string;
  /** Accounts of the national portal that it is linked to. */
  techIds: readonly string[];
  /** Who it is at VNeID. */
  sub?: string;
  /** Links that its holder has taken away, as keys: they lead here again when they are made anew. */
  former?: readonly string[];
  /** Whether the population register knows number, name and birth together. */
  verified: boolean;
  /** What the population register said, by our own names. */
  register: Readonly<Record<string, string>>;
  wrongTries: number;
  /** Id of the account that took this one in. */
  mergedInto?: string;
  createdAt: string;
  notes: readonly Note[];
}

const NOTES_KEPT = 50;

/** The account with one more note. */
export const noted = (applicant: Applicant, note: Note): Applicant => ({
  ...applicant,
  notes: [...applicant.notes, note].slice(-NOTES_KEPT),
});

/** By what a local account is found besides its id; one that was merged is found no more. */
export function keysOf(applicant: Applicant): string[] {
  if (applicant.mergedInto !== undefined) return [];
  const { techIds, former = [], sub, number, cmnd, taxCode, email, username } = applicant;
  const named = { sub, number, cmnd, tax: taxCode, email: email?.toLowerCase(), username };
  return [
    ...techIds.map((techId) => `tech:${techId}`),
    ...former.map((key) => `former:${key}`),
    ...Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : [`${name}:${value}`])),
  ];
}
