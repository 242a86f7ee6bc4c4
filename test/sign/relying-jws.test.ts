import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../functions/_kit/fault.ts';
import { readCertificate, refuseForged } from '../../functions/_relying/certificate.ts';
import { readSignedData } from '../../functions/_relying/signed-data.ts';
import { judge, pemOf } from './openssl.ts';

const openssl = judge();
afterAll(openssl.close);

const keys = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  'P-256': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'P-384': generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  ed25519: generateKeyPairSync('ed25519'),
} as const;

type KeyName = keyof typeof keys;

/** A certificate of this key by itself, DER in base64. */
function certificateOf(name: KeyName): string {
  const pkcs8 = keys[name].privateKey.export({ format: 'der', type: 'pkcs8' });
  openssl.file('key.pem', pemOf(pkcs8, 'PRIVATE KEY'));
  const asked = ['-x509', '-key', 'key.pem', '-subj', '/CN=Ngoc', '-days', '9', '-outform', 'DER'];
  const { ok, text } = openssl.run('req', ...asked, '-out', 'own.der');
  expect(ok, text).toBe(true);
  return openssl.read('own.der').toString('base64');
}

const pss = (key: KeyObject) => ({
  key,
  padding: constants.RSA_PKCS1_PSS_PADDING,
  saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
});

/** As each algorithm writes a signature. */
const ways: Readonly<Record<string, (key: KeyObject, text: Buffer) => Buffer>> = {
  pss: (key, text) => sign('sha256', text, pss(key)),
  pkcs1: (key, text) => sign('sha256', text, key),
  ecdsa: (key, text) => sign('sha256', text, { key, dsaEncoding: 'ieee-p1363' }),
  ecdsa384: (key, text) => sign('sha384', text, { key, dsaEncoding: 'ieee-p1363' }),
  ed25519: (key, text) => sign(null, text, key),
};

/** Whether a JWS that says `alg`, by such a key, is believed; else the code of the refusal. */
async function believed(alg: string, name: KeyName, way: string): Promise<string> {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${part({ alg, x5c: [certificateOf(name)] })}.${part({ purpose: 'sign-in' })}`;
  const signature = ways[way]!(keys[name].privateKey, Buffer.from(input));
  const { signed } = await readSignedData({ signedData: `${input}.${signature.toString('base64url')}` }, '');
  try {
    refuseForged(readCertificate(signed.certificate), signed);
    return 'believed';
  } catch (error) {
    return (error as Fault).code;
  }
}

describe('a JWS', () => {
  test.each([
    ['PS256', 'rsa', 'pss'],
    ['ES256', 'P-256', 'ecdsa'],
    ['ES384', 'P-384', 'ecdsa384'],
  ] as const)('that says %s is believed of a key %s', async (alg, name, way) => {
    expect(await believed(alg, name, way)).toBe('believed');
  });

  test.each([
    ['ES256', 'rsa', 'pkcs1'],
    ['ES256', 'P-384', 'ecdsa'],
    ['ES384', 'P-256', 'ecdsa384'],
    ['PS256', 'P-256', 'ecdsa'],
    ['PS256', 'ed25519', 'ed25519'],
    ['ES256', 'ed25519', 'ed25519'],
  ] as const)('that says %s is not believed of a key %s', async (alg, name, way) => {
    expect(await believed(alg, name, way)).toBe('signature_not_trusted');
  });
});

test('a bare signature of a key that is neither RSA nor on a curve is refused, and no failure', () => {
  const certificate = certificateOf('ed25519');
  const signature = sign(null, Buffer.from('text'), keys.ed25519.privateKey).toString('base64');
  const check = () => refuseForged(readCertificate(certificate), { text: 'text', signature, certificate });
  expect(check).toThrow(expect.objectContaining({ code: 'signature_not_trusted' }));
});
