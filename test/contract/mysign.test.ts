import { X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { client, login, mysign, post } from './kit/mysign.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' } });
});

const ECDSA256 = '1.2.840.10045.4.3.2';

describe('a login', () => {
  test('gives a token for a user, which ends by the token clock', async () => {
    const { status, body } = await login(ws);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        access_token: expect.stringMatching(/^[\w-]{43}$/),
        refresh_token: '',
        token_type: 'Bearer',
        expires_in: '3600',
      },
    });
    const an = await mysign(ws);
    await ws.configure({ clockOffsetSeconds: 3500 });
    expect((await an.info()).status).toBe(200);
    await ws.configure({ clockOffsetSeconds: 3601 });
    expect(await an.info()).toMatchObject({ status: 401, body: { error: '59033' } });
  });

  test.each([
    [{ client_secret: 'sai' }, '58007'],
    [{ client_id: 'la' }, '58007'],
    [{ profile_id: 'adss:ras:profile:002' }, '58007'],
    [{ user_id: 'CMT_099099999999' }, '58008'],
    [{ user_id: 'MST_9900000999' }, '58008'],
    [{ user_id: '099090000001' }, '86002'],
    [{ user_id: 'CMT_9900000129' }, '86002'],
    [{ nick: 'An' }, '86002'],
  ])('with %j is refused by %s', async (changes, error) => {
    const { status, body } = await login(ws, changes);
    expect({ status, body }).toMatchObject({ status: 400, body: { error } });
    expect(Object.keys(body)).toEqual(['error', 'error_description']);
  });

  test('is known by the old card as well', async () => {
    const [now, before] = [await mysign(ws), await mysign(ws, { user_id: 'CMT_990000001' })];
    expect((await before.credential()).credential_id).toBe((await now.credential()).credential_id);
  });
});

describe('a call without a live token', () => {
  test.each([
    ['certificates/info', {}],
    ['signHash', { authorization: 'Bearer sai' }],
    ['requests/status', {}],
  ])('to %s with %j is refused before its body is looked at', async (path, headers) => {
    const refused = { status: 401, body: { error: '59033' } };
    expect(await post(ws, `/vtss/service/${path}`, {}, headers)).toMatchObject(refused);
    const { headers: live } = await mysign(ws);
    expect(await post(ws, `/vtss/service/${path}`, {}, live)).toMatchObject({
      status: 400,
      body: { error: '86002' },
    });
  });
});

describe('credentials', () => {
  test('are a list of one, with the chain up to the root', async () => {
    const { status, body } = await (await mysign(ws)).info();
    expect(status).toBe(200);
    expect(body).toEqual([
      {
        credential_id: expect.stringMatching(/^[\dA-F]{32}$/),
        key: {
          status: 'enabled',
          algo: expect.arrayContaining([ECDSA256]),
          len: 256,
          curve: '1.2.840.10045.3.1.7',
        },
        cert: {
          status: 'valid',
          certificates: [expect.any(String), expect.any(String), expect.any(String)],
          issuerDN: expect.stringMatching(/CN=Viettel-CA \(HopCat sandbox\)/),
          serialNumber: expect.any(String),
          subjectDN: expect.stringContaining('UID=CCCD:099090000001'),
          validFrom: expect.stringMatching(/^\d{14}\+0000$/),
          validTo: expect.stringMatching(/^\d{14}\+0000$/),
        },
        authMode: 'implicit',
        multisign: 50,
        scal: '2',
      },
    ]);
    const [own, authority, root] = (await (await mysign(ws)).credential()).cert.certificates.map(
      (der) => new X509Certificate(Buffer.from(der, 'base64')),
    );
    expect(own!.verify(authority!.publicKey) && authority!.verify(root!.publicKey)).toBe(true);
    expect(own!.subject).toContain('CN=Nguyễn Văn An');
  });

  test('of an enterprise name its tax code, and are others than those of its representative', async () => {
    const company = await (await mysign(ws, { user_id: 'MST_9900000129' })).credential();
    const khanh = await (await mysign(ws, { user_id: 'CMT_099080000015' }))
      .credential()
      .catch(() => undefined);
    expect(company.cert.subjectDN).toContain('UID=MST:9900000129');
    expect(khanh?.credential_id).not.toBe(company.credential_id);
  });

  test('hold as much as was asked for', async () => {
    const an = await mysign(ws);
    const { body } = await an.info({ certificates: 'none', certInfo: false, authInfo: false });
    expect((body as unknown as { cert: object }[])[0]).toEqual({
      credential_id: expect.any(String),
      key: expect.any(Object),
      cert: { status: 'valid' },
      multisign: 50,
      scal: '2',
    });
  });

  test('are none where the failure says so, and need the token of the same client and user', async () => {
    const an = await mysign(ws);
    expect(await an.info({ user_id: 'CMT_099192000002' })).toMatchObject({
      status: 401,
      body: { error: '59033' },
    });
    expect(await an.info({ client_secret: 'sai' })).toMatchObject({ status: 400, body: { error: '58007' } });
    an.headers['x-hopcat-fault'] = 'empty';
    expect(await an.info()).toEqual({ status: 200, body: [] });
  });
});

describe('whoever of the cast has a certificate that is not good', () => {
  test.each([
    ['toan', 'expired', '099081000030'],
    ['son', 'revoked', '099078000034'],
    ['nam', 'suspended', '099092000037'],
  ])('%s: %s, and the transaction says 13004', async (_, status, number) => {
    const caller = await mysign(ws, { user_id: `CMT_${number}` });
    const { cert, key } = await caller.credential();
    expect([cert.status, key.status]).toEqual([status, 'disabled']);
    const { transactionId } = (await caller.sign(['đơn'], { signAlgo: ECDSA256 })).body;
    expect((await caller.status(transactionId)).body).toEqual({ signatures: null, status: '13004' });
  });

  test('khoi has none', async () => {
    expect(await (await mysign(ws, { user_id: 'CMT_099200000043' })).info()).toEqual({
      status: 200,
      body: [],
    });
  });
});

test('settings keep no secret of a client, and the journal no token', async () => {
  await mysign(ws);
  const settings = (await (await ws.control('/settings')).json()) as { mysign: object };
  expect(JSON.stringify(settings.mysign)).not.toContain(client.client_secret);
  const journal = await (await ws.control('/journal?system=mysign')).text();
  expect(journal).not.toContain(client.client_secret);
});
