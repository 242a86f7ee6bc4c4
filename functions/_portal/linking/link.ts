import { isDeepStrictEqual } from 'node:util';
import type { Exchange } from '../../_kit/exchange.ts';
import type { Change } from '../../_kit/store.ts';
import type { Portal } from '../portal.ts';
import type { Applicant, Identity } from './applicant.ts';
import { applicantsBy, type Held, saveApplicants } from './applicants.ts';
import { type Decision, decideLink, type Found, requireKeys } from './decide.ts';
import { askRegister, type Register } from './population.ts';
import { created, linked } from './remember.ts';

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
  const numbered = await all(x, portal, numberKeys(identity, register));
  // An official, or an enterprise's representative, is a citizen too, and under another account.
  const same = numbered.filter(({ applicant }) => applicant.kind === identity.kind);
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
    const applicant = linked(x, { applicant: created(x, identity) }, identity, answer);
    return { state, applicant, changes: await saveApplicants(x, portal, [{ applicant }]) };
  }
  const applicant = linked(x, decision, identity, answer);
  if (isDeepStrictEqual(applicant, decision.applicant)) return { state, applicant, changes: [] };
  const before = held.find((each) => each.applicant.id === applicant.id);
  return { state, applicant, changes: await saveApplicants(x, portal, [{ held: before, applicant }]) };
}
