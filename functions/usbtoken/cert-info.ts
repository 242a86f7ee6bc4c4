import { X509Certificate } from 'node:crypto';
import { dateAndTime } from '../_kit/page/data.ts';
import type { Certificate } from '../_sign/certificate.ts';

const commonName = (subject: string): string => /^CN=(.*)$/m.exec(subject)?.[1] ?? '';

/** A certificate as VNPT-CA's plug-in describes it. */
export function certInfo({ der, serial, name, notAfter }: Certificate) {
  const { issuer } = new X509Certificate(Buffer.from(der, 'base64'));
  return {
    subjectCN: name,
    issuerCN: commonName(issuer),
    notAfter: dateAndTime(notAfter),
    serial,
    base64: der,
  };
}
