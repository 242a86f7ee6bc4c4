import { Fault } from '../_kit/fault.ts';
import type { Signed } from './certificate.ts';

// What a USB token's plug-in answers to a page, whatever it is made of.

/** A signature, and the content over which it stands. */
export interface SignedData {
  /** As the signer had it. */
  content: Uint8Array;
  /** To be checked: the signature itself, and by whom. */
  signed: Signed;
}

/** That what came as a signature cannot be read. */
export const unreadable = (why: string): Fault => new Fault('signature_unreadable', why);

/** That nothing says who signed. */
export const withoutCertificate = (): Fault =>
  new Fault('no_certificate', 'no certificate came with the signature');

/** What a plug-in gave to the page. */
export interface PluginAnswer {
  /** A JWS; CMS in base64; or, beside a certificate, a bare signature over the text that was asked for. */
  signedData: string;
  /** DER, base64. */
  certificate?: string | undefined;
}

/**
 * Reads what a plug-in gave: a JWS with its certificates (RFC 7515), CMS SignedData (RFC 5652), or a bare signature over
 * `asked`. Nothing of it is believed yet.
 * @throws Fault signature_unreadable, no_certificate
 */
export async function readSignedData(
  { signedData, certificate }: PluginAnswer,
  asked: string,
): Promise<SignedData> {
  const content = Buffer.from(asked);
  if (certificate !== undefined)
    return { content, signed: { text: content, signature: signedData, certificate } };
  if (signedData.includes('.')) return (await import('./jws.ts')).readJws(signedData, content);
  return (await import('./cms.ts')).readCms(signedData, content);
}
