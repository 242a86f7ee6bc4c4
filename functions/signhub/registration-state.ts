import type { ProviderCode } from '../../contracts/_signhub/settings.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { kind } from '../_kit/store.ts';
import { certificateBySerial } from '../_sign/certificate.ts';
import { type Signing, stageOf } from '../_sign/signing.ts';

/** A certificate that is asked for. Times: token clock. */
export interface Registration {
  username: string;
  /** Slug. */
  person: string;
  citizenPid: string;
  provider: ProviderCode;
  /** Empty: the provider issues nothing. */
  serial: string;
  /** The request by which its holder activates it; empty: none. */
  signing: string;
  issuedAt: number;
}

export const registrations = kind<Registration>(
  'signhub',
  'registration',
  'id: transactionCode. A registration: account, citizen, provider, certificate, and the request by which it is activated. As long as the workspace.',
);

/** Where a registration stands: what its provider has done, and what its holder. */
function stateOf(x: Exchange, { serial, issuedAt }: Registration, signing: Signing | undefined) {
  if (serial === '' || !signing) return { statusCode: 1, errorCode: 'ISSUE_FAILED', resultCode: 'FAILED' };
  const stage = stageOf(x, signing);
  if (stage === 'signed') return { statusCode: 0, errorCode: null, resultCode: 'ACTIVATED' };
  if (stage !== 'waiting') {
    const errorCode = stage === 'expired' ? 'errorcode4005' : `ACTIVATION_${stage.toUpperCase()}`;
    return { statusCode: 1, errorCode, resultCode: 'FAILED' };
  }
  return x.clock.now < issuedAt
    ? { statusCode: 2, errorCode: null, resultCode: 'PROCESSING' }
    : { statusCode: 3, errorCode: null, resultCode: 'ISSUED' };
}

/** As get-status says it, and the webhook. */
export async function shownRegistration(
  x: Exchange,
  code: string,
  registration: Registration,
  signing: Signing | undefined,
) {
  const state = stateOf(x, registration, signing);
  const isThere = state.statusCode === 0 || state.statusCode === 3;
  const certificate = isThere ? await certificateBySerial(x, registration.serial) : undefined;
  return {
    transactionCode: code,
    requestType: 'REGISTER',
    citizenPid: registration.citizenPid,
    serialNumber: certificate?.serial ?? null,
    certificateId: certificate?.serial ?? null,
    certificateData: certificate?.der ?? null,
    ...state,
  };
}
