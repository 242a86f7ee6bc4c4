import type { Autopilot } from '../../contracts/_settings.ts';
import type { Answer } from '../_kit/answer.ts';
import { redirect } from '../_kit/answer.ts';
import { seconds } from '../_kit/clock.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { holdsForeignNumber } from '../_kit/mask.ts';
import { personBySlug } from '../_kit/people.ts';
import { digest } from '../_kit/perform.ts';
import type { Change, Item } from '../_kit/store.ts';
import { autopilotFor } from './autopilot.ts';
import { deliver, refuseAt } from './channel.ts';
import { findClient, mayRedirect, subjectOf } from './client.ts';
import type { IssuedGrant, KeptRequest } from './grant.ts';
import { decideNeed, reachedLevel } from './need.ts';
import type { Profile } from './profile.ts';
import { isPushed, pulled } from './pushed.ts';
import { type AuthorizationRequest, queryOf, type RawParameters, readRequest, single } from './request.ts';
import { guid, seal } from './secret.ts';
import { openSession, readSession, type Session, updateSession } from './session.ts';
import { subjectOfHint } from './verify.ts';

export const CODE_SECONDS = 60;

interface Opened {
  raw: RawParameters;
  client: AuthorizationRequest['client'];
  redirectUri: string;
  redirectUriGiven: boolean;
  query: string;
  pushed?: string;
}

/** Until client and redirect URI are known to be right, a refusal is a page (RFC 6749, 4.1.2.1). */
async function openRequest(x: Exchange, profile: Profile, sent: RawParameters): Promise<Opened> {
  for (const name of ['client_id', 'redirect_uri', 'request_uri']) {
    if (Array.isArray(sent[name])) throw new Fault('invalid_request', `'${name}' was sent more than once`);
  }
  const clientId = single(sent, 'client_id') ?? '';
  if (!clientId) throw new Fault('invalid_request', 'client_id is missing');
  x.remarks.client = clientId;
  const client = await findClient(x, profile, clientId);
  if (!client) throw new Fault('unknown_client', `no client '${clientId}' in this workspace`);
  const uri = [single(sent, 'request_uri')].find((each) => each !== undefined && isPushed(each));
  const raw = uri === undefined ? sent : await pulled(x, profile, client, uri);
  const named = single(raw, 'redirect_uri');
  if (Array.isArray(raw.redirect_uri))
    throw new Fault('invalid_request', "'redirect_uri' was sent more than once");
  const only =
    client.loopback || client.metadata.redirect_uris.length !== 1
      ? undefined
      : client.metadata.redirect_uris[0];
  const redirectUri = named ?? only;
  if (redirectUri === undefined) throw new Fault('invalid_redirect', 'redirect_uri is missing');
  if (!mayRedirect(client, redirectUri)) {
    throw new Fault('invalid_redirect', `'${redirectUri}' is not registered for '${clientId}'`);
  }
  return {
    raw,
    client,
    redirectUri,
    redirectUriGiven: named !== undefined,
    query: queryOf(sent),
    ...(uri !== undefined && { pushed: digest(uri) }),
  };
}

/** Reads a request that a page carries along, with every check of the first time. @throws Fault */
export async function readCarried(
  x: Exchange,
  profile: Profile,
  sent: RawParameters,
): Promise<AuthorizationRequest> {
  const opened = await openRequest(x, profile, sent);
  const request = readRequest(opened.raw, opened, profile.scopes, 'authorize');
  x.remarks.signIn = signInOf(request);
  return request;
}

/** Ties together, in the journal, whatever comes of one authorization request: pages, code, tokens. */
const signInOf = ({ hash }: AuthorizationRequest): string => hash.slice(0, 12);

/** The items that the authorize endpoint will want, so that they come with the workspace. */
export function preloadAuthorize(
  { kinds }: Profile,
  workspace: string,
  input: RawParameters,
  cookieId?: string,
) {
  const client = single(input, 'client_id');
  return [
    ...(client && client.length <= 200 ? [kinds.client.key(workspace, client)] : []),
    ...(cookieId ? [kinds.session.key(workspace, cookieId)] : []),
  ];
}

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

