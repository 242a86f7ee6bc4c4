import * as z from 'zod';
import { DEMO_SECRET_HASH } from '../_oidc-account.ts';
import { both } from '../_person/primitives.ts';
import { calledUrl } from '../_sign/called-url.ts';

/** An application provider (AP). Of the password only the SHA-256 is kept, base64url. */
const account = z.lazy(() =>
  z.strictObject({
    /** `AP_ID`, a URI. */
    apId: z
      .string()
      .max(200)
      .regex(/^[a-z][a-z\d+.-]*:[\x21-\x7e]+$/i, both('Phải là một URI', 'Must be a URI')),
    /** What the phone shows as the one who asks. */
    name: z.string().trim().min(1).max(100),
    secretHash: z.string().regex(/^[\w-]{43}$/, both('SHA-256 dạng base64url', 'A SHA-256, base64url')),
    /** Where results of `asynchServerServer` go; absent: the AP cannot ask so. */
    notificationUrl: calledUrl.optional(),
  }),
);

export type SimpkiAccount = z.output<typeof account>;

const distinct = (accounts: { apId: string }[]): boolean =>
  new Set(accounts.map(({ apId }) => apId)).size === accounts.length;

/** `AP_ID` of the account that every workspace knows from the start. */
export const DEMO_AP = 'http://ap.mobile-id.vn/demo-portal';

/** How SIM PKI behaves in a workspace. */
export const simpkiSettings = z.lazy(() =>
  z.strictObject({
    /** Who may call. */
    accounts: z
      .array(account)
      .max(20)
      .refine(distinct, both('Mỗi apId chỉ một lần', 'Each apId only once'))
      .default([{ apId: DEMO_AP, name: 'Cổng mẫu / Demo portal', secretHash: DEMO_SECRET_HASH }]),
    /**
     * Mutual TLS. `required`: whoever calls as one of `accounts` comes with the client certificate that the sandbox
     * gave that AP; an address that cannot see client certificates then refuses everybody.
     */
    clientCertificates: z.enum(['off', 'required']).default('off'),
    /**
     * What a signature that succeeded answers. `etsi`: 500, or 502 when it was validated. `408`: what one published
     * client in Viet Nam waits for.
     */
    success: z.enum(['etsi', '408']).default('etsi'),
    /** How long a synchronous call waits at most, whatever `TimeOut` says: a Lambda answers within 29 seconds. */
    waitSeconds: z.int().min(1).max(25).default(25),
    /** For so long an approved `AP_TransID` signs again without a PIN, by the token clock; 0: never. */
    pinCacheSeconds: z.int().min(0).max(3600).default(900),
  }),
);
