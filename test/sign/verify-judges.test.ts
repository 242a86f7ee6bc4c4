import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SampleName, samples } from '../../contracts/_pki/samples.ts';
import type { ReasonCode } from '../../contracts/_sign/verdict.ts';
import { authorityOf } from '../../functions/_sign/authority.ts';
import { sampleOf } from '../../functions/pki/sample.ts';
import { request, store } from './exchange.ts';
import { judge } from './openssl.ts';
import { pdfJudge } from './pdfsig.ts';
import { verify } from './xmlsec.ts';

const openssl = judge();
const pdfsig = pdfJudge();
afterAll(() => {
  openssl.close();
  pdfsig.close();
});

let root: Uint8Array;

beforeAll(async () => {
  root = (await authorityOf(request(), 'root')).certificate;
  await pdfsig.trust(root);
  openssl.pem('root.pem', root);
});

const named = (ending: string): SampleName[] =>
  (Object.keys(samples) as SampleName[]).filter((name) => name.endsWith(ending));

async function sample(name: SampleName): Promise<Uint8Array> {
  const { bytes, changes } = await sampleOf(request(), name);
  await store.commit(changes, 0);
  return bytes;
}

const reasonsOf = (name: SampleName): readonly ReasonCode[] => samples[name].expected.reasons;

const TRUSTED = 'Certificate is Trusted.';

/** What pdfsig says of the certificate; of the others it does not ask (revocation, time stamps) or does not mind (SHA-1). */
const ofCertificate: Partial<Record<ReasonCode, string | undefined>> = {
  'content-changed': undefined,
  'chain-incomplete': 'Certificate issuer is unknown.',
  'issuer-unknown': "Certificate issuer isn't Trusted.",
  expired: 'Certificate has Expired',
  'not-yet-valid': 'Certificate has Expired',
  'wrong-usage': 'Unknown issue with Certificate or corrupted data.',
};

describe('pdfsig', () => {
  /** It knows no time stamps: what has expired since has expired. */
  const withoutStamps: readonly SampleName[] = ['expired-later.pdf'];

  test.each(named('.pdf'))('judges %s as we do, as far as it looks', async (name) => {
    const [reason] = reasonsOf(name);
    const found = await pdfsig.signatures(await sample(name));
    if (reason === 'not-signed') return expect(found).toEqual([]);
    const certificate = reason && reason in ofCertificate ? ofCertificate[reason] : TRUSTED;
    for (const each of found)
      expect(each).toMatchObject({
        signature: reason === 'content-changed' ? 'Digest Mismatch.' : 'Signature is Valid.',
        certificate: withoutStamps.includes(name) ? 'Certificate has Expired' : certificate,
      });
    // What stands behind the last signature: our proofs of level LT, or what somebody added.
    expect(found.at(-1)?.whole).toBe(reason !== 'added-after-signing' && name !== 'valid-lt.pdf');
  });
});

describe('xmlsec1', () => {
  /** It asks no authority, and takes a signature for good whatever else stands in it. */
  const unseen: readonly ReasonCode[] = ['revoked', 'added-after-signing'];

  test.each(named('.xml'))('judges %s as we do, as far as it looks', async (name) => {
    const xml = await sample(name);
    const isGood = reasonsOf(name).every((code) => unseen.includes(code));
    expect(verify(openssl, xml, root).ok).toBe(isGood);
    if (name.startsWith('two')) expect(verify(openssl, xml, root, 1).ok).toBe(true);
  });
});

describe('openssl cms', () => {
  test.each(named('.p7m'))('judges %s as we do, as far as it looks', async (name) => {
    openssl.file('signed', await sample(name));
    const asked = ['-verify', '-binary', '-inform', 'DER', '-in', 'signed', '-CAfile', 'root.pem'];
    // It does not mind SHA-1 under a signature.
    const isGood = reasonsOf(name).every((code) => code === 'weak-hash');
    expect(openssl.run('cms', ...asked, '-purpose', 'any', '-out', 'content').ok).toBe(isGood);
  });
});
