import * as z from 'zod';

/** A single parameter. A repeated one arrives as an array and is refused (RFC 6749, 3.1). */
const parameter = () => z.string().max(8_192);

/**
 * The authorization request. Repeated parameters are let through, because how they are refused (a page, or a
 * redirect to the portal) depends on the others: the engine checks them.
 */
export const authorizeParameters = z.lazy(() =>
  z.record(z.string().max(100), z.union([parameter(), z.array(parameter())])),
);

/** RFC 6749 4.1.3 and 6; client authentication by RFC 6749 2.3.1 and RFC 7523. */
export const tokenForm = z.lazy(() => {
  const optional = parameter().optional();
  return z.looseObject({
    grant_type: parameter(),
    code: optional,
    redirect_uri: optional,
    code_verifier: optional,
    refresh_token: optional,
    scope: optional,
    client_id: optional,
    client_secret: optional,
    client_assertion_type: optional,
    client_assertion: optional,
    encrypt_key: optional,
  });
});

/** RFC 7662 2.1 and RFC 7009 2.1. */
export const tokenHintForm = z.lazy(() => {
  const optional = parameter().optional();
  return z.looseObject({
    token: parameter(),
    token_type_hint: optional,
    client_id: optional,
    client_secret: optional,
    client_assertion_type: optional,
    client_assertion: optional,
  });
});

/** The envelope of VNeID's encrypted profile: AES ciphertext, and the AES key wrapped for the portal. */
export const envelope = z.lazy(() => z.strictObject({ data: z.base64(), key: z.base64() }));

export const tokenAnswer = z.lazy(() =>
  z.union([
    z.strictObject({
      access_token: z.string(),
      token_type: z.literal('Bearer'),
      expires_in: z.int().positive(),
      scope: z.string(),
      id_token: z.string().optional(),
      refresh_token: z.string().optional(),
    }),
    envelope,
  ]),
);

export const parAnswer = z.lazy(() =>
  z.strictObject({ request_uri: z.string(), expires_in: z.int().positive() }),
);

export const userinfoAnswer = z.lazy(() =>
  z.union([z.looseObject({ sub: z.string() }), envelope, z.string()]),
);

export const introspectionAnswer = z.lazy(() =>
  z.union([
    z.strictObject({ active: z.literal(false) }),
    z.strictObject({
      active: z.literal(true),
      scope: z.string(),
      client_id: z.string(),
      sub: z.string(),
      iss: z.url(),
      token_type: z.enum(['Bearer', 'refresh_token']),
      exp: z.int(),
      iat: z.int(),
    }),
  ]),
);

export const discoveryAnswer = z.lazy(() =>
  z.looseObject({
    issuer: z.string(),
    authorization_endpoint: z.string(),
    token_endpoint: z.string(),
    userinfo_endpoint: z.string(),
    jwks_uri: z.string(),
  }),
);

export const jwksAnswer = z.lazy(() =>
  z.strictObject({
    keys: z.array(
      z.strictObject({
        kty: z.string(),
        kid: z.string(),
        use: z.literal('sig'),
        alg: z.string().optional(),
        n: z.string().optional(),
        e: z.string().optional(),
        crv: z.string().optional(),
        x: z.string().optional(),
        y: z.string().optional(),
      }),
    ),
  }),
);

export const signingAlgs = ['RS256', 'ES256', 'PS256'] as const;
export type SigningAlg = (typeof signingAlgs)[number];

const httpUrl = z.lazy(() =>
  z
    .string()
    .max(2_000)
    .refine(
      (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
      'must be an http or https URL',
    )
    .refine((text) => !text.includes('#'), 'must have no fragment'),
);

const redirectUri = z.lazy(() =>
  z
    .string()
    .max(2_000)
    .regex(/^[\x21-\x7e]*$/, 'must be plain ASCII: percent-encode the rest (RFC 3986)')
    .refine(
      (text) => URL.canParse(text) && !/^(javascript|data|vbscript|file|about|blob):/i.test(text),
      'must be an absolute URI that a browser can be sent to',
    )
    .refine((text) => !text.includes('#'), 'must have no fragment'),
);

const publicJwk = z.lazy(() =>
  z
    .looseObject({ kty: z.enum(['RSA', 'EC']), kid: z.string().max(200).optional() })
    .refine((jwk) => !('d' in jwk), 'holds a private key: never send one'),
);

/** What a client tells of itself: OpenID Connect Dynamic Client Registration 1.0, 2, with the logout documents. */
export const clientMetadata = z.lazy(() =>
  z.object({
    redirect_uris: z.array(redirectUri).min(1).max(50),
    client_name: z.string().min(1).max(200).optional(),
    client_uri: httpUrl.optional(),
    logo_uri: httpUrl.optional(),
    policy_uri: httpUrl.optional(),
    tos_uri: httpUrl.optional(),
    contacts: z.array(z.string().max(200)).max(10).optional(),
    application_type: z.enum(['web', 'native']).optional(),
    grant_types: z
      .array(z.enum(['authorization_code', 'refresh_token']))
      .min(1)
      .optional(),
    response_types: z.array(z.literal('code')).min(1).optional(),
    token_endpoint_auth_method: z
      .enum(['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'])
      .optional(),
    token_endpoint_auth_signing_alg: z.enum(signingAlgs).optional(),
    jwks: z.object({ keys: z.array(publicJwk).min(1).max(20) }).optional(),
    jwks_uri: httpUrl.optional(),
    scope: z.string().max(500).optional(),
    subject_type: z.enum(['public', 'pairwise']).optional(),
    sector_identifier_uri: httpUrl.optional(),
    id_token_signed_response_alg: z.enum(signingAlgs).optional(),
    userinfo_signed_response_alg: z.enum(signingAlgs).optional(),
    default_max_age: z.int().min(0).optional(),
    require_auth_time: z.boolean().optional(),
    default_acr_values: z
      .array(z.enum(['LoA1', 'LoA2']))
      .max(2)
      .optional(),
    post_logout_redirect_uris: z.array(redirectUri).max(50).optional(),
    backchannel_logout_uri: httpUrl.optional(),
    backchannel_logout_session_required: z.boolean().optional(),
    frontchannel_logout_uri: httpUrl.optional(),
    frontchannel_logout_session_required: z.boolean().optional(),
    require_pushed_authorization_requests: z.boolean().optional(),
    /** `encrypted`: VNeID's own profile, with `encrypt_key` and `{data, key}` envelopes. HopCat's own field. */
    vneid_profile: z.enum(['standard', 'encrypted']).optional(),
    /** Which code the encrypted profile's token request carries. HopCat's own field. */
    vneid_code: z.enum(['decrypted', 'raw']).optional(),
  }),
);

export type ClientMetadata = z.infer<typeof clientMetadata>;

export const registrationAnswer = z.lazy(() =>
  z.looseObject({
    client_id: z.string(),
    client_id_issued_at: z.int(),
    client_secret: z.string().optional(),
    client_secret_expires_at: z.literal(0).optional(),
    registration_access_token: z.string().optional(),
    registration_client_uri: z.string().optional(),
  }),
);
