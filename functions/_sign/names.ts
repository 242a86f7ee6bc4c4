import { X509Certificate } from 'node:crypto';

/** What stands last in the certificate comes first (RFC 4514). */
const distinguishedName = (lines: string): string => lines.split('\n').reverse().join(', ');

/** Both names in a certificate (DER, base64), as wires show them. */
export function namesIn(der: string): { issuerDN: string; subjectDN: string } {
  const { issuer, subject } = new X509Certificate(Buffer.from(der, 'base64'));
  return { issuerDN: distinguishedName(issuer), subjectDN: distinguishedName(subject) };
}
