import * as z from 'zod';
import {
  DEMO_SECRET_HASH,
  distinctAccounts,
  notDistinct,
  account as oauthAccount,
} from '../_oidc-account.ts';

/** The carriers of the sandbox, as a person's SIM names them. */
export const carrier = z.lazy(() =>
  z.enum(['viettel', 'vinaphone', 'mobifone', 'vietnamobile', 'gmobile', 'itel', 'wintel']),
);

export const scopes = ['kyc-match:match', 'subscribers:check', 'sms:send'] as const;

export type TelecomScope = (typeof scopes)[number];

const account = z.lazy(() =>
  oauthAccount.unwrap().extend({
    /** With which carriers this portal has a contract; null: with all of them. */
    carriers: z.array(carrier).max(7).nullable().default(null),
    scopes: z
      .array(z.enum(scopes))
      .min(1)
      .max(3)
      .default([...scopes]),
  }),
);

/** How the carriers behave in a workspace. */
export const telecomSettings = z.lazy(() =>
  z.strictObject({
    /** Who may call. */
    accounts: z
      .array(account)
      .max(20)
      .refine(distinctAccounts, notDistinct)
      .default([
        { clientId: 'demo-portal', secretHash: DEMO_SECRET_HASH, carriers: null, scopes: [...scopes] },
      ]),
    /** How long an access token lives, by the token clock. */
    tokenSeconds: z.int().min(1).max(86_400).default(3600),
    /** Whether `Nguyen Van An` is another name than `Nguyễn Văn An`. */
    diacriticsCount: z.boolean().default(false),
    /** As some of CAMARA's carriers do it: KYC Match refuses to compare anything unless the paper's number is right. */
    idDocumentRequired: z.boolean().default(false),
  }),
);
