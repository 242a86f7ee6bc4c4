import type { Exchange } from '../_kit/exchange.ts';
import type { Portal, Provider } from './portal.ts';

interface Known {
  /** Below the workspace: what stands before `/.well-known`. */
  issuer: string;
  /** As people call it. */
  name: string;
  scope: string;
  /** How its portals send their secret (OpenID Connect Core, 9). */
  authentication: 'client_secret_basic' | 'client_secret_post';
}

export const providers: Readonly<Record<Provider, Known>> = {
  vneid: {
    issuer: '/vneid',
    name: 'VNeID',
    scope: 'openid profile phone email offline_access',
    authentication: 'client_secret_basic',
  },
  /** On WSO2; portals send the secret in the body. */
  exchange: {
    issuer: '/dvcqg/oauth2/token',
    name: 'DVCQG',
    scope: 'openid',
    authentication: 'client_secret_post',
  },
};

export const issuerOf = (x: Exchange, provider: Provider): string =>
  `${x.deps.origin}/${x.workspace.id}${providers[provider].issuer}`;

/** Whose issuer it is; undefined: of nobody that signs people in here. */
export const providerOf = (x: Exchange, portal: Portal, issuer: unknown): Provider | undefined =>
  portal.providers.find((provider) => issuerOf(x, provider) === issuer);
