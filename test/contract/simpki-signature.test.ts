import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { certificatesAre } from './kit/signatures.ts';
import { approve, arriving, inbox, refuse } from './kit/signing.ts';
import {
  AN,
  certificateIn,
  isOf,
  messageOf,
  newTransId,
  post,
  refusalOf,
  responseOf,
  sign,
  signatureMessage,
  signed,
  signLater,
  statusIn,
  statusOf,
  toSign,
  user,
} from './kit/simpki.ts';

let ws: TestWorkspace;

describe('where nobody needs to be asked', () => {
  beforeAll(async () => {
    ws = await openWorkspace({ signing: { autopilot: 'approve' } });
  });

  test('a signature verifies against the certificate that comes with it', async () => {
    const response = await signed(await sign(ws));
    expect(statusIn(response)).toBe('502');
    const certificate = certificateIn(response);
    expect(certificate.subject).toContain('UID=CCCD:099090000001');
    expect(certificate.issuer).toContain('Viettel-CA (HopCat sandbox)');
    expect(isOf(response, certificate)).toBe(true);
    expect(isOf(response, certificate, 'Hồ sơ khác')).toBe(false);
    expect(response.MSSP_TransID).toMatch(/^[A-Za-z_][\w.-]*$/);
    expect(response.MobileUser.MSISDN).toBe(AN);
  });

  test.each(['rsa3072', 'p256'] as const)('a key of kind %s signs as well', async (key) => {
    const own = await openWorkspace({ signing: { autopilot: 'approve', key } });
    const response = await signed(await sign(own));
    expect(isOf(response, certificateIn(response))).toBe(true);
  });

  test('an officer signs with a certificate of the government authority', async () => {
    const response = await signed(await sign(ws, { msisdn: '84950000116' }));
    expect(certificateIn(response).issuer).toContain('Government CA');
  });

  test('without validation success is 500, and without additional services no certificate comes', async () => {
    const response = await signed(await sign(ws, { services: [] }));
    expect(statusIn(response)).toBe('500');
    expect(response.Status.StatusMessage).toBe('SIGNATURE');
    expect(response.Status.StatusDetail).toBeUndefined();
  });

  test('MSS_Registration hands out the certificate that the SIM signs with', async () => {
    const message = messageOf('MSS_Registration', { content: user(AN) });
    const response = await responseOf(await post(ws, 'MSS_Registration', message), 'MSS_Registration');
    expect(statusIn(response)).toBe('408');
    const { raw } = certificateIn(await signed(await sign(ws)));
    expect(response.CertificateResponse.X509Certificate).toBe(raw.toString('base64'));
  });

  test('MSS_ProfileQuery names the profile', async () => {
    const message = messageOf('MSS_ProfileQuery', { content: user(AN) });
    const response = await responseOf(await post(ws, 'MSS_ProfileQuery', message), 'MSS_ProfileQuery');
    expect(response.SignatureProfile.mssURI).toBe('http://mobile-id.vn/digitalSignature');
    expect(statusIn(response)).toBe('100');
  });

  test('the disputed 408 is a setting', async () => {
    const own = await openWorkspace({ signing: { autopilot: 'approve' }, simpki: { success: '408' } });
    expect(statusIn(await signed(await sign(own)))).toBe('408');
    expect(statusIn(await signed(await sign(own, { services: [] })))).toBe('408');
  });

  test('a SIM in the name of a parent signs for nobody', async () => {
    expect(await refusalOf(await sign(ws, { msisdn: '84950000104' }))).toMatchObject({ code: '404' });
  });

  test('the representative of an enterprise signs for it where the profile says so', async () => {
    const profile = 'http://mobile-id.vn/digitalSignature#enterprise';
    const response = await signed(await sign(ws, { msisdn: '84950000166', profile }));
    expect(certificateIn(response).subject).toContain('UID=MST:9900000136');
    expect(response.SignatureProfile.mssURI).toBe(profile);
    expect(await refusalOf(await sign(ws, { profile }))).toMatchObject({ code: '109' });
  });

  test.each([
    ['revoked', '501'],
    ['suspended', '501'],
    ['sha1', '505'],
    ['missing-intermediate', '502'],
  ])('a certificate that is %s answers %s', async (certificate, status) => {
    const own = await openWorkspace({ signing: { autopilot: 'approve' } });
    await certificatesAre(own, 'an', { certificate });
    const response = await signed(await sign(own));
    expect(statusIn(response)).toBe(status);
    expect(response.MSS_Signature === undefined).toBe(status === '501');
  });

  test.each([
    ['expired', '422'],
    ['not-yet-valid', '422'],
    ['none', '422'],
    ['wrong-key-usage', '404'],
    ['unknown-issuer', '425'],
  ])('a certificate that is %s is refused with %s', async (certificate, code) => {
    const own = await openWorkspace({ signing: { autopilot: 'approve' } });
    await certificatesAre(own, 'an', { certificate });
    expect(await refusalOf(await sign(own))).toMatchObject({ code, by: 'Receiver' });
  });

  test('by the token clock a certificate runs out', async () => {
    const own = await openWorkspace({ signing: { autopilot: 'approve' } });
    await signed(await sign(own));
    await own.configure({ clockOffsetSeconds: 4 * 365 * 86_400 });
    expect(await refusalOf(await sign(own))).toMatchObject({ code: '422', name: 'NO_CERT_FOUND' });
  });
});

