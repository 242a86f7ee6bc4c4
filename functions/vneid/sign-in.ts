import { type Answer, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { personByNumber, personBySlug } from '../_kit/people.ts';
import { digest, matches } from '../_kit/perform.ts';
import { refuseAt } from '../_oidc/channel.ts';
import { reachedLevel } from '../_oidc/need.ts';
import type { AuthorizationRequest } from '../_oidc/request.ts';
import { readSession, updateSession } from '../_oidc/session.ts';
import { admit, levels, mayTry, missed } from './domain.ts';
import { beginOtp } from './one-time-password.ts';
import { vneid } from './profile.ts';
import { stepping } from './refusals.ts';
import { signInView } from './sign-in-view.ts';
import { signedIn } from './steps.ts';
import { triesOf, tryChange } from './tries.ts';

/** A request that asks for no more than the lowest level needs no second factor. */
const passwordIsEnough = ({ acr }: AuthorizationRequest): boolean =>
  acr.values.length > 0 && acr.values.every((value) => value === levels[0]);

type Password = Exchange<{ request: string; username: string; password: string }>;

export const password = (x: Password) => stepping(x, x.input.request, (request) => byPassword(x, request));

async function byPassword(x: Password, request: AuthorizationRequest): Promise<Answer> {
  const number = x.input.username.replace(/[\s.-]/g, '');
  const person = await personByNumber(x, number);
  const wrong = new Fault('wrong_credentials', 'no such personal number, or not its password');
  if (!person) return signInView(x, request, { fault: wrong, username: number });
  x.remarks.person = person.slug;
  const tried = await triesOf(x, person.slug);
  mayTry(tried.tries, x.clock.now);
  if (!matches(x.input.password, digest(person.vneid.password))) {
    const change = tryChange(x, tried, person.slug, missed(tried.tries, x.clock.now));
    return signInView(x, request, { fault: wrong, username: number, changes: [change] });
  }
  const level = admit(person);
  if (!passwordIsEnough(request)) return beginOtp(x, request, person);
  const acr = reachedLevel(levels, level, request.acr);
  return signedIn(x, request, { person: person.slug, acr, amr: ['pwd'] });
}

type Choice = Exchange<{ request: string; person: string }>;

/** The sandbox's panel: everything at once, with the account's own rules. */
export const person = (x: Choice) => stepping(x, x.input.request, (request) => byChoice(x, request));

async function byChoice(x: Choice, request: AuthorizationRequest): Promise<Answer> {
  const chosen = await personBySlug(x, x.input.person);
  if (!chosen) throw new Fault('not_found', `nobody is called '${x.input.person}' in this workspace`);
  x.remarks.person = chosen.slug;
  const acr = reachedLevel(levels, admit(chosen), request.acr);
  const amr = passwordIsEnough(request) ? ['pwd'] : ['pwd', 'otp', 'mfa'];
  return signedIn(x, request, { person: chosen.slug, acr, amr });
}

type Decision = Exchange<{ request: string; decision: 'approve' | 'refuse' }>;

export const consent = (x: Decision) => stepping(x, x.input.request, (request) => decided(x, request));

async function decided(x: Decision, request: AuthorizationRequest): Promise<Answer> {
  const session = await readSession(x, vneid);
  if (!session) throw new Fault('sign_in_expired', 'nobody is signed in in this browser');
  x.remarks.person = session.value.person;
  if (x.input.decision === 'refuse') {
    return refuseAt(vneid, request, x, new Fault('access_denied', 'the person did not agree to share'));
  }
  const id = `${session.value.person},${request.client.id}`;
  const before = await x.read(vneid.kinds.consent, id);
  const scopes = [...new Set([...(before?.value.scopes ?? []), ...request.scopes])];
  return redirect(`${x.base}${vneid.paths.authorize}?${request.query}`, {
    status: 303,
    changes: [
      x.put(vneid.kinds.consent, id, { scopes }),
      updateSession(x, vneid, session, { ...session.value, consentFor: request.hash }),
    ],
  });
}
