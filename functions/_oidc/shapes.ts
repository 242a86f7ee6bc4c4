import * as z from 'zod';
import { clientMetadata, signingAlgs } from '../../contracts/_oidc.ts';
import type { Kind } from '../_kit/store.ts';
import type { Client } from './client.ts';
import type { Grant, KeptRequest } from './grant.ts';
import type { ProviderKinds } from './profile.ts';
import type { Session } from './session.ts';

/** SHA-256, base64url. */
const hash = z.lazy(() => z.string().regex(/^[\w-]{43}$/));
const words = z.lazy(() => z.array(z.string()));
const seconds = z.lazy(() => z.int());

const client: z.ZodType<Client> = z.lazy(() =>
  z.strictObject({
    id: z.string().min(1).max(200),
    issuedAt: seconds,
    secretHash: hash.optional(),
    registrationTokenHash: hash.optional(),
    authMethods: z.array(clientMetadata.unwrap().shape.token_endpoint_auth_method.unwrap()).min(1),
    metadata: clientMetadata.unwrap().extend({
      client_name: z.string().min(1).max(200),
      grant_types: z.array(z.enum(['authorization_code', 'refresh_token'])).min(1),
      scope: z.string().max(500),
      subject_type: z.enum(['public', 'pairwise']),
      id_token_signed_response_alg: z.enum(signingAlgs),
    }),
  }),
);

const door = z.lazy(() => z.enum(['account', 'vneid']));

const signed = z.lazy(() =>
  z.strictObject({
    client: z.string(),
    person: z.string(),
    slug: z.string().optional(),
    via: door.optional(),
    epoch: z.string().optional(),
    sid: z.string(),
    scopes: words,
    acr: z.string(),
    amr: words,
    authTime: seconds,
    signIn: z.string(),
    codeHash: hash,
  }),
);

const token = z.lazy(() => z.strictObject({ hash, expires: z.number(), issuedAt: seconds }));

const sealed = z.lazy(() => z.strictObject({ sealed: z.base64url() }));

const keptRequest: z.ZodType<KeptRequest> = z.lazy(() =>
  z.strictObject({
    redirectUri: z.string(),
    redirectUriGiven: z.boolean(),
    nonce: z.string().optional(),
    codeChallenge: z.string().optional(),
    echo: z.string().optional(),
    idTokenClaims: words,
    userinfoClaims: words,
  }),
);

const grant: z.ZodType<Grant> = z.lazy(() =>
  z.discriminatedUnion('state', [
    signed.unwrap().extend({ state: z.literal('issued'), request: z.union([keptRequest, sealed]) }),
    signed.unwrap().extend({
      state: z.literal('active'),
      userinfoClaims: words,
      idTokenClaims: words,
      access: z.array(token.unwrap().extend({ scopes: words })),
      refresh: token.nullable(),
      spent: z.array(hash),
    }),
  ]),
);

const session: z.ZodType<Session> = z.lazy(() =>
  z.strictObject({
    person: z.string(),
    slug: z.string().optional(),
    authTime: seconds,
    acr: z.string(),
    amr: words,
    clients: words,
    freshFor: z.string().optional(),
    consentFor: z.string().optional(),
    via: door.optional(),
    epoch: z.string().optional(),
    upstream: z.string().optional(),
  }),
);

type ValueOf<K> = K extends Kind<infer T> ? T : never;

/** What an item of each of a provider's kinds looks like: held against what an import brings. */
export const providerShapes: { [K in keyof ProviderKinds]: z.ZodType<ValueOf<ProviderKinds[K]>> } = {
  client,
  grant,
  session,
  consent: z.lazy(() => z.strictObject({ scopes: words })),
  pushed: z.lazy(() => sealed.unwrap().extend({ client: z.string() })),
  assertion: z.lazy(() => z.strictObject({ client: z.string() })),
};
