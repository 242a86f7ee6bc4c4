import * as z from 'zod';
import { DEMO_SECRET_HASH } from '../_oidc-account.ts';
import { both, words } from '../_person/primitives.ts';

/**
 * A service provider that has a contract with the authorities. Of the password only the SHA-256 is kept, base64url:
 * `printf %s my-secret | openssl dgst -sha256 -binary | basenc --base64url | tr -d =`
 */
export const serviceProvider = z.lazy(() =>
  z.strictObject({
    /** `sp_id` on the wire. */
    spId: z.string().regex(/^[\w.@-]{1,100}$/, both('Chữ, số, . _ @ -', 'Letters, digits, . _ @ -')),
    secretHash: z.string().regex(/^[\w-]{43}$/, both('SHA-256 dạng base64url', 'A SHA-256, base64url')),
    /** What the signer reads; null: the `sp_id`. */
    title: words(100).nullable().default(null),
  }),
);

export type ServiceProvider = z.output<typeof serviceProvider>;

/** How the public authorities' interface of Decision 769 behaves in a workspace. */
export const ca769Settings = z.lazy(() =>
  z.strictObject({
    /** Who may call. */
    accounts: z
      .array(serviceProvider)
      .max(20)
      .refine(
        (accounts) => new Set(accounts.map(({ spId }) => spId)).size === accounts.length,
        both('Mỗi spId chỉ một lần', 'Each spId only once'),
      )
      .default([{ spId: 'demo-portal', secretHash: DEMO_SECRET_HASH, title: null }]),
    /** How far `time_stamp` may be from real time, in seconds; null: it is read, and compared with nothing. */
    timeStampSeconds: z.int().min(1).max(86_400).nullable().default(null),
    /** How long a token of the NEAC portal's variant lives, by the token clock. */
    tokenSeconds: z.int().min(1).max(86_400).default(3600),
  }),
);
