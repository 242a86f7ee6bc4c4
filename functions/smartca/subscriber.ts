import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Change } from '../_kit/store.ts';
import {
  type Certificate,
  certificateBySerial,
  certificateOf,
  hasCertificate,
  standingOf,
} from '../_sign/certificate.ts';
import { type Holder, holderOfNumber } from '../_sign/holder.ts';

const PROVIDER = 'smartca';

/** A subscriber's certificate, and what is to be saved where it is new; undefined: there is none. */
export async function certificateFor(
  x: Exchange,
  holder: Holder,
): Promise<{ certificate: Certificate; changes: Change[] } | undefined> {
  if (!hasCertificate(holder.person)) return undefined;
  return certificateOf(x, { provider: PROVIDER, authority: 'vnpt-ca', ...holder });
}

export const isSerial = (certificate: Certificate, serial: string): boolean =>
  certificate.serial === serial.toUpperCase();

/** @throws Fault user_invalid */
export async function subscriberOf(x: Exchange, number: string): Promise<Holder> {
  const holder = await holderOfNumber(x, number);
  if (!holder) throw new Fault('user_invalid', 'nobody has this user_id');
  x.remarks.person = holder.person.slug;
  return holder;
}

/**
 * The subscriber's own certificate, fit to sign now. Without a serial number: the one that there is.
 * @throws Fault credential_status_invalid
 */
export async function usableCertificate(
  x: Exchange,
  holder: Holder,
  serial: string | null | undefined,
): Promise<{ certificate: Certificate; changes: Change[] }> {
  // First by its number, so that no certificate is made for a number that cannot be its own.
  const known = serial ? await certificateBySerial(x, serial) : undefined;
  const isPossible = !serial || known?.provider === PROVIDER;
  const own = isPossible ? await certificateFor(x, holder) : undefined;
  if (!own || (serial && !isSerial(own.certificate, serial)))
    throw new Fault('credential_status_invalid', 'this subscriber has no certificate of this serial number');
  const standing = await standingOf(x, own.certificate);
  if (standing !== 'good') throw new Fault('credential_status_invalid', `the certificate is ${standing}`);
  return own;
}
