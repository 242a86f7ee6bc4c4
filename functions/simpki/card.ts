import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest } from '../_kit/perform.ts';
import { type Change, kind } from '../_kit/store.ts';
import { pinOf } from '../_sign/pin.ts';
import { signingById, stageOf } from '../_sign/signing.ts';
import type { SignatureAsked } from './asked.ts';

const cards = kind<{ signing: string; request: string }>(
  'simpki',
  'card',
  'id: MSISDN. The last signing that this SIM was asked for: one at a time. A day.',
);

export const pins = kind<{ signing: string }>(
  'simpki',
  'pin',
  'id: SHA-256 of AP_ID, MSISDN, AP_TransID and serial of the certificate. The signing for which the PIN was asked: approved, it holds for simpki.pinCacheSeconds.',
  { hot: true },
);

const DAY_SECONDS = 86_400;

/** What tells a request from another one: the same sent twice is asked once. */
export const requestId = (
  apId: string,
  transId: string,
  { digest: bytes, shown, services, profile, format, mode }: SignatureAsked,
): string => {
  const data = Buffer.from(bytes).toString('base64');
  return digest(JSON.stringify([apId, transId, data, shown, services, profile, format, mode]));
};

/**
 * The change that gives a SIM to a request, or the signing that the same request began before.
 * @throws Fault pb_signature_process
 */
export async function cardFor(x: Exchange, msisdn: string, request: string) {
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

export const pinId = (apId: string, msisdn: string, transId: string, serial: string): string =>
  digest(JSON.stringify([apId, msisdn, transId, serial]));

/** Whether the PIN that was entered for this AP_TransID still holds: not once the person's PIN is blocked. */
export async function isPinCached(x: Exchange, id: string, person: string): Promise<boolean> {
  const [held, state] = await Promise.all([x.read(pins, id), pinOf(x, person)]);
  if (state.blockedSince !== undefined) return false;
  const first = held && (await signingById(x, held.value.signing));
  if (first?.value.outcome.at !== 'signed') return false;
  return x.clock.now < first.value.outcome.when + x.workspace.settings.simpki.pinCacheSeconds * 1000;
}
