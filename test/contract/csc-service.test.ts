import { X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  Application,
  applicationOf,
  login,
  NUMBERS,
  oauth,
  post,
  refusal,
  urlOf,
  userPassword,
} from './kit/csc.ts';
import { certificatesAre, expectChain } from './kit/signatures.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' } });
});

test('info says which version, how to sign in, and what can be called in this mode', async () => {
  const { status, body } = await post(ws, '/v1/info', { lang: 'en-GB' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    specs: '1.0.4.0',
    region: 'VN',
    lang: 'en-US',
    authType: ['basic', 'oauth2code', 'oauth2client'],
    oauth2: urlOf(ws, '/'),
  });
  expect(body.methods).toContain('credentials/sendOTP');
  await ws.configure({ csc: { authMode: 'oauth2code' } });
  expect((await post(ws, '/v1/info', {})).body.methods).not.toContain('credentials/authorize');
});

describe('a sign-in by user name and password', () => {
  test.each([NUMBERS.an, '099 090 000 001', '0950000101', '+84950000101', 'an'])(
    'knows An as %s',
    async (user) => {
      expect(await login(ws, user)).toEqual({
        status: 200,
        body: { access_token: expect.stringMatching(/^[\w-]{43}$/), expires_in: 3600 },
      });
    },
  );

  test('ends by the token clock, and a refresh token begins it again', async () => {
    const { body } = await login(ws, NUMBERS.an, { rememberMe: true });
    await ws.configure({ clockOffsetSeconds: 3500 });
    await new Application(ws, body.access_token!).credentials();
    await ws.configure({ clockOffsetSeconds: 3601 });
    const expired = await new Application(ws, body.access_token!).post('credentials/list');
    expect(expired).toEqual(refusal('expired_token', undefined, 401));
    const again = await post<Record<string, string>>(ws, '/v1/auth/login', {
      refresh_token: body.refresh_token,
    });
    expect(again).toEqual({ status: 200, body: { access_token: expect.any(String), expires_in: 3600 } });
    expect(await new Application(ws, again.body.access_token!).credentials()).toHaveLength(1);
    await ws.configure({ clockOffsetSeconds: 2_592_001 });
    const late = await post(ws, '/v1/auth/login', { refresh_token: body.refresh_token });
    expect(late).toEqual(refusal('invalid_request', 'Invalid refresh_token'));
  });

  test.each([
    ['a wrong password', userPassword(NUMBERS.an, 'sai'), 'authentication_error', undefined],
    ['nobody', userPassword('nobody'), 'authentication_error', undefined],
    ['somebody dead', userPassword('thinh'), 'authentication_error', undefined],
    ['no header', {}, 'invalid_request', 'Malformed authentication parameter'],
    [
      'another scheme',
      { authorization: 'Bearer x' },
      'invalid_request',
      'Malformed authentication parameter',
    ],
    ['no password', { authorization: 'Basic YW4=' }, 'invalid_request', 'Malformed username-password'],
  ])('is refused for %s', async (_, headers, error, description) => {
    expect(await post(ws, '/v1/auth/login', {}, headers)).toEqual(refusal(error, description));
  });

  test('rests after five wrong passwords, the right one included', async () => {
    const wrong = userPassword('an', 'sai');
    await Promise.all([1, 2, 3, 4, 5].map(() => post(ws, '/v1/auth/login', {}, wrong)));
    expect(await login(ws, 'an')).toEqual(refusal('authentication_error', /rests/));
    await ws.configure({ clockOffsetSeconds: 901 });
    expect((await login(ws, 'an')).status).toBe(200);
  });

  test('can be revoked: an access token alone, a refresh token with every access token of it', async () => {
    const { body } = await login(ws, 'an', { rememberMe: true });
    const an = new Application(ws, body.access_token!);
    const { body: another } = await post<Record<string, string>>(ws, '/v1/auth/login', {
      refresh_token: body.refresh_token,
    });
    expect((await an.post('auth/revoke', { token: another.access_token })).status).toBe(204);
    const revoked = await new Application(ws, another.access_token!).post('credentials/list');
    expect(revoked).toEqual(refusal('invalid_token', undefined, 401));
    expect(await an.credentials()).toHaveLength(1);
    expect((await an.post('auth/revoke', { token: body.refresh_token })).status).toBe(204);
    expect((await an.post('credentials/list')).status).toBe(401);
    const late = await post(ws, '/v1/auth/login', { refresh_token: body.refresh_token });
    expect(late).toEqual(refusal('invalid_request', 'Invalid refresh_token'));
  });

  test("cannot revoke somebody else's token", async () => {
    const [an, quynh] = [await applicationOf(ws, 'an'), await applicationOf(ws, 'quynh')];
    expect(await an.post('auth/revoke', { token: quynh.token })).toEqual(refusal('invalid_request'));
    expect(await quynh.credentials()).toHaveLength(2);
  });
});

