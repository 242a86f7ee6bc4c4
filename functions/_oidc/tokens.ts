import { hash } from 'node:crypto';
import { seconds } from '../_kit/clock.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest } from '../_kit/perform.ts';
import { openedClaims } from './claims.ts';
import { type Client, subjectOf } from './client.ts';
import { type ActiveGrant, addAccess, rotate } from './grant.ts';
import { signJwt } from './keys.ts';
import type { Holder, Profile } from './profile.ts';
import { secret } from './secret.ts';
import { inGoodStanding } from './standing.ts';

export const ACCESS_SECONDS = 3600;
export const REFRESH_SECONDS = 14 * 24 * 3600;
const ID_TOKEN_SECONDS = 3600;

/** Left half of the SHA-256 of the access token (OpenID Connect Core, 3.1.3.6). */
const atHash = (token: string): string =>
  hash('sha256', token, 'buffer').subarray(0, 16).toString('base64url');

interface Issue {
  client: Client;
  grantId: string;
  grant: ActiveGrant;
  scopes: readonly string[];
  nonce?: string;
}

async function idToken(
  x: Exchange,
  profile: Profile,
  { client, grant, nonce }: Issue,
  holder: Holder,
  accessToken: string,
): Promise<string> {
  const now = seconds(x.clock.now);
  const wished = openedClaims(
    profile.claimsOf(holder, grant),
    profile.scopes,
    grant.scopes,
    grant.idTokenClaims,
  );
  const chosen = Object.entries(wished).filter(([name]) => grant.idTokenClaims.includes(name));
  const payload = {
    ...Object.fromEntries(chosen),
    iss: profile.issuer(x),
    sub: subjectOf(client, grant.person, profile.system),
    aud: client.id,
    exp: now + ID_TOKEN_SECONDS,
    iat: now,
    auth_time: grant.authTime,
    ...(nonce !== undefined && { nonce }),
    acr: grant.acr,
    amr: grant.amr,
    at_hash: atHash(accessToken),
    sid: grant.sid,
  };
  const { jwt, ...said } = await signJwt(
    x.deps,
    x.workspace,
    client.metadata.id_token_signed_response_alg,
    payload,
  );
  x.remarks.jwts.id_token = said;
  return jwt;
}

const mayRefresh = ({ refreshes }: Profile, { client, grant }: Issue): boolean =>
  client.metadata.grant_types.includes('refresh_token') &&
  (refreshes === 'always' || grant.scopes.includes('offline_access'));

/** The tokens of one token answer, and the grant as it is with them. @throws Fault invalid_grant */
export async function issueTokens(x: Exchange, profile: Profile, issue: Issue) {
  const { client, grantId, scopes } = issue;
  const holder = await inGoodStanding(x, profile, issue.grant);
  if (!holder) throw new Fault('invalid_grant', 'the account is gone, or may not sign in any more');
  const accessToken = `${grantId}.${secret(x.deps.random)}`;
  const issuedAt = seconds(x.clock.now);
  const access = {
    hash: digest(accessToken),
    expires: x.clock.now + ACCESS_SECONDS * 1000,
    issuedAt,
    scopes: [...scopes],
  };
  let grant = addAccess(issue.grant, access, x.clock.now);
  const refreshToken = mayRefresh(profile, issue) ? `${grantId}.r${secret(x.deps.random)}` : undefined;
  if (refreshToken) {
    const expires = x.clock.now + REFRESH_SECONDS * 1000;
    grant = rotate(grant, { hash: digest(refreshToken), expires, issuedAt });
  }
  const encrypted = profile.envelope?.applies(client);
  const body = {
    access_token: accessToken,
    token_type: 'Bearer' as const,
    expires_in: ACCESS_SECONDS,
    scope: scopes.join(' '),
    ...(!encrypted &&
      scopes.includes('openid') && { id_token: await idToken(x, profile, issue, holder, accessToken) }),
    ...(refreshToken && { refresh_token: refreshToken }),
  };
  return { grant, body: encrypted ? profile.envelope!.wrap(x, client, body) : body };
}
