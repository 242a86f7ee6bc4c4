import * as client from 'openid-client';
import type { Exchange } from '../_kit/exchange.ts';

export const CLIENT_ID = 'reference-portal';
const CLIENT_SECRET = 'reference-portal-secret';

export const issuerOf = (x: Exchange): string => `${x.deps.origin}/${x.workspace.id}/vneid`;

/**
 * VNeID as its discovery document describes it. A portal with one issuer reads it once, when it starts; this one
 * stands behind any workspace, where keys are rotated on purpose, and so it asks each time.
 */
export function discover(x: Exchange): Promise<client.Configuration> {
  const issuer = new URL(issuerOf(x));
  const insecure = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  const metadata = {
    // The token clock of the workspace, which may be far from the real time.
    [client.clockSkew]: x.workspace.settings.clockOffsetSeconds,
  };
  return client.discovery(issuer, CLIENT_ID, metadata, client.ClientSecretBasic(CLIENT_SECRET), {
    [client.customFetch]: (url, options) => x.deps.fetch(url, options as RequestInit),
    execute: [...insecure, client.enableNonRepudiationChecks],
  });
}
