import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Judge, judge } from '../sign/openssl.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { approve, arriving } from './kit/signing.ts';
import {
  newTransId,
  post,
  responseOf,
  sign,
  signatureMessage,
  signed,
  signLater,
  statusIn,
  statusOf,
  TEXT,
} from './kit/simpki.ts';
import type { Loose } from './kit/soap.ts';

const FORMATS = 'http://uri.etsi.org/TS102204/v1.1.2#';
const CMS = `${FORMATS}CMS-Signature`;

let openssl: Judge;

beforeAll(() => {
  openssl = judge();
});

afterAll(() => openssl.close());

/** What openssl says of the CMS in a response, as a detached signature of a text. */
async function judged(ws: TestWorkspace, response: Loose, text = TEXT) {
  const root = await ws.fetch(`${ws.origin}/${ws.id}/pki/ca/root.cer`);
  openssl.pem('root.pem', new Uint8Array(await root.arrayBuffer()));
  openssl.file('cms.der', Buffer.from(response.MSS_Signature.Base64Signature, 'base64'));
  openssl.file('content', text);
  const files = ['-in', 'cms.der', '-inform', 'DER', '-content', 'content', '-CAfile', 'root.pem'];
  return openssl.run('cms', '-verify', '-binary', '-cades', ...files, '-purpose', 'any', '-out', 'out');
}

describe('a signature as CMS', () => {
  test.each(['rsa2048', 'p256'] as const)('with a key of kind %s verifies by openssl', async (key) => {
    const ws = await openWorkspace({ signing: { autopilot: 'approve', key } });
    const response = await signed(await sign(ws, { format: CMS }));
    expect(statusIn(response)).toBe('502');
    expect(response.MSS_Format.mssURI).toBe(CMS);
    expect(await judged(ws, response)).toMatchObject({ ok: true });
    expect(await judged(ws, response, 'Hồ sơ khác')).toMatchObject({ ok: false });
  });

  test('is taken by its older name too, and over SHA-512', async () => {
    const ws = await openWorkspace({ signing: { autopilot: 'approve' } });
    const head = Buffer.from('3051300d060960864801650304020305000440', 'hex');
    const info = Buffer.concat([head, createHash('sha512').update(TEXT).digest()]).toString('base64');
    const data = `<m:DataToBeSigned>${info}</m:DataToBeSigned>`;
    const response = await signed(await sign(ws, { format: `${FORMATS}PKCS7`, data }));
    expect(response.MSS_Format.mssURI).toBe(`${FORMATS}PKCS7`);
    expect(await judged(ws, response)).toMatchObject({ ok: true });
  });

  test('is the same at every question for it, and made of what the phone signed', async () => {
    const ws = await openWorkspace();
    const begun = await signed(await signLater(ws, { format: CMS }));
    await approve(ws, (await arriving(ws, 'an')).id, 'an');
    await ws.configure({ clockOffsetSeconds: 120 });
    const asked = async () => responseOf(await statusOf(ws, begun.MSSP_TransID), 'MSS_StatusQuery');
    const [first, second] = [await asked(), await asked()];
    expect(first.MSS_Signature).toEqual(second.MSS_Signature);
    expect(await judged(ws, first)).toMatchObject({ ok: true });
  });

  test('is made by a PIN that still holds, and is not the same request as a bare one', async () => {
    const ws = await openWorkspace();
    const transId = newTransId();
    await signed(await signLater(ws, {}, { transId }));
    await approve(ws, (await arriving(ws, 'an')).id, 'an');
    const response = await signed(await sign(ws, { format: CMS }, { transId }));
    expect(await judged(ws, response)).toMatchObject({ ok: true });
  });

  test('does not verify where it was asked to fail', async () => {
    const ws = await openWorkspace({ signing: { autopilot: 'approve' } });
    const message = signatureMessage({ format: CMS });
    const headers = { 'x-hopcat-fault': 'invalid-signature' };
    const response = await signed(await post(ws, 'MSS_Signature', message, headers));
    expect(statusIn(response)).toBe('503');
    expect((await judged(ws, response)).ok).toBe(false);
  });
});
