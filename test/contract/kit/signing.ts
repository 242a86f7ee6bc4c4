import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'vitest';
import type { TestWorkspace } from '../../targets/target.ts';
import { jsonBody } from './wire.ts';

type HashAlgorithm = 'sha256' | 'sha384' | 'sha512';

export const digestOf = (text: string, hash: HashAlgorithm = 'sha256'): string =>
  createHash(hash).update(text).digest('base64');

/** Whether a signature over a text is of the key in a certificate (DER, base64): by node:crypto, which hashes anew. */
export function isSigned(
  certificate: string,
  text: string,
  signature: string,
  hash: HashAlgorithm = 'sha256',
): boolean {
  const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'));
  const key = createPublicKey(publicKey.export({ format: 'pem', type: 'spki' }));
  return verify(hash, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}

interface InBox {
  id: string;
  system: string;
  description: string;
  documents: { id: string; name: string; digest: string }[];
}

const app = (ws: TestWorkspace, path: string): string => `${ws.origin}/${ws.id}/signer/app${path}`;

/** What waits on somebody's phone. */
export async function inbox(ws: TestWorkspace, person: string): Promise<InBox[]> {
  const answer = await ws.fetch(app(ws, `?person=${person}`));
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { signings: InBox[] }).signings;
}

/** What comes to wait on somebody's phone: of a call that was sent and waits. */
export async function arriving(ws: TestWorkspace, person: string): Promise<InBox> {
  for (;;) {
    const [first] = await inbox(ws, person);
    if (first) return first;
    // A key that is being made comes from another thread.
    await setImmediate();
  }
}

const decide = (ws: TestWorkspace, id: string, decision: object): Promise<Response> =>
  ws.fetch(app(ws, `/${id}`), jsonBody(decision));

export const approve = (ws: TestWorkspace, id: string, person: string, pin = '123456'): Promise<Response> =>
  decide(ws, id, { person, decision: 'approve', pin });

export const refuse = (ws: TestWorkspace, id: string, person: string): Promise<Response> =>
  decide(ws, id, { person, decision: 'refuse' });
