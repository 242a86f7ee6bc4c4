import type { ClientMetadata } from '../../contracts/_oidc.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { digest } from '../_kit/perform.ts';
import { type Client, withDefaults } from './client-defaults.ts';

/** Addresses of a portal that the sandbox itself runs. */
const portalMetadata = (portal: string, client_name: string): ClientMetadata => ({
  redirect_uris: [`${portal}/callback`],
  post_logout_redirect_uris: [`${portal}/`],
  backchannel_logout_uri: `${portal}/backchannel-logout`,
  backchannel_logout_session_required: true,
  frontchannel_logout_uri: `${portal}/frontchannel-logout`,
  frontchannel_logout_session_required: true,
  client_name,
});

interface BuiltIn {
  secretHash: string;
  /** `base`: URL of the workspace. */
  metadata(base: string): ClientMetadata;
  loopback?: true;
  /** The one provider that knows it; absent: all of them. */
  at?: string;
}

/** The clients that every workspace has from the start. */
const clients: Readonly<Record<string, BuiltIn>> = {
  'demo-portal': {
    secretHash: digest('demo-portal-secret'),
    metadata: () => ({ redirect_uris: ['http://localhost/'], client_name: 'Cổng thử nghiệm' }),
    loopback: true,
  },
  'reference-portal': {
    secretHash: digest('reference-portal-secret'),
    metadata: (base) => portalMetadata(`${base}/portal`, 'Cổng tham chiếu HopCat'),
  },
  bocongan: {
    secretHash: digest('bocongan-secret'),
    metadata: (base) => portalMetadata(`${base}/bocongan`, 'Cổng dịch vụ công Bộ Công an (thử nghiệm)'),
  },
  /** The national portal, which is itself a client of VNeID. */
  dvcqg: {
    secretHash: digest('dvcqg-secret'),
    metadata: (base) => ({
      redirect_uris: [`${base}/dvcqg/commonauth`],
      post_logout_redirect_uris: [`${base}/dvcqg/`],
      backchannel_logout_uri: `${base}/dvcqg/identity/backchannel-logout`,
      backchannel_logout_session_required: true,
      client_name: 'Cổng Dịch vụ công quốc gia (thử nghiệm)',
    }),
    at: 'vneid',
  },
};

/** A client that every workspace has from the start, at one provider. */
export function builtIn(
  id: string,
  x: Exchange,
  system: string,
  scopes: readonly string[],
): Client | undefined {
  const known = Object.hasOwn(clients, id) ? clients[id] : undefined;
  if (!known || (known.at !== undefined && known.at !== system)) return undefined;
  const metadata = known.metadata(`${x.deps.origin}/${x.workspace.id}`);
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
