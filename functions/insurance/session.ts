import { portalAtInsurance } from '../../contracts/_national-portal.ts';
import { digest, matches } from '../_kit/admit.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Before } from '../_kit/implement.ts';
import { type Change, kind } from '../_kit/store.ts';
import { secret } from '../_oidc/secret.ts';

interface Session {
  /** Username of the account that took it. */
  account: string;
  /** Whose wire it is for. */
  wire: 'gateway' | 'agent';
  /** SHA-256 of the id token; the agents' wire has none. */
  idTokenHash?: string;
}

const sessions = kind<Session>(
  'insurance',
  'session',
  'id: SHA-256 of the access token. Account that took it, hash of its id token. As long as settings.insurance.tokenSeconds say.',
  { hot: true },
);

/** For routes that find the token in the query. */
export const preloadSession = ({ workspace, request, input }: Before) => {
  const [, bearer] = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  const token = bearer ?? input.token;
  return typeof token === 'string' && token !== '' ? [sessions.key(workspace, digest(token))] : [];
};

export interface Issued {
  accessToken: string;
  idToken: string;
  /** Epoch milliseconds of the token clock. */
  expires: number;
  changes: readonly Change[];
}

/** New tokens for an account; older ones stay valid, as several of a hospital's machines share one account. */
export function openSession(x: Exchange, account: string, wire: Session['wire']): Issued {
  const [accessToken, idToken] = [secret(x.deps.random), secret(x.deps.random)];
  const expires = x.clock.now + x.workspace.settings.insurance.tokenSeconds * 1000;
  const session: Session = { account, wire, idTokenHash: digest(idToken) };
  return {
    accessToken,
    idToken,
    expires,
    changes: [x.put(sessions, digest(accessToken), session, { expires })],
  };
}

/** Whose token it is. @throws Fault */
async function sessionOf(x: Exchange, token: string, wire: Session['wire'], code: string): Promise<Session> {
  const item = token === '' ? undefined : await x.read(sessions, digest(token));
  if (item?.value.wire !== wire) throw new Fault(code, 'the token is unknown or has expired');
  x.remarks.client = item.value.account;
  return item.value;
}

/** Those of the gateway: the national portal's, and those of the settings. */
export const gatewayAccounts = ({ workspace }: Exchange) => [
  portalAtInsurance,
  ...workspace.settings.insurance.accounts,
];

const single = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An account by its name and the MD5 of its password; takes as long for a name that is nobody's. */
export function accountOf<Account extends { username: string; passwordHash: string }>(
  accounts: readonly Account[],
  username: string,
  md5: string,
): Account | undefined {
  const account = accounts.find((each) => each.username === username);
  const isRight = matches(md5.toLowerCase(), account?.passwordHash ?? digest(''));
  return isRight ? account : undefined;
}

/** The gateway's account that calls: by its tokens, its name and its password. @throws Fault session_refused */
export async function requireSession(x: Exchange<{ username?: unknown; password?: unknown }>) {
  const { query, input } = x;
  const session = await sessionOf(x, single(query.token), 'gateway', 'session_refused');
  if (!matches(single(query.id_token), session.idTokenHash ?? '')) {
    throw new Fault('session_refused', 'id_token is not the one that came with the token');
  }
  const username = single(query.username ?? input.username);
  const md5 = single(query.password ?? input.password);
  const account = accountOf(gatewayAccounts(x), username, md5);
  if (!account || account.username !== session.account) {
    throw new Fault(
      'session_refused',
      'username and password are not those of the account that took the token',
    );
  }
  if (account.status !== 'active') throw new Fault('session_refused', `the account is ${account.status}`);
  return account;
}

/** `Authorization: Bearer`. @throws Fault bearer_refused */
export async function requireBearer(x: Exchange, wire: Session['wire']): Promise<void> {
  const [, token = ''] = /^Bearer (\S+)$/i.exec(x.request.headers.get('authorization') ?? '') ?? [];
  await sessionOf(x, token, wire, 'bearer_refused');
}
