import * as z from 'zod';
import { DEMO_SECRET_HASH } from '../_oidc-account.ts';
import { both } from '../_person/primitives.ts';
import { calledUrl } from '../_sign/called-url.ts';

/** Providers behind the hub, as their codes stand on the wire. */
export const providerCodes = ['HUD-VNPT-SMARTCA', 'HUD-VT-CA', 'HUD-RARTEST'] as const;

export type ProviderCode = (typeof providerCodes)[number];

/** Where the hub tells of its transactions. The secret stands as it is: the signature of each notice needs it. */
const webhook = z.lazy(() =>
  z.strictObject({
    url: calledUrl,
    secret: z.string().min(1).max(200),
  }),
);

/** What the HMAC headers are made with. The key stands as it is: the signature of each call needs it. */
const partner = z.lazy(() =>
  z.strictObject({
    code: z.string().regex(/^[\w.-]{1,100}$/),
    secretKey: z.string().min(1).max(200),
  }),
);

const account = z.lazy(() =>
  z.strictObject({
    username: z.string().min(1).max(100),
    /** SHA-256, base64url. */
    passwordHash: z.string().regex(/^[\w-]{43}$/, both('SHA-256 dạng base64url', 'A SHA-256, base64url')),
    /** What the signer sees of it. */
    title: z.string().min(1).max(100).default('Cổng thử nghiệm'),
    /** Null: it cannot sign its calls. */
    partner: partner.nullable().default(null),
    /** Null: it is told nothing. */
    webhook: webhook.nullable().default(null),
  }),
);

export type SignhubAccount = z.output<typeof account>;

const demoAccount: SignhubAccount = {
  username: 'demo-portal',
  passwordHash: DEMO_SECRET_HASH,
  title: 'Cổng thử nghiệm',
  partner: { code: 'demo-portal', secretKey: 'demo-portal-secret' },
  webhook: null,
};

const distinct = (accounts: SignhubAccount[]): boolean => {
  const codes = accounts.flatMap(({ partner }) => (partner ? [partner.code] : []));
  const names = new Set(accounts.map(({ username }) => username));
  return names.size === accounts.length && new Set(codes).size === codes.length;
};

/** How VNeID's signing hub behaves in a workspace. */
export const signhubSettings = z.lazy(() =>
  z.strictObject({
    /** Who may call. */
    accounts: z
      .array(account)
      .max(20)
      .refine(
        distinct,
        both('Mỗi username và mã đối tác chỉ một lần', 'Each username and partner code only once'),
      )
      .default([demoAccount]),
    /** The partner's HMAC headers: `optional`: looked at where one of them is there. */
    hmac: z.enum(['off', 'optional', 'required']).default('optional'),
    /** How far `X-Timestamp` may be from real time. */
    skewSeconds: z.int().min(1).max(3600).default(300),
    /** Lifetimes by the token clock. */
    tokenSeconds: z.int().min(1).max(86_400).default(1800),
    refreshSeconds: z.int().min(1).max(31_536_000).default(604_800),
    /** How long a registration is processed before the certificate is issued. */
    issueSeconds: z.int().min(0).max(86_400).default(3),
    /** Where everybody has a certificate without registering. */
    readyProvider: z.enum([...providerCodes, 'none']).default('HUD-RARTEST'),
  }),
);
