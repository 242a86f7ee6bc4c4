import * as z from 'zod';
import { both } from './_person/primitives.ts';

/** SHA-256, base64url, of `demo-portal-secret`: the account that every workspace knows from the start. */
export const DEMO_SECRET_HASH = 'FxgbItdGReiStGE6lZBxSMM6Vp1WNZZ1fZN77FGQbm0';

/**
 * Who may ask a register for a token (OAuth 2.0 client credentials). Of the secret only the SHA-256 is kept, base64url:
 * `printf %s my-secret | openssl dgst -sha256 -binary | basenc --base64url | tr -d =`
 */
export const account = z.lazy(() =>
  z.strictObject({
    clientId: z.string().min(1).max(100),
    secretHash: z.string().regex(/^[\w-]{43}$/, both('SHA-256 dạng base64url', 'A SHA-256, base64url')),
  }),
);

export const distinctAccounts = (accounts: { clientId: string }[]): boolean =>
  new Set(accounts.map(({ clientId }) => clientId)).size === accounts.length;

export const notDistinct = both('Mỗi clientId chỉ một lần', 'Each clientId only once');
