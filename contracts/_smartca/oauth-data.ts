import * as z from 'zod';

const optional = () => z.string().max(2000).optional();

/** What else comes along is ignored, as RFC 6749 says. */
export const authorizeInput = z.lazy(() =>
  z.looseObject({
    response_type: optional(),
    client_id: optional(),
    redirect_uri: optional(),
    scope: optional(),
    state: optional(),
  }),
);

export type AuthorizeInput = z.output<typeof authorizeInput>;

/** The request once more, and who signs in. */
export const loginForm = z.lazy(() =>
  z.strictObject({
    response_type: optional(),
    client_id: optional(),
    redirect_uri: optional(),
    scope: optional(),
    state: optional(),
    username: z.string().trim().max(30).default(''),
    password: z.string().max(200).default(''),
    decision: z.enum(['approve', 'refuse']),
  }),
);

export type LoginForm = z.output<typeof loginForm>;

export const tokenForm = z.lazy(() =>
  z.looseObject({
    grant_type: optional(),
    client_id: optional(),
    client_secret: optional(),
    code: optional(),
    redirect_uri: optional(),
    refresh_token: optional(),
    scope: optional(),
    username: optional(),
    password: optional(),
  }),
);

export type TokenForm = z.output<typeof tokenForm>;

export const tokenAnswer = z.lazy(() =>
  z.strictObject({
    /** A JWT. */
    access_token: z.string(),
    refresh_token: z.string(),
    token_type: z.literal('bearer'),
    expires_in: z.int(),
    scope: z.string(),
  }),
);
