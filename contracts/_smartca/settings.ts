import * as z from 'zod';
import { DEMO_SECRET_HASH } from '../_oidc-account.ts';
import { both, words } from '../_person/primitives.ts';
import { calledUrl } from '../_sign/called-url.ts';

/**
 * An application that is registered with VNPT. Of the secret only the SHA-256 is kept, base64url:
 * `printf %s my-secret | openssl dgst -sha256 -binary | basenc --base64url | tr -d =`
 */
export const application = z.lazy(() =>
  z.strictObject({
    /** `sp_id` of sp769, `client_id` of OAuth; VNPT's look like `1234-567890123456789012.apps.signserviceapi.com`. */
    clientId: z.string().regex(/^[\w.@-]{1,100}$/, both('Chữ, số, . _ @ -', 'Letters, digits, . _ @ -')),
    secretHash: z.string().regex(/^[\w-]{43}$/, both('SHA-256 dạng base64url', 'A SHA-256, base64url')),
    /** What the signer reads; null: the client id. */
    title: words(100).nullable().default(null),
    /** Where sp769 tells what was signed; null: nowhere. */
    webhook: calledUrl.nullable().default(null),
    /** Where codes of OAuth may go, exactly as registered. None: to any address on the caller's own machine. */
    redirectUris: z.array(calledUrl).max(20).default([]),
  }),
);

export type Application = z.output<typeof application>;

/** How VNPT SmartCA behaves in a workspace. */
export const smartcaSettings = z.lazy(() =>
  z.strictObject({
    /** Who may call. */
    accounts: z
      .array(application)
      .max(20)
      .refine(
        (accounts) => new Set(accounts.map(({ clientId }) => clientId)).size === accounts.length,
        both('Mỗi clientId chỉ một lần', 'Each clientId only once'),
      )
      .default([
        {
          clientId: 'demo-portal',
          secretHash: DEMO_SECRET_HASH,
          title: null,
          webhook: null,
          redirectUris: [],
        },
      ]),
    /** How far `time_stamp` may be from real time, in seconds; null: it is read, and compared with nothing. */
    timeStampSeconds: z.int().min(1).max(86_400).nullable().default(null),
    /** Steps of 30 seconds that a signer's clock may be off, each way, for the one-time password. */
    otpSteps: z.int().min(0).max(10).default(2),
    /** Of a SAD, by the token clock. */
    sadSeconds: z.int().min(1).max(3600).default(299),
    /** Of an access token, by the token clock. */
    tokenSeconds: z.int().min(1).max(86_400).default(3600),
  }),
);