describe('a token', () => {
  test.each([
    ['missing', undefined, 400, 'invalid_request'],
    ['of another scheme', 'Basic YW46eA==', 400, 'invalid_request'],
    ['unknown', 'Bearer x', 401, 'invalid_token'],
  ])('that is %s opens nothing', async (_, authorization, status, error) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    expect(await post(ws, '/v1/credentials/list', {}, headers)).toEqual(refusal(error, undefined, status));
  });

  test('for refreshing opens nothing', async () => {
    const { body } = await login(ws, 'an', { rememberMe: true });
    const list = await new Application(ws, body.refresh_token!).post('credentials/list');
    expect(list).toEqual(refusal('invalid_token', undefined, 401));
  });

  test('of an application alone asks for anybody by name, and must', async () => {
    const { body } = await oauth(ws, { grant_type: 'client_credentials' });
    const alone = new Application(ws, body.access_token!);
    expect(await alone.post('credentials/list')).toEqual(
      refusal('invalid_request', 'Invalid parameter userID'),
    );
    const an = await applicationOf(ws, 'an');
    expect(await alone.credentials({ userID: NUMBERS.an })).toEqual(await an.credentials());
    expect(await an.post('credentials/list', { userID: NUMBERS.an })).toEqual(
      refusal('invalid_request', 'userID parameter MUST be null'),
    );
  });
});

