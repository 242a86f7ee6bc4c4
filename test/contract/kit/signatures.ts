import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { expect } from 'vitest';
import type { TestWorkspace } from '../../targets/target.ts';
import { merge, must } from '../../targets/workspace.ts';

/** Certificates and signatures as a portal checks them: with what Node has, and nothing of the sandbox's. */
export const certificateIn = (base64: string): X509Certificate =>
  new X509Certificate(Buffer.from(base64, 'base64'));

/** Holds a certificate to its chain, DER in base64, up to a root that signs itself. */
export function expectChain(certificate: string, chain: readonly string[]): X509Certificate {
  const all = [certificate, ...chain].map(certificateIn);
  const root = all.at(-1)!;
  expect(root.verify(root.publicKey)).toBe(true);
  for (const [at, each] of all.slice(0, -1).entries()) {
    const above = all[at + 1]!;
    expect({
      issuer: each.issuer,
      by: each.checkIssued(above),
      signed: each.verify(above.publicKey),
    }).toEqual({
      issuer: above.subject,
      by: true,
      signed: true,
    });
  }
  return all[0]!;
}

/** Whether a signature, base64, stands over a text, hashed as the portal hashed it. */
export const isSignedBy = (
  certificate: string,
  signature: string,
  text: string | Uint8Array,
  hash = 'sha256',
): boolean =>
  verify(
    hash,
    typeof text === 'string' ? Buffer.from(text) : text,
    createPublicKey(certificateIn(certificate).publicKey.export({ format: 'pem', type: 'spki' })),
    Buffer.from(signature, 'base64'),
  );

/** Gives a person's certificates another state, before any is made. */
export const certificatesAre = async (ws: TestWorkspace, slug: string, signer: object): Promise<void> => {
  await must(await ws.control(`/people/${slug}`, merge({ signer } as never)));
};
