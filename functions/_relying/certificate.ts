import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { Fault } from '../_kit/fault.ts';

/** That a signature is not believed, and why. */
export const untrusted = (why: string): Fault => new Fault('signature_not_trusted', why);

/** An attribute of a subject as Node writes it: a line each, special characters behind a backslash. */
export const attribute = (subject: string, name: string): string | undefined =>
  new RegExp(`^${name}=(.+)$`, 'm').exec(subject)?.[1]?.replace(/\\(.)/g, '$1');

/** What was signed, and what came back, base64. */
export interface Signed {
  text: string;
  signature: string;
  /** DER. */
  certificate: string;
}

/** @throws Fault signature_not_trusted */
export function readCertificate(certificate: string): X509Certificate {
  try {
    return new X509Certificate(Buffer.from(certificate, 'base64'));
  } catch {
    throw untrusted('what came as a certificate is none');
  }
}

/** @throws Fault signature_not_trusted */
export function refuseForged(leaf: X509Certificate, { text, signature }: Signed): void {
  const key = createPublicKey(leaf.publicKey.export({ format: 'pem', type: 'spki' }));
  if (!verify('sha256', Buffer.from(text), key, Buffer.from(signature, 'base64')))
    throw untrusted('the signature is not of the key in the certificate');
}
