import { isDeepStrictEqual } from 'node:util';
import type { LinkingRuleId } from '../../../contracts/portal/linking.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import type { Change } from '../../_kit/store.ts';
import { guid } from '../../_oidc/secret.ts';
import type { Portal } from '../portal.ts';
import { type Applicant, type Identity, type Note, noted } from './applicant.ts';
import { applicantsBy, type Held, saveApplicants } from './applicants.ts';
import { type Decision, decideLink, type Found, requireKeys } from './decide.ts';
import { askRegister, type Register } from './population.ts';

const noteAt = (x: Exchange, event: Note['event'], rule: LinkingRuleId | null, detail: string): Note => ({
  at: new Date(x.clock.now).toISOString(),
  event,
  rule,
  detail,
});

/** By what the account was found, or would be: rules `key-by-techid`, `citizen-key`, `enterprise-key`, `agency-key`. */
const linkKey = ({ provider, techId, sub }: Identity): string =>
  provider === 'exchange' ? `tech:${techId}` : `sub:${sub}`;

/** Old accounts may know no more than the old card, which only the population register ties to the number. */
function numberKeys({ kind, number, cmnd, taxCode }: Identity, register: Register): string[] {
  if (kind === 'agency') return [];
  if (kind === 'enterprise') return [`tax:${taxCode}`];
  const old = cmnd ?? register?.cmnd;
  return [
    ...(number === undefined ? [] : [`number:${number}`]),
    ...(old === undefined ? [] : [`cmnd:${old}`]),
  ];
}

async function all(x: Exchange, portal: Portal, keys: readonly string[]): Promise<Held[]> {
  const held = await Promise.all(keys.map((key) => applicantsBy(x, portal, key)));
  return [...new Map(held.flat().map((each) => [each.applicant.id, each])).values()];
}

const given = (fields: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;

/** What the portal is to remember of an identity in a local account. */
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

const created = (x: Exchange, identity: Identity): Applicant => ({
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

/** What came of a sign-in, and what is to be saved. */
interface Outcome {
  state: Decision['state'];
  applicant: Applicant;
  changes: readonly Change[];
}

const sharersOf = async (x: Exchange, portal: Portal, { email }: Identity): Promise<Held[]> =>
  email === undefined ? [] : applicantsBy(x, portal, `email:${email.toLowerCase()}`);

/** Everything that a decision needs, read and asked for. */
async function search(x: Exchange, portal: Portal, signedIn: Identity) {
  const sharers = await sharersOf(x, portal, signedIn);
  // Rule `email-of-another`: an address that is taken is left empty, also when the other account is the person's own.
  const { email: _, ...withoutEmail } = signedIn;
  const identity: Identity = sharers.length > 0 ? withoutEmail : signedIn;
  const key = linkKey(identity);
  const [linkedOne] = await applicantsBy(x, portal, key);
  const [formerOne] = linkedOne ? [] : await applicantsBy(x, portal, `former:${key}`);
  const known = linkedOne ?? formerOne;
  const asked = identity.kind === 'citizen' && !known?.applicant.verified;
  const register = asked ? await askRegister(x, portal, identity) : undefined;
  const same = await all(x, portal, numberKeys(identity, register));
  const found: Found = {
    ...(linkedOne && { linked: linkedOne.applicant }),
    ...(formerOne && { former: formerOne.applicant }),
    sameNumber: same.map(({ applicant }) => applicant),
    sameEmail: sharers.map(({ applicant }) => applicant),
  };
  return { identity, found, held: [...(known ? [known] : []), ...same], answer: { register, asked } };
}

/**
 * Finds, makes or asks for the local account of whoever signed in. Rule `no-invented-email`: without an address there
 * is none. @throws Fault tech_id_missing, number_missing, applicant_locked, email_taken
 */
export async function link(x: Exchange, portal: Portal, signedIn: Identity): Promise<Outcome> {
  requireKeys(signedIn);
  const { identity, found, held, answer } = await search(x, portal, signedIn);
  const decision = decideLink(identity, found);
  const { state } = decision;
  if (state === 'mapping') return { state, applicant: decision.applicant, changes: [] };
  if (state === 'create') {
    const fresh = noted(created(x, identity), noteAt(x, 'created', 'link-once', `by ${identity.provider}`));
    const applicant = linked(x, { applicant: fresh }, identity, answer);
    return { state, applicant, changes: await saveApplicants(x, portal, [{ applicant }]) };
  }
  const applicant = linked(x, decision, identity, answer);
  if (isDeepStrictEqual(applicant, decision.applicant)) return { state, applicant, changes: [] };
  const before = held.find((each) => each.applicant.id === applicant.id);
  return { state, applicant, changes: await saveApplicants(x, portal, [{ held: before, applicant }]) };
}
