import { type Answer, page, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { personBySlug } from '../_kit/people.ts';
import { reachedLevel } from '../_oidc/need.ts';
import type { Need } from '../_oidc/profile.ts';
import type { AuthorizationRequest } from '../_oidc/request.ts';
import { readSession, type Session, updateSession } from '../_oidc/session.ts';
import { admit, levels } from './domain.ts';
import { beginOtp } from './one-time-password.ts';
import { vneid } from './profile.ts';
import { signInView } from './sign-in-view.ts';
import { consentView } from './views.ts';

/** The page, or the step, that the request needs next. */
export async function interact(
  x: Exchange,
  request: AuthorizationRequest,
  need: Need,
  session: Session | undefined,
): Promise<Answer> {
  if (need === 'sign-in' || !session) return signInView(x, request);
  const person = await personBySlug(x, session.person);
  if (!person) return signInView(x, request);
  x.remarks.person = person.slug;
  if (need === 'consent') return page(consentView(x, request, person));
  const reached = reachedLevel(levels, admit(person), request.acr);
  if (levels.indexOf(reached as never) > levels.indexOf(session.acr as never))
    return beginOtp(x, request, person);
  return settleForLess(x, request);
}

/** A level that was only wished for, and that the account does not have: go on with what there is. */
async function settleForLess(x: Exchange, request: AuthorizationRequest): Promise<Answer> {
  const item = await readSession(x, vneid);
  if (!item) throw new Fault('login_required', 'the session ended meanwhile');
  const change = updateSession(x, vneid, item, { ...item.value, freshFor: request.hash });
  return redirect(`${x.base}${vneid.paths.authorize}?${request.query}`, { status: 303, changes: [change] });
}
