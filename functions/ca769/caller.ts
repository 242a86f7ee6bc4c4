import type { ServiceProvider } from '../../contracts/_ca769/settings.ts';
import { portalAtAuthorities } from '../../contracts/_national-portal.ts';
import { portalsAtAuthorities } from '../../contracts/_reference-portals.ts';
import { digest, matches } from '../_kit/admit.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { kind } from '../_kit/store.ts';
import { holderOf, issueServiceToken, type ServiceToken } from '../_oidc/client-credentials.ts';

const tokens = kind<ServiceToken>(
  'ca769',
  'token',
  'id: SHA-256 of the access token of the NEAC variant. Account. As long as ca769.tokenSeconds says.',
  { hot: true },
);

const settingsOf = (x: Exchange) => x.workspace.settings.ca769;

const providers = (x: Exchange): readonly ServiceProvider[] => [
  portalAtAuthorities,
  ...portalsAtAuthorities,
  ...settingsOf(x).accounts,
];

/** The service provider that calls. @throws Fault bad_credentials */
export function callerOf(x: Exchange<{ sp_id: string; sp_password: string }>): ServiceProvider {
  const { sp_id, sp_password } = x.input;
  const provider = providers(x).find(({ spId }) => spId === sp_id);
  // Compared in any case, so that the time tells nothing of which accounts there are.
  const right = matches(sp_password, provider?.secretHash ?? digest(''));
  if (!provider || !right) throw new Fault('bad_credentials', 'no account with this sp_id and sp_password');
  x.remarks.client = provider.spId;
  return provider;
}

const accounts = (x: Exchange) => providers(x).map((provider) => ({ ...provider, clientId: provider.spId }));

export const token = (x: Exchange<Record<string, unknown>>) =>
  issueServiceToken(x, {
    accounts: accounts(x),
    scopesOf: () => ['esign'],
    seconds: settingsOf(x).tokenSeconds,
    kind: tokens,
  });

/** Who calls the NEAC variant. @throws Fault bad_token */
export async function bearerOf(x: Exchange): Promise<ServiceProvider> {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(x.request.headers.get('authorization') ?? '') ?? [];
  const held = await holderOf(x, tokens, bearer, accounts(x));
  if (!held)
    throw new Fault('bad_token', 'no live token in the Authorization header', {
      headers: { 'www-authenticate': 'Bearer' },
    });
  return held.account;
}
