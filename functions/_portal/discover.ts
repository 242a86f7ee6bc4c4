import * as client from 'openid-client';
import type { Exchange } from '../_kit/exchange.ts';
import type { Portal, Provider } from './portal.ts';
import { issuerOf, providers } from './provider.ts';

const authenticationBy = {
  client_secret_basic: client.ClientSecretBasic,
  client_secret_post: client.ClientSecretPost,
};

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
  const authentication = authenticationBy[providers[provider].authentication](portal.clientSecret);
  return client.discovery(issuer, portal.clientId, metadata, authentication, {
    [client.customFetch]: (url, options) => x.deps.fetch(url, options as RequestInit),
    execute: [...insecure, client.enableNonRepudiationChecks],
  });
}
