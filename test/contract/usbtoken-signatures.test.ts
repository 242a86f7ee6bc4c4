import { createHash } from 'node:crypto';
import { compactVerify, importX509 } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge, pemOf } from '../sign/openssl.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { certificateIn, isSignedBy } from './kit/signatures.ts';
import { tokenApi, type VnptResult, vgca, vnpt, vnptResult } from './kit/usbtoken.ts';
import { jsonBody } from './kit/wire.ts';

const text = 'Đơn đề nghị cấp phép';
const content = Buffer.from(text).toString('base64');

const openssl = judge();
afterAll(openssl.close);

let ws: TestWorkspace;
beforeAll(async () => {
  ws = await openWorkspace({ signing: { autopilot: 'approve' } });
});

/** Whether openssl takes a CMS, up to the sandbox's root. */
async function verifies(at: TestWorkspace, cms: string, detached?: string): Promise<boolean> {
  const root = await at.fetch(`${at.origin}/${at.id}/pki/ca/root.cer`);
  openssl.pem('root.pem', new Uint8Array(await root.arrayBuffer()));
  openssl.file('cms', Buffer.from(cms, 'base64'));
  if (detached !== undefined) openssl.file('content', detached);
  return openssl.run(
    ...['cms', '-verify', '-binary', '-cades', '-purpose', 'smimesign', '-inform', 'DER', '-in', 'cms'],
    ...['-CAfile', 'root.pem', '-out', 'seen', ...(detached === undefined ? [] : ['-content', 'content'])],
  ).ok;
}

describe('VGCA SignMsg', () => {
  test.each(['rsa2048', 'rsa3072', 'p256'] as const)('by a %s key satisfies openssl', async (key) => {
    const own = await openWorkspace({ signing: { autopilot: 'approve', key } });
    const { Signature } = await vgca(own, 'khanh', 'SignMsg', { Base64Content: content });
    expect(await verifies(own, Signature)).toBe(true);
    expect(openssl.read('seen').toString()).toBe(text);
  });

  test.each(['Sha256', 'SHA-384', 'sha512'])('over %s may leave the content out', async (HashAlg) => {
    const message = { Base64Content: content, HashAlg, ReturnSignatureOnly: 'true' };
    const { Signature } = await vgca(ws, 'khanh', 'SignMsg', message);
    expect(await verifies(ws, Signature, text)).toBe(true);
    expect(await verifies(ws, Signature, 'Đơn khác')).toBe(false);
  });

  test('signs the message to the letter where it names no content', async () => {
    const message = '{ "a":  1 }';
    const { Signature } = await vgca(ws, 'khanh', 'SignMsg', message);
    expect(await verifies(ws, Signature)).toBe(true);
    expect(openssl.read('seen').toString()).toBe(message);
  });

  test.each([
    [{ Base64Content: '' }],
    [{ Base64Content: '***' }],
    [{ Base64Content: content, HashAlg: 'MD5' }],
    [''],
    [JSON.stringify({ Base64Content: content, HashAlg: { toString: 1 } })],
    [JSON.stringify({ Base64Content: content, ReturnSignatureOnly: { toString: 1 } })],
  ])('refuses %j', async (message) => {
    expect(await vgca(ws, 'khanh', 'SignMsg', message)).toMatchObject({ Status: 7, Signature: '' });
  });
});

describe('a message that is nested too deeply', () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const post = (path: string, body: string) => tokenApi(ws, path, { ...jsonBody({}), body });

  test('is refused by VGCA', async () => {
    const answer = await post('/an/vgca/SignMsg', `{"Base64Content":"QQ==","a":${deep}}`);
    expect(await answer.json()).toMatchObject({ Status: 7, Signature: '' });
  });

  test('is refused by VNPT-CA', async () => {
    const answer = await post('/an/vnpt', `{"functionID":4,"args":["QQ==","",${deep}]}`);
    expect(await answer.text()).toMatch(/^\{"code":1,/);
  });
});

