import { X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { call, demo, signhub } from './kit/signhub.ts';
import { approve, digestOf, inbox, isSigned, refuse } from './kit/signing.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' } });
});

const TOKEN = '/api/v1/auth/token';
const REFRESH = '/api/v1/auth/refresh';

describe('tokens of the hub', () => {
  test('live half an hour, and are renewed for a week', async () => {
    expect(await call(ws, TOKEN, demo)).toEqual({
      http: 200,
      status: '01',
      description: expect.any(String),
      data: {
        accessToken: expect.stringMatching(/^[\w-]{43}$/),
        refreshToken: expect.stringMatching(/^[\w-]{43}$/),
        expireInSeconds: 1800,
        refreshTokenExpireInSeconds: 604_800,
        message: expect.any(String),
      },
    });
    const portal = await signhub(ws);
    await ws.configure({ clockOffsetSeconds: 1700 });
    expect((await call(ws, '/api/v1/providers', undefined, portal.headers)).status).toBe('01');
    await ws.configure({ clockOffsetSeconds: 1801 });
    expect(await call(ws, '/api/v1/providers', undefined, portal.headers)).toMatchObject({
      http: 401,
      status: '00',
      data: null,
    });
  });

  test('are renewed once by each refresh token, whoever asks at the same time', async () => {
    const { refreshToken } = (await call(ws, TOKEN, demo)).data;
    const all = await Promise.all(Array.from({ length: 16 }, () => call(ws, REFRESH, { refreshToken })));
    expect(all.filter(({ status }) => status === '01')).toHaveLength(1);
    expect(all.filter(({ status }) => status === '00')).toHaveLength(15);
    expect(await call(ws, REFRESH, { refreshToken: 'x' })).toMatchObject({ http: 401, status: '00' });
  });

  test.each([
    [{ ...demo, password: 'sai' }, 401, '00'],
    [{ ...demo, username: 'la' }, 401, '00'],
    [{ username: 'demo-portal' }, 400, '02'],
    ['{', 400, '02'],
  ])('are not given for %j', async (body, http, status) => {
    expect(await call(ws, TOKEN, body)).toMatchObject({ http, status, data: null });
  });
});

test('three providers offer two free packs each', async () => {
  const { data } = await call(ws, '/api/v1/providers', undefined, (await signhub(ws)).headers);
  const providers = data as unknown as { provider: string; status: number; servicePackList: object[] }[];
  expect(providers.map(({ provider, status }) => [provider, status])).toEqual([
    ['HUD-VNPT-SMARTCA', 1],
    ['HUD-VT-CA', 1],
    ['HUD-RARTEST', 1],
  ]);
  expect(providers[0]!.servicePackList.map((pack) => pack)).toMatchObject([
    { servicePackCode: 'VNEID-FREE-6M', servicePackMonth: 6, unitPrice: 0, free: true },
    { servicePackCode: 'VNEID-FREE-12M', servicePackMonth: 12 },
  ]);
});

