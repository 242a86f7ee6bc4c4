import { faultPage } from '../../_kit/page/fault.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { type Holder, type Profile, providerKinds } from '../../_oidc/profile.ts';
import type { Account } from '../account.ts';
import { accountById } from '../accounts.ts';

/** An account, which signs in under its TechID. */
export interface AccountHolder extends Holder {
  account: Account;
}

const NOT_YET = {
  title: { vi: 'Chưa có trang này', en: 'This page is not there yet' },
  cure: { vi: 'Quay lại sau', en: 'Come back later' },
};
const frame = { lang: 'vi', assets: ASSETS } as const;

/** VNConnect over the OpenID engine, with the paths of WSO2 Identity Server. */
export const exchange: Profile<AccountHolder> = {
  system: 'dvcqg',
  kinds: providerKinds('dvcqg'),
  issuer: ({ base }) => `${base}/oauth2/token`,
  paths: {
    authorize: '/oauth2/authorize',
    token: '/oauth2/token',
    userinfo: '/oauth2/userinfo',
    jwks: '/oauth2/jwks',
    introspect: '/oauth2/introspect',
    revoke: '/oauth2/revoke',
    endSession: '/oidc/logout',
  },
  issParameter: false,
  asksConsent: false,
  refreshes: 'always',
  autopilot: 'onward',
  scopes: { openid: [] },
  levels: ['LoA1', 'LoA2'],
  find: async (x, id) => {
    const account = (await accountById(x, id))?.account;
    return account && { id, person: account.person ?? undefined, name: account.name, account };
  },
  claimsOf: () => ({}),
  another: async () => undefined,
  admit: () => 'LoA1',
  interact: async () => {
    throw new Error('not built yet');
  },
  pages: {
    formPost: async () => faultPage({ ...frame, ...NOT_YET }),
    confirmLogout: async () => faultPage({ ...frame, ...NOT_YET }),
    stillSignedIn: async () => faultPage({ ...frame, ...NOT_YET }),
    signedOut: async () => faultPage({ ...frame, ...NOT_YET }),
  },
};
