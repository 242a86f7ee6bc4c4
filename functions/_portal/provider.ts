import * as client from 'openid-client';
import type { Exchange } from '../_kit/exchange.ts';
import type { Portal, Provider } from './portal.ts';

interface Known {
  /** Below the workspace: what stands before `/.well-known`. */
  issuer: string;
  /** As people call it. */
  name: string;
  scope: string;
  authentication: (secret: string) => client.ClientAuth;
}

export const providers: Readonly<Record<Provider, Known>> = {
  vneid: {
    issuer: '/vneid',
    name: 'VNeID',
    scope: 'openid profile phone email offline_access',
    authentication: client.ClientSecretBasic,
  },
  /** On WSO2; portals send the secret in the body. */
  exchange: {
    issuer: '/dvcqg/oauth2/token',
    name: 'DVCQG',
    scope: 'openid',
    authentication: client.ClientSecretPost,
  },
};

export const issuerOf = (x: Exchange, provider: Provider): string =>
  `${x.deps.origin}/${x.workspace.id}${providers[provider].issuer}`;

/** Whose issuer it is; undefined: of nobody that signs people in here. */
export const providerOf = (x: Exchange, portal: Portal, issuer: unknown): Provider | undefined =>
  portal.providers.find((provider) => issuerOf(x, provider) === issuer);

/**
 * A provider as its discovery document describes it. A portal with one issuer reads it once, when it starts; this one
 * stands behind any workspace, where keys are rotated on purpose, and so it asks each time. Every certificate is checked
 * (rule `tls-checked`), and plain HTTP allowed only because a sandbox on a laptop has no other.
 */
export function discover(x: Exchange, portal: Portal, provider: Provider): Promise<client.Configuration> {
  const issuer = new URL(issuerOf(x, provider));
  const insecure = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  const metadata = {
    // The token clock of the workspace, which may be far from the real time.
    [client.clockSkew]: x.workspace.settings.clockOffsetSeconds,
  };
  const authentication = providers[provider].authentication(portal.clientSecret);
  return client.discovery(issuer, portal.clientId, metadata, authentication, {
    [client.customFetch]: (url, options) => x.deps.fetch(url, options as RequestInit),
    execute: [...insecure, client.enableNonRepudiationChecks],
  });
}
