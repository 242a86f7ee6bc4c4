import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { calculateJwkThumbprint } from 'jose';
import type { Family, StoredKey } from './keys.ts';

const generate = promisify(generateKeyPair);

export async function makeKey(family: Family): Promise<StoredKey> {
  const { privateKey } =
    family === 'RSA'
      ? await generate('rsa', { modulusLength: 2048 })
      : await generate('ec', { namedCurve: 'P-256' });
  const jwk = privateKey.export({ format: 'jwk' });
  return { kid: await calculateJwkThumbprint(jwk as { kty: string }), jwk };
}