describe('credentials', () => {
  test('are told page by page, and a page token that nobody gave is refused', async () => {
    const quynh = await applicationOf(ws, 'quynh');
    const all = await quynh.credentials();
    const first = await quynh.post<Record<string, string>>('credentials/list', { maxResults: 1 });
    expect(first.body).toEqual({ credentialIDs: [all[0]], nextPageToken: expect.any(String) });
    const pageToken = first.body.nextPageToken;
    const next = await quynh.post('credentials/list', { maxResults: 1, pageToken });
    expect(next.body).toEqual({ credentialIDs: [all[1]] });
    expect(await quynh.post('credentials/list', { pageToken: 'x' })).toEqual(
      refusal('invalid_request', 'Invalid parameter pageToken'),
    );
    expect(await quynh.post('credentials/list', { maxResults: 0 })).toEqual(
      refusal('invalid_request', 'Invalid parameter maxResults'),
    );
  });

  test('are the same at every call, and made once by many at the same time', async () => {
    const an = await applicationOf(ws, 'an');
    const lists = await Promise.all(Array.from({ length: 8 }, () => an.credentials()));
    expect(new Set(lists.flat()).size).toBe(1);
  });

  test('name a citizen by the personal number and a company by its tax code', async () => {
    const quynh = await applicationOf(ws, 'quynh');
    const [own, seal] = [await quynh.describe(await quynh.own()), await quynh.describe(await quynh.seal())];
    expect(own.cert.subjectDN).toContain('UID=CCCD:099185000066');
    expect(seal.cert.subjectDN).toMatch(/^UID=MST:9900000136,CN=/);
    expect(seal.cert.issuerDN).toMatch(/CN=MISA-CA/);
    expect(seal.key).toMatchObject({ status: 'enabled', len: 256, curve: '1.2.840.10045.3.1.7' });
    const [certificate, ...chain] = seal.cert.certificates;
    const { serialNumber } = expectChain(certificate!, chain);
    expect(serialNumber).toBe(seal.cert.serialNumber);
  });

  test('hold as much as was asked for', async () => {
    const an = await applicationOf(ws, 'an');
    const credentialID = await an.own();
    const info = async (asked: object) => {
      const { body } = await an.post<{ cert: Record<string, string[]> }>('credentials/info', {
        credentialID,
        ...asked,
      });
      return body;
    };
    expect((await info({ certificates: 'none' })).cert).toEqual({ status: 'valid' });
    const plain = await info({});
    expect(plain.cert).toEqual({ status: 'valid', certificates: [expect.any(String)] });
    expect(plain).not.toHaveProperty('PIN');
    expect((await info({ certificates: 'chain' })).cert.certificates).toHaveLength(3);
    expect(await info({ certInfo: true, authInfo: true })).toMatchObject({
      cert: { validFrom: expect.stringMatching(/^\d{14}Z$/), validTo: expect.stringMatching(/^\d{14}Z$/) },
      authMode: 'explicit',
      SCAL: '2',
      PIN: { presence: 'true', format: 'N' },
      OTP: { presence: 'true', type: 'online' },
      multisign: 20,
    });
    expect(await an.post('credentials/info', { credentialID, certificates: 'all' })).toEqual(
      refusal('invalid_request', 'Invalid parameter certificates'),
    );
  });

  test('of RSA tell what they can sign', async () => {
    const other = await openWorkspace();
    const an = await applicationOf(other, 'an');
    const { key, cert } = await an.describe(await an.own());
    expect(key).toEqual({
      status: 'enabled',
      algo: [
        '1.2.840.113549.1.1.1',
        '1.2.840.113549.1.1.11',
        '1.2.840.113549.1.1.12',
        '1.2.840.113549.1.1.13',
      ],
      len: 2048,
    });
    const { publicKey } = new X509Certificate(Buffer.from(cert.certificates[0]!, 'base64'));
    expect(publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
  });

  test.each([
    ['expired', 'expired'],
    ['revoked', 'revoked'],
    ['suspended', 'suspended'],
    ['not-yet-valid', undefined],
  ] as const)('that are %s say so and cannot be authorized', async (certificate, status) => {
    await certificatesAre(ws, 'quynh', { certificate });
    const quynh = await applicationOf(ws, 'quynh');
    const seal = await quynh.seal();
    const { key, cert } = await quynh.describe(seal);
    expect({ key: key.status, cert: cert.status }).toEqual({ key: 'disabled', cert: status });
    const asked = {
      credentialID: seal,
      numSignatures: 1,
      hash: ['LKPp0GZRdZTUUDYzuSqhae6ZsgG/tqHnGu/pljGKheo='],
    };
    const refused = await quynh.post('credentials/authorize', { ...asked, PIN: '123456' });
    const why = certificate === 'expired' ? /is expired$/ : /is disabled$/;
    expect(refused).toEqual(refusal('invalid_request', why));
  });

  test('are none where there is no certificate', async () => {
    await certificatesAre(ws, 'an', { certificate: 'none' });
    expect(await (await applicationOf(ws, 'an')).credentials()).toEqual([]);
    expect(await (await applicationOf(ws, 'an', 'v2')).credentials()).toEqual([]);
  });

  test('of somebody else are as unknown as those of nobody', async () => {
    const [an, quynh] = [await applicationOf(ws, 'an'), await applicationOf(ws, 'quynh')];
    for (const credentialID of [await quynh.own(), 'KHONG-CO', ''.padEnd(64, 'A')]) {
      expect(await an.post('credentials/info', { credentialID })).toEqual(
        refusal('invalid_request', 'Invalid parameter credentialID'),
      );
    }
    expect(await an.post('credentials/info', {})).toEqual(
      refusal('invalid_request', /^Missing \(or invalid type\) string parameter credentialID$/),
    );
  });
});
