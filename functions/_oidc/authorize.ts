import { type Answer, redirect } from '../_kit/answer.ts';
import { seconds } from '../_kit/clock.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Change, Item } from '../_kit/store.ts';
import { autopilotFor, fly } from './autopilot.ts';
import { refuseAt } from './channel.ts';
import { subjectOf } from './client.ts';
import { subjectOfHint } from './hint.ts';
import { issueCode } from './issue-code.ts';
import { decideNeed } from './need.ts';
import { openRequest, signInOf } from './open-request.ts';
import type { Need, Profile } from './profile.ts';
import { type AuthorizationRequest, type RawParameters, readRequest, single } from './request.ts';
import { readSession, type Session } from './session.ts';
import { inGoodStanding } from './standing.ts';

export async function authorize(x: Exchange<RawParameters>, profile: Profile): Promise<Answer> {
  const opened = await openRequest(x, profile, x.input);
  const channel = {
    ...opened,
    responseMode:
      single(opened.raw, 'response_mode') === 'form_post' ? ('form_post' as const) : ('query' as const),
    ...(typeof opened.raw.state === 'string' && opened.raw.state !== '' && { state: opened.raw.state }),
  };
  try {
    const request = readRequest(opened.raw, opened, profile.scopes, 'authorize');
    x.remarks.signIn = signInOf(request);
    return await answer(x, profile, request);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return refuseAt(profile, channel, x, error);
  }
}

async function sessionInGoodStanding(x: Exchange, profile: Profile): Promise<Item<Session> | undefined> {
  const session = await readSession(x, profile);
  return session && (await inGoodStanding(x, profile, session.value)) ? session : undefined;
}

async function answer(x: Exchange, profile: Profile, request: AuthorizationRequest): Promise<Answer> {
  const { pilot, changes } = autopilotFor(x, ...clientsOf(request));
  const session = await sessionInGoodStanding(x, profile);
  const hinted = await subjectOfHint(x, profile, request.idTokenHint);
  if (pilot && profile.autopilot === 'here')
    return fly(x, profile, request, { pilot, hinted, session, changes });
  const pilotWaits = pilot !== null && session?.value.freshFor !== request.hash;
  const decided = await needOf(x, profile, request, session?.value, hinted);
  const need = pilotWaits ? 'sign-in' : decided;
  // A browser sends no session cookie with a POST from the portal's site, but does with the GET that follows.
  if (need !== undefined && x.request.method === 'POST') {
    return redirect(`${x.base}${profile.paths.authorize}?${request.query}`, { status: 303 });
  }
  if (need !== undefined && request.prompts.has('none') && !pilotWaits) throw silentRefusal(need);
  if (need !== undefined || !session) {
    return profile.interact(x, request, need ?? 'sign-in', session?.value);
  }
  return issueCode(x, profile, request, session);
}

/** The client that asks, and before it the one for whose sake it does. */
const clientsOf = ({ client, onBehalfOf }: AuthorizationRequest): string[] => [
  ...(onBehalfOf === undefined ? [] : [onBehalfOf]),
  client.id,
];

async function needOf(
  x: Exchange,
  profile: Profile,
  request: AuthorizationRequest,
  session: Session | undefined,
  hinted: string | undefined,
): Promise<Need | undefined> {
  return decideNeed(request, session, {
    now: seconds(x.clock.now),
    levels: profile.levels,
    consented: session ? await consentedScopes(x, profile, request, session.person) : [],
    hinted,
    subject: session && subjectOf(request.client, session.person, profile.system),
    asksConsent: profile.asksConsent,
  });
}

/**
 * Answers a request for which somebody has just signed in, without another round trip of the browser: for a sign-in
 * by redirects alone, which keeps no cookie.
 */
export async function answerAtOnce(
  x: Exchange,
  profile: Profile,
  request: AuthorizationRequest,
  from: Item<Session> | Session,
  changes: readonly Change[],
): Promise<Answer> {
  const session = 'version' in from ? from.value : from;
  try {
    const hinted = await subjectOfHint(x, profile, request.idTokenHint);
    const need = await needOf(x, profile, request, session, hinted);
    if (need !== undefined) throw silentRefusal(need);
    return await issueCode(x, profile, request, from, changes);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return refuseAt(profile, request, x, error, { changes });
  }
}

const silentRefusal = (need: string): Fault =>
  need === 'sign-in'
    ? new Fault('login_required', 'nobody is signed in as the request wants, and prompt is none')
    : need === 'consent'
      ? new Fault('consent_required', 'the person has not agreed to share this, and prompt is none')
      : new Fault('interaction_required', 'a higher level is needed, and prompt is none');

async function consentedScopes(
  x: Exchange,
  { kinds }: Profile,
  { client }: AuthorizationRequest,
  person: string,
) {
  return (await x.read(kinds.consent, `${person},${client.id}`))?.value.scopes ?? [];
}
