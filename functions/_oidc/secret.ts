import { createCipheriv, createDecipheriv, createSecretKey, hash, type KeyObject } from 'node:crypto';

type Random = (bytes: number) => Uint8Array;

/** A bearer secret of so many random bytes, base64url. */
export const secret = (random: Random, bytes = 32): string =>
  Buffer.from(random(bytes)).toString('base64url');

/** A random GUID (RFC 9562, version 4). */
export function guid(random: Random): string {
  const bytes = Buffer.from(random(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const keyOf = (bearer: string): KeyObject => createSecretKey(hash('sha256', `seal:${bearer}`, 'buffer'));

/**
 * Encrypts a value under a bearer secret of which only the hash is stored, so that whoever reads the table
 * learns neither: AES-256-GCM, nonce of 12 bytes in front, base64url.
 */
export function seal(bearer: string, value: unknown, random: Random): string {
  const nonce = random(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(bearer), nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url');
}

/** The value that was sealed under this bearer secret. Throws when the secret is another. */
export function unseal<T>(bearer: string, sealed: string): T {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(bearer), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  const body = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
  return JSON.parse(body.toString('utf8')) as T;
}
