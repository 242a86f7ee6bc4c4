import type { Status } from '../../contracts/_simpki/codes.ts';
import type { SimpkiAccount } from '../../contracts/_simpki/settings.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Change } from '../_kit/store.ts';
import {
  beginSigning,
  isFast,
  type Signing,
  signAll,
  signingById,
  signings,
  stageOf,
} from '../_sign/signing.ts';
import type { Addressee } from './answer-xml.ts';
import type { SignatureAsked } from './asked.ts';
import { cardFor, isPinCached, pinId, pins, requestId } from './card.ts';
import { digestToSign } from './format.ts';
import type { Subscriber } from './subscriber.ts';

const DAY_SECONDS = 86_400;

/** MSSP_TransID, an NCName: ids of signings may begin with a digit. */
export const transIdOf = (id: string): string => `T${id}`;

const system = 'simpki';

/** What a notice to the AP repeats of its request. */
const addressed = ({ transId, mssp, instant, version, bare }: Addressee) => ({
  transId,
  mssp,
  instant,
  version,
  bare,
});

export interface Begun {
  id: string;
  signing: Signing;
  changes: Change[];
}

/** Asks the signer, one request a SIM at a time. @throws Fault pb_signature_process */
export async function begin(
  x: Exchange,
  account: SimpkiAccount,
  to: Addressee,
  asked: SignatureAsked,
  subscriber: Subscriber,
): Promise<Begun> {
  const { transId } = to;
  const { certificate } = subscriber;
  const { again, take } = await cardFor(x, asked.msisdn, requestId(account.apId, transId, asked));
  if (again) return { ...again, changes: subscriber.changes };
  const documents = [
    {
      id: 'DataToBeSigned',
      name: asked.shown,
      hash: asked.hash,
      digest: Buffer.from(await digestToSign(x, certificate, asked)).toString('base64'),
    },
  ];
  const { waitSeconds, pinCacheSeconds } = x.workspace.settings.simpki;
  const { id, signing, changes } = await beginSigning(x, {
    system,
    client: account.apId,
    asks: account.name,
    certificate,
    description: asked.shown,
    documents,
    tells: asked.mode === 'asynchServerServer',
    seconds: asked.mode === 'synch' ? Math.min(asked.seconds, waitSeconds) : asked.seconds,
    own: {
      msisdn: asked.msisdn,
      profile: asked.profile,
      format: asked.format,
      digest: Buffer.from(asked.digest).toString('base64'),
      services: asked.services.join(' '),
      ...(asked.mode === 'asynchServerServer' && addressed(to)),
      told: isFast(x),
    },
  });
  const card = take(id);
  const pin = pinId(account.apId, asked.msisdn, transId, certificate.serial);
  if (signing.outcome.at === 'waiting' && (await isPinCached(x, pin, certificate.person))) {
    const signatures = await signAll(certificate, documents);
    const outcome = { at: 'signed', when: x.clock.now, signatures } as const;
    const signed: Signing = { ...signing, own: { ...signing.own, told: true }, outcome };
    const change = x.put(signings, id, signed, { lifetime: DAY_SECONDS, if: 'absent' });
    return { id, signing: signed, changes: [...subscriber.changes, change, card] };
  }
  const cached = x.put(pins, pin, { signing: id }, { lifetime: pinCacheSeconds + DAY_SECONDS });
  return { id, signing, changes: [...subscriber.changes, ...changes, card, cached] };
}

/** A transaction of this AP, by what it was told. @throws Fault wrong_param */
export async function transactionOf(
  x: Exchange,
  { apId }: SimpkiAccount,
  transId: string,
): Promise<{ id: string; signing: Signing }> {
  const id = transId.slice(1);
  const held = /^T[\w-]{10,60}$/.test(transId) ? await signingById(x, id) : undefined;
  if (held?.value.system !== system || held.value.client !== apId)
    throw new Fault('wrong_param', 'there is no such MSSP_TransID');
  x.remarks.person = held.value.person;
  return { id, signing: held.value };
}

const refusals = {
  refused: 'user_cancel',
  blocked: 'pin_nr_blocked',
  failed: 'ota_error',
  expired: 'expired_transaction',
} as const;

/** The signature; undefined: the signer has not answered. @throws Fault for every way in which there is none */
export function signatureOf(x: Exchange, { outcome, ...signing }: Signing): string | undefined {
  if (outcome.at === 'signed') return outcome.signatures[0];
  const stage = stageOf(x, { outcome, ...signing });
  if (stage === 'waiting' || stage === 'signed') return undefined;
  throw new Fault(refusals[stage], `the signing is ${stage}`);
}

export type Verdict = Extract<Status, 500 | 501 | 502 | 503 | 505>;
