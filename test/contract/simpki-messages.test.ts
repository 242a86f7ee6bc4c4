import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { arriving } from './kit/signing.ts';
import {
  AN,
  oldRefusalOf,
  post,
  refusalOf,
  sign,
  signatureMessage,
  signed,
  signLater,
  statusIn,
  statusOf,
  toSign,
} from './kit/simpki.ts';

let ws: TestWorkspace;

describe('who asks', () => {
  beforeAll(async () => {
    ws = await openWorkspace({ signing: { autopilot: 'approve' } });
  });

  test('the national portal calls in every workspace', async () => {
    const message = { apId: 'http://ap.mobile-id.vn/dvcqg', password: 'dvcqg-secret' };
    expect(statusIn(await signed(await sign(ws, {}, message)))).toBe('502');
  });

  test.each([
    ['a wrong password', { password: 'sai' }],
    ['an unknown AP', { apId: 'http://ap.mobile-id.vn/la' }],
  ])('%s is refused', async (_, message) => {
    expect(await refusalOf(await sign(ws, {}, message))).toEqual({
      code: '104',
      name: 'UNAUTHORIZED_ACCESS',
      by: 'Sender',
    });
  });

  test("another AP's transaction is none", async () => {
    const { MSSP_TransID } = await signed(await sign(ws));
    const other = { apId: 'http://ap.mobile-id.vn/dvcqg', password: 'dvcqg-secret' };
    expect(await refusalOf(await statusOf(ws, MSSP_TransID, other))).toMatchObject({ code: '101' });
  });

  test('a password does not get into the journal', async () => {
    await sign(ws, {}, { password: 'mat-khau-khong-ai-biet' });
    const journal = await (await ws.control('/journal?limit=5')).text();
    expect(journal).toContain('AP_PWD=');
    expect(journal).not.toContain('mat-khau-khong-ai-biet');
    expect(journal).not.toContain('demo-portal-secret');
  });

  test('a number of nobody of the sandbox is not kept in what the phone shows', async () => {
    const own = await openWorkspace();
    const displayed = '<m:DataToBeDisplayed>Số 001090012345</m:DataToBeDisplayed>';
    await signed(await signLater(own, { displayed }));
    expect((await arriving(own, 'an')).description).toBe('Số ************');
  });
});

describe('messages', () => {
  beforeAll(async () => {
    ws = await openWorkspace({ signing: { autopilot: 'approve' } });
  });

  test('SOAP 1.1 is answered in SOAP 1.1, refusals too', async () => {
    const type = { 'content-type': 'text/xml; charset=utf-8' };
    const answer = await post(ws, 'MSS_Signature', signatureMessage({}, { version: '1.1' }), type);
    expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(await answer.text()).toContain('Value="502"');
    const wrong = await post(
      ws,
      'MSS_Signature',
      signatureMessage({}, { version: '1.1', password: 'x' }),
      type,
    );
    expect(await oldRefusalOf(wrong)).toEqual({
      code: '104',
      name: 'UNAUTHORIZED_ACCESS',
      by: 'soap:Client',
    });
  });

  test('a fault of SOAP 1.1 has ETSI’s code as well, whoever is to blame', async () => {
    const message = () => signatureMessage({}, { version: '1.1' });
    const type = { 'content-type': 'text/xml' };
    const fault = { ...type, 'x-hopcat-fault': 'internal-error' };
    const failing = await post(ws, 'MSS_Signature', message(), fault);
    const broken = { code: '900', name: 'INTERNAL_ERROR', by: 'soap:Server' };
    expect(await oldRefusalOf(failing)).toEqual(broken);
    const own = await openWorkspace({ signing: { autopilot: 'refuse' } });
    const cancelled = { code: '401', name: 'USER_CANCEL', by: 'soap:Server' };
    expect(await oldRefusalOf(await post(own, 'MSS_Signature', message()))).toEqual(cancelled);
    const nothing = await post(ws, 'MSS_Signature', '<x', type);
    expect(await oldRefusalOf(nothing)).toMatchObject({ code: '101', by: 'soap:Client' });
    const newer = await post(ws, 'MSS_Signature', signatureMessage({}, { password: 'x' }), type);
    expect(await refusalOf(newer)).toMatchObject({ code: '104', by: 'Sender' });
  });

  test('a request without the element of its operation is answered without one', async () => {
    const text = await (await post(ws, 'MSS_Signature', signatureMessage({}, { bare: true }))).text();
    expect(text).toContain('<soap:Body><mss:MSS_SignatureResp ');
  });

  const empty = { data: '<m:DataToBeSigned/>' };
  const encoded = (data: string) => ({ data: `<m:DataToBeSigned>${data}</m:DataToBeSigned>` });
  const sha1 = Buffer.from(`3021300906052b0e03021a05000414${'00'.repeat(20)}`, 'hex').toString('base64');
  const short = Buffer.from(`3031300d060960864801650304020105000420${'00'.repeat(31)}`, 'hex').toString(
    'base64',
  );

  test.each([
    ['no base64', encoded('%%%'), {}, '107'],
    ['nothing to sign', empty, {}, '107'],
    ['SHA-1', encoded(sha1), {}, '107'],
    ['a digest that is too short', encoded(short), {}, '107'],
    ['a bare digest', encoded(Buffer.alloc(32).toString('base64')), {}, '107'],
    ['another encoding', { data: '<m:DataToBeSigned Encoding="UTF-8">abc</m:DataToBeSigned>' }, {}, '107'],
    ['nothing to be shown', { displayed: '' }, {}, '102'],
    [
      'too long a text',
      { displayed: `<m:DataToBeDisplayed>${'a'.repeat(240)}</m:DataToBeDisplayed>` },
      {},
      '103',
    ],
    ['another profile', { profile: 'http://mobile-id.vn/authentication' }, {}, '109'],
    ['another format', { format: 'http://uri.etsi.org/TS102204/v1.1.2#XMLDSig' }, {}, '109'],
    ['an unknown service', { services: ['timestamp'] }, {}, '104'],
    ['no MSISDN', { msisdn: '' }, {}, '102'],
    ['a number that is none', { msisdn: '123' }, {}, '101'],
    ['version 2', {}, { attributes: { MajorVersion: '2' } }, '108'],
    ['no version', {}, { attributes: { MinorVersion: undefined } }, '102'],
    ['no mode', {}, { attributes: { MessagingMode: undefined } }, '102'],
    ['a mode that there is not', {}, { attributes: { MessagingMode: 'asynch' } }, '101'],
    ['a notice to nowhere', {}, { attributes: { MessagingMode: 'asynchServerServer' } }, '101'],
    ['a TimeOut of nothing', {}, { attributes: { TimeOut: '0' } }, '101'],
    ['a transaction that is no name', {}, { transId: 'a b' }, '101'],
    ['an element of nowhere', {}, { content: `${toSign()}<m:KeyReference/>` }, '101'],
  ])('%s is refused', async (_, wish, message, code) => {
    expect(await refusalOf(await sign(ws, wish, message))).toMatchObject({ code });
  });

  test.each(['0950000101', '+84950000101'])('%s is the number as well', async (msisdn) => {
    expect((await signed(await sign(ws, { msisdn }))).MobileUser.MSISDN).toBe(AN);
  });

  test.each(['T', 'x', `T${'a'.repeat(24)}`, '../../x'])(
    'there is no transaction %s',
    async (transaction) => {
      expect(await refusalOf(await statusOf(ws, transaction))).toMatchObject({ code: '101' });
    },
  );
});
