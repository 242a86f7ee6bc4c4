import { createPrivateKey } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signDigest } from '../../functions/_sign/keys.ts';
import { preparePdf } from '../../functions/_sign/pades.ts';
import { type RunningServer, startServer } from '../../mocks/server.ts';
import { judge } from './openssl.ts';
import { plainPdf } from './pdf-file.ts';
import { type PdfJudge, pdfJudge } from './pdfsig.ts';

const openssl = judge();
let server: RunningServer;
let at: string;
let pdfsig: PdfJudge;

const der = (bytes: ArrayBuffer): Buffer => Buffer.from(bytes);

beforeAll(async () => {
  server = await startServer({ port: 0, data: ':memory:' });
  at = `${server.origin}/default/pki`;
  pdfsig = pdfJudge();
  await pdfsig.trust(der(await (await fetch(`${at}/ca/root.cer`)).arrayBuffer()));
});

afterAll(async () => {
  await server.close();
  openssl.close();
  pdfsig.close();
});

/** A PDF that this person signed, with the key that the sandbox hands out as PKCS #12. */
async function signedBy(slug: string): Promise<Uint8Array> {
  const asked = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const body = JSON.stringify({ password: 'mat-khau-tep', provider: 'file' });
  const file = await fetch(`${at}/api/people/${slug}/pkcs12`, { ...asked, body });
  openssl.file('token.p12', der(await file.arrayBuffer()));
  openssl.run('pkcs12', '-in', 'token.p12', '-passin', 'pass:mat-khau-tep', '-nodes', '-out', 'all.pem');
  const { certificates } = await (await fetch(`${at}/api/people/${slug}/certificates?provider=file`)).json();
  const [own] = certificates;
  const chain = [der(await (await fetch(`${at}/ca/${own.authority}.cer`)).arrayBuffer())];
  const prepared = await preparePdf({
    document: await plainPdf(),
    certificate: Buffer.from(own.der, 'base64'),
    chain,
    hash: 'sha256',
    signingTime: Date.now(),
  });
  const key = createPrivateKey(openssl.read('all.pem'));
  return prepared.finish(await signDigest(key, 'sha256', prepared.digest));
}

test.each([
  ['an', 'Certificate is Trusted.'],
  ['son', 'Certificate has been Revoked.'],
])('pdfsig asks the sandbox about the certificate of %s, and hears: %s', async (slug, verdict) => {
  const pdf = await signedBy(slug);
  expect(await pdfsig.signatures(pdf, { status: true })).toMatchObject([
    { signature: 'Signature is Valid.', certificate: verdict },
  ]);
});

test('pdfsig that asks nobody does not know of a revocation', async () => {
  expect(await pdfsig.signatures(await signedBy('son'))).toMatchObject([
    { certificate: 'Certificate is Trusted.' },
  ]);
});
