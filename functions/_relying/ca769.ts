import { certificateAnswer, signAnswer } from '../../contracts/_ca769/data.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { call, jsonOf, read } from './call.ts';
import type { RelyingParty } from './party.ts';

// Remote signatures, by Decision 769: the same two calls at every public authority.

export interface RemoteCertificate {
  serial: string;
  /** DER, base64. */
  certificate: string;
}

const post = (x: Exchange, { spId, secret }: RelyingParty, ca: string, path: string, fields: object) =>
  call(x, 'ca769', `/${ca}${path}`, jsonOf({ sp_id: spId, sp_password: secret, ...fields }));

/** The subscriber's certificate. @throws Fault no_certificate, register_unavailable */
export async function remoteCertificate(
  x: Exchange,
  party: RelyingParty,
  ca: string,
  number: string,
): Promise<RemoteCertificate> {
  const reply = await post(x, party, ca, '/get_certificate', { user_id: number });
  if (reply.status === 404) throw new Fault('no_certificate', 'there is no such authority');
  const [first] = read('ca769', reply, certificateAnswer).data.user_certificates;
  if (!first) throw new Fault('no_certificate', `${ca} has issued no certificate for this number`);
  return { serial: first.serial_number, certificate: first.cert_data };
}

export interface RemoteWish {
  ca: string;
  number: string;
  serial: string;
  transaction: string;
  /** SHA-256 of what is signed, and how the signer reads it. */
  digest: Uint8Array;
  shown: string;
}

/** Asks the subscriber to sign. @throws Fault no_certificate, register_unavailable */
export async function askRemote(x: Exchange, party: RelyingParty, wish: RemoteWish): Promise<void> {
  const hash = Buffer.from(wish.digest).toString('hex');
  const reply = await post(x, party, wish.ca, '/sign', {
    user_id: wish.number,
    transaction_id: wish.transaction,
    serial_number: wish.serial,
    sign_files: [{ data_to_be_signed: hash, doc_id: wish.shown, file_options: { sign_type: 'hash' } }],
  });
  if (reply.status === 403) throw new Fault('no_certificate', 'the certificate may not sign now');
  read('ca769', reply, signAnswer);
}

const refusals: Readonly<Record<string, string>> = {
  REJECTED: 'signature_refused',
  PIN_BLOCKED: 'pin_blocked',
  EXPIRED: 'signature_expired',
  /** The certificate was not good any more when the signer approved. */
  FAILED: 'signature_not_trusted',
};

/** The signature, base64; undefined: the signer has not answered. @throws Fault */
export async function remoteSignature(
  x: Exchange,
  party: RelyingParty,
  ca: string,
  transaction: string,
): Promise<string | undefined> {
  const reply = await post(x, party, ca, '/get_status', { transaction_id: transaction });
  const { message, data } = read('ca769', reply, signAnswer);
  const refused = refusals[message];
  if (refused !== undefined) throw new Fault(refused, `the authority says ${message}`);
  return data.signed_files?.[0]?.signature_value;
}
