import type { AuthorizeInputV2 } from '../../../contracts/_csc/v2.ts';
import { type Answer, json, type Refusal, refuse } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import type { Change } from '../../_kit/store.ts';
import { hashByOid } from '../algorithms.ts';
import { type Approval, asked, outcomeOf, pendingOf, signingOf } from '../approval.ts';
import { needsOtp, wantedBy } from '../authority.ts';
import { leaveFor, refuseOauthMode, tryFactors } from '../authorize.ts';
import { credentialFor } from '../credential.ts';
import { sendCode } from '../otp.ts';
import { extended } from '../sad.ts';
import { callerOf, settingsOf } from '../token.ts';

/** Version 2 has one word for a wrong PIN and for a wrong code. */
const inWords = (fault: Fault): Fault =>
  fault.code === 'invalid_pin' || fault.code === 'invalid_otp'
    ? new Fault('invalid_authentication_data', 'The authentication data is invalid')
    : fault.detail === 'PIN locked'
      ? new Fault('invalid_request', 'Credential locked')
      : fault;

function stood(approval: Approval, handle: string, changes: readonly Change[]): Answer | Refusal {
  if (approval.at === 'waiting') return json({ handle }, { status: 202, changes });
  if (approval.at === 'denied') return refuse(approval.fault, changes);
  return json(approval.body, { changes: [...changes, ...approval.changes] });
}

/** Leave to sign, or a handle to ask with until the signer has approved. */
export async function authorizeV2(x: Exchange<AuthorizeInputV2>) {
  const { credentialID, numSignatures, hashes, hashAlgorithmOID, authData = [], description } = x.input;
  const caller = await callerOf(x);
  refuseOauthMode(x);
  const hash = hashes && hashByOid(hashAlgorithmOID, 'hashAlgorithmOID');
  const wanted = await wantedBy(x, caller, {
    credentialID,
    count: numSignatures,
    hashes,
    name: 'hashes',
    hash,
  });
  if (settingsOf(x).authMode === 'implicit') {
    const { handle, approval, changes } = await asked(x, wanted, description);
    return stood(approval, handle, changes);
  }
  const given = (id: string) => authData.find((each) => each.id === id)?.value;
  const factors = { PIN: given('PIN') ?? '', OTP: given('OTP') ?? '' };
  const { fault, changes } = await tryFactors(x, wanted, factors);
  if (fault) return refuse(inWords(fault), changes);
  const issued = leaveFor(x, wanted);
  return json(issued.body, { changes: [...changes, ...issued.changes] });
}

export async function authorizeCheck(x: Exchange<{ handle: string }>) {
  const caller = await callerOf(x);
  const { handle } = x.input;
  const item = await pendingOf(x, digest(handle));
  const unknown = new Fault('invalid_request', 'Invalid parameter handle');
  const foreign = caller.person !== null && item?.value.person !== caller.person;
  if (!item || foreign || item.value.client !== caller.client) throw unknown;
  const signing = await signingOf(x, item.value);
  if (!signing) throw unknown;
  const approval = outcomeOf(x, signing, item.value);
  return stood(approval, handle, approval.at === 'waiting' ? [] : [x.remove(item)]);
}

/** Sends the code that `OTP` of the authentication objects asks for. */
export async function getChallenge(x: Exchange<{ credentialID: string; authObjectID: string }>) {
  const credential = await credentialFor(x, await callerOf(x), x.input.credentialID);
  if (x.input.authObjectID !== 'OTP' || !needsOtp(x, credential))
    throw new Fault('invalid_request', 'Invalid parameter authObjectID');
  return sendCode(x, credential);
}

interface Extend {
  credentialID: string;
  SAD: string;
  hashes?: string[] | undefined;
  hashAlgorithmOID?: string | undefined;
}

export function extendV2(x: Exchange<Extend>) {
  const { credentialID, SAD, hashes, hashAlgorithmOID } = x.input;
  const hash = hashes && hashByOid(hashAlgorithmOID, 'hashAlgorithmOID');
  return extended(x, { credentialID, SAD, hashes, name: 'hashes', hash });
}
