import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { certificatesAre } from './kit/signatures.ts';
import {
  AN,
  certificateIn,
  isOf,
  messageOf,
  post,
  refusalOf,
  responseOf,
  sign,
  signed,
  statusIn,
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
