import {
  constants,
  createDecipheriv,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  privateDecrypt,
  randomBytes,
} from 'node:crypto';

// What a portal of VNeID's encrypted profile does, written from the wire facts alone.

export interface Envelope {
  data: string;
  key: string;
}

export interface Recipient {
  privateKey: KeyObject;
  jwk: JsonWebKey;
}

export function newRecipient(modulusLength = 2048): Recipient {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength });
  return { privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), use: 'enc' } };
}

/** PKCS#7 padding, checked by hand: the last byte says how many, and all of them say the same. */
function unpadded(bytes: Buffer): Buffer {
  const count = bytes.at(-1) ?? 0;
  const padding = bytes.subarray(bytes.length - count);
  if (count < 1 || count > 16 || !padding.every((byte) => byte === count))
    throw new Error('not padded by PKCS#7');
  return bytes.subarray(0, bytes.length - count);
}

/**
 * PKCS#1 v1.5 padding, checked by hand (RFC 8017, 7.2.2): Node answers a wrong padding with random bytes, so that
 * its own unpadding cannot judge.
 */
function unwrapped(key: string, { privateKey }: Recipient): Buffer {
  const block = privateDecrypt(
    { key: privateKey, padding: constants.RSA_NO_PADDING },
    Buffer.from(key, 'base64'),
  );
  const end = block.indexOf(0, 2);
  if (block[0] !== 0 || block[1] !== 2 || end < 10) throw new Error('not padded by PKCS#1 v1.5');
  return block.subarray(end + 1);
}

/** RSA PKCS#1 v1.5, then AES in ECB mode, block by block. */
export function opened(data: string, key: string, recipient: Recipient): string {
  const secret = unwrapped(key, recipient);
  const decipher = createDecipheriv(`aes-${secret.length * 8}-ecb`, secret, null).setAutoPadding(false);
  const bytes = Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]);
  return unpadded(bytes).toString('utf8');
}

export const openedJson = ({ data, key }: Envelope, recipient: Recipient): Record<string, unknown> =>
  JSON.parse(opened(data, key, recipient)) as Record<string, unknown>;

export const randomKey = (): string => randomBytes(256).toString('base64');
