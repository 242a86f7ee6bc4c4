import { signingAlgs } from '../../contracts/_oidc.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { publishedKeys } from './keys.ts';
import type { Profile } from './profile.ts';

const authMethods = ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'];

/** OpenID Connect Discovery 1.0, 3, with what the later documents add. */
export function discovery(x: Exchange, profile: Profile): Answer {
  const { base } = x;
  const { paths, scopes, levels } = profile;
  const claims = new Set(['sub', 'iss', 'aud', 'exp', 'iat', 'auth_time', 'nonce', 'acr', 'amr', 'sid']);
  for (const name of Object.values(scopes).flat()) claims.add(name);
  return json({
    issuer: profile.issuer(x),
    authorization_endpoint: base + paths.authorize,
    token_endpoint: base + paths.token,
    userinfo_endpoint: base + paths.userinfo,
    jwks_uri: base + paths.jwks,
    ...(paths.register && { registration_endpoint: base + paths.register }),
    ...(paths.par && { pushed_authorization_request_endpoint: base + paths.par }),
    introspection_endpoint: base + paths.introspect,
    revocation_endpoint: base + paths.revoke,
    end_session_endpoint: base + paths.endSession,
    scopes_supported: Object.keys(scopes),
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'form_post'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    subject_types_supported: ['public', 'pairwise'],
    acr_values_supported: levels,
    id_token_signing_alg_values_supported: signingAlgs,
    userinfo_signing_alg_values_supported: signingAlgs,
    token_endpoint_auth_methods_supported: authMethods,
    token_endpoint_auth_signing_alg_values_supported: signingAlgs,
    introspection_endpoint_auth_methods_supported: authMethods.slice(0, 3),
    introspection_endpoint_auth_signing_alg_values_supported: signingAlgs,
    revocation_endpoint_auth_methods_supported: authMethods,
    revocation_endpoint_auth_signing_alg_values_supported: signingAlgs,
    claim_types_supported: ['normal'],
    claims_supported: [...claims],
    claims_parameter_supported: true,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    require_request_uri_registration: false,
    code_challenge_methods_supported: ['S256'],
    prompt_values_supported: ['none', 'login', ...(profile.asksConsent ? ['consent'] : []), 'select_account'],
    ui_locales_supported: ['vi', 'en'],
    authorization_response_iss_parameter_supported: profile.issParameter,
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    frontchannel_logout_supported: true,
    frontchannel_logout_session_supported: true,
  });
}

export const jwks = async (x: Exchange): Promise<Answer> =>
  json({ keys: (await publishedKeys(x.deps, x.workspace)).map(({ jwk }) => jwk) });
