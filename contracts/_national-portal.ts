import type * as z from 'zod';
import type { ServiceProvider } from './_ca769/settings.ts';
import type { CscClient } from './_csc/settings.ts';
import type { insuranceSettings } from './_insurance-settings.ts';
import { type MysignAccount, PROFILE } from './_mysign/settings.ts';
import type { PopulationAccount } from './_population-settings.ts';
import type { postSettings } from './_post/settings.ts';
import type { SignhubAccount } from './_signhub/settings.ts';
import type { SimpkiAccount } from './_simpki/settings.ts';
import type { Application } from './_smartca/settings.ts';
import type { telecomSettings } from './_telecom/settings.ts';

type Accounts<Settings extends z.ZodType<{ accounts: unknown[] }>> = z.output<Settings>['accounts'][number];

/**
 * The national portal as the registers know it: in every workspace, beside the accounts of the settings and whatever
 * those say, because the workspace's own portal could not live without them. No secrets: the sandbox's people are not.
 */
export const nationalPortal = {
  id: 'dvcqg',
  secret: 'dvcqg-secret',
  /** SHA-256 of the secret, base64url. */
  secretHash: 'NeoO-eWuD5UDVYBGwRQwsoIBwBT5zp__rXdJRnt6tpc',
  /** Where the real one answers: its exchange, and its pages. */
  origins: ['https://xacthuc.dichvucong.gov.vn', 'https://dichvucong.gov.vn'],
} as const;

/** The police ministry's portal, as the two providers know it. */
export const policePortal = {
  /** Where the real one answers. */
  origins: ['https://dichvucong.bocongan.gov.vn'],
} as const;

/** At the mobile carriers: all of them, for everything. */
export const portalAtCarriers: Accounts<typeof telecomSettings> = {
  clientId: nationalPortal.id,
  secretHash: nationalPortal.secretHash,
  carriers: null,
  scopes: ['kyc-match:match', 'subscribers:check', 'sms:send'],
};

/** At VNPost. */
export const portalAtPost: Accounts<typeof postSettings> = {
  clientId: nationalPortal.id,
  secretHash: nationalPortal.secretHash,
  customerCode: 'CQ0990000',
};

/** At the insurance gateway, whose wire sends the MD5 of the password: the hash is of that. */
export const portalAtInsurance: Accounts<typeof insuranceSettings> = {
  username: nationalPortal.id,
  passwordHash: 'dTaAzxl0FvPDB7dCTrnbOfbmPBfRmzP7Ai2lRlZ11g4',
  status: 'active',
  officers: [],
};

/** At the population register. */
export const portalAtPopulation: PopulationAccount = {
  username: nationalPortal.id,
  secretKey: nationalPortal.secret,
  apiKey: 'dvcqg-key',
  subsystem: 'VN/GOV/HOPCAT/dvcqg',
};

/** At the public authorities, as Decision 769 has its `sp_id`. */
export const portalAtAuthorities: ServiceProvider = {
  spId: 'DVCQG',
  secretHash: nationalPortal.secretHash,
  title: 'Cổng Dịch vụ công quốc gia',
};

/** At MySign. */
export const portalAtMysign: MysignAccount = {
  clientId: nationalPortal.id,
  secretHash: nationalPortal.secretHash,
  title: 'Cổng Dịch vụ công quốc gia',
  profileId: PROFILE,
  webhook: null,
};

/** At SIM PKI. */
export const portalAtSimpki: SimpkiAccount = {
  apId: 'http://ap.mobile-id.vn/dvcqg',
  name: 'Cổng Dịch vụ công quốc gia',
  secretHash: nationalPortal.secretHash,
};

/** At VNPT SmartCA. */
export const portalAtSmartca: Application = {
  clientId: nationalPortal.id,
  secretHash: nationalPortal.secretHash,
  title: 'Cổng Dịch vụ công quốc gia',
  webhook: null,
  redirectUris: [],
};

/** At VNeID's signing hub. */
export const portalAtSignhub: SignhubAccount = {
  username: nationalPortal.id,
  passwordHash: nationalPortal.secretHash,
  title: 'Cổng Dịch vụ công quốc gia',
  partner: { code: nationalPortal.id, secretKey: nationalPortal.secret },
  webhook: null,
};

/** At the CSC provider: for itself, by client credentials; it has no page there to come back from. */
export const portalAtCsc: CscClient = {
  clientId: nationalPortal.id,
  secretHash: nationalPortal.secretHash,
  name: 'Cổng Dịch vụ công quốc gia',
  redirectUris: [],
};
