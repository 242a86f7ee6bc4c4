import * as z from 'zod';
import {
  DEMO_SECRET_HASH,
  distinctAccounts,
  notDistinct,
  account as oauthAccount,
} from '../_oidc-account.ts';
import { calledUrl } from '../_sign/called-url.ts';

/**
 * Where MySign delivers results of `async: 3`: first a token by `authUrl`, then the results, with it, to `resultUrl`.
 * What is sent to `authUrl` is not public: here user name and password as JSON. They stand as they are, to be sent.
 */
const webhook = z.lazy(() =>
  z.strictObject({
    authUrl: calledUrl,
    username: z.string().min(1).max(100),
    password: z.string().min(1).max(200),
    resultUrl: calledUrl,
  }),
);

export const PROFILE = 'adss:ras:profile:001';

const account = z.lazy(() =>
  oauthAccount.unwrap().extend({
    /** What the signer sees of it. */
    title: z.string().min(1).max(100).default('Cổng thử nghiệm'),
    /** The RAS profile that it logs in with. */
    profileId: z.string().min(1).max(100).default(PROFILE),
    /** Null: it cannot ask for `async: 3`. */
    webhook: webhook.nullable().default(null),
  }),
);

export type MysignAccount = z.output<typeof account>;

/** How MySign behaves in a workspace. */
export const mysignSettings = z.lazy(() =>
  z.strictObject({
    /** Who may call. */
    accounts: z
      .array(account)
      .max(20)
      .refine(distinctAccounts, notDistinct)
      .default([
        {
          clientId: 'demo-portal',
          secretHash: DEMO_SECRET_HASH,
          title: 'Cổng thử nghiệm',
          profileId: PROFILE,
          webhook: null,
        },
      ]),
    /** How long an access token lives, by the token clock. */
    tokenSeconds: z.int().min(1).max(86_400).default(3600),
    /** How long a synchronous call (`async` 0 or 1) waits for the signer; a Lambda answers within 29 seconds. */
    waitSeconds: z.int().min(1).max(25).default(20),
  }),
);
