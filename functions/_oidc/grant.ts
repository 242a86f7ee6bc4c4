import { timingSafeEqual } from 'node:crypto';
import { Fault } from '../_kit/fault.ts';

/** What a sign-in gave: the same in every state. */
interface Signed {
  client: string;
  /** Id of the holder, which is the slug where citizens themselves sign in. */
  person: string;
  /** Slug of the person, where it is not the id. */
  slug?: string;
  /** By which door, where a provider has several. */
  via?: 'account' | 'vneid';
  /** The provider's mark of the sign-ins that end together. */
  epoch?: string;
  /** Session at the provider. */
  sid: string;
  scopes: string[];
  acr: string;
  amr: string[];
  /** Seconds of the token clock. */
  authTime: number;
  /** Ties the journal entries of one sign-in together: the beginning of the request's hash. */
  signIn: string;
  /** SHA-256 of the code. */
  codeHash: string;
}

/** What the code must give back. */
export interface KeptRequest {
  redirectUri: string;
  /** Whether the authorization request named it, so that the token request must too. */
  redirectUriGiven: boolean;
  nonce?: string;
  codeChallenge?: string;
  /** Hash of what an encrypted profile's token request must send back. */
  echo?: string;
  /** Claims asked for one by one, by the `claims` parameter. */
  idTokenClaims: string[];
  userinfoClaims: string[];
}

/** As a rule plain; sealed under the code when it holds a number that must not be stored. */
export type IssuedGrant = Signed & { state: 'issued'; request: KeptRequest | { sealed: string } };

export type ActiveGrant = Signed & {
  state: 'active';
  userinfoClaims: string[];
  idTokenClaims: string[];
  /** Live access tokens: SHA-256, end (epoch ms, token clock), begin (s). */
  access: { hash: string; expires: number; issuedAt: number; scopes: string[] }[];
  refresh: { hash: string; expires: number; issuedAt: number } | null;
  /** SHA-256 of refresh tokens that were rotated away: seeing one again revokes the grant. */
  spent: string[];
};

export type Grant = IssuedGrant | ActiveGrant;

/** Slug of whoever a session or a grant belongs to. */
export const personOf = ({ slug, person }: { slug?: string; person: string }): string => slug ?? person;

const SPENT_KEPT = 50;

export const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** The item under which a code or token is kept: its first part. */
export const grantIdOf = (token: unknown): string | undefined =>
  typeof token === 'string' ? /^([0-9a-f-]{36})\.[\w.-]{20,100}$/.exec(token)?.[1] : undefined;

/** First use of a code. */
export function redeem(grant: IssuedGrant, request: KeptRequest): ActiveGrant {
  const { request: _, ...signed } = grant;
  return {
    ...signed,
    state: 'active',
    userinfoClaims: request.userinfoClaims,
    idTokenClaims: request.idTokenClaims,
    access: [],
    refresh: null,
    spent: [],
  };
}

/** An access token joins the grant; those that have expired leave it. */
export const addAccess = (
  grant: ActiveGrant,
  token: ActiveGrant['access'][number],
  now: number,
): ActiveGrant => ({
  ...grant,
  access: [...grant.access.filter(({ expires }) => expires > now), token],
});

/** A new refresh token takes the place of the old one. */
export const rotate = (grant: ActiveGrant, refresh: NonNullable<ActiveGrant['refresh']>): ActiveGrant => ({
  ...grant,
  refresh,
  spent: grant.refresh ? [...grant.spent, grant.refresh.hash].slice(-SPENT_KEPT) : grant.spent,
});

export const findAccess = (grant: Grant | undefined, hash: string, now: number) =>
  grant?.state === 'active'
    ? grant.access.find((token) => same(token.hash, hash) && token.expires > now)
    : undefined;

export type RefreshUse = 'current' | 'reused' | 'unknown';

/** Whether a refresh token may be used, was rotated away, or was never one of this grant's. */
export function judgeRefresh(grant: Grant | undefined, hash: string, now: number): RefreshUse {
  if (grant?.state !== 'active') return 'unknown';
  if (grant.refresh && same(grant.refresh.hash, hash))
    return grant.refresh.expires > now ? 'current' : 'unknown';
  return grant.spent.some((spent) => same(spent, hash)) ? 'reused' : 'unknown';
}

/** When the whole grant may be forgotten (epoch ms, token clock). */
export const endOf = (grant: ActiveGrant): number =>
  Math.max(grant.refresh?.expires ?? 0, ...grant.access.map(({ expires }) => expires));

/** A refresh may narrow the scopes, never widen them (RFC 6749, 6). */
export function narrow(granted: readonly string[], asked: string | undefined): string[] {
  if (asked === undefined) return [...granted];
  const wanted = asked.split(' ').filter(Boolean);
  if (wanted.length === 0) throw new Fault('invalid_scope', 'the scope is empty');
  const beyond = wanted.find((scope) => !granted.includes(scope));
  if (beyond !== undefined) throw new Fault('invalid_scope', `'${beyond}' was not granted`);
  return wanted;
}
