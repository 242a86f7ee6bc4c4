import type { Text } from '../../contracts/_contract.ts';
import { type Kind, kind } from '../_kit/store.ts';
import type { RelyingParty } from '../_relying/party.ts';
import type { Logout, Subject } from './domain.ts';
import type { Dossier } from './dossiers/dossier.ts';
import type { Applicant } from './linking/applicant.ts';
import type { SignatureRecord, SignedDocument, Signing } from './signing/signing.ts';

/** By whom somebody is signed in. */
export type Provider = 'vneid' | 'exchange';

/** An account that the portal gave out itself before there was single sign-on. Resolved to a person of the sandbox. */
export interface OldAccount {
  username: string;
  /** Slug of whose it is. */
  person: string;
  password: string;
  /** What its owner typed in: the 12-digit number, the old card's, or none. */
  number: 'personal' | 'cmnd' | 'none';
  /** Where the owner's own is not what the account has. */
  email?: string;
  status: 'active' | 'locked';
}

/** All that makes one portal differ from another. */
export interface Configuration {
  /** Of the contract: `portal`. */
  system: string;
  name: Text;
  /** Agency code, the first part of its dossiers' codes: `H99`. */
  agency: string;
  clientId: string;
  clientSecret: string;
  /** How the signature providers know it. */
  party: RelyingParty;
  /** Who may sign people in here; the first is the portal's own choice. */
  providers: readonly [Provider, ...Provider[]];
  /** Whether old accounts of the national portal can be brought under VNeID here, once the calendar allows. */
  syncs: boolean;
  oldAccounts: readonly OldAccount[];
}

export type StoredSession = Subject & {
  provider: Provider;
  /** Id of the local account; absent until the linking is done. */
  applicant?: string;
  /** Where the person was going. */
  to?: string;
  sealed: string;
};

/** What a portal keeps. */
export interface PortalKinds {
  session: Kind<StoredSession>;
  logout: Kind<Logout>;
  refresh: Kind<{ at: number }>;
  signIn: Kind<{ sealed: string }>;
  logoutToken: Kind<{ at: number }>;
  applicant: Kind<Applicant>;
  key: Kind<{ ids: readonly string[] }>;
  dossier: Kind<Dossier>;
  signing: Kind<Signing>;
  signature: Kind<SignatureRecord>;
  signedDocument: Kind<SignedDocument>;
}

const declareKinds = (system: string): PortalKinds => ({
  session: kind(
    system,
    'session',
    'id: SHA-256 of the cookie. Who is signed in at the portal; the tokens sealed under the cookie. 8 hours.',
  ),
  logout: kind(
    system,
    'logout',
    'id: provider, `sid` or `sub`, and the session or person there. When the provider announced that it is over. 8 hours.',
  ),
  refresh: kind(
    system,
    'refresh',
    'id: SHA-256 of a refresh token. The portal is using it, since when (token clock). 1 minute.',
  ),
  signIn: kind(
    system,
    'sign-in',
    'id: SHA-256 of the `state`. A sign-in that the portal began: nonce and PKCE verifier, sealed under the cookie of the browser. 10 minutes.',
  ),
  logoutToken: kind(
    system,
    'logout-token',
    'id: SHA-256 of the `jti`. A logout token that the portal has seen, when (token clock). Until it expires.',
  ),
  applicant: kind(
    system,
    'applicant',
    'id: GUID. A local account of the portal, with what it is linked to. The old ones that it had from the start are stored once they change.',
  ),
  key: kind(
    system,
    'key',
    'id: `tech:`, `sub:`, `former:` (a link that was taken away), `number:`, `cmnd:`, `tax:`, `email:` or `username:` and the value. The local accounts that have it.',
  ),
  dossier: kind(
    system,
    'dossier',
    'id: code of the dossier. What was submitted, by whom, and where each field came from.',
  ),
  signing: kind(
    system,
    'signing',
    'id: SHA-256 of the signing. Which dossier is to be signed, how, with which certificate, and how far it is. 15 minutes.',
  ),
  signature: kind(
    system,
    'signature',
    'id: code of the dossier, `pdf` or `xml`. Who signed it as such a document, when and with which certificate.',
  ),
  signedDocument: kind(
    system,
    'signed-document',
    'id: code of the dossier, `pdf` or `xml`. The signed document, base64.',
  ),
});

/** A portal: its configuration, and what it keeps. */
export interface Portal extends Configuration {
  kinds: PortalKinds;
}

/** Makes a portal. Once for each system. */
export const portalOf = (configuration: Configuration): Portal => ({
  ...configuration,
  kinds: declareKinds(configuration.system),
});
