import { sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { Exchange } from '../_kit/exchange.ts';
import { kind } from '../_kit/store.ts';
import { newKey, privateKeyOf } from '../_sign/keys.ts';

const POOL = '_';

const tokenKeys = kind<{ pkcs8: string }>(
  'smartca',
  'token-key',
  'Workspace `_`, id: `rs256`. The private key (PKCS #8) that signs SADs and access tokens, made when this deployment first needs it.',
  { exported: false },
);

async function keyOf(x: Exchange): Promise<string> {
  const { store, now } = x.deps;
  const key = tokenKeys.key(POOL, 'rs256');
  const [found] = await store.get([key], 0);
  if (found) return (found.value as { pkcs8: string }).pkcs8;
  const pkcs8 = await newKey('rsa2048');
  const { ok } = await store.commit([{ put: key, value: { pkcs8 }, if: 'absent' }], now());
  // Somebody else was faster: theirs counts.
  return ok ? pkcs8 : keyOf(x);
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const signed = promisify<string, Buffer, ReturnType<typeof privateKeyOf>, Buffer>(sign);

/** A token as VNPT hands them out: RS256. Its key is published nowhere: only SmartCA itself reads it. */
export async function jwt(x: Exchange, claims: Readonly<Record<string, unknown>>): Promise<string> {
  const text = `${part({ typ: 'JWT', alg: 'RS256' })}.${part(claims)}`;
  const signature = await signed('sha256', Buffer.from(text), privateKeyOf(await keyOf(x)));
  return `${text}.${signature.toString('base64url')}`;
}
