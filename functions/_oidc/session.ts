import { parse, serialize } from 'hono/utils/cookie';
import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { digest } from '../_kit/perform.ts';
import type { Change, Item } from '../_kit/store.ts';
import type { Profile } from './profile.ts';
import { secret } from './secret.ts';

/** Who is signed in in one browser. */
export interface Session {
  /** Id of the holder, which is the slug where citizens themselves sign in. */
  person: string;
  /** Slug of the person, where it is not the id. */
  slug?: string;
  /** Seconds of the token clock. */
  authTime: number;
  acr: string;
  amr: string[];
  /** Clients that this session has signed in at, for logout. */
  clients: string[];
  /** Hash of the authorization request that the person signed in for just now, to satisfy `prompt=login`. */
  freshFor?: string;
  /** Hash of the authorization request that the person agreed to just now, to satisfy `prompt=consent`. */
  consentFor?: string;
  /** By which door, where a provider has several. */
  via?: 'account' | 'vneid';
  /** The provider's mark of the sign-ins that end together. */
  epoch?: string;
  /** Session at the provider that vouched for the person, where that was another one. */
  upstream?: string;
}

export const SESSION_SECONDS = 8 * 3600;
const COOKIE = 'hopcat_session';

/** The id of the session that a request's cookie names. */
export const sessionIdIn = (request: Request): string | undefined => {
  const cookie = parse(request.headers.get('cookie') ?? '', COOKIE)[COOKIE];
  return cookie && digest(cookie);
};

export async function readSession(x: Exchange, { kinds }: Profile): Promise<Item<Session> | undefined> {
  const id = sessionIdIn(x.request);
  return id === undefined ? undefined : x.read(kinds.session, id);
}

/** A cookie of this system in this workspace only. */
export function cookieHeader(x: Exchange, name: string, value: string, maxAge: number): string {
  const { protocol, pathname } = new URL(x.base);
  return serialize(name, value, {
    path: pathname,
    httpOnly: true,
    sameSite: 'Lax',
    secure: protocol === 'https:',
    maxAge,
  });
}

/** A session under a new cookie (never the old one: a session must not outlive a change of person). */
export function openSession(x: Exchange, { kinds }: Profile, session: Session) {
  const cookie = secret(x.deps.random);
  const id = digest(cookie);
  const change: Change = x.put(kinds.session, id, session, { lifetime: SESSION_SECONDS });
  return { id, change, cookie: cookieHeader(x, COOKIE, cookie, SESSION_SECONDS) };
}

export const updateSession = (
  x: Exchange,
  { kinds }: Profile,
  item: Item<Session>,
  session: Session,
): Change =>
  x.put(kinds.session, item.key[3], session, { expires: item.expires!, if: { version: item.version } });

export const forgetCookie = (x: Exchange): NonNullable<Answer['headers']> => ({
  'set-cookie': cookieHeader(x, COOKIE, '', 0),
});
