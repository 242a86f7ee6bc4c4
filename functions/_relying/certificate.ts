import { constants, createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import type { Text } from '../../contracts/_contract.ts';
import { Fault } from '../_kit/fault.ts';
import { FORGED, UNREADABLE } from './reasons.ts';

/** That a signature is not believed, and why; `reason`: the same for whoever wanted to sign. */
export const untrusted = (why: string, reason?: Text): Fault =>
  new Fault('signature_not_trusted', why, {
    ...(reason && { errors: [{ path: '', message: `${reason.vi} / ${reason.en}` }] }),
  });

/** An attribute of a subject as Node writes it: a line each, special characters behind a backslash. */
export const attribute = (subject: string, name: string): string | undefined =>
  new RegExp(`^${name}=(.+)$`, 'm').exec(subject)?.[1]?.replace(/\\(.)/g, '$1');

/** Hashes over which a signature is believed. */
export type StrongHash = 'sha256' | 'sha384' | 'sha512';

/** What was signed, and what came back, base64. */
export interface Signed {
  text: string | Uint8Array;
  signature: string;
  /** DER. */
  certificate: string;
  /** SHA-256 unless told. */
  hash?: StrongHash;
  /**
   * How the signature is written: PKCS #1 v1.5, or DER of ECDSA, unless told. `pss`: RSASSA-PSS, its salt as long as the
   * digest. `jws`: ECDSA as two numbers side by side (RFC 7518).
   */
  form?: 'pss' | 'jws';
  /** What the signature says that the key is: RSA, or one on this curve. RSA or any curve unless told. */
  key?: 'rsa' | 'prime256v1' | 'secp384r1' | 'secp521r1';
}

/** @throws Fault signature_not_trusted */
export function readCertificate(certificate: string): X509Certificate {
  try {
    return new X509Certificate(Buffer.from(certificate, 'base64'));
  } catch {
    throw untrusted('what came as a certificate is none', UNREADABLE);
  }
}

const padding = {
  padding: constants.RSA_PKCS1_PSS_PADDING,
  saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
} as const;

/** Another algorithm than the key's is a forger's. @throws Fault signature_not_trusted */
function refuseOtherKey(
  { asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject,
  { key, form }: Signed,
) {
  if (type !== 'rsa' && type !== 'ec')
    throw untrusted('the key in the certificate is neither of RSA nor on a curve');
  const isOther = key !== undefined && key !== (type === 'ec' ? details?.namedCurve : type);
  if (isOther || (form === 'pss' && type !== 'rsa') || (form === 'jws' && type !== 'ec'))
    throw untrusted('the algorithm of the signature is not of the key in the certificate', FORGED);
}

/** @throws Fault signature_not_trusted */
export function refuseForged(leaf: X509Certificate, signed: Signed): void {
  const { text, signature, hash = 'sha256', form } = signed;
  const key = createPublicKey(leaf.publicKey.export({ format: 'pem', type: 'spki' }));
  refuseOtherKey(key, signed);
  const written =
    key.asymmetricKeyType === 'ec'
      ? { key, dsaEncoding: form === 'jws' ? ('ieee-p1363' as const) : ('der' as const) }
      : { key, ...(form === 'pss' && padding) };
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  if (!verify(hash, bytes, written, Buffer.from(signature, 'base64')))
    throw untrusted('the signature is not of the key in the certificate', FORGED);
}
