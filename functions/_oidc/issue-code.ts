import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { holdsForeignNumber } from '../_kit/mask.ts';
import { digest } from '../_kit/perform.ts';
import type { Change, Item } from '../_kit/store.ts';
import { deliver } from './channel.ts';
import { type IssuedGrant, type KeptRequest, personOf } from './grant.ts';
import { signInOf } from './open-request.ts';
import type { Profile } from './profile.ts';
import type { AuthorizationRequest } from './request.ts';
import { guid, seal } from './secret.ts';
import { openSession, type Session, updateSession } from './session.ts';

const CODE_SECONDS = 60;

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
    ...(session.slug !== undefined && { slug: session.slug }),
    ...(session.via !== undefined && { via: session.via }),
    ...(session.epoch !== undefined && { epoch: session.epoch }),
    sid: kept.id,
    scopes: request.scopes,
    acr: session.acr,
    amr: session.amr,
    authTime: session.authTime,
    signIn: signInOf(request),
    codeHash: digest(code),
    request: keepRequest(x, code, asked),
  };
  x.remarks.person = personOf(grant);
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
