import type { LinkingRuleId } from '../../../contracts/portal/linking.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { guid } from '../../_oidc/secret.ts';
import { type Applicant, type Identity, type Note, noted } from './applicant.ts';
import type { Register } from './population.ts';

const noteAt = (x: Exchange, event: Note['event'], rule: LinkingRuleId | null, detail: string): Note => ({
  at: new Date(x.clock.now).toISOString(),
  event,
  rule,
  detail,
});

const given = (fields: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;

/** What the portal is to remember of an identity. An address that is missing stays so: rule `no-invented-email`. */
function merged(applicant: Applicant, identity: Identity, register: Register): Applicant {
  const { techId, sub, provider, number, cmnd, taxCode, phone, email, birth, byVneid } = identity;
  const vouched = byVneid ? ('vneid' as const) : applicant.numberFrom;
  return {
    ...applicant,
    // Whoever VNeID vouches for is named as VNeID names them.
    name: byVneid ? identity.name : applicant.name,
    numberFrom: vouched,
    ...(birth !== undefined && { birth }),
    ...given({
      number: byVneid ? number : (applicant.number ?? number ?? register?.number),
      cmnd: applicant.cmnd ?? cmnd ?? register?.cmnd,
    }),
    ...(taxCode !== undefined && { taxCode }),
    ...(applicant.phone === undefined && phone !== undefined && { phone }),
    ...(applicant.email === undefined && email !== undefined && { email }),
    techIds: techId === undefined ? applicant.techIds : [...new Set([...applicant.techIds, techId])],
    ...(provider === 'vneid' && { sub }),
  };
}

/** Rule `enrich-once-verified`: at the first sign-in, and later only while the mark is missing. */
function enriched(x: Exchange, applicant: Applicant, register: Register, asked: boolean): Applicant {
  if (!asked) return applicant;
  const event = register ? 'verified' : 'not-verified';
  const detail = register
    ? 'the population register knows the person (037)'
    : 'no answer, or nobody found (037)';
  const known = register ? { ...applicant, verified: true, register } : applicant;
  return noted(known, noteAt(x, event, 'enrich-once-verified', detail));
}

const blank = (x: Exchange, identity: Identity): Applicant => ({
  id: guid(x.deps.random),
  kind: identity.kind,
  status: 'active',
  name: identity.name,
  numberFrom: identity.provider,
  techIds: [],
  verified: false,
  register: {},
  wrongTries: 0,
  createdAt: new Date(x.clock.now).toISOString(),
  notes: [],
});

/** A new local account, still linked to nothing. */
export const created = (x: Exchange, identity: Identity): Applicant =>
  noted(blank(x, identity), noteAt(x, 'created', 'link-once', `by ${identity.provider}`));

const events: Readonly<Partial<Record<LinkingRuleId, Note['event']>>> = {
  'relink-on-subject-change': 'relinked',
  'number-renewed': 'renumbered',
};

/** A local account linked to an identity, with what happened written down. */
export function linked(
  x: Exchange,
  { applicant, rule }: { applicant: Applicant; rule?: LinkingRuleId | undefined },
  identity: Identity,
  { register, asked }: { register: Register; asked: boolean },
): Applicant {
  const after = enriched(x, merged(applicant, identity, register), register, asked);
  if (rule === undefined) return after;
  return noted(after, noteAt(x, events[rule] ?? 'linked', rule, `by ${identity.provider}`));
}
