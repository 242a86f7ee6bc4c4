import { Fault } from '../_kit/fault.ts';
import type { Need } from './profile.ts';
import type { AuthorizationRequest } from './request.ts';
import type { Session } from './session.ts';

interface Circumstances {
  /** Seconds of the token clock. */
  now: number;
  /** Lowest first. */
  levels: readonly string[];
  /** Scopes that the person has agreed to share with the client. */
  consented: readonly string[];
  /** Subject of the `id_token_hint`, when there was one. */
  hinted: string | undefined;
  /** Subject of the session's person at the client. */
  subject: string | undefined;
  /** Whether people are asked to agree at all. */
  asksConsent: boolean;
}

/** How long a sign-in that was made for this very request satisfies `prompt=login` and `max_age=0`. */
const FRESH_SECONDS = 300;

function mustSignIn(request: AuthorizationRequest, session: Session, at: Circumstances): boolean {
  const age = at.now - session.authTime;
  const fresh = session.freshFor === request.hash && age <= FRESH_SECONDS;
  const asked = request.prompts.has('login') || request.prompts.has('select_account') || request.maxAge === 0;
  if (asked && !fresh) return true;
  if (request.maxAge !== undefined && age > request.maxAge && !fresh) return true;
  const wanted = request.claims.subject ?? at.hinted;
  if (wanted === undefined || wanted === at.subject) return false;
  if (fresh) throw new Fault('login_required', 'the request wants another person than the one who signed in');
  return true;
}

const levelIndex = (levels: readonly string[], level: string): number => levels.indexOf(level);

/**
 * Whether a level is one of those that were asked for, or above one of them. A mere wish for levels that nobody
 * knows asks for nothing.
 */
function satisfies(levels: readonly string[], level: string, asked: AuthorizationRequest['acr']): boolean {
  const known = asked.values.filter((value) => levels.includes(value));
  if (known.length === 0) return asked.values.length === 0 || !asked.essential;
  return known.some((value) => levelIndex(levels, level) >= levelIndex(levels, value));
}

/** What the person must still do; undefined: nothing. Order: sign in, step up, consent. */
export function decideNeed(
  request: AuthorizationRequest,
  session: Session | undefined,
  at: Circumstances,
): Need | undefined {
  if (!session || mustSignIn(request, session, at)) return 'sign-in';
  const reached = satisfies(at.levels, session.acr, request.acr);
  if (!reached && session.freshFor !== request.hash) return 'step-up';
  if (!reached && request.acr.essential) {
    throw new Fault('unmet_authentication_requirements', `the account only reaches ${session.acr}`);
  }
  if (!at.asksConsent) return undefined;
  if (request.prompts.has('consent') && session.consentFor !== request.hash) return 'consent';
  return request.scopes.every((scope) => at.consented.includes(scope)) ? undefined : 'consent';
}

/**
 * The level that a sign-in reaches: no more than the account has, and no more than was asked for, since nobody
 * is put through a second factor that nobody wanted. @throws Fault unmet_authentication_requirements
 */
export function reachedLevel(
  levels: readonly string[],
  account: string,
  asked: AuthorizationRequest['acr'],
  cap = levels.at(-1)!,
): string {
  const index = (level: string) => levelIndex(levels, level);
  const known = asked.values.filter((value) => levels.includes(value));
  const wanted = known.length > 0 ? Math.max(...known.map(index)) : levels.length - 1;
  const reached = levels[Math.min(index(account), index(cap), wanted)]!;
  if (asked.essential && !satisfies(levels, reached, asked)) {
    throw new Fault('unmet_authentication_requirements', `the account only reaches ${reached}`);
  }
  return reached;
}