describe('the signer is asked on the phone', () => {
  beforeEach(async () => {
    ws = await openWorkspace();
  });

  test('a synchronous call waits until the PIN is there', async () => {
    const answer = sign(ws);
    const waiting = await arriving(ws, 'an');
    expect(waiting.system).toBe('simpki');
    expect(waiting.description).toMatch(/^Ký hồ sơ, mã \d{4}$/);
    expect((await approve(ws, waiting.id, 'an')).status).toBe(204);
    const response = await signed(await answer);
    expect(isOf(response, certificateIn(response))).toBe(true);
  });

  test('who refuses on the phone cancels', async () => {
    const answer = sign(ws);
    await refuse(ws, (await arriving(ws, 'an')).id, 'an');
    expect(await refusalOf(await answer)).toEqual({ code: '401', name: 'USER_CANCEL', by: 'Receiver' });
  });

  test('wrong PINs block', async () => {
    const begun = await signed(await signLater(ws));
    const { id } = await arriving(ws, 'an');
    for (let tries = 0; tries < 3; tries++) await approve(ws, id, 'an', '000000');
    expect(await refusalOf(await statusOf(ws, begun.MSSP_TransID))).toMatchObject({
      code: '402',
      name: 'PIN_NR_BLOCKED',
    });
  });

  test('a synchronous call ends after TimeOut, and then nobody is asked any more', async () => {
    const answer = await sign(ws, {}, { attributes: { TimeOut: '1' } });
    expect(await refusalOf(answer)).toMatchObject({ code: '208', name: 'EXPIRED_TRANSACTION' });
    expect(await inbox(ws, 'an')).toEqual([]);
  });

  test('the setting ends a synchronous call before its TimeOut', async () => {
    await ws.configure({ simpki: { waitSeconds: 1 } });
    expect(await refusalOf(await sign(ws))).toMatchObject({ code: '208' });
  });

  test('an asynchronous call is asked for its state until there is one', async () => {
    const begun = await signed(await signLater(ws));
    expect(statusIn(begun)).toBe('100');
    expect(begun.MSS_Signature).toBeUndefined();
    const asked = async () => responseOf(await statusOf(ws, begun.MSSP_TransID), 'MSS_StatusQuery');
    expect(statusIn(await asked())).toBe('504');
    await approve(ws, (await arriving(ws, 'an')).id, 'an');
    const response = await asked();
    expect(statusIn(response)).toBe('502');
    expect(isOf(response, certificateIn(response))).toBe(true);
  });

  test('an asynchronous call expires by the token clock', async () => {
    const begun = await signed(await signLater(ws, {}, { attributes: { TimeOut: '60' } }));
    await ws.configure({ clockOffsetSeconds: 61 });
    expect(await refusalOf(await statusOf(ws, begun.MSSP_TransID))).toMatchObject({ code: '208' });
  });

  test('a SIM is asked one thing at a time', async () => {
    await signed(await signLater(ws));
    expect(await refusalOf(await signLater(ws))).toMatchObject({ code: '406', name: 'PB_SIGNATURE_PROCESS' });
    expect(await inbox(ws, 'an')).toHaveLength(1);
    await refuse(ws, (await arriving(ws, 'an')).id, 'an');
    expect(statusIn(await signed(await signLater(ws)))).toBe('100');
  });

  test('of ten requests at once one is asked', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => signLater(ws)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await inbox(ws, 'an')).toHaveLength(1);
  });

  test('the same request sent twice is one transaction', async () => {
    const transId = newTransId();
    const [first, second] = [await signLater(ws, {}, { transId }), await signLater(ws, {}, { transId })];
    expect((await signed(second)).MSSP_TransID).toBe((await signed(first)).MSSP_TransID);
    expect(await inbox(ws, 'an')).toHaveLength(1);
  });

  test('an approved AP_TransID signs again without a PIN, for fifteen minutes', async () => {
    const transId = newTransId();
    await signed(await signLater(ws, {}, { transId }));
    await approve(ws, (await arriving(ws, 'an')).id, 'an');
    const again = await signed(await sign(ws, {}, { transId }));
    expect(isOf(again, certificateIn(again))).toBe(true);
    await ws.configure({ clockOffsetSeconds: 901 });
    expect(statusIn(await signed(await signLater(ws, {}, { transId })))).toBe('100');
    expect(await inbox(ws, 'an')).toHaveLength(1);
  });

  test('a PIN holds neither for another AP_TransID nor where nothing is cached', async () => {
    const transId = newTransId();
    const approved = async () => {
      await signed(await signLater(ws, {}, { transId }));
      await approve(ws, (await arriving(ws, 'an')).id, 'an');
    };
    await approved();
    await signed(await signLater(ws));
    await approve(ws, (await arriving(ws, 'an')).id, 'an');
    await ws.configure({ simpki: { pinCacheSeconds: 0 } });
    await signed(await signLater(ws, {}, { transId }));
    expect(await inbox(ws, 'an')).toHaveLength(1);
  });

  test("a PIN for one's own certificate does not sign with the enterprise's", async () => {
    const transId = newTransId();
    const msisdn = '84950000166';
    await signed(await signLater(ws, { msisdn }, { transId }));
    await approve(ws, (await arriving(ws, 'quynh')).id, 'quynh');
    const profile = 'http://mobile-id.vn/digitalSignature#enterprise';
    const second = await signed(await signLater(ws, { msisdn, profile }, { transId }));
    expect(statusIn(second)).toBe('100');
    expect(await inbox(ws, 'quynh')).toHaveLength(1);
  });

  test('a PIN that was blocked since does not hold', async () => {
    const transId = newTransId();
    await signed(await signLater(ws, {}, { transId }));
    await approve(ws, (await arriving(ws, 'an')).id, 'an');
    await signed(await signLater(ws));
    const { id } = await arriving(ws, 'an');
    for (let tries = 0; tries < 3; tries++) await approve(ws, id, 'an', '000000');
    await signed(await signLater(ws, {}, { transId }));
    expect(await inbox(ws, 'an')).toHaveLength(1);
  });

  test('a receipt reaches the phone', async () => {
    const { MSSP_TransID } = await signed(await signLater(ws));
    await approve(ws, (await arriving(ws, 'an')).id, 'an');
    const content = `${user(AN)}<m:Message MimeType="text/plain" Encoding="UTF-8">Hồ sơ đã được ký</m:Message>`;
    const message = messageOf('MSS_Receipt', { content, attributes: { MSSP_TransID } });
    const response = await responseOf(await post(ws, 'MSS_Receipt', message), 'MSS_Receipt');
    expect(statusIn(response)).toBe('100');
    const { messages } = await (await ws.phone('/an/api/messages')).json();
    expect(messages.at(-1)).toMatchObject({ text: 'Hồ sơ đã được ký' });
  });
});

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
    expect(await wrong.text()).toContain('<faultcode>');
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
    ['a mode that the service has not', {}, { attributes: { MessagingMode: 'asynchServerServer' } }, '101'],
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

