import type { AuthorizeInput } from '../../contracts/_csc/v1.ts';
import { json, refuse } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Change } from '../_kit/store.ts';
import { tryPin } from '../_sign/pin.ts';
import { awaited } from './approval.ts';
import { needsOtp, type Wanted, wantedBy } from './authority.ts';
import { tryOtp } from './otp.ts';
import { issueSad } from './sad.ts';
import { callerOf, settingsOf } from './token.ts';

export interface Factors {
  PIN: string | undefined;
  OTP: string | undefined;
}

const missing = (name: string): Fault =>
  new Fault('invalid_request', `Missing (or invalid type) string parameter ${name}`);

/** What is to be saved, and what is wrong with PIN or code. @throws Fault invalid_request */
export async function tryFactors(
  x: Exchange,
  { credential }: Wanted,
  { PIN, OTP }: Factors,
): Promise<{ fault?: Fault; changes: Change[] }> {
  if (PIN === undefined) throw missing('PIN');
  const withOtp = needsOtp(x, credential);
  if (withOtp && OTP === undefined) throw missing('OTP');
  const pin = await tryPin(x, credential.person, PIN);
  if (!pin.right) {
    const locked = pin.blockedSince !== undefined;
    const fault = locked
      ? new Fault('invalid_request', 'PIN locked')
      : new Fault('invalid_pin', 'The PIN is invalid');
    return { fault, changes: pin.changes };
  }
  const otp = withOtp ? await tryOtp(x, credential, OTP ?? '') : { right: true, changes: [] };
  const changes = [...pin.changes, ...otp.changes];
  return otp.right ? { changes } : { fault: new Fault('invalid_otp', 'The OTP is invalid'), changes };
}

/** Leave for everything that was wanted. */
export function leaveFor(x: Exchange, { caller, credential, count, hashes }: Wanted) {
  const { serial, person } = credential;
  return issueSad(x, { credential: serial, person, client: caller.client, hashes, left: count });
}

/** @throws Fault unauthorized_client */
export function refuseOauthMode(x: Exchange): void {
  if (settingsOf(x).authMode === 'oauth2code')
    throw new Fault('unauthorized_client', 'the credential is authorized at oauth2/authorize');
}

async function byPhone(x: Exchange, wanted: Wanted, description: string | undefined) {
  const { approval, changes } = await awaited(x, wanted, description);
  if (approval.at === 'denied') return refuse(approval.fault, changes);
  if (approval.at === 'given') return json(approval.body, { changes: [...changes, ...approval.changes] });
  throw new Fault('temporarily_unavailable', 'the signer has not answered yet: repeat this call', {
    headers: { 'retry-after': '1' },
  });
}

/** Version 1: leave to sign, for PIN and code, or by the signer's approval on the phone. */
export async function authorize(x: Exchange<AuthorizeInput>) {
  const { credentialID, numSignatures, hash, PIN, OTP, description } = x.input;
  const caller = await callerOf(x);
  refuseOauthMode(x);
  const asked = { credentialID, count: numSignatures, hashes: hash, name: 'hash' } as const;
  const wanted = await wantedBy(x, caller, asked);
  if (settingsOf(x).authMode === 'implicit') return byPhone(x, wanted, description);
  const { fault, changes } = await tryFactors(x, wanted, { PIN, OTP });
  if (fault) return refuse(fault, changes);
  const issued = leaveFor(x, wanted);
  return json(issued.body, { changes: [...changes, ...issued.changes] });
}
