import { createHash, X509Certificate } from 'node:crypto';
import type { CertificateView } from '../../contracts/_pki/data.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { authorityOf, publishedAt } from '../_sign/authority.ts';
import { type Certificate, chainOf, type Status, standingBy, statusOf } from '../_sign/certificate.ts';
import { reasonName } from './domain.ts';

export const iso = (at: number): string => new Date(at).toISOString();

export const sha256 = (der: Uint8Array): string => createHash('sha256').update(der).digest('hex');

/** `C=VN, O=…, CN=…`: openssl puts each attribute on a line, and some of one kind into one. */
const oneLine = (name: string): string => name.split('\n').join(', ');

const revocationIn = (status: Status | undefined): CertificateView['revocation'] =>
  status && status.at !== 'released' ? { since: iso(status.since), reason: reasonName(status.reason) } : null;

/** A certificate as programs see it. `changed`: what its authority says from now on, not yet saved. */
export async function certificateView(
  x: Exchange,
  own: Certificate,
  changed?: Status,
): Promise<CertificateView> {
  const status = changed ?? (await statusOf(x, own));
  const { serial, authority, provider, person, kind, number, name, key, notBefore, notAfter, state, der } =
    own;
  const bytes = Buffer.from(der, 'base64');
  const { subject, issuer } = new X509Certificate(bytes);
  const base = publishedAt(x);
  const above = await authorityOf(x, authority);
  const { statusRequest } = await import('../_sign/ocsp-request.ts');
  return {
    ...{ serial, authority, provider, person, kind, number, name, key, state, der },
    subject: oneLine(subject),
    issuer: oneLine(issuer),
    notBefore: iso(notBefore),
    notAfter: iso(notAfter),
    standing: standingBy(own, status, x.clock.now),
    revocation: revocationIn(status),
    chain: await chainOf(x, own),
    sha256: sha256(bytes),
    urls: {
      page: `${base}/certificates/${serial}`,
      issuer: `${base}/ca/${authority}.cer`,
      crl: `${base}/crl/${authority}.crl`,
      ocsp: `${base}/ocsp/${authority}`,
    },
    ocspRequest: Buffer.from(statusRequest(above.certificate, serial)).toString('base64'),
  };
}
