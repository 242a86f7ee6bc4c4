import type { Status } from '../../contracts/_simpki/codes.ts';
import type { SimpkiAccount } from '../../contracts/_simpki/settings.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest } from '../_kit/perform.ts';
import { type Change, kind } from '../_kit/store.ts';
import { pinOf } from '../_sign/pin.ts';
import { beginSigning, type Signing, signAll, signingById, signings, stageOf } from '../_sign/signing.ts';
import type { SignatureAsked } from './asked.ts';
import { digestToSign } from './format.ts';
import type { Subscriber } from './subscriber.ts';

const cards = kind<{ signing: string; request: string }>(
  'simpki',
  'card',
  'id: MSISDN. The last signing that this SIM was asked for: one at a time. A day.',
);

const pins = kind<{ signing: string }>(
  'simpki',
  'pin',
  'id: SHA-256 of AP_ID, MSISDN, AP_TransID and serial of the certificate. The signing for which the PIN was asked: approved, it holds for simpki.pinCacheSeconds.',
  { hot: true },
);

const DAY_SECONDS = 86_400;

/** MSSP_TransID, an NCName: ids of signings may begin with a digit. */
export const transIdOf = (id: string): string => `T${id}`;

const system = 'simpki';

/** What tells a request from another one: the same sent twice is asked once. */
const requestId = (
  apId: string,
  transId: string,
  { digest: bytes, shown, services, profile, format }: SignatureAsked,
): string =>
  digest(
    JSON.stringify([apId, transId, Buffer.from(bytes).toString('base64'), shown, services, profile, format]),
  );

/**
 * The change that gives a SIM to a request, or the signing that the same request began before.
 * @throws Fault pb_signature_process
 */
async function cardFor(x: Exchange, msisdn: string, request: string) {
  const held = await x.read(cards, msisdn);
  const last = held && (await signingById(x, held.value.signing));
  if (last && stageOf(x, last.value) === 'waiting') {
    if (held.value.request === request) return { again: { id: held.value.signing, signing: last.value } };
    throw new Fault('pb_signature_process', 'the signer has not answered the request before');
  }
  const since = held ? { version: held.version } : ('absent' as const);
  const take = (signing: string): Change =>
    x.put(cards, msisdn, { signing, request }, { lifetime: DAY_SECONDS, if: since });
  return { take };
}

const pinId = (apId: string, msisdn: string, transId: string, serial: string): string =>
  digest(JSON.stringify([apId, msisdn, transId, serial]));

/** Whether the PIN that was entered for this AP_TransID still holds: not once the person's PIN is blocked. */
async function isPinCached(x: Exchange, id: string, person: string): Promise<boolean> {
  const [held, state] = await Promise.all([x.read(pins, id), pinOf(x, person)]);
  if (state.blockedSince !== undefined) return false;
  const first = held && (await signingById(x, held.value.signing));
  if (first?.value.outcome.at !== 'signed') return false;
  return x.clock.now < first.value.outcome.when + x.workspace.settings.simpki.pinCacheSeconds * 1000;
}

interface Begun {
  id: string;
  signing: Signing;
  changes: Change[];
}

/** Asks the signer, one request a SIM at a time. @throws Fault pb_signature_process */
export async function begin(
  x: Exchange,
  account: SimpkiAccount,
  transId: string,
  asked: SignatureAsked,
  subscriber: Subscriber,
): Promise<Begun> {
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
    tells: false,
    seconds: asked.synchronous ? Math.min(asked.seconds, waitSeconds) : asked.seconds,
    own: {
      msisdn: asked.msisdn,
      profile: asked.profile,
      format: asked.format,
      digest: Buffer.from(asked.digest).toString('base64'),
      services: asked.services.join(' '),
    },
  });
  const card = take(id);
  const pin = pinId(account.apId, asked.msisdn, transId, certificate.serial);
  if (signing.outcome.at === 'waiting' && (await isPinCached(x, pin, certificate.person))) {
    const signatures = await signAll(certificate, documents);
    const signed: Signing = { ...signing, outcome: { at: 'signed', when: x.clock.now, signatures } };
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
