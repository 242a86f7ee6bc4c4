import type { ActivateRequest } from '../../../contracts/_smartca/sp769-data.ts';
import type { Person } from '../../../contracts/person.ts';
import { digest } from '../../_kit/admit.ts';
import { type Answer, json, type Refusal, refuse } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import type { Change } from '../../_kit/store.ts';
import { guid } from '../../_oidc/secret.ts';
import type { Certificate } from '../../_sign/certificate.ts';
import type { DocumentToSign } from '../../_sign/signing.ts';
import { providerOf } from '../applications.ts';
import { jwt } from '../jwt.ts';
import { stepOf, useUp } from '../otp.ts';
import { counted, isPassword, type Tried } from '../password.ts';
import { subscriberOf, usableCertificate } from '../subscriber.ts';
import { type BySad, opened } from '../transaction.ts';
import { documentsOf } from './documents.ts';
import { requireNew } from './sign.ts';

/** Why a try failed. */
export const refusal = (code: string, what: string, { locked, left }: Tried): Fault =>
  locked
    ? new Fault('user_locked', 'too many wrong tries in a row: locked for 5 minutes')
    : new Fault(code, `${what}, tries left: ${left}`);

/** Password and one-time password are one try. */
async function proven(
  x: Exchange<ActivateRequest>,
  person: Person,
): Promise<{ fault: Fault; changes: Change[] } | { changes: Change[] }> {
  const { password, otp } = x.input;
  const step = await stepOf(x, person, otp);
  const rightPassword = isPassword(person, password);
  const tried = await counted(x, person, () => rightPassword && step !== undefined);
  if (tried.right && step !== undefined) return { changes: [...tried.changes, useUp(x, person, step)] };
  const fault = rightPassword
    ? refusal('otp_invalid', 'the one-time password is wrong, old or used', tried)
    : refusal('user_password_invalid', 'wrong password', tried);
  return { fault, changes: tried.changes };
}

interface Activated {
  code: string;
  client: string;
  certificate: Certificate;
  documents: readonly DocumentToSign[];
}

/** What activates exactly these signatures: bound to subscriber, certificate, transaction and every hash. */
async function sadFor(
  x: Exchange<ActivateRequest>,
  { code, client, certificate, documents }: Activated,
): Promise<{ sad: string; until: number }> {
  const { sadSeconds } = x.workspace.settings.smartca;
  const now = Math.floor(x.clock.now / 1000);
  const sad = await jwt(x, {
    sub: certificate.number,
    aud: client,
    jti: code,
    transaction_id: x.input.transaction_id,
    credentialID: certificate.serial.toLowerCase(),
    hashes: documents.map(({ digest }) => digest),
    iat: now,
    exp: now + sadSeconds,
  });
  return { sad, until: x.clock.now + sadSeconds * 1000 };
}

/** SmartCA TH: nobody is asked on the phone, because password and one-time password came with the call. */
export async function activate(x: Exchange<ActivateRequest>): Promise<Answer | Refusal> {
  const { clientId } = providerOf(x);
  const { user_id, serial_number, transaction_id } = x.input;
  const holder = await subscriberOf(x, user_id);
  const documents = documentsOf(x, x.input);
  await requireNew(x, transaction_id);
  const proof = await proven(x, holder.person);
  if ('fault' in proof) return refuse(proof.fault, proof.changes);
  const { certificate } = await usableCertificate(x, holder, serial_number);
  const code = guid(x.deps.random);
  const { sad, until } = await sadFor(x, { code, client: clientId, certificate, documents });
  const transaction: BySad = {
    api: 'sp769',
    by: 'sad',
    client: clientId,
    person: certificate.person,
    number: certificate.number,
    reference: transaction_id,
    serial: certificate.serial,
    documents,
    sadHash: digest(sad),
    until,
    signatures: null,
  };
  const expired_in = x.workspace.settings.smartca.sadSeconds;
  const data = { transaction_id, tran_code: code, sad, expired_in };
  const body = { status_code: 200, message: 'sig_wait_for_user_confirm', data };
  return json(body, { changes: [...proof.changes, ...opened(x, code, transaction)] });
}
