import { portalAtSignhub } from '../../contracts/_national-portal.ts';
import type { SignhubAccount } from '../../contracts/_signhub/settings.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest, matches } from '../_kit/perform.ts';
import { type Change, kind } from '../_kit/store.ts';
import { secret } from '../_oidc/secret.ts';
import { success } from './answer.ts';

interface Holder {
  username: string;
}

const tokens = kind<Holder>(
  'signhub',
  'token',
  'id: SHA-256 of the access token. Whose it is. As long as signhub.tokenSeconds says.',
  { hot: true },
);

const refreshTokens = kind<Holder>(
  'signhub',
  'refresh',
  'id: SHA-256 of the refresh token. Whose it is. Until it is used, or as long as signhub.refreshSeconds says.',
);

export const accountsOf = (x: Exchange): readonly SignhubAccount[] => [
  portalAtSignhub,
  ...x.workspace.settings.signhub.accounts,
];

export const accountCalled = (x: Exchange, username: string): SignhubAccount | undefined =>
  accountsOf(x).find((account) => account.username === username);

/** A new pair of tokens. */
function issued(x: Exchange, username: string, changes: readonly Change[] = []) {
  const [accessToken, refreshToken] = [secret(x.deps.random), secret(x.deps.random)];
  const { tokenSeconds, refreshSeconds } = x.workspace.settings.signhub;
  const kept = [
    ...changes,
    x.put(tokens, digest(accessToken), { username }, { lifetime: tokenSeconds }),
    x.put(refreshTokens, digest(refreshToken), { username }, { lifetime: refreshSeconds }),
  ];
  const data = {
    accessToken,
    refreshToken,
    expireInSeconds: tokenSeconds,
    refreshTokenExpireInSeconds: refreshSeconds,
    message: 'Thành công',
  };
  return success(data, { changes: kept });
}

/** @throws Fault credentials_refused */
export function token(x: Exchange<{ username: string; password: string }>) {
  const { username, password } = x.input;
  x.remarks.client = username;
  const account = accountCalled(x, username);
  // Compared in any case, so that the time tells nothing of which accounts there are.
  const right = matches(password, account?.passwordHash ?? digest(''));
  if (!account || !right)
    throw new Fault('credentials_refused', 'no account with this username and password');
  return issued(x, username);
}

/** Each refresh token works once. @throws Fault credentials_refused */
export async function refresh(x: Exchange<{ refreshToken: string }>) {
  const held = await x.read(refreshTokens, digest(x.input.refreshToken));
  const account = held && accountCalled(x, held.value.username);
  if (!held || !account) throw new Fault('credentials_refused', 'no live refresh token');
  x.remarks.client = account.username;
  return issued(x, account.username, [x.remove(held)]);
}

/** Who calls. @throws Fault token_refused */
export async function callerOf(x: Exchange): Promise<SignhubAccount> {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(x.request.headers.get('authorization') ?? '') ?? [];
  const held = bearer === undefined ? undefined : (await x.read(tokens, digest(bearer)))?.value;
  const account = held && accountCalled(x, held.username);
  if (!account)
    throw new Fault('token_refused', 'no live access token in the Authorization header', {
      headers: { 'www-authenticate': 'Bearer' },
    });
  x.remarks.client = account.username;
  return account;
}
