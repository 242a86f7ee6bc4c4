import * as z from 'zod';
import { account, DEMO_SECRET_HASH, distinctAccounts, notDistinct } from '../_oidc-account.ts';

/** How a holder lets a credential be used, as the standard names it. */
export const authModes = ['explicit', 'implicit', 'oauth2code'] as const;

export type AuthMode = (typeof authModes)[number];

/** A signature application (ứng dụng ký) that signs in by OAuth 2.0. */
const client = z.lazy(() =>
  account.unwrap().extend({
    /** For people, on the pages and on the phone. */
    name: z.string().trim().min(1).max(100),
    /** Compared letter by letter; of loopback addresses (`127.0.0.1`, `[::1]`, `localhost`) any port will do. */
    redirectUris: z.array(z.url().max(500)).max(20).default([]),
  }),
);

export type CscClient = z.output<typeof client>;

/** Loopback addresses, on any port. */
export const demoRedirectUris = ['http://127.0.0.1/callback', 'http://localhost/callback'];

/** How the Cloud Signature Consortium's provider behaves in a workspace. */
export const cscSettings = z.lazy(() =>
  z.strictObject({
    /** Signature applications. */
    clients: z
      .array(client)
      .max(20)
      .refine(distinctAccounts, notDistinct)
      .default([
        {
          clientId: 'demo-portal',
          secretHash: DEMO_SECRET_HASH,
          name: 'Cổng demo',
          redirectUris: [...demoRedirectUris],
        },
      ]),
    /** `explicit`: PIN, and a code by SMS. `implicit`: the signer approves on the phone. `oauth2code`: on a page. */
    authMode: z.enum(authModes).default('explicit'),
    /** Who needs a code by SMS beside the PIN, in the mode `explicit`; an organisation's seal is for machines. */
    otp: z.enum(['citizens', 'everybody', 'nobody']).default('citizens'),
    /** `2`: an authorization is bound to the hashes that it was given for. `1`: to their number alone. */
    scal: z.enum(['1', '2']).default('2'),
    /** Most signatures that one authorization allows. */
    multisign: z.int().min(1).max(100).default(20),
    /** Lifetimes, by the token clock. */
    tokenSeconds: z.int().min(1).max(86_400).default(3600),
    refreshSeconds: z.int().min(1).max(31_536_000).default(2_592_000),
    sadSeconds: z.int().min(1).max(86_400).default(300),
    otpSeconds: z.int().min(1).max(3600).default(180),
    /** Mode `implicit` of version 1, which cannot be polled: how long a call waits for the signer, by real time. */
    waitSeconds: z.int().min(0).max(25).default(20),
  }),
);
