import { X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { client, login, mysign, SHA256 } from './kit/mysign.ts';
import { approve, arriving, digestOf, inbox, isSigned, refuse } from './kit/signing.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' } });
});

const ECDSA256 = '1.2.840.10045.4.3.2';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

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

describe('a polled transaction', () => {
  test('waits for the signer, who sees what is signed, and gives signatures of the key', async () => {
    const an = await mysign(ws);
    const texts = ['đơn', 'tờ khai'];
    const begun = await an.sign(texts, { signAlgo: ECDSA256 });
    expect(begun).toEqual({ status: 200, body: { transactionId: expect.any(String) } });
    const { transactionId } = begun.body;
    expect((await an.status(transactionId)).body).toEqual({ signatures: null, status: '4000' });
    const [seen] = await inbox(ws, 'an');
    expect(seen).toMatchObject({
      system: 'mysign',
      description: 'Ký hồ sơ',
      documents: [{ id: 'doc-0', name: 'đơn.pdf' }, { id: 'doc-1' }],
    });
    expect((await approve(ws, seen!.id, 'an')).status).toBe(204);
    const { body } = await an.status(transactionId);
    expect(body).toEqual({ signatures: [expect.any(String), expect.any(String)], status: '1' });
    const [certificate] = (await an.credential()).cert.certificates;
    const [first, second] = body.signatures as string[];
    expect(isSigned(certificate!, 'đơn', first!) && isSigned(certificate!, 'tờ khai', second!)).toBe(true);
    expect(isSigned(certificate!, 'tờ khai', first!)).toBe(false);
  });

  test('that the signer refuses says 4002, blocks says 4004, ignores says 4001', async () => {
    const an = await mysign(ws);
    const begin = async () => {
      const { transactionId } = (await an.sign(['đơn'], { signAlgo: ECDSA256 })).body;
      const all = await inbox(ws, 'an');
      return { transactionId, id: all.at(-1)!.id };
    };
    const statusOf = async (id: unknown) => (await an.status(id)).body;
    const refused = await begin();
    await refuse(ws, refused.id, 'an');
    expect(await statusOf(refused.transactionId)).toEqual({ signatures: null, status: '4002' });
    const ignored = await begin();
    await ws.configure({ clockOffsetSeconds: 301 });
    expect(await statusOf(ignored.transactionId)).toEqual({ signatures: null, status: '4001' });
    const blocked = await begin();
    for (let time = 0; time < 3; time++) await approve(ws, blocked.id, 'an', '000000');
    expect(await statusOf(blocked.transactionId)).toEqual({ signatures: null, status: '4004' });
  });

  test('is known to nobody but the client and the user whose it is', async () => {
    const [an, mai] = [await mysign(ws), await mysign(ws, { user_id: 'CMT_099192000002' })];
    const { transactionId } = (await an.sign(['đơn'], { signAlgo: ECDSA256 })).body;
    expect(await mai.status(transactionId)).toMatchObject({ status: 400, body: { error: '86002' } });
    const portal = await mysign(ws, { client_id: 'dvcqg', client_secret: 'dvcqg-secret' });
    expect(await portal.status(transactionId)).toMatchObject({ status: 400, body: { error: '86002' } });
  });

  test('is known to a person for whom it is, not to the enterprise that they represent', async () => {
    const [person, seal] = [
      await mysign(ws, { user_id: 'CMT_099185000066' }),
      await mysign(ws, { user_id: 'MST_9900000136' }),
    ];
    const { transactionId } = (await seal.sign(['đơn'], { signAlgo: ECDSA256 })).body;
    expect(await person.status(transactionId)).toMatchObject({ status: 400, body: { error: '86002' } });
    expect((await seal.status(transactionId)).body).toMatchObject({ status: '4000' });
  });

  test("keeps no number of somebody real in the caller's id of the request", async () => {
    const an = await mysign(ws);
    await an.sign(['đơn'], { signAlgo: ECDSA256 }, { 'x-request-id': 'yc-001090012345' });
    const kept = await (await ws.control('/export')).text();
    expect(kept).toContain('yc-************');
    expect(kept).not.toContain('001090012345');
  });

  test.each([
    ['signing', '6000'],
    ['no-quota', '4005'],
    ['system-error', '50000'],
  ])('says, asked to fail by %s, %s', async (failure, status) => {
    const an = await mysign(ws);
    const { transactionId } = (await an.sign(['đơn'], { signAlgo: ECDSA256 })).body;
    const { body } = await an.status(transactionId, { 'x-hopcat-fault': failure });
    expect(body).toEqual({ signatures: null, status });
  });

  test('of a certificate that has expired meanwhile says 13004, and nobody is asked', async () => {
    await (await mysign(ws)).credential();
    await ws.configure({ clockOffsetSeconds: 4 * 365 * 86_400 });
    const an = await mysign(ws);
    expect((await an.credential()).cert.status).toBe('expired');
    const { transactionId } = (await an.sign(['đơn'], { signAlgo: ECDSA256 })).body;
    expect((await an.status(transactionId)).body).toEqual({ signatures: null, status: '13004' });
    expect(await inbox(ws, 'an')).toEqual([]);
    expect(await an.sign(['đơn'], { signAlgo: ECDSA256, async: 1 })).toMatchObject({
      status: 400,
      body: { error: '13004' },
    });
  });
});

