import { json } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { personBySlug } from '../../_kit/people.ts';
import { codeAt, keyOf, openSteps, secondsLeft } from '../otp.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, 6, without padding: as authenticator apps take it. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)])
    .join('');
}

/** What the app would show to its owner. */
export async function otp(x: Exchange) {
  const person = await personBySlug(x, x.params.person ?? '');
  if (!person) throw new Fault('not_found', 'there is nobody of this name');
  x.remarks.person = person.slug;
  const key = keyOf(person);
  const [step] = await openSteps(x, person);
  const secret = base32(key);
  const label = `${encodeURIComponent('HopCat SmartCA')}:${person.slug}`;
  return json({
    person: person.slug,
    secret: key.toString('base64'),
    base32: secret,
    otpauth: `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent('HopCat SmartCA')}`,
    otp: step === undefined ? null : codeAt(key, step),
    secondsLeft: secondsLeft(x.clock.now),
  });
}
