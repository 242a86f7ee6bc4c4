import type { Failure } from '../_contract.ts';
import { codes, type RefusalName } from './codes.ts';

const asked = (fault: RefusalName): Failure => ({ title: codes[fault].title, fault });

/** What no caller can bring about without asking for it. */
export const anywhere = {
  'handshake-required': asked('handshake_required'),
  'internal-error': asked('internal_error'),
} as const;

/** Of a signature, whether it is answered at once or asked for later. */
export const ofSignature = {
  ...anywhere,
  'ota-error': asked('ota_error'),
  'no-crl': asked('no_crl_found'),
  'crl-problem': asked('crl_pb'),
  'stale-crl': asked('crl_expired'),
  'invalid-signature': {
    title: { vi: 'Chữ ký sai (503)', en: 'A signature that does not verify (503)' },
  },
  'constraint-mismatch': {
    title: { vi: 'Không khớp ràng buộc (505)', en: 'Constraints do not match (505)' },
  },
} as const satisfies Readonly<Record<string, Failure>>;

export const ofRegistration = { ...anywhere, 'registration-failed': asked('registration_nok') } as const;
