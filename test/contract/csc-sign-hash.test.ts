import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  type Application,
  applicationOf,
  ECDSA_SHA256,
  Application as OfToken,
  oauth,
  RSA_SHA256,
  refusal,
  SHA384,
} from './kit/csc.ts';
import { digestOf, isSigned } from './kit/signing.ts';

let ws: TestWorkspace;
let quynh: Application;
let seal: string;

beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' } });
  quynh = await applicationOf(ws, 'quynh');
  seal = await quynh.seal();
});

const texts = ['hóa đơn 1', 'hóa đơn 2'];

const certificateOf = async (application: Application, credentialID: string): Promise<string> =>
  (await application.describe(credentialID)).cert.certificates[0]!;

describe('a signature', () => {
  test.each([
    ['sha256', '1.2.840.10045.4.3.2'],
    ['sha384', '1.2.840.10045.4.3.3'],
    ['sha512', '1.2.840.10045.4.3.4'],
  ] as const)('by P-256 over %s verifies against the certificate', async (name, signAlgo) => {
    const hash = texts.map((text) => digestOf(text, name));
    const SAD = await quynh.leave(seal, texts, { hash });
    const { status, body } = await quynh.sign(seal, SAD, [], { hash, signAlgo });
    expect(status).toBe(200);
    const certificate = await certificateOf(quynh, seal);
    for (const [at, text] of texts.entries())
      expect(isSigned(certificate, text, body.signatures[at]!, name)).toBe(true);
    expect(isSigned(certificate, texts[0]!, body.signatures[1]!, name)).toBe(false);
  });

  test.each([
    ['sha256', { signAlgo: RSA_SHA256 }],
    ['sha384', { signAlgo: '1.2.840.113549.1.1.1', hashAlgo: SHA384 }],
    ['sha512', { signAlgo: '1.2.840.113549.1.1.13', hashAlgo: SHA384 }],
  ] as const)('by RSA over %s verifies against the certificate', async (name, algorithm) => {
    const other = await openWorkspace();
    const hers = await applicationOf(other, 'quynh');
    const credentialID = await hers.seal();
    const hash = [digestOf('đơn', name)];
    const SAD = await hers.leave(credentialID, ['đơn'], { hash });
    const { body } = await hers.sign(credentialID, SAD, [], { hash, ...algorithm });
    expect(isSigned(await certificateOf(hers, credentialID), 'đơn', body.signatures[0]!, name)).toBe(true);
  });

  test('by a citizen needs PIN and code', async () => {
    const an = await applicationOf(ws, 'an');
    const own = await an.own();
    const SAD = await an.leave(own, ['đơn'], { OTP: await an.code(own, 'an') });
    const { body } = await an.sign(own, SAD, ['đơn']);
    expect(isSigned(await certificateOf(an, own), 'đơn', body.signatures[0]!)).toBe(true);
  });

  test('takes hashes in the other base64 too', async () => {
    const url = digestOf('đơn').replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    const SAD = await quynh.leave(seal, ['đơn']);
    const { status, body } = await quynh.sign(seal, SAD, [], { hash: [url] });
    expect(status).toBe(200);
    expect(isSigned(await certificateOf(quynh, seal), 'đơn', body.signatures[0]!)).toBe(true);
  });
});

