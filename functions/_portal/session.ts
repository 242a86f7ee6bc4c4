import type { Exchange } from '../_kit/exchange.ts';
import { digest } from '../_kit/perform.ts';
import type { Change, Item } from '../_kit/store.ts';
import { seal, secret, unseal } from '../_oidc/secret.ts';
import { cookieHeader } from '../_oidc/session.ts';
import { isOver, type Logout } from './domain.ts';
import type { Claims } from './pages/claims.ts';
import type { Step } from './pages/timing.ts';
import type { Portal, Provider, StoredSession } from './portal.ts';

/** Everything that the portal received for one person. */
export interface Received {
  idToken: string;
  accessToken: string;
  refreshToken?: string;
  userinfo: Claims;
  timing: readonly Step[];
}

const COOKIE = 'hopcat_portal';
const SESSION_SECONDS = 8 * 3600;

export interface Session {
  item: Item<StoredSession>;
  provider: Provider;
  /** Id of the local account; absent until the linking is done. */
  applicant: string | undefined;
  cookie: string;
  received: Received;
}

export const hasCookie = (x: Exchange): boolean => x.cookie(COOKIE) !== undefined;

export const forgetCookie = (x: Exchange) => ({ 'set-cookie': cookieHeader(x, COOKIE, '', 0) });

const endedId = (provider: Provider, ended: { sid: string } | { sub: string }): string =>
  'sid' in ended ? `${provider}:sid:${ended.sid}` : `${provider}:sub:${ended.sub}`;

export async function readSession(x: Exchange, { kinds }: Portal): Promise<Session | undefined> {
  const cookie = x.cookie(COOKIE);
  const item = cookie && (await x.read(kinds.session, digest(cookie)));
  if (!item) return undefined;
  const { value } = item;
  const { provider, applicant, sid, sub } = value;
  const names = [endedId(provider, { sid }), endedId(provider, { sub })];
  const [ofSession, ofPerson] = await x.readMany<Logout>(
    names.map((id) => kinds.logout.key(x.workspace.space, id)),
  );
  if (isOver(value, ofSession?.value, ofPerson?.value)) return undefined;
  return { item, provider, applicant, cookie, received: unseal<Received>(cookie, value.sealed) };
}

type Opened = Omit<StoredSession, 'since' | 'sealed'>;

/** Tokens stay here, and the browser has only a cookie (rule `no-token-in-url`). A session under a new cookie; the one that this browser had is gone. */
export function openSession(x: Exchange, { kinds }: Portal, opened: Opened, received: Received) {
  const [cookie, before] = [secret(x.deps.random), x.cookie(COOKIE)];
  const session = { ...opened, since: x.clock.now, sealed: seal(cookie, received, x.deps.random) };
  const changes: Change[] = [x.put(kinds.session, digest(cookie), session, { lifetime: SESSION_SECONDS })];
  if (before) changes.push({ remove: kinds.session.key(x.workspace.space, digest(before)) });
  return { changes, headers: { 'set-cookie': cookieHeader(x, COOKIE, cookie, SESSION_SECONDS) } };
}

const changed = (x: Exchange, { kinds }: Portal, { item }: Session, change: Partial<StoredSession>): Change =>
  x.put(
    kinds.session,
    item.key[3],
    { ...item.value, ...change },
    { expires: item.expires!, if: { version: item.version } },
  );

/** The same session with what a refresh brought. */
export const renewSession = (x: Exchange, portal: Portal, session: Session, received: Received): Change =>
  changed(x, portal, session, { sealed: seal(session.cookie, received, x.deps.random) });

/** The same session, now with its local account. */
export const settleSession = (x: Exchange, portal: Portal, session: Session, applicant: string): Change =>
  changed(x, portal, session, { applicant });

/** Ends sessions without knowing their cookies, also one whose sign-in is still on its way. */
export const noteLogout = (
  x: Exchange,
  { kinds }: Portal,
  provider: Provider,
  ended: { sid: string } | { sub: string },
): Change =>
  x.put(kinds.logout, endedId(provider, ended), { at: x.clock.now }, { lifetime: SESSION_SECONDS });
