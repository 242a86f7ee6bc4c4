import type { X509Certificate } from 'node:crypto';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { attribute, readCertificate } from '../../_relying/certificate.ts';
import { requireTrusted } from '../../_relying/pki.ts';
import type { Chain } from '../../_relying/proofs.ts';
import type { Applicant } from '../linking/applicant.ts';

/** What stands in UID of the certificates of whoever has this account. */
const numberOf = ({ kind, number, taxCode }: Applicant): string | undefined => {
  if (kind === 'enterprise') return taxCode && `MST:${taxCode}`;
  return number && `CCCD:${number}`;
};

/** @throws Fault another_holder */
function refuseAnother({ subject }: X509Certificate, applicant: Applicant): void {
  const own = numberOf(applicant);
  if (own === undefined || attribute(subject, 'UID') !== own)
    throw new Fault('another_holder', 'UID of the certificate is not the number of the account');
}

/**
 * A certificate with which the holder of this account may sign now: in time, not taken back, under the national root,
 * and their own. DER, base64.
 * @throws Fault another_holder, signature_not_trusted, register_unavailable
 */
export async function acceptable(x: Exchange, applicant: Applicant, certificate: string): Promise<Chain> {
  const leaf = readCertificate(certificate);
  refuseAnother(leaf, applicant);
  return { leaf, ...(await requireTrusted(x, leaf)) };
}