describe('a synchronous call', () => {
  test('waits until the signer has agreed', async () => {
    const an = await mysign(ws);
    const waiting = an.sign(['đơn'], { signAlgo: ECDSA256, async: 1 });
    const seen = await arriving(ws, 'an');
    await approve(ws, seen.id, 'an');
    const { status, body } = await waiting;
    expect(status).toBe(200);
    const [certificate] = (await an.credential()).cert.certificates;
    expect(isSigned(certificate!, 'đơn', (body.signatures as string[])[0]!)).toBe(true);
  });

  test('is refused when the signer refuses, and when nobody answers in time', async () => {
    await ws.configure({ mysign: { waitSeconds: 1 } });
    const an = await mysign(ws);
    const waiting = an.sign(['đơn'], { signAlgo: ECDSA256, async: 0 });
    await refuse(ws, (await arriving(ws, 'an')).id, 'an');
    expect(await waiting).toMatchObject({ status: 400, body: { error: '4002' } });
    expect(await an.sign(['đơn'], { signAlgo: ECDSA256, async: 0 })).toMatchObject({
      status: 400,
      body: { error: '4001' },
    });
  });

  test('is answered at once by the autopilot', async () => {
    await ws.configure({ signing: { autopilot: 'approve' } });
    const an = await mysign(ws);
    const { body } = await an.sign(['đơn'], { signAlgo: ECDSA256, async: '0', numSignatures: '1' });
    expect(body).toEqual({ signatures: [expect.any(String)] });
    await ws.configure({ signing: { autopilot: 'refuse' } });
    expect(await an.sign(['đơn'], { signAlgo: ECDSA256, async: 1 })).toMatchObject({
      body: { error: '4002' },
    });
  });

  test('that is made to fail asks nobody; one that is cut off was signed all the same', async () => {
    const an = await mysign(ws);
    const sync = { signAlgo: ECDSA256, async: 1 };
    expect(await an.sign(['đơn'], sync, { 'x-hopcat-fault': 'down' })).toMatchObject({ status: 503 });
    expect(await inbox(ws, 'an')).toEqual([]);
    const cut = an.sign(['đơn'], sync, { 'x-hopcat-fault': 'malformed' }).catch((error: Error) => error);
    await approve(ws, (await arriving(ws, 'an')).id, 'an');
    expect(await cut).toBeInstanceOf(SyntaxError);
  });

  test('is written down when it is answered, with the answer', async () => {
    await ws.configure({ signing: { autopilot: null }, mysign: { waitSeconds: 1 } });
    const an = await mysign(ws);
    await an.sign(['đơn'], { signAlgo: ECDSA256, async: 1 });
    const { entries } = (await (await ws.control('/journal?system=mysign')).json()) as {
      entries: { operation: string; fault?: { code: string } }[];
    };
    expect(entries.find(({ operation }) => operation === 'signHash')).toMatchObject({
      fault: { code: 'timed_out' },
      person: 'an',
      client: 'demo-portal',
    });
  });
});

