import type { Person } from '../../contracts/person.ts';
import { faultPage } from '../_kit/page/fault.ts';
import { personBySlug } from '../_kit/people.ts';
import { ASSETS } from '../_kit/wire.ts';
import { type Holder, type Profile, providerKinds } from '../_oidc/profile.ts';
import { admit, claimsOf, type Law, levels, scopes } from './domain.ts';
import { encryptedProfile } from './envelope.ts';
import { interact } from './interact.ts';
import { lawOn } from './law.ts';
import { pages } from './pages.ts';

/** A citizen, who signs in under the slug. */
export interface Citizen extends Holder {
  citizen: Person;
  /** By which the claims are told. */
  law: Law;
}

const frame = { lang: 'vi', assets: ASSETS } as const;

/** VNeID over the OpenID engine. Of the paths only `/auth` is known; the others are our own. */
export const vneid: Profile<Citizen> = {
  system: 'vneid',
  kinds: providerKinds('vneid'),
  paths: {
    authorize: '/auth',
    token: '/token',
    userinfo: '/userinfo',
    jwks: '/jwks',
    par: '/par',
    introspect: '/introspect',
    revoke: '/revoke',
    endSession: '/logout',
    register: '/register',
  },
  scopes,
  issuer: ({ base }) => base,
  issParameter: true,
  asksConsent: true,
  refreshes: 'offline_access',
  autopilot: 'here',
  find: async (x, id) => {
    const citizen = await personBySlug(x, id);
    return citizen && { id, person: id, name: citizen.name.full, citizen, law: lawOn(x.clock) };
  },
  claimsOf: ({ citizen, law }) => claimsOf(citizen, law),
  another: async (x, holder) => {
    const slug = x.deps.people.people.find((person) => person.slug !== holder?.id)?.slug;
    return slug === undefined ? undefined : vneid.find(x, slug);
  },
  levels,
  admit: ({ citizen }) => admit(citizen),
  interact,
  envelope: encryptedProfile,
  pages: {
    formPost: async ({ metadata }, redirectUri, response) =>
      (await pages()).formPostPage(redirectUri, response, { ...frame, client: metadata.client_name }),
    confirmLogout: async ({ client, person, query }, x) =>
      (await pages()).signOutPage({
        ...frame,
        ...(client && { client: { name: client.metadata.client_name } }),
        ...(person !== undefined && { person }),
        post: { action: `${x.base}/logout/confirm`, hidden: { request: query } },
      }),
    signedOut: async ({ frames, next }) =>
      (await pages()).signedOutPage({ ...frame, frames, ...(next && { next }) }),
    stillSignedIn: async () =>
      faultPage({
        ...frame,
        title: { vi: 'Bạn vẫn đang đăng nhập', en: 'You are still signed in' },
        cure: { vi: 'Có thể đóng trang này.', en: 'You may close this page.' },
      }),
  },
};
