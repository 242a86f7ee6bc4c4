import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Judge, judge } from '../sign/openssl.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Application, applicationOf, ECDSA_SHA256, refusal, SHA256 } from './kit/csc.ts';
import { digestOf } from './kit/signing.ts';

let ws: TestWorkspace;
let quynh: Application;
let seal: string;
let openssl: Judge;

beforeEach(async () => {
  openssl = judge();
  ws = await openWorkspace({ signing: { key: 'p256' } });
  quynh = await applicationOf(ws, 'quynh', 'v2');
  seal = await quynh.seal();
});

afterEach(() => openssl.close());

const TEXT = 'Hợp đồng thử nghiệm';
const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');

async function leave(...texts: string[]): Promise<string> {
  const hashes = texts.map((text) => digestOf(text));
  const asked = { credentialID: seal, numSignatures: texts.length, hashes, hashAlgorithmOID: SHA256 };
  const authData = [{ id: 'PIN', value: '123456' }];
  return (await quynh.post<{ SAD: string }>('credentials/authorize', { ...asked, authData })).body.SAD;
}

interface Made {
  SignatureObject: string[];
  DocumentWithSignature: string[];
  responseID: string;
}

const signDoc = (SAD: string, more: object) =>
  quynh.post<Made>('signatures/signDoc', { credentialID: seal, SAD, ...more });

const byDigest = (texts: string[], more: object = {}) => ({
  documentDigests: [
    { hashes: texts.map((text) => digestOf(text)), signature_format: 'C', signAlgo: ECDSA_SHA256, ...more },
  ],
});

const whole = (text: string, more: object = {}) => ({
  documents: [
    {
      document: Buffer.from(text).toString('base64'),
      signature_format: 'C',
      signAlgo: ECDSA_SHA256,
      ...more,
    },
  ],
});

/** What openssl says of a signature, against the root that the provider hands out. */
async function verified(signature: string, ...how: string[]): Promise<{ ok: boolean; text: string }> {
  const chain = (await quynh.describe(seal)).cert.certificates.map(bytes);
  openssl.pem('root.pem', chain.at(-1)!);
  openssl.file('signature.der', bytes(signature));
  openssl.file('text', TEXT);
  const trust = ['-CAfile', 'root.pem', '-purpose', 'any'];
  return openssl.run('cms', '-verify', '-binary', '-inform', 'DER', '-in', 'signature.der', ...trust, ...how);
}

describe('a signature of a document', () => {
  test('stands beside it, by its digest', async () => {
    const { status, body } = await signDoc(await leave(TEXT), byDigest([TEXT]));
    expect({ status, names: Object.keys(body) }).toEqual({ status: 200, names: ['SignatureObject'] });
    const said = await verified(body.SignatureObject[0]!, '-content', 'text', '-cades');
    expect(said).toMatchObject({ ok: true });
    openssl.file('other', 'Hợp đồng khác');
    expect(await verified(body.SignatureObject[0]!, '-content', 'other', '-cades')).toMatchObject({
      ok: false,
    });
  });

  test('holds it, where the document itself was sent', async () => {
    const { body } = await signDoc(await leave(TEXT), whole(TEXT));
    const { ok, text } = await verified(body.DocumentWithSignature[0]!, '-cades');
    expect({ ok, text }).toEqual({ ok: true, text: expect.stringContaining(TEXT) });
    const SAD = await leave(TEXT);
    const { body: beside } = await signDoc(SAD, whole(TEXT, { signed_envelope_property: 'Detached' }));
    expect(await verified(beside.SignatureObject[0]!, '-content', 'text')).toMatchObject({ ok: true });
  });

  test('bears a time stamp at level T, and no time of its own where it goes into a PDF', async () => {
    const listing = async (more: object) => {
      const { body } = await signDoc(await leave(TEXT), byDigest([TEXT], more));
      openssl.file('signature.der', bytes(body.SignatureObject[0]!));
      return openssl.run('cms', '-cmsout', '-print', '-inform', 'DER', '-in', 'signature.der').text;
    };
    const stamped = await listing({ conformance_level: 'AdES-B-T' });
    expect(stamped).toContain('id-smime-aa-timeStampToken');
    expect(stamped).toContain('signingTime');
    const plain = await listing({ signature_format: 'P' });
    expect(plain).toContain('signingCertificateV2');
    expect(plain).not.toMatch(/signingTime|timeStampToken/);
  });

  test('is asked for later in mode A', async () => {
    const more = { ...byDigest([TEXT]), operationMode: 'A' };
    const { body } = await signDoc(await leave(TEXT), more);
    const polled = await quynh.post<Made>('signatures/signPolling', { requestID: body.responseID });
    expect(await verified(polled.body.SignatureObject[0]!, '-content', 'text')).toMatchObject({ ok: true });
  });

  test('that is too large to be kept is made at once, or not at all', async () => {
    const large = 'x'.repeat(400_000);
    const SAD = await leave(large);
    const later = await signDoc(SAD, { ...whole(large), operationMode: 'A' });
    expect(later).toEqual(refusal('invalid_request', /too large/));
    const { body } = await signDoc(SAD, whole(large));
    expect((await verified(body.DocumentWithSignature[0]!)).text).toContain(large);
  });

  test('costs the leave, of many calls at the same time once', async () => {
    const SAD = await leave(TEXT);
    const answers = await Promise.all(Array.from({ length: 16 }, () => signDoc(SAD, byDigest([TEXT]))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

test.each<[string, object, string]>([
  ['nothing', {}, 'Empty documentDigests and documents objects'],
  ['both', { ...byDigest([TEXT]), ...whole(TEXT) }, 'Both documentDigests and documents parameters passed'],
  ['another digest', byDigest(['khác']), 'documentDigests or documents are not authorized by the SAD'],
  ['another document', whole('khác'), 'documentDigests or documents are not authorized by the SAD'],
  ['more than was authorized', byDigest([TEXT, TEXT]), 'Numbers of signatures is too high'],
  ['XAdES', whole(TEXT, { signature_format: 'X' }), 'Invalid parameter signature_format'],
  [
    'a level that there is not',
    byDigest([TEXT], { conformance_level: 'Ades-B-LTA' }),
    'Invalid parameter conformance_level',
  ],
  [
    'a level by a name that every object has',
    byDigest([TEXT], { conformance_level: 'constructor' }),
    'Invalid parameter conformance_level',
  ],
  [
    'an envelope for a digest',
    byDigest([TEXT], { signed_envelope_property: 'Attached' }),
    'Invalid parameter signed_envelope_property',
  ],
  [
    'another algorithm',
    byDigest([TEXT], { signAlgo: '1.2.840.113549.1.1.11' }),
    'Invalid parameter signAlgo',
  ],
  ['what is not base64', whole(TEXT, { document: 'không' }), 'Invalid parameter documents'],
])('no document is signed for %s, and the leave stays', async (_, asked, description) => {
  const SAD = await leave(TEXT);
  expect(await signDoc(SAD, asked)).toEqual(refusal('invalid_request', description));
  expect((await signDoc(SAD, byDigest([TEXT]))).status).toBe(200);
});
