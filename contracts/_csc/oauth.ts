import * as z from 'zod';

/** A single parameter. */
const parameter = () => z.string().max(8_192);

/** How repeated or unknown ones are refused depends on the others: the service looks at them. */
export const authorizeQuery = z.lazy(() =>
  z.record(z.string().max(100), z.union([parameter(), z.array(parameter())])),
);

/** The authorization request again, as it came, with who signs in. */
export const signInForm = z.lazy(() =>
  z.strictObject({
    request: z.string().max(32_768),
    username: z.string().max(100),
    password: z.string().max(200),
  }),
);

export const decideForm = z.lazy(() =>
  z.strictObject({
    step: z.string().min(1).max(200),
    decision: z.enum(['approve', 'refuse']),
    pin: z.string().max(20).optional(),
  }),
);

export const tokenForm = z.lazy(() => {
  const optional = parameter().optional();
  return z.looseObject({
    grant_type: optional,
    code: optional,
    redirect_uri: optional,
    code_verifier: optional,
    refresh_token: optional,
    scope: optional,
    client_id: optional,
    client_secret: optional,
    clientData: optional,
  });
});

export type TokenForm = z.output<typeof tokenForm>;

export const tokenAnswer = z.lazy(() =>
  z.strictObject({
    access_token: z.string(),
    refresh_token: z.string().optional(),
    token_type: z.enum(['Bearer', 'SAD']),
    expires_in: z.int(),
    /** Of scope `credential`, in the form of version 2. */
    credentialID: z.string().optional(),
  }),
);

export const revokeForm = z.lazy(() => {
  const optional = parameter().optional();
  return z.looseObject({
    token: optional,
    token_type_hint: optional,
    client_id: optional,
    client_secret: optional,
    clientData: optional,
  });
});

export type RevokeForm = z.output<typeof revokeForm>;
