import { nationalPortal, policePortal } from '../../contracts/_national-portal.ts';
import type { ClientMetadata } from '../../contracts/_oidc.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { digest } from '../_kit/perform.ts';
import { type Client, withDefaults } from './client-defaults.ts';

/** Addresses of a portal that the sandbox itself runs; the first is its own. */
const portalMetadata = (portals: readonly [string, ...string[]], client_name: string): ClientMetadata => ({
  redirect_uris: portals.map((portal) => `${portal}/callback`),
  post_logout_redirect_uris: portals.map((portal) => `${portal}/`),
  backchannel_logout_uri: `${portals[0]}/backchannel-logout`,
  backchannel_logout_session_required: true,
  frontchannel_logout_uri: `${portals[0]}/frontchannel-logout`,
  frontchannel_logout_session_required: true,
  client_name,
});

interface BuiltIn {
  secretHash: string;
  /** `base`: URL of the workspace; `portals`: where the national portal answers in it; `isLocal`: real origins too. */
  metadata(base: string, portals: readonly string[], isLocal: boolean): ClientMetadata;
  loopback?: true;
  /** The one provider that knows it; absent: all of them. */
  at?: string;
}

/** The bridge's own client; see `functions/dvcqg/exchange/bridge.ts`. */
export const bridge = { id: 'bridge', secret: 'bridge-secret' } as const;

/** The clients that every workspace has from the start. */
const clients: Readonly<Record<string, BuiltIn>> = {
  'demo-portal': {
    secretHash: digest('demo-portal-secret'),
    metadata: () => ({ redirect_uris: ['http://localhost/'], client_name: 'Cổng thử nghiệm' }),
    loopback: true,
  },
  'reference-portal': {
    secretHash: digest('reference-portal-secret'),
    metadata: (base) => portalMetadata([`${base}/portal`], 'Cổng dịch vụ mẫu'),
  },
  bocongan: {
    secretHash: digest('bocongan-secret'),
    metadata: (base, _, isLocal) =>
      portalMetadata(
        [`${base}/bocongan`, ...(isLocal ? policePortal.origins : [])],
        'Cổng dịch vụ công Bộ Công an (thử nghiệm)',
      ),
  },
  /** The national portal, which is itself a client of VNeID. */
  dvcqg: {
    secretHash: nationalPortal.secretHash,
    metadata: (base, portals) => ({
      redirect_uris: portals.map((portal) => `${portal}/commonauth`),
      post_logout_redirect_uris: [`${base}/dvcqg/`],
      backchannel_logout_uri: `${base}/dvcqg/identity/backchannel-logout`,
      backchannel_logout_session_required: true,
      client_name: 'Cổng Dịch vụ công quốc gia (thử nghiệm)',
    }),
    at: 'vneid',
  },
  /** The bridge that finishes OAuth for portals, at the exchange and at VNeID. */
  [bridge.id]: {
    secretHash: digest(bridge.secret),
    metadata: (_, portals) => ({
      redirect_uris: portals.flatMap((portal) => [`${portal}/sso/callback`, `${portal}/vneidsso/callback`]),
      client_name: 'Cầu nối SSO (thử nghiệm)',
    }),
  },
};

/** In a test process the national portal answers at its real address too. */
const portalsOf = (x: Exchange): string[] => [
  `${x.deps.origin}/${x.workspace.id}/dvcqg`,
  ...(x.deps.local ? nationalPortal.origins : []),
];

/** A client that every workspace has from the start, at one provider. */
export function builtIn(
  id: string,
  x: Exchange,
  system: string,
  scopes: readonly string[],
): Client | undefined {
  const known = Object.hasOwn(clients, id) ? clients[id] : undefined;
  if (!known || (known.at !== undefined && known.at !== system)) return undefined;
  const metadata = known.metadata(`${x.deps.origin}/${x.workspace.id}`, portalsOf(x), x.deps.local);
  return {
    id,
    issuedAt: 0,
    secretHash: known.secretHash,
    ...(known.loopback && { loopback: true }),
    authMethods: ['client_secret_basic', 'client_secret_post'],
    metadata: withDefaults({ ...metadata, grant_types: ['authorization_code', 'refresh_token'] }, scopes),
  };
}

export const builtInClients: readonly string[] = Object.keys(clients);

export const isBuiltIn = (id: string): boolean => Object.hasOwn(clients, id);