describe('a registration', () => {
  test('is processed, issued, and activated by its holder on the phone; then the certificate signs', async () => {
    await ws.configure({ signhub: { issueSeconds: 60 } });
    const portal = await signhub(ws);
    const { transactionCode } = (await portal.register()).data;
    const nothing = { serialNumber: null, certificateId: null, certificateData: null, errorCode: null };
    expect(await portal.state(transactionCode)).toMatchObject({ statusCode: 2, ...nothing });
    await ws.configure({ clockOffsetSeconds: 61 });
    const issued = await portal.state(transactionCode);
    expect(issued).toMatchObject({ statusCode: 3, citizenPid: '099090000001', requestType: 'REGISTER' });
    const { subject, issuer } = new X509Certificate(Buffer.from(String(issued.certificateData), 'base64'));
    expect(subject).toContain('CCCD:099090000001');
    expect(issuer).toContain('VNPT-CA');
    const credentialID = issued.serialNumber as string;
    expect(await portal.sign(['đơn'], { credentialID })).toMatchObject({ http: 404, status: '03' });
    expect((await portal.credentials()).map(({ cert }) => cert.provider)).toEqual(['HUD-RARTEST']);
    const [asked] = await inbox(ws, 'an');
    expect((await approve(ws, asked!.id, 'an')).status).toBe(204);
    expect(await portal.state(transactionCode)).toMatchObject({ statusCode: 0, serialNumber: credentialID });
    const listed = await portal.credentials();
    expect(listed.map(({ cert }) => [cert.provider, cert.flow])).toEqual([
      ['HUD-VNPT-SMARTCA', 1],
      ['HUD-RARTEST', 2],
    ]);
    const { handle } = (await portal.sign(['đơn'], { credentialID })).data;
    await approve(ws, (await inbox(ws, 'an'))[0]!.id, 'an');
    const [signature] = (await portal.poll(handle)).data.signatures as string[];
    expect(isSigned(String(issued.certificateData), 'đơn', signature!)).toBe(true);
  });

  test('fails when the holder refuses, when nobody activates it, and when the provider issues nothing', async () => {
    const portal = await signhub(ws);
    const refused = (await portal.register()).data.transactionCode;
    await refuse(ws, (await inbox(ws, 'an'))[0]!.id, 'an');
    expect(await portal.state(refused)).toMatchObject({ statusCode: 1, errorCode: 'ACTIVATION_REFUSED' });
    const ignored = (await portal.register()).data.transactionCode;
    await ws.configure({ clockOffsetSeconds: 301 });
    expect(await portal.state(ignored)).toMatchObject({ statusCode: 1, errorCode: 'errorcode4005' });
    const failing = { 'x-hopcat-fault': 'issue-failed' };
    const { transactionCode } = (await portal.register()).data;
    const { data } = await portal.post('/api/v1/certificates/get-status', { transactionCode }, failing);
    expect(data).toMatchObject({ statusCode: 1, serialNumber: null, errorCode: 'ISSUE_FAILED' });
  });

  test('is activated at once by the autopilot, and not possible twice', async () => {
    await ws.configure({ signing: { autopilot: 'approve' } });
    const portal = await signhub(ws);
    const { transactionCode } = (await portal.register()).data;
    expect(await portal.state(transactionCode)).toMatchObject({ statusCode: 0 });
    expect(await portal.register()).toMatchObject({ http: 400, status: '02' });
    expect((await portal.register({ provider: 'HUD-VT-CA' })).status).toBe('01');
  });

  test.each([
    [{ provider: 'HUD-KHAC' }, {}, '02'],
    [{ servicePackCode: 'VNEID-FREE-99M' }, {}, '02'],
    [{}, { fullName: 'Trần Văn An' }, '02'],
    [{}, { birthDate: '16/05/1990' }, '02'],
    [{}, { birthDate: '1990-05-15' }, '02'],
    [{}, { citizenPid: '099099999999' }, '03'],
    [{}, { citizenPid: '001090000001' }, '03'],
    [{}, { citizenPid: 'x' }, '02'],
    [{ more: 1 }, {}, '02'],
  ])('with %j %j is refused', async (changes, userInfo, status) => {
    const portal = await signhub(ws);
    expect(await portal.register(changes, userInfo)).toMatchObject({ status, data: null });
  });

  test("is nobody else's to ask about", async () => {
    const { transactionCode } = (await (await signhub(ws)).register()).data;
    const other = await signhub(ws, { username: 'dvcqg', password: 'dvcqg-secret' });
    const answer = await other.post('/api/v1/certificates/get-status', { transactionCode });
    expect(answer).toMatchObject({ http: 404, status: '03' });
  });
});

describe('certificates', () => {
  test('are listed with chain, names and times', async () => {
    const [first] = await (await signhub(ws)).credentials();
    expect(first).toMatchObject({
      cert: {
        status: 'valid',
        issuerDN: expect.stringContaining('RAR-TEST'),
        subjectDN: expect.stringContaining('CN=Nguyễn Văn An'),
        validFrom: expect.stringMatching(/^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d$/),
        flow: 2,
      },
      key: { status: 'enabled', len: 256, curve: '1.2.840.10045.3.1.7' },
    });
    const [own, authority] = first!.cert.certificates.map(
      (der) => new X509Certificate(Buffer.from(der, 'base64')),
    );
    expect(own!.verify(authority!.publicKey)).toBe(true);
    expect(first!.credentialID).toBe(own!.serialNumber);
  });

  test('are none without a ready provider, and 03 of nobody', async () => {
    await ws.configure({ signhub: { readyProvider: 'none' } });
    const portal = await signhub(ws);
    expect(await portal.credentials()).toEqual([]);
    const nobody = await portal.post('/api/v1/certificates/list', { citizenPid: '099099999999' });
    expect(nobody).toMatchObject({ http: 404, status: '03' });
  });
});

