import * as z from 'zod';
import { keyTypes } from './authorities.ts';

/**
 * In which state a person's certificates are; how each comes about is in `functions/_sign/certificate.ts`.
 * `none`: there is no certificate, ask `hasCertificate`.
 */
export const certificateStates = [
  'good',
  'expired',
  'not-yet-valid',
  'revoked',
  'suspended',
  'wrong-key-usage',
  'unknown-issuer',
  'missing-intermediate',
  'sha1',
  'none',
] as const;

export type CertificateState = (typeof certificateStates)[number];

/** What the signature providers know of a person. Absent: good certificates, keys as the settings say. */
export const signer = z.lazy(() =>
  z.strictObject({
    certificate: z.enum(certificateStates).default('good'),
    /** Absent: as `signing.key` of the settings says. */
    key: z.enum(keyTypes).optional(),
  }),
);

/** How signing goes in a workspace, whoever provides it. */
export const signingSettings = z.lazy(() =>
  z.strictObject({
    /** Fast mode: what the signer does without being asked; null: the signer is asked, on the phone. */
    autopilot: z.enum(['approve', 'refuse']).nullable().default(null),
    /** How long the signer has, by the token clock. */
    seconds: z.int().min(1).max(3600).default(300),
    /** Of new keys. */
    key: z.enum(keyTypes).default('rsa2048'),
    /** Wrong PINs in a row that block it. */
    wrongPins: z.int().min(1).max(20).default(3),
  }),
);

/** Everybody's PIN at every provider, on every SIM and token. */
export const PIN = '123456';