async function answer(x: Exchange, profile: Profile, request: AuthorizationRequest): Promise<Answer> {
  const { pilot, changes } = autopilotFor(x, request.client.id);
  const session = await readSession(x, profile);
  const hinted = await subjectOfHint(x, request.idTokenHint);
  if (pilot) return fly(x, profile, request, { pilot, hinted, session, changes });
  const need = decideNeed(request, session?.value, {
    now: seconds(x.clock.now),
    levels: profile.levels,
    consented: session ? await consentedScopes(x, profile, request, session.value.person) : [],
    hinted,
    subject: session && subjectOf(request.client, session.value.person, profile.system),
  });
  if (need !== undefined && request.prompts.has('none')) throw silentRefusal(need);
  if (need !== undefined && x.request.method === 'POST') {
    return redirect(`${x.base}${profile.paths.authorize}?${request.query}`, { status: 303 });
  }
  if (need !== undefined || !session) {
    return profile.interact(x, request, need ?? 'sign-in', session?.value);
  }
  return issueCode(x, profile, request, session);
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

interface Flight<P extends Autopilot = Autopilot> {
  pilot: P;
  /** Subject of the `id_token_hint`, when there was one. */
  hinted: string | undefined;
  session: Item<Session> | undefined;
  /** Take the pilot out of the queue, however the sign-in ends. */
  changes: readonly Change[];
}

/** Answers as the autopilot says. */
async function fly(
  x: Exchange,
  profile: Profile,
  request: AuthorizationRequest,
  flight: Flight,
): Promise<Answer> {
  const { pilot, changes } = flight;
  try {
    if ('person' in pilot) return await signInAs(x, profile, request, { ...flight, pilot });
    throw new Fault(pilot.error, pilot.description ?? 'the autopilot of this workspace says so');
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return refuseAt(profile, request, x, error, { changes });
  }
}

/** Signs in as the autopilot's person, with the same rules for accounts and levels as the pages. */
async function signInAs(
  x: Exchange,
  profile: Profile,
  request: AuthorizationRequest,
  { pilot, hinted, session: before, changes }: Flight<Extract<Autopilot, { person: string }>>,
): Promise<Answer> {
  const person = await personBySlug(x, pilot.person);
  if (!person)
    throw new Fault('access_denied', `the autopilot's person '${pilot.person}' is not in this workspace`);
  const wanted = request.claims.subject ?? hinted;
  if (wanted !== undefined && wanted !== subjectOf(request.client, person.slug, profile.system))
    throw new Fault('login_required', 'the request wants another person than the autopilot signs in');
  const highest = admitted(() => profile.admit(person));
  const acr = reachedLevel(profile.levels, highest, request.acr, pilot.acr);
  const amr = acr === profile.levels[0] ? ['pwd'] : ['pwd', 'otp', 'mfa'];
  const session: Session = { person: person.slug, authTime: seconds(x.clock.now), acr, amr, clients: [] };
  const reused =
    before?.value.person === session.person && before.value.acr === acr && !request.prompts.has('login');
  const tooOld =
    request.maxAge !== undefined && before && session.authTime - before.value.authTime > request.maxAge;
  return issueCode(x, profile, request, reused && !tooOld ? before : session, changes);
}

/** Why an account may not sign in is the page's matter; a portal only learns that access was denied. */
function admitted(admit: () => string): string {
  try {
    return admit();
  } catch (error) {
    if (error instanceof Fault) throw new Fault('access_denied', `${error.code}: ${error.detail}`);
    throw error;
  }
}

function withClient(
  { freshFor: _fresh, consentFor: _consent, ...session }: Session,
  client: string,
): Session {
  return { ...session, clients: [...new Set([...session.clients, client])] };
}

/** The session's own change: a new session, one more client at the old one, or none. */
function keepSession(x: Exchange, profile: Profile, from: Item<Session> | Session, client: string) {
  if (!('version' in from)) return openSession(x, profile, withClient(from, client));
  const { value, key } = from;
  const changed = !value.clients.includes(client) || value.freshFor || value.consentFor;
  const change = changed ? updateSession(x, profile, from, withClient(value, client)) : undefined;
  return { id: key[3], change, cookie: undefined };
}

/** A portal's nonce or redirect URI may hold anything: a foreign number is only stored where the code unlocks it. */
const keepRequest = (x: Exchange, code: string, asked: KeptRequest): IssuedGrant['request'] =>
  holdsForeignNumber(JSON.stringify(asked), x.isOurs) ? { sealed: seal(code, asked, x.deps.random) } : asked;

export async function issueCode(
  x: Exchange,
  profile: Profile,
  request: AuthorizationRequest,
  from: Item<Session> | Session,
  changes: readonly Change[] = [],
): Promise<Answer> {
  const session = 'version' in from ? from.value : from;
  const kept = keepSession(x, profile, from, request.client.id);
  const grantId = guid(x.deps.random);
  const code = `${grantId}.${guid(x.deps.random)}`;
  const wrapped = profile.envelope?.applies(request.client)
    ? profile.envelope.callback(x, request.client, code)
    : { parameters: { code }, echo: undefined, changes: [] };
  const asked: KeptRequest = {
    redirectUri: request.redirectUri,
    redirectUriGiven: request.redirectUriGiven,
    ...(request.nonce !== undefined && { nonce: request.nonce }),
    ...(request.codeChallenge !== undefined && { codeChallenge: request.codeChallenge }),
    ...(wrapped.echo !== undefined && { echo: wrapped.echo }),
    idTokenClaims: request.claims.idToken,
    userinfoClaims: request.claims.userinfo,
  };
  const grant: IssuedGrant = {
    state: 'issued',
    client: request.client.id,
    person: session.person,
    sid: kept.id,
    scopes: request.scopes,
    acr: session.acr,
    amr: session.amr,
    authTime: session.authTime,
    signIn: signInOf(request),
    codeHash: digest(code),
    request: keepRequest(x, code, asked),
  };
  x.remarks.person = grant.person;
  const pushed = request.pushed ? await x.read(profile.kinds.pushed, request.pushed) : undefined;
  return deliver(profile, request, x, wrapped.parameters, {
    headers: kept.cookie ? { 'set-cookie': kept.cookie } : {},
    changes: [
      x.put(profile.kinds.grant, grantId, grant, { lifetime: CODE_SECONDS, if: 'absent' }),
      ...(kept.change ? [kept.change] : []),
      ...(pushed ? [x.remove(pushed)] : []),
      ...wrapped.changes,
      ...changes,
    ],
  });
}