describe('requests to sign', () => {
  test.each([
    ['p256', 'sha256', '.1', ECDSA256],
    ['p256', 'sha384', '.2', '1.2.840.10045.4.3.3'],
    ['p256', 'sha512', '.3', '1.2.840.10045.4.3.4'],
    ['p256', 'sha512', '.3', '1.2.840.10045.2.1'],
    ['rsa2048', 'sha256', '.1', '1.2.840.113549.1.1.11'],
    ['rsa2048', 'sha384', '.2', '1.2.840.113549.1.1.12'],
    ['rsa2048', 'sha512', '.3', '1.2.840.113549.1.1.1'],
  ] as const)('%s signs %s', async (key, hash, end, signAlgo) => {
    await ws.configure({ signing: { key, autopilot: 'approve' } });
    const an = await mysign(ws);
    const hashAlgo = `${SHA256.slice(0, -2)}${end}`;
    const more = { hash: [digestOf('đơn', hash)], hashAlgo, signAlgo, async: 1 };
    const { status, body } = await an.sign(['đơn'], more);
    expect({ status, body }).toMatchObject({ status: 200 });
    const [certificate] = (await an.credential()).cert.certificates;
    expect(isSigned(certificate!, 'đơn', (body.signatures as string[])[0]!, hash)).toBe(true);
  });

  const refusedBy = async (changes: object, error: string) => {
    const an = await mysign(ws);
    expect(await an.sign(['đơn'], { signAlgo: ECDSA256, ...changes })).toMatchObject({
      status: 400,
      body: { error },
    });
    expect(await inbox(ws, 'an')).toEqual([]);
  };

  test.each([
    ['another key', { signAlgo: '1.2.840.113549.1.1.11' }],
    ['another hash than signAlgo names', { signAlgo: '1.2.840.10045.4.3.3' }],
    ['SHA-1', { hashAlgo: '1.3.14.3.2.26' }],
    ['no algorithm at all', { signAlgo: '__proto__' }],
    ['a digest of another length', { hash: [digestOf('đơn', 'sha384')] }],
    ['a digest that is no base64', { hash: ['!'] }],
    ['more signatures than hashes', { numSignatures: 2 }],
    ['two documents with one id', twice()],
    ['a number of somebody real', { description: base64('CCCD 001090000001') }],
    ['a webhook that the account does not have', { async: 3 }],
    ['a mode that there is not', { async: 4 }],
  ])('refuse %s', async (_, changes) => {
    await refusedBy(changes, '86002');
  });

  function twice() {
    const one = { document_id: '1', document_name: base64('đơn') };
    const hash = [digestOf('a'), digestOf('b')];
    return { numSignatures: 2, documents: [one, one], hash };
  }

  test("refuse another person's credential, and one that is nobody's", async () => {
    const mai = await (await mysign(ws, { user_id: 'CMT_099192000002' })).credential();
    await refusedBy({ credentialID: mai.credential_id }, '86024');
    await refusedBy({ credentialID: 'x' }, '86024');
  });
});

test('settings keep no secret of a client, and the journal no token', async () => {
  await mysign(ws);
  const settings = (await (await ws.control('/settings')).json()) as { mysign: object };
  expect(JSON.stringify(settings.mysign)).not.toContain(client.client_secret);
  const journal = await (await ws.control('/journal?system=mysign')).text();
  expect(journal).not.toContain(client.client_secret);
});
