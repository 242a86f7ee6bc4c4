import * as z from 'zod';
import { both } from './_person/primitives.ts';

/** A caller of the population register. The secret stands here as it is: the digest of each call needs it. */
const account = z.lazy(() =>
  z.strictObject({
    username: z
      .string()
      .regex(
        /^[\x21-\x39\x3b-\x7e]{1,100}$/,
        both('Ký tự ASCII, không có dấu hai chấm', 'ASCII, without a colon'),
      ),
    secretKey: z.string().min(1).max(200),
    apiKey: z.string().min(1).max(200),
    /** What `X-Road-Client` says. */
    subsystem: z.string().min(1).max(200),
  }),
);

export type PopulationAccount = z.infer<typeof account>;

/** Whom every workspace knows from the start. */
export const demoAccount: PopulationAccount = {
  username: 'demo-portal',
  secretKey: 'demo-portal-secret',
  apiKey: 'demo-portal-key',
  subsystem: 'VN/GOV/HOPCAT/demo-portal',
};

/** How the population register of a workspace behaves. */
export const populationSettings = z.lazy(() =>
  z.strictObject({
    /** `off`: no header is looked at, neither the register's nor LGSP's. */
    authentication: z.enum(['required', 'off']).default('required'),
    accounts: z.array(account).max(50).default([demoAccount]),
    /** Addresses that a caller's proxy shows in place of ours: accepted in the digest as well. */
    authenticationUrls: z
      .array(z.url(both('Phải là một URL', 'Must be a URL')).max(500))
      .max(20)
      .default([]),
    /** The whole name in `Ten`, with `Ho` and `ChuDem` empty, as some portals read it. */
    wholeNameInTen: z.boolean().default(false),
  }),
);