describe('a signing', () => {
  test('waits for the signer, who sees the documents, and gives signatures of the key', async () => {
    const portal = await signhub(ws);
    const texts = ['đơn', 'tờ khai'];
    const begun = await portal.sign(texts);
    expect(begun.data).toEqual({ handle: expect.any(String), expiresIn: 300, provider: 'HUD-RARTEST' });
    const { handle } = begun.data;
    expect((await portal.poll(handle)).data).toMatchObject({ handle, statusCode: 2, signatures: [] });
    const [seen] = await inbox(ws, 'an');
    expect(seen!.documents.map(({ name }) => name)).toEqual(['đơn.pdf', 'tờ khai.pdf']);
    await approve(ws, seen!.id, 'an');
    const { data } = await portal.poll(handle);
    expect(data).toMatchObject({ statusCode: 0, errorCode: null });
    const [certificate] = (await portal.credentials())[0]!.cert.certificates;
    const signatures = data.signatures as string[];
    expect(texts.map((text, at) => isSigned(certificate!, text, signatures[at]!))).toEqual([true, true]);
    expect(isSigned(certificate!, 'đơn', signatures[1]!)).toBe(false);
  });

  test('by an RSA key verifies too, at once under the autopilot', async () => {
    await ws.configure({ signing: { key: 'rsa2048', autopilot: 'approve' } });
    const portal = await signhub(ws);
    const { data } = await portal.poll((await portal.sign(['đơn'])).data.handle);
    const [certificate] = (await portal.credentials())[0]!.cert.certificates;
    expect(isSigned(certificate!, 'đơn', (data.signatures as string[])[0]!)).toBe(true);
  });

  test('refused is 3; without consent in 300 seconds 1 with errorcode4005; with a blocked PIN 1', async () => {
    await ws.configure({ signing: { seconds: 3600 } });
    const portal = await signhub(ws);
    const begin = async () => {
      const { handle } = (await portal.sign(['đơn'])).data;
      return { handle, id: (await inbox(ws, 'an')).at(-1)!.id };
    };
    const refused = await begin();
    await refuse(ws, refused.id, 'an');
    expect((await portal.poll(refused.handle)).data).toMatchObject({ statusCode: 3, signatures: [] });
    const ignored = await begin();
    await ws.configure({ clockOffsetSeconds: 200 });
    expect((await portal.poll(ignored.handle)).data).toMatchObject({ statusCode: 2 });
    await ws.configure({ clockOffsetSeconds: 301 });
    expect((await portal.poll(ignored.handle)).data).toMatchObject({
      statusCode: 1,
      errorCode: 'errorcode4005',
    });
    const blocked = await begin();
    for (let time = 0; time < 3; time++) await approve(ws, blocked.id, 'an', '000000');
    expect((await portal.poll(blocked.handle)).data).toMatchObject({
      statusCode: 1,
      errorCode: 'PIN_BLOCKED',
    });
  });

  test.each([
    ['an unknown certificate', { credentialID: 'x' }, '03'],
    ['SHA-384', { documents: [{ documentName: 'a', digestValue: digestOf('a', 'sha384') }] }, '02'],
    ['no document', { documents: [] }, '02'],
    [
      'a number of somebody real',
      { documents: [{ documentName: '001090000001', digestValue: digestOf('a') }] },
      '02',
    ],
    ['a field that there is not', { pin: '123456' }, '02'],
  ])('with %s is refused', async (_, changes, status) => {
    const portal = await signhub(ws);
    expect(await portal.sign(['đơn'], changes)).toMatchObject({ status, data: null });
    expect(await inbox(ws, 'an')).toEqual([]);
  });

  test.each([
    ['toan', 'expired', '099081000030'],
    ['son', 'revoked', '099078000034'],
    ['nam', 'suspended', '099092000037'],
  ])('by %s is refused, whose certificate is %s', async (_, status, citizenPid) => {
    const portal = await signhub(ws);
    const [found] = await portal.credentials(citizenPid);
    expect(found!.cert.status).toBe(status);
    expect(await portal.sign(['đơn'], { credentialID: found!.credentialID })).toMatchObject({ status: '02' });
  });

  test('by xuan is made, though nobody trusts who issued the certificate', async () => {
    await ws.configure({ signing: { autopilot: 'approve' } });
    const portal = await signhub(ws);
    const [found] = await portal.credentials('099186000027');
    const { data } = await portal.sign(['đơn'], { credentialID: found!.credentialID });
    const [signature] = (await portal.poll(data.handle)).data.signatures as string[];
    expect(isSigned(found!.cert.certificates[0]!, 'đơn', signature!)).toBe(true);
  });

  test('with a certificate that has expired meanwhile is refused', async () => {
    const portal = await signhub(ws);
    const [before] = await portal.credentials();
    await ws.configure({ clockOffsetSeconds: 4 * 365 * 86_400 });
    const later = await signhub(ws);
    expect((await later.credentials())[0]!.cert.status).toBe('expired');
    expect(await later.sign(['đơn'], { credentialID: before!.credentialID })).toMatchObject({ status: '02' });
  });

  test("is nobody else's to poll", async () => {
    const { handle } = (await (await signhub(ws)).sign(['đơn'])).data;
    const other = await signhub(ws, { username: 'dvcqg', password: 'dvcqg-secret' });
    expect(await other.poll(handle)).toMatchObject({ http: 404, status: '03' });
    expect(await other.poll('x')).toMatchObject({ http: 404, status: '03' });
  });
});

test('an activation is not polled like a signing', async () => {
  const portal = await signhub(ws);
  await portal.register();
  const [asked] = await inbox(ws, 'an');
  expect(await portal.poll(asked!.id)).toMatchObject({ status: '03' });
});

test('the journal holds no password and no token, and the settings no password', async () => {
  const { accessToken, refreshToken } = (await call(ws, TOKEN, demo)).data;
  await call(ws, REFRESH, { refreshToken });
  const journal = await (await ws.control('/journal?system=signhub')).text();
  const { signhub: settings } = (await (await ws.control('/settings')).json()) as {
    signhub: { accounts: { partner: object }[] };
  };
  for (const secret of [demo.password, accessToken, refreshToken]) expect(journal).not.toContain(secret);
  const [{ partner: _, ...account }] = settings.accounts as [(typeof settings.accounts)[number]];
  expect(JSON.stringify(account)).not.toContain(demo.password);
});
