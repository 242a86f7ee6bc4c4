import type { X509Certificate } from 'node:crypto';

/** Extended key usages under which documents are signed. */
const purposes: readonly string[] = [
  // anyExtendedKeyUsage (RFC 5280), emailProtection, documentSigning (RFC 9336), Adobe's and Microsoft's before it.
  '2.5.29.37.0',
  '1.3.6.1.5.5.7.3.4',
  '1.3.6.1.5.5.7.3.36',
  '1.2.840.113583.1.1.5',
  '1.3.6.1.4.1.311.10.3.12',
];

/** Whether a certificate is for documents. One for clients of TLS, for code or for time stamps alone signs none. */
export const isForDocuments = ({ keyUsage }: X509Certificate): boolean =>
  !keyUsage || keyUsage.some((purpose) => purposes.includes(purpose));
