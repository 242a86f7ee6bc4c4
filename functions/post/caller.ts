import { portalAtPost } from '../../contracts/_national-portal.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { kind } from '../_kit/store.ts';
import { holderOf, issueServiceToken, type ServiceToken } from '../_oidc/client-credentials.ts';

const tokens = kind<ServiceToken>(
  'post',
  'token',
  'id: SHA-256 of the access token. Account. As long as post.tokenSeconds says.',
  { hot: true },
);

const settingsOf = (x: Exchange) => x.workspace.settings.post;

const accountsOf = (x: Exchange) => [portalAtPost, ...settingsOf(x).accounts];

export const token = (x: Exchange<Record<string, unknown>>) =>
  issueServiceToken(x, {
    accounts: accountsOf(x),
    scopesOf: () => ['post'],
    seconds: settingsOf(x).tokenSeconds,
    kind: tokens,
  });

/** Who calls: the header `access_token` says it. @throws Fault unauthenticated */
export async function callerOf(x: Exchange) {
  const shown = x.request.headers.get('access_token') ?? undefined;
  const held = await holderOf(x, tokens, shown, accountsOf(x));
  if (!held) throw new Fault('unauthenticated', 'no live access token in the header access_token');
  return held.account;
}
