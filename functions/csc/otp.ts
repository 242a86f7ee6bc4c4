import { empty } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { personBySlug } from '../_kit/people.ts';
import { digest, matches } from '../_kit/perform.ts';
import type { Change } from '../_kit/store.ts';
import type { Certificate } from '../_sign/certificate.ts';
import { needsOtp } from './authority.ts';
import { credentialFor } from './credential.ts';
import { otps } from './kinds.ts';
import { callerOf, settingsOf } from './token.ts';

const DIGITS = 6;
const MOST_WRONG = 5;

function newCode(random: (bytes: number) => Uint8Array): string {
  const number = Buffer.from(random(6)).readUIntBE(0, 6);
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

const duration = (seconds: number): string =>
  seconds % 60 === 0 ? `${seconds / 60} phút` : `${seconds} giây`;

/** Over the phone's own wire. */
async function deliver(x: Exchange, slug: string, text: string): Promise<void> {
  const url = `${x.deps.origin}/${x.workspace.id}/phone/${encodeURIComponent(slug)}/api/messages`;
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ from: 'KySoCSC', text });
  const answer = await x.deps.fetch(url, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`the phone of ${slug} answered ${answer.status}`);
}

/** Sends a code to the holder's phone; of several codes the last one counts. */
export async function sendCode(x: Exchange, credential: Certificate) {
  const person = await personBySlug(x, credential.person);
  if (!person?.phones[0]) throw new Fault('invalid_request', 'the holder of the credential has no telephone');
  const { otpSeconds } = settingsOf(x);
  const code = newCode(x.deps.random);
  const text = `Mã OTP ký số (thử nghiệm) của bạn là ${code}, hết hạn sau ${duration(otpSeconds)}. Không đưa mã này cho bất kỳ ai.`;
  const sent = { codeHash: digest(code), until: x.clock.now + otpSeconds * 1000, wrong: 0 };
  return empty({
    changes: [x.put(otps, credential.serial, sent, { lifetime: otpSeconds })],
    after: () => deliver(x, person.slug, text),
  });
}

export async function sendOtp(x: Exchange<{ credentialID: string }>) {
  const credential = await credentialFor(x, await callerOf(x), x.input.credentialID);
  if (!needsOtp(x, credential))
    throw new Fault('invalid_request', 'the credential needs no one-time password');
  return sendCode(x, credential);
}

/** Whether this is the code that was sent last. A right one is spent by its changes, a wrong one counted. */
export async function tryOtp(
  x: Exchange,
  { serial }: Certificate,
  code: string,
): Promise<{ right: boolean; changes: Change[] }> {
  const item = await x.read(otps, serial);
  if (!item || item.value.wrong >= MOST_WRONG) return { right: false, changes: [] };
  if (matches(code, item.value.codeHash)) return { right: true, changes: [x.remove(item)] };
  const counted = { ...item.value, wrong: item.value.wrong + 1 };
  const options = { expires: item.value.until, if: { version: item.version } };
  return { right: false, changes: [x.put(otps, serial, counted, options)] };
}
