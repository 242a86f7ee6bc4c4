import { type Answer, json } from '../_kit/answer.ts';
import { seconds } from '../_kit/clock.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Before } from '../_kit/implement.ts';
import { digest } from '../_kit/perform.ts';
import type { Key } from '../_kit/store.ts';
import { openedClaims } from './claims.ts';
import { findClient, subjectOf } from './client.ts';
import { type ActiveGrant, findAccess, grantIdOf, personOf } from './grant.ts';
import { signJwt } from './keys.ts';
import type { Holder, Profile } from './profile.ts';
import { inGoodStanding } from './standing.ts';

export const bearerOf = (request: Request): string | undefined =>
  /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.get('authorization') ?? '')?.[1];

export function preloadBearer({ kinds }: Profile, { workspace, request }: Before): Key[] {
  const grant = grantIdOf(bearerOf(request));
  return grant ? [kinds.grant.key(workspace, grant)] : [];
}

/** RFC 6750, 3: without a token only the scheme is named; with a bad one, the error too. */
const noToken = (): Fault =>
  new Fault('invalid_token', 'no access token: send Authorization: Bearer <access token>', {
    headers: { 'www-authenticate': 'Bearer realm="HopCat"' },
  });

export const badToken = (detail: string): Fault =>
  new Fault('invalid_token', detail, {
    headers: {
      'www-authenticate': `Bearer realm="HopCat", error="invalid_token", error_description="${detail}"`,
    },
  });

const notForUserinfo = (): Fault =>
  new Fault('insufficient_scope', 'the access token was narrowed and lacks openid', {
    headers: { 'www-authenticate': 'Bearer realm="HopCat", error="insufficient_scope", scope="openid"' },
  });

/**
 * Who signed in, as long as they still may; where it was asked for, somebody else, whose `sub` a client must refuse
 * (Core, 5.3.2).
 */
async function shownHolder(x: Exchange, profile: Profile, grant: ActiveGrant): Promise<Holder | undefined> {
  const holder = await inGoodStanding(x, profile, grant);
  return holder && x.failure === 'wrong-person' ? profile.another(x, holder) : holder;
}

/** OpenID Connect Core, 5.3. */
export async function userinfo(x: Exchange, profile: Profile): Promise<Answer> {
  const token = bearerOf(x.request);
  if (token === undefined) throw noToken();
  const grantId = grantIdOf(token);
  const item = grantId === undefined ? undefined : await x.read(profile.kinds.grant, grantId);
  const access = findAccess(item?.value, digest(token), x.clock.now);
  if (!item || !access) throw badToken('the access token is unknown, expired or revoked');
  if (!access.scopes.includes('openid')) throw notForUserinfo();
  const grant = item.value as ActiveGrant;
  Object.assign(x.remarks, { client: grant.client, signIn: grant.signIn, person: personOf(grant) });
  const client = await findClient(x, profile, grant.client);
  const holder = await shownHolder(x, profile, grant);
  if (!client) throw badToken('the client was removed from the workspace');
  if (!holder) throw badToken('the account is gone, or may not sign in any more');
  if (profile.envelope?.applies(client)) {
    const claims = x.failure === 'empty' ? {} : profile.envelope.claims(holder);
    return json(profile.envelope.wrap(x, client, claims));
  }
  const opened = openedClaims(
    profile.claimsOf(holder, { acr: grant.acr, failure: x.failure }),
    profile.scopes,
    access.scopes,
    grant.userinfoClaims,
  );
  const claims = {
    sub: subjectOf(client, holder.id, profile.system),
    ...(x.failure !== 'empty' && opened),
  };
  const alg = client.metadata.userinfo_signed_response_alg;
  if (!alg) return json(claims);
  const payload = { ...claims, iss: profile.issuer(x), aud: client.id, iat: seconds(x.clock.now) };
  const { jwt, ...said } = await signJwt(x.deps, x.workspace, alg, payload);
  x.remarks.jwts.userinfo = said;
  return { status: 200, body: jwt, type: 'application/jwt' };
}
