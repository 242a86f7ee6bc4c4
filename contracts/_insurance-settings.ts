import * as z from 'zod';

/** SHA-256, base64url, of the MD5 (lower-case hex) of `Aa@123456`: on this wire the MD5 is as good as the password. */
export const DEMO_PASSWORD_HASH = 'OXdWk2v6C7me8fiAh6BIp3ajSpnfl0Dh4eLOWF7qCM4';

const username = z.lazy(() => z.string().regex(/^[\w.-]{3,50}$/));

/**
 * SHA-256, base64url, of the MD5 (lower-case hex) of the password:
 * `printf %s "$(printf %s 'Aa@123456' | md5sum | cut -c1-32)" | openssl dgst -sha256 -binary | basenc --base64url | tr -d =`
 */
const passwordHash = z.lazy(() => z.string().regex(/^[\w-]{43}$/));

/** A hospital's account at the gateway: `<maCSKCB>_BV`. */
const account = z.lazy(() =>
  z.strictObject({
    username,
    passwordHash,
    /** `locked` gets 402 instead of a token, `forbidden` 403. */
    status: z.enum(['active', 'locked', 'forbidden']).default('active'),
    /** Who may look up, as the hospital registered them: `cccdCb` and `hoTenCb` of a card check. */
    officers: z
      .array(z.strictObject({ number: z.string().regex(/^\d{12}$/), name: z.string().min(1).max(100) }))
      .max(50)
      .default([]),
  }),
);

/** A collector's account at VNPost. */
const agent = z.lazy(() => z.strictObject({ username, passwordHash }));

const ngoc = { number: '099186000016', name: 'Lê Thị Ngọc' };

export const insuranceSettings = z.lazy(() =>
  z.strictObject({
    /** Accounts of the BHXH gateway; the password of the three that stand there is `Aa@123456`. */
    accounts: z
      .array(account)
      .max(50)
      .default([
        { username: '99001_BV', passwordHash: DEMO_PASSWORD_HASH, status: 'active', officers: [ngoc] },
        { username: '99002_BV', passwordHash: DEMO_PASSWORD_HASH, status: 'locked', officers: [] },
        { username: '99003_BV', passwordHash: DEMO_PASSWORD_HASH, status: 'forbidden', officers: [] },
      ]),
    /** Accounts of VNPost's lookups; the password of the one that stands there is `Aa@123456`. */
    agents: z
      .array(agent)
      .max(50)
      .default([{ username: 'dai-ly-99', passwordHash: DEMO_PASSWORD_HASH }]),
    /** How long a token lives, in seconds of the token clock. The real lifetime is not public. */
    tokenSeconds: z.int().min(1).max(86_400).default(3600),
    /**
     * Whether card checks carry the visits (`dsLichSuKCB2018`). False: null, as one client has seen since the visits
     * have an operation of their own, `Lskcb2025`.
     */
    historyInCheck: z.boolean().default(true),
  }),
);
