import { createPublicKey, type JsonWebKey } from 'node:crypto';

const LEAST_RSA_BITS = 2048;

/** Whether a public key is whole, and strong enough to sign (RFC 7518, 3.3). */
export function isUsable(jwk: object): boolean {
  try {
    const { asymmetricKeyDetails } = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
    return (asymmetricKeyDetails?.modulusLength ?? LEAST_RSA_BITS) >= LEAST_RSA_BITS;
  } catch {
    return false;
  }
}
