import type { Exchange } from '../_kit/exchange.ts';
import { digest } from '../_kit/perform.ts';
import { type Change, type Item, kind } from '../_kit/store.ts';
import { seal, secret, unseal } from '../_oidc/secret.ts';
import { cookieHeader } from '../_oidc/session.ts';
import { isOver, type Logout, type Subject } from './domain.ts';
import type { Claims } from './pages/claims.ts';
import type { Step } from './pages/timing.ts';

/** Everything that the portal received for one person. */
export interface Received {
  idToken: string;
  accessToken: string;
  refreshToken?: string;
  userinfo: Claims;
  timing: readonly Step[];
}

type StoredSession = Subject & { sealed: string };

const sessions = kind<StoredSession>(
  'portal',
  'session',
  'id: SHA-256 of the cookie. Who is signed in at the reference portal; the tokens sealed under the cookie. 8 hours.',
);

const logouts = kind<Logout>(
  'portal',
  'logout',
  'id: `sid:` or `sub:` and the session or person at VNeID. When VNeID announced that it is over. 8 hours.',
);

const COOKIE = 'hopcat_portal';
const SESSION_SECONDS = 8 * 3600;

export interface Session {
  item: Item<StoredSession>;
  cookie: string;
  received: Received;
}

export const hasCookie = (x: Exchange): boolean => x.cookie(COOKIE) !== undefined;

export const forgetCookie = (x: Exchange) => ({ 'set-cookie': cookieHeader(x, COOKIE, '', 0) });

export async function readSession(x: Exchange): Promise<Session | undefined> {
  const cookie = x.cookie(COOKIE);
  const item = cookie && (await x.read(sessions, digest(cookie)));
  if (!item) return undefined;
  const { value } = item;
  const names = [`sid:${value.sid}`, `sub:${value.sub}`];
  const [ofSession, ofPerson] = await x.readMany<Logout>(
    names.map((id) => logouts.key(x.workspace.space, id)),
  );
  if (isOver(value, ofSession?.value, ofPerson?.value)) return undefined;
  return { item, cookie, received: unseal<Received>(cookie, value.sealed) };
}

/** A session under a new cookie; the one that this browser had is gone. */
export function openSession(x: Exchange, who: Omit<Subject, 'since'>, received: Received) {
  const [cookie, before] = [secret(x.deps.random), x.cookie(COOKIE)];
  const session = { ...who, since: x.clock.now, sealed: seal(cookie, received, x.deps.random) };
  const changes: Change[] = [x.put(sessions, digest(cookie), session, { lifetime: SESSION_SECONDS })];
  if (before) changes.push({ remove: sessions.key(x.workspace.space, digest(before)) });
  return { changes, headers: { 'set-cookie': cookieHeader(x, COOKIE, cookie, SESSION_SECONDS) } };
}

/** The same session with what a refresh brought. */
export const renewSession = (x: Exchange, { item, cookie }: Session, received: Received): Change =>
  x.put(
    sessions,
    item.key[3],
    { ...item.value, sealed: seal(cookie, received, x.deps.random) },
    { expires: item.expires!, if: { version: item.version } },
  );

/** Ends sessions without knowing their cookies, also one whose sign-in is still on its way. */
export const noteLogout = (x: Exchange, ended: { sid: string } | { sub: string }): Change => {
  const id = 'sid' in ended ? `sid:${ended.sid}` : `sub:${ended.sub}`;
  return x.put(logouts, id, { at: x.clock.now }, { lifetime: SESSION_SECONDS });
};
