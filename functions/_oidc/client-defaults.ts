import type { ClientMetadata, SigningAlg } from '../../contracts/_oidc.ts';

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
