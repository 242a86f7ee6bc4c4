import { exchangeScopes } from '../../../contracts/_dvcqg/exchange-claims.ts';
import { personByNumber } from '../../_kit/people.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { type Profile, providerKinds } from '../../_oidc/profile.ts';
import { accountById, everyAccount } from '../accounts.ts';
import { admit, levels } from './admission.ts';
import { type AccountHolder, claimsOf, confirmedNumber } from './claims.ts';
import { interact } from './interact.ts';
import { pages } from './pages.ts';
import { representedBy } from './representative.ts';

export type { AccountHolder } from './claims.ts';

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
  landing: ({ base }) => `${base}/authenticationendpoint/oauth2_logout.do`,
  asksConsent: false,
  refreshes: 'always',
  autopilot: 'onward',
  scopes: exchangeScopes,
  levels,
  find: async (x, id, slug) => {
    const held = await accountById(x, id);
    if (!held) return undefined;
    const account = await representedBy(x, held.account, slug);
    const number = confirmedNumber(account);
    const citizen = number === undefined ? undefined : await personByNumber(x, number);
    return { id, person: account.person ?? undefined, name: account.name, account, citizen };
  },
  another: async (x, holder) => {
    const other = (await everyAccount(x)).find(({ account }) => account.techId !== holder?.id);
    return other && exchange.find(x, other.account.techId);
  },
  claimsOf,
  admit: ({ account }, x, door = {}) => admit(account, x.clock, door),
  interact,
  pages: {
    formPost: async ({ metadata }, redirectUri, response) =>
      (await pages()).formPostPage(redirectUri, response, { ...frame, client: metadata.client_name }),
    confirmLogout: async ({ client, person, query }, x) =>
      (await pages()).signOutPage({
        ...frame,
        ...(client && { client: client.metadata.client_name }),
        ...(person !== undefined && { person }),
        post: { action: `${x.base}/oidc/logout/confirm`, hidden: { request: query } },
      }),
    signedOut: async ({ frames, next }) =>
      (await pages()).signedOutPage({ ...frame, frames, ...(next && { next }) }),
    stillSignedIn: async () => (await pages()).stillSignedInPage(frame),
  },
};