describe('what is asked to go wrong', () => {
  beforeAll(async () => {
    ws = await openWorkspace({ signing: { autopilot: 'approve' } });
  });

  const ask = (failure: string) =>
    post(ws, 'MSS_Signature', signatureMessage(), { 'x-hopcat-fault': failure });

  test.each([
    ['handshake-required', '106'],
    ['ota-error', '209'],
    ['no-crl', '405'],
    ['crl-problem', '423'],
    ['stale-crl', '424'],
    ['internal-error', '900'],
  ])('%s answers %s', async (failure, code) => {
    expect(await refusalOf(await ask(failure))).toMatchObject({ code });
  });

  test('a signature that does not verify is told as 503', async () => {
    const response = await signed(await ask('invalid-signature'));
    expect(statusIn(response)).toBe('503');
    expect(isOf(response, certificateIn(response))).toBe(false);
  });

  test('constraints that do not match give 505 and no signature', async () => {
    const response = await signed(await ask('constraint-mismatch'));
    expect(statusIn(response)).toBe('505');
    expect(response.MSS_Signature).toBeUndefined();
  });

  test.each([
    ['invalid-signature', '503'],
    ['constraint-mismatch', '505'],
  ])('%s of an asynchronous request is told at once, and nobody is asked', async (failure, status) => {
    const own = await openWorkspace();
    const message = signatureMessage({}, { attributes: { MessagingMode: 'asynchClientServer' } });
    const response = await signed(await post(own, 'MSS_Signature', message, { 'x-hopcat-fault': failure }));
    expect(statusIn(response)).toBe(status);
    expect(await inbox(own, 'an')).toEqual([]);
  });

  test('a registration fails with 407', async () => {
    const message = messageOf('MSS_Registration', { content: user(AN) });
    const answer = await post(ws, 'MSS_Registration', message, { 'x-hopcat-fault': 'registration-failed' });
    expect(await refusalOf(answer)).toMatchObject({ code: '407' });
  });

  test('nobody is asked when the call is to fail', async () => {
    const own = await openWorkspace();
    const headers = { 'x-hopcat-fault': 'ota-error' };
    expect(await refusalOf(await post(own, 'MSS_Signature', signatureMessage(), headers))).toMatchObject({
      code: '209',
    });
    expect(await inbox(own, 'an')).toEqual([]);
  });
});
