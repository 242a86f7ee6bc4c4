import type { ClientMetadata, SigningAlg } from '../../contracts/_oidc.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { digest } from '../_kit/perform.ts';
import type { ClientBook } from './profile.ts';

export type AuthMethod = NonNullable<ClientMetadata['token_endpoint_auth_method']>;

/** A registered client, with every default filled in. */
export interface Client {
  id: string;
  /** Seconds of the token clock. */
  issuedAt: number;
  secretHash?: string;
  registrationTokenHash?: string;
  /** Any path and port on localhost and 127.0.0.1 is a redirect URI: only the default client. */
  loopback?: boolean;
  authMethods: readonly AuthMethod[];
  metadata: ClientMetadata & {
    client_name: string;
    grant_types: readonly string[];
    scope: string;
    subject_type: 'public' | 'pairwise';
    id_token_signed_response_alg: SigningAlg;
  };
}

export function withDefaults(metadata: ClientMetadata, scopes: readonly string[]): Client['metadata'] {
  return {
    ...metadata,
    client_name: metadata.client_name ?? new URL(metadata.redirect_uris[0]!).host,
    grant_types: metadata.grant_types ?? ['authorization_code'],
    response_types: metadata.response_types ?? ['code'],
    scope: metadata.scope ?? scopes.join(' '),
    subject_type: metadata.subject_type ?? 'public',
    id_token_signed_response_alg: metadata.id_token_signed_response_alg ?? 'RS256',
  };
}

const demoSecretHash = digest('demo-portal-secret');
const referenceSecretHash = digest('reference-portal-secret');

/** The clients that every workspace has from the start. */
function builtIn(id: string, x: Exchange, scopes: readonly string[]): Client | undefined {
  const shared = { issuedAt: 0, authMethods: ['client_secret_basic', 'client_secret_post'] as const };
  const grant_types: ClientMetadata['grant_types'] = ['authorization_code', 'refresh_token'];
  if (id === 'demo-portal') {
    const metadata = { redirect_uris: ['http://localhost/'], client_name: 'Cổng thử nghiệm', grant_types };
    return {
      ...shared,
      id,
      secretHash: demoSecretHash,
      loopback: true,
      metadata: withDefaults(metadata, scopes),
    };
  }
  if (id === 'reference-portal') {
    const portal = `${x.deps.origin}/${x.workspace.id}/portal`;
    const metadata: ClientMetadata = {
      redirect_uris: [`${portal}/callback`],
      post_logout_redirect_uris: [`${portal}/`],
      backchannel_logout_uri: `${portal}/backchannel-logout`,
      backchannel_logout_session_required: true,
      frontchannel_logout_uri: `${portal}/frontchannel-logout`,
      frontchannel_logout_session_required: true,
      client_name: 'Cổng tham chiếu HopCat',
      grant_types,
    };
    return { ...shared, id, secretHash: referenceSecretHash, metadata: withDefaults(metadata, scopes) };
  }
  return undefined;
}

export const builtInClients: readonly string[] = ['demo-portal', 'reference-portal'];

export const isBuiltIn = (id: string): boolean => builtInClients.includes(id);

/** A client by its id: the workspace's own, or one that every workspace has. */
export async function findClient(
  x: Exchange,
  { kinds, scopes }: ClientBook,
  id: string,
): Promise<Client | undefined> {
  const known = builtIn(id, x, Object.keys(scopes));
  if (known || id.length === 0 || id.length > 200) return known;
  return (await x.read(kinds.client, id))?.value;
}

const isLoopback = (uri: string): boolean => {
  if (!/^[\x21-\x5b\x5d-\x7e]+$/.test(uri) || !URL.canParse(uri)) return false;
  const { protocol, hostname, username, password, hash } = new URL(uri);
  const plain = !username && !password && !hash && !uri.includes('#');
  return plain && /^https?:$/.test(protocol) && (hostname === 'localhost' || hostname === '127.0.0.1');
};

/** Exactly one of those that were registered, character for character. */
export const mayRedirect = (client: Client, uri: string): boolean =>
  client.loopback ? isLoopback(uri) : client.metadata.redirect_uris.includes(uri);

export const mayReturnAfterLogout = (client: Client, uri: string): boolean =>
  client.loopback ? isLoopback(uri) : (client.metadata.post_logout_redirect_uris ?? []).includes(uri);

/** A person's `sub` at a client: the same everywhere, or the same only within the client's sector. */
export function subjectOf(client: Client, person: string, system: string): string {
  if (client.metadata.subject_type === 'public') return digest(`${system}:${person}`).slice(0, 22);
  const sector = client.metadata.sector_identifier_uri ?? client.metadata.redirect_uris[0]!;
  return digest(`${system}:${new URL(sector).host}:${person}`).slice(0, 22);
}
