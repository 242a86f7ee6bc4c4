import {
  constants,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import { expect } from 'vitest';
import type { TestWorkspace } from '../../targets/target.ts';

// The provider signs with node:crypto and reads with jose; the suite judges by node:crypto and RFC 7515 alone.

export type Alg = 'RS256' | 'PS256' | 'ES256';

const schemes: Record<Alg, object> = {
  RS256: { padding: constants.RSA_PKCS1_PADDING },
  PS256: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
  ES256: { dsaEncoding: 'ieee-p1363' },
};

type Json = Record<string, unknown>;

export interface Jwt {
  header: Json & { alg: Alg; kid: string };
  payload: Json;
}

const part = (text: string): never => JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as never;

export async function keysOf(ws: TestWorkspace): Promise<(JsonWebKey & { kid: string })[]> {
  const answer = await ws.fetch('/jwks');
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { keys: (JsonWebKey & { kid: string })[] }).keys;
}

/** The content of a compact JWS whose signature holds under one of the issuer's published keys. */
export async function verified(ws: TestWorkspace, jwt: string): Promise<Jwt> {
  const [head = '', body = '', signature = ''] = jwt.split('.');
  const header: Jwt['header'] = part(head);
  const key = (await keysOf(ws)).find(({ kid }) => kid === header.kid);
  expect(key, `the key ${header.kid} is published`).toBeDefined();
  const publicKey = createPublicKey({ key: key!, format: 'jwk' });
  const scheme = { key: publicKey, ...schemes[header.alg] };
  const good = verify('sha256', Buffer.from(`${head}.${body}`), scheme, Buffer.from(signature, 'base64url'));
  expect(good, 'the signature').toBe(true);
  return { header, payload: part(body) };
}

/** A key pair of a portal. */
export interface Pair {
  alg: Alg;
  privateKey: KeyObject;
  jwk: JsonWebKey & { kid: string; alg?: string; use?: string };
}

export function newPair(alg: Alg, about: Partial<Pair['jwk']> = {}): Pair {
  const { privateKey, publicKey } =
    alg === 'ES256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { alg, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid: randomUUID(), ...about } };
}

export function signed({ alg, privateKey, jwk }: Pair, payload: Json, header: Json = {}): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${encode({ alg, kid: jwk.kid, ...header })}.${encode(payload)}`;
  const signature = sign('sha256', Buffer.from(input), { key: privateKey, ...schemes[alg] });
  return `${input}.${signature.toString('base64url')}`;
}

/** A faultless client assertion (RFC 7523, 3), with changes. */
export function assertion(pair: Pair, clientId: string, audience: string, changes: Json = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: clientId,
    sub: clientId,
    aud: audience,
    exp: now + 60,
    iat: now,
    jti: randomUUID(),
    ...changes,
  };
  return signed(pair, claims);
}

export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
