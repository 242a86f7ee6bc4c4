import { portalAtCarriers } from '../../contracts/_national-portal.ts';
import type { TelecomScope } from '../../contracts/_telecom/settings.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { kind } from '../_kit/store.ts';
import { holderOf, issueServiceToken, type ServiceToken } from '../_oidc/client-credentials.ts';

const tokens = kind<ServiceToken>(
  'telecom',
  'token',
  'id: SHA-256 of the access token. Account and scopes. As long as telecom.tokenSeconds says.',
  { hot: true },
);

const settingsOf = (x: Exchange) => x.workspace.settings.telecom;

export type Account = ReturnType<typeof settingsOf>['accounts'][number];

const accountsOf = (x: Exchange): readonly Account[] => [portalAtCarriers, ...settingsOf(x).accounts];

export const token = (x: Exchange<Record<string, unknown>>) =>
  issueServiceToken(x, {
    accounts: accountsOf(x),
    scopesOf: ({ scopes }) => scopes,
    seconds: settingsOf(x).tokenSeconds,
    kind: tokens,
  });

/** Who calls. @throws Fault unauthenticated, permission_denied */
export async function callerOf(x: Exchange, scope: TelecomScope): Promise<Account> {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(x.request.headers.get('authorization') ?? '') ?? [];
  const held = await holderOf(x, tokens, bearer, accountsOf(x));
  if (!held)
    throw new Fault('unauthenticated', 'no live access token in the Authorization header', {
      headers: { 'www-authenticate': 'Bearer' },
    });
  if (!held.scopes.includes(scope) || !held.account.scopes.includes(scope))
    throw new Fault('permission_denied', `the token has no scope ${scope}`);
  return held.account;
}
