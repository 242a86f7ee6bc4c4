import * as z from 'zod';
import {
  DEMO_SECRET_HASH,
  distinctAccounts,
  notDistinct,
  account as oauthAccount,
} from '../_oidc-account.ts';
import { customerCode } from './primitives.ts';

const account = z.lazy(() =>
  oauthAccount.unwrap().extend({
    /** The code under which this agency sends: the only one that its orders may bear. */
    customerCode,
  }),
);

/** How VNPost behaves in a workspace. */
export const postSettings = z.lazy(() =>
  z.strictObject({
    /** Who may call. */
    accounts: z
      .array(account)
      .max(20)
      .refine(distinctAccounts, notDistinct)
      .default([{ clientId: 'demo-portal', secretHash: DEMO_SECRET_HASH, customerCode: 'CQ0990001' }]),
    /** How long an access token lives, by the token clock. */
    tokenSeconds: z.int().min(1).max(86_400).default(3600),
  }),
);
