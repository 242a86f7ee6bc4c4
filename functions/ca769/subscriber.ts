import { type AuthorityName, authorities, isAuthority } from '../../contracts/_sign/authorities.ts';
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
import { holderOfNumber } from '../_sign/holder.ts';

const PROVIDER = 'ca769';

const issuers = (Object.keys(authorities) as AuthorityName[]).filter(
  (name) => authorities[name].role === 'issuer',
);

/** Of the path. @throws Fault unknown_authority */
export function authorityIn({ params }: Exchange): AuthorityName {
  const { ca = '' } = params;
  if (!isAuthority(ca) || authorities[ca].role !== 'issuer')
    throw new Fault('unknown_authority', `one of ${issuers.join(', ')}`);
  return ca;
}

interface Found {
  certificate: Certificate;
  changes: Change[];
}

/** The certificate that an authority has for whoever has this number; undefined: nobody, or none. */
async function certificateFor(
  x: Exchange,
  authority: AuthorityName,
  number: string,
): Promise<Found | undefined> {
  const holder = await holderOfNumber(x, number);
  if (!holder || !hasCertificate(holder.person)) return undefined;
  x.remarks.person = holder.person.slug;
  return certificateOf(x, { provider: PROVIDER, authority, ...holder });
}

const isSerial = (certificate: Certificate, serial: string): boolean =>
  certificate.serial === serial.toUpperCase();

/** What `/get_certificate` lists. `serial`: only this one; none or empty: whichever there is. */
export async function certificatesOf(
  x: Exchange,
  authority: AuthorityName,
  number: string,
  serial: string | null | undefined,
): Promise<Found[]> {
  const found = x.failure === 'empty' ? undefined : await certificateFor(x, authority, number);
  if (!found || (serial && !isSerial(found.certificate, serial))) return [];
  return [found];
}

/** The subscriber's own certificate, fit to sign now. @throws Fault unknown_certificate, certificate_not_usable */
export async function usableCertificate(
  x: Exchange,
  authority: AuthorityName,
  number: string,
  serial: string,
): Promise<Certificate> {
  // First by its number, so that no certificate is made for a number that cannot be its own.
  const known = await certificateBySerial(x, serial);
  const own = known?.provider === PROVIDER ? await certificateFor(x, authority, number) : undefined;
  if (!own || !isSerial(own.certificate, serial))
    throw new Fault('unknown_certificate', 'this subscriber has no certificate of this serial number here');
  const standing = await standingOf(x, own.certificate);
  if (standing !== 'good') throw new Fault('certificate_not_usable', `the certificate is ${standing}`);
  return own.certificate;
}