describe('a SAD', () => {
  test('signs once, of 64 calls at the same time exactly one', async () => {
    const SAD = await quynh.leave(seal, texts);
    const answers = await Promise.all(Array.from({ length: 64 }, () => quynh.sign(seal, SAD, texts)));
    const signed = answers.filter(({ status }) => status === 200);
    expect(signed).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused).toEqual(
      Array.from({ length: 63 }, () => refusal('invalid_request', 'Invalid parameter SAD')),
    );
  });

  test('signs no other hash, and is as good as before after that', async () => {
    const SAD = await quynh.leave(seal, texts);
    expect(await quynh.sign(seal, SAD, ['đơn khác'])).toEqual(
      refusal('invalid_request', 'Hash is not authorized by the SAD'),
    );
    expect(await quynh.sign(seal, SAD, [texts[0]!, 'đơn khác'])).toEqual(
      refusal('invalid_request', 'Hash is not authorized by the SAD'),
    );
    expect((await quynh.sign(seal, SAD, texts)).status).toBe(200);
  });

  test('signs no more than it was given for', async () => {
    const SAD = await quynh.leave(seal, ['đơn']);
    expect(await quynh.sign(seal, SAD, ['đơn', 'đơn'])).toEqual(
      refusal('invalid_request', 'Numbers of signatures is too high'),
    );
  });

  test('is of one credential, of one person and of one application', async () => {
    const SAD = await quynh.leave(seal, texts);
    const own = await quynh.own();
    const unknown = refusal('invalid_request', 'Invalid parameter SAD');
    expect(await quynh.sign(own, SAD, texts)).toEqual(unknown);
    const an = await applicationOf(ws, 'an');
    expect(await an.sign(await an.own(), SAD, texts)).toEqual(unknown);
    expect(await an.sign(seal, SAD, texts)).toEqual(
      refusal('invalid_request', 'Invalid parameter credentialID'),
    );
    const { body } = await oauth(ws, { grant_type: 'client_credentials' });
    expect(await new OfToken(ws, body.access_token!).sign(seal, SAD, texts)).toEqual(unknown);
  });

  test('ends by the token clock', async () => {
    const SAD = await quynh.leave(seal, texts);
    await ws.configure({ clockOffsetSeconds: 301 });
    expect(await quynh.sign(seal, SAD, texts)).toEqual(refusal('invalid_request', 'SAD expired'));
    await ws.configure({ clockOffsetSeconds: 200 });
    expect((await quynh.sign(seal, SAD, texts)).status).toBe(200);
  });

  test('signs nothing by a certificate that has ended meanwhile', async () => {
    const almost = 3 * 365 * 86_400 - 600;
    await ws.configure({ clockOffsetSeconds: almost, csc: { sadSeconds: 3600 } });
    const later = await applicationOf(ws, 'quynh');
    const SAD = await later.leave(seal, texts);
    await ws.configure({ clockOffsetSeconds: almost + 900 });
    expect(await later.sign(seal, SAD, texts)).toEqual(
      refusal('invalid_request', 'Signing certificate is expired'),
    );
  });

  test('of SCAL 1 may be for any hash, up to its number', async () => {
    await ws.configure({ csc: { scal: '1' } });
    const asked = { credentialID: seal, numSignatures: 2, PIN: '123456' };
    const { body } = await quynh.post<{ SAD: string }>('credentials/authorize', asked);
    expect((await quynh.sign(seal, body.SAD, ['a', 'b', 'c'])).status).toBe(400);
    expect((await quynh.sign(seal, body.SAD, ['a', 'b'])).status).toBe(200);
  });
});

test.each<[string, object, string | RegExp]>([
  ['no algorithm', { signAlgo: undefined }, /string parameter signAlgo$/],
  ['an algorithm of another kind of key', { signAlgo: RSA_SHA256 }, 'Invalid parameter signAlgo'],
  ['SHA-1', { signAlgo: '1.2.840.10045.4.1' }, 'Invalid parameter signAlgo'],
  ['PSS', { signAlgo: '1.2.840.113549.1.1.10' }, 'Invalid parameter signAlgo'],
  ['a name instead of an OID', { signAlgo: 'ES256' }, 'Invalid parameter signAlgo|signAlgo$'],
  ['a hash that is too long', { hash: [digestOf('đơn', 'sha384')] }, 'Invalid digest value length'],
  ['an algorithm of a longer hash', { signAlgo: '1.2.840.10045.4.3.3' }, 'Invalid digest value length'],
  ['no hash', { hash: [] }, 'Empty hash array'],
  ['a text instead of a list', { hash: 'x' }, /array parameter hash$/],
  ['what is not base64', { hash: ['không'] }, 'Invalid Base64 hash string parameter'],
  ['no SAD', { SAD: undefined }, /string parameter SAD$/],
  ['another SAD', { SAD: 'xxx' }, 'Invalid parameter SAD'],
  ['a field that there is not', { clientdata: 'x' }, 'Invalid parameter clientdata'],
])('nothing is signed with %s, and the SAD is not spent', async (_, changes, description) => {
  const SAD = await quynh.leave(seal, ['đơn']);
  const right = { signAlgo: ECDSA_SHA256 };
  expect(await quynh.sign(seal, SAD, ['đơn'], { ...right, ...changes })).toEqual(
    refusal('invalid_request', description),
  );
  expect((await quynh.sign(seal, SAD, ['đơn'])).status).toBe(200);
});

test('RSA with a hash told beside it needs to be told one, of those that there are', async () => {
  const other = await openWorkspace();
  const hers = await applicationOf(other, 'quynh');
  const id = await hers.seal();
  const SAD = await hers.leave(id, ['đơn']);
  const rsa = { signAlgo: '1.2.840.113549.1.1.1' };
  expect(await hers.sign(id, SAD, ['đơn'], rsa)).toEqual(
    refusal('invalid_request', /string parameter hashAlgo$/),
  );
  expect(await hers.sign(id, SAD, ['đơn'], { ...rsa, hashAlgo: '1.3.14.3.2.26' })).toEqual(
    refusal('invalid_request', 'Invalid parameter hashAlgo'),
  );
});