describe('VGCA SignJson', () => {
  test.each(['HashAlg', 'IsPss', 'DetachPayload'])('refuses an object as %s', async (name) => {
    const message = JSON.stringify({ JsonContent: text, [name]: { toString: 1 } });
    expect(await vgca(ws, 'khanh', 'SignJson', message)).toMatchObject({ Status: 7, Signature: '' });
  });

  const signed = async (message: object, at = ws) => {
    const { Signature, CertBase64 } = await vgca(at, 'khanh', 'SignJson', message);
    const [protectedHeader = ''] = Signature.split('.');
    const { alg } = JSON.parse(Buffer.from(protectedHeader, 'base64url').toString()) as { alg: string };
    const key = await importX509(pemOf(Buffer.from(CertBase64, 'base64')), alg);
    return { alg, key, jws: Signature };
  };

  test('as a sign-in page asks for it: PSS, with the session key in it', async () => {
    const session = '0b1cbf2e-2f6a-4f0e-9c55-8c0f3a7d1a11';
    const { alg, key, jws } = await signed({ JsonContent: session, DetachPayload: 'false', IsPss: 'true' });
    expect(alg).toBe('PS256');
    expect(Buffer.from((await compactVerify(jws, key)).payload).toString()).toBe(session);
  });

  test('without PSS, and without its payload', async () => {
    const { alg, key, jws } = await signed({ JsonContent: text, DetachPayload: true });
    expect(alg).toBe('RS256');
    const [header, payload, signature] = jws.split('.');
    expect(payload).toBe('');
    const whole = `${header}.${Buffer.from(text).toString('base64url')}.${signature}`;
    expect(Buffer.from((await compactVerify(whole, key)).payload).toString()).toBe(text);
  });

  test('by a P-256 key is ES256', async () => {
    const own = await openWorkspace({ signing: { autopilot: 'approve', key: 'p256' } });
    const { alg, key, jws } = await signed({ JsonContent: text, IsPss: 'true', HashAlg: 'Sha512' }, own);
    expect(alg).toBe('ES256');
    await compactVerify(jws, key);
  });
});

describe('VNPT-CA', () => {
  const certificate = async () => (JSON.parse(await vnpt(ws, 'an', 0)) as { base64: string }).base64;

  test('GetCertInfo describes the certificate', async () => {
    const info = JSON.parse(await vnpt(ws, 'an', 0));
    const { subject, serialNumber } = certificateIn(info.base64);
    expect(subject).toContain('UID=CCCD:099090000001');
    expect(info).toEqual({
      subjectCN: 'Nguyễn Văn An',
      issuerCN: 'VNPT-CA (HopCat sandbox)',
      notAfter: expect.stringMatching(/^\d\d\/\d\d\/\d{4}/),
      serial: serialNumber,
      base64: info.base64,
    });
  });

  test('SignCMS satisfies openssl', async () => {
    const { code, data } = await vnptResult(ws, 'an', 4, content);
    expect(code).toBe(0);
    expect(await verifies(ws, data)).toBe(true);
    expect(openssl.read('seen').toString()).toBe(text);
  });

  test.each(['sha1', 'sha256', 'sha384', 'sha512'])(
    'signHash signs a digest by %s as it is',
    async (hash) => {
      const digest = createHash(hash).update(text).digest();
      for (const given of [digest.toString('base64'), digest.toString('hex')]) {
        const { data } = await vnptResult(ws, 'an', 9, given);
        expect(isSignedBy(await certificate(), data, text, hash)).toBe(true);
      }
    },
  );

  test('signArrDataAdvanced signs each, and says of each what it cannot', async () => {
    const item = (type: string) => JSON.stringify({ data: content, type, sigOptions: 'null' });
    const items = [
      item('cms'),
      item('cmsdetached'),
      item('office'),
      '{}',
      { data: content, type: { toString: 1 } },
    ];
    const all = (JSON.parse(await vnpt(ws, 'an', 10, items, '', true)) as string[]).map(
      (each) => JSON.parse(each) as VnptResult,
    );
    expect(all.map(({ code }) => code)).toEqual([0, 0, 5, 1, 1]);
    expect(await verifies(ws, all[0]!.data)).toBe(true);
    expect(await verifies(ws, all[1]!.data, text)).toBe(true);
  });

  test.each([
    ['SignCMS without data', 4, [], 1],
    ['SignCMS of no base64', 4, ['***'], 1],
    ['signHash of no digest', 9, ['YWJj'], 10],
    ['signArrData of nothing', 8, [[]], 1],
    ['SignOFFICE', 3, [content], 5],
    ['a function that nobody knows', 99, [], 5],
    ['setLicenseKey', 6, ['PD94bWw='], 1],
    ['setLicenseKey of nothing', 6, [], -1],
    ['ValidateCertificate', 14, [], 0],
    ['CheckToken', 34, [], 0],
  ])('%s answers its code', async (_what, functionID, args, code) => {
    expect((await vnptResult(ws, 'an', functionID, ...args)).code).toBe(code);
  });

  test('all certificates, described or as they are', async () => {
    const [described] = JSON.parse(await vnpt(ws, 'an', 45)) as { base64: string }[];
    expect(JSON.parse(await vnpt(ws, 'an', 47))).toEqual([described!.base64]);
  });

  test.each([7, 13])('function %i says that it is there', async (functionID) => {
    expect(await vnpt(ws, 'an', functionID)).toBe('1');
  });
});
