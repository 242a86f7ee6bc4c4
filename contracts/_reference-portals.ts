import type { ServiceProvider } from './_ca769/settings.ts';
import type { SimpkiAccount } from './_simpki/settings.ts';

/**
 * The two reference portals as the signature providers know them: in every workspace, beside the accounts of the
 * settings. No secrets: the sandbox's people are not.
 */
export const referencePortals = {
  portal: {
    spId: 'REFERENCE-PORTAL',
    apId: 'http://ap.mobile-id.vn/reference-portal',
    title: 'Cổng dịch vụ mẫu',
    /** SHA-256 of the portal's client secret, base64url. */
    secretHash: 'trLUFhn1h2y_dGbHVpMjDJN2jQS2Z0S8WHONRKHW0YU',
  },
  bocongan: {
    spId: 'BOCONGAN',
    apId: 'http://ap.mobile-id.vn/bocongan',
    title: 'Cổng dịch vụ công Bộ Công an (mô phỏng)',
    secretHash: '8d3yKLpcLvo1SkUDMgCu1MUCCT37E3oVfx05vs7gzNc',
  },
} as const;

/** At the public authorities. */
export const portalsAtAuthorities: readonly ServiceProvider[] = Object.values(referencePortals).map(
  ({ spId, secretHash, title }) => ({ spId, secretHash, title }),
);

/** At SIM PKI. */
export const portalsAtSimpki: readonly SimpkiAccount[] = Object.values(referencePortals).map(
  ({ apId, secretHash, title }) => ({ apId, secretHash, name: title }),
);
