import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SettingsInput } from '../../contracts/_settings.ts';
import { authorities } from '../../contracts/_sign/authorities.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { certificatesAre, expectChain, isSignedBy } from './kit/signatures.ts';
import { decideLast, waitingOn } from './kit/signing-app.ts';
import { jsonBody } from './kit/wire.ts';

let ws: TestWorkspace;

/** Nobody is asked: the signer agrees at once. */
const fast: SettingsInput = { signing: { autopilot: 'approve' } };

beforeEach(async () => {
  ws = await openWorkspace(fast);
});

const an = '099090000001';
const mai = '099192000002';
const company = '9900000136';

const provider = { sp_id: 'demo-portal', sp_password: 'demo-portal-secret' };

async function call(path: string, body: object, where = ws) {
  const answer = await where.fetch(`${where.origin}/${where.id}/ca769${path}`, jsonBody(body));
  return { status: answer.status, body: await answer.json() };
}

async function certificateOf(user_id: string, ca = 'vnpt-ca', where = ws) {
  const { status, body } = await call(`/${ca}/get_certificate`, { ...provider, user_id }, where);
  expect(status).toBe(200);
  return body.data.user_certificates[0] as {
    cert_data: string;
    chain_data: string[];
    serial_number: string;
  };
}

const hex = (text: string, hash = 'sha256'): string => createHash(hash).update(text).digest('hex');

const document = (text: string, doc_id: string, hash = 'sha256') => ({
  data_to_be_signed: hex(text, hash),
  doc_id,
  file_options: { file_type: 'pdf', sign_type: 'hash' },
});

let turn = 0;

const request = (serial_number: string, more: object = {}) => ({
  ...provider,
  user_id: an,
  transaction_id: `CA${++turn}`,
  serial_number,
  time_stamp: '20241101080000Z',
  sign_files: [document('Đơn đề nghị', 'HS-1')],
  ...more,
});

describe('certificates', () => {
  const issuers = Object.keys(authorities).filter(
    (name) => authorities[name as 'root'].role === ('issuer' as string),
  );

  test.each(issuers)('of %s stand under the national root', async (ca) => {
    const { cert_data, chain_data } = await certificateOf(an, ca);
    expect(chain_data).toHaveLength(2);
    const certificate = expectChain(cert_data, chain_data);
    expect(certificate.subject).toContain('UID=CCCD:099090000001');
    expect(certificate.subject).toContain('CN=Nguyễn Văn An');
  });

  test('name an enterprise by its tax code', async () => {
    const { cert_data, chain_data } = await certificateOf(company);
    expect(expectChain(cert_data, chain_data).subject).toContain(`UID=MST:${company}`);
  });

  test.each([
    ['the old card', '990000001'],
    ['the citizen card', an],
  ])('are found by the number of %s, and are the same each time', async (_, user_id) => {
    const [first, again] = [await certificateOf(user_id), await certificateOf(an)];
    expect(first.serial_number).toBe(again.serial_number);
  });

  test('are found by the number of a passport', async () => {
    expect((await certificateOf('M00000012')).cert_data).toBeTruthy();
  });

  test('can be asked for by their serial number', async () => {
    const { serial_number } = await certificateOf(an);
    const ask = (serial: string) =>
      call('/vnpt-ca/get_certificate', { ...provider, user_id: an, serial_number: serial });
    expect((await ask(serial_number.toUpperCase())).body.data.user_certificates).toHaveLength(1);
    expect((await ask('')).body.data.user_certificates).toHaveLength(1);
    expect((await ask('5a00')).body.data.user_certificates).toEqual([]);
  });

  test('are none of whoever has none, or is nobody', async () => {
    await certificatesAre(ws, 'an', { certificate: 'none' });
    for (const user_id of [an, '9999999999', 'ABC'])
      expect((await call('/vnpt-ca/get_certificate', { ...provider, user_id })).body).toMatchObject({
        status_code: 200,
        data: { user_certificates: [] },
      });
  });
});

describe('signing', () => {
  test.each(['sha256', 'sha384', 'sha512'])(
    'a %s gives a signature that the certificate verifies',
    async (hash) => {
      const { cert_data, serial_number } = await certificateOf(an);
      const files = [document('một', 'HS-1', hash), document('hai', 'HS-2', hash)];
      const { status, body } = await call('/vnpt-ca/sign', request(serial_number, { sign_files: files }));
      expect(status).toBe(200);
      expect(body.message).toBe('SUCCESS');
      const [first, second] = body.data.signed_files;
      expect([first.doc_id, second.doc_id]).toEqual(['HS-1', 'HS-2']);
      expect(first.timestamp_signature).toMatch(/^\d{14}Z$/);
      expect(isSignedBy(cert_data, first.signature_value, 'một', hash)).toBe(true);
      expect(isSignedBy(cert_data, second.signature_value, 'hai', hash)).toBe(true);
      expect(isSignedBy(cert_data, first.signature_value, 'hai', hash)).toBe(false);
    },
  );

  test('a file gives a signature over its SHA-256, by a P-256 key too', async () => {
    const { cert_data, serial_number } = await certificateOf(an, 'ca2');
    const other = await openWorkspace({ signing: { autopilot: 'approve', key: 'p256' } });
    const file = '<Don>đề nghị</Don>';
    const sign_files = [
      {
        data_to_be_signed: Buffer.from(file).toString('base64'),
        doc_id: 'HS-1',
        file_options: { sign_type: 'file' },
      },
    ];
    const { body } = await call('/ca2/sign', request(serial_number, { sign_files }));
    expect(isSignedBy(cert_data, body.data.signed_files[0].signature_value, file)).toBe(true);
    const curve = await certificateOf(an, 'ca2', other);
    const signed = await call('/ca2/sign', request(curve.serial_number, { sign_files }), other);
    expect(isSignedBy(curve.cert_data, signed.body.data.signed_files[0].signature_value, file)).toBe(true);
  });

  test('by an enterprise is asked for by its tax code', async () => {
    const { cert_data, serial_number } = await certificateOf(company);
    const { body } = await call('/vnpt-ca/sign', request(serial_number, { user_id: company }));
    expect(isSignedBy(cert_data, body.data.signed_files[0].signature_value, 'Đơn đề nghị')).toBe(true);
  });

  test('waits for the signer, and the same request again tells where it stands', async () => {
    await ws.configure({ signing: { autopilot: null } });
    const { serial_number } = await certificateOf(an);
    const asked = request(serial_number);
    const waits = { status_code: 200, message: 'WAITING_FOR_USER', data: { signed_files: null } };
    expect((await call('/vnpt-ca/sign', asked)).body).toMatchObject(waits);
    expect((await call('/vnpt-ca/sign', asked)).body).toMatchObject(waits);
    const status = () => call('/vnpt-ca/get_status', { ...provider, transaction_id: asked.transaction_id });
    expect((await status()).body).toMatchObject(waits);
    await ws.configure({ clockOffsetSeconds: 301 });
    expect((await status()).body).toMatchObject({ message: 'EXPIRED', data: { signed_files: null } });
  });

  test('tells the signatures once the signer has approved on the phone', async () => {
    await ws.configure({ signing: { autopilot: null } });
    const { cert_data, serial_number } = await certificateOf(an);
    const asked = request(serial_number);
    await call('/vnpt-ca/sign', asked);
    expect(await waitingOn(ws, 'an')).toMatchObject([
      { asks: 'demo-portal', description: 'Ký HS-1 (pdf) / Sign HS-1 (pdf)', documents: [{ id: 'HS-1' }] },
    ]);
    expect(await decideLast(ws, 'an', 'approve')).toBe(204);
    const { body } = await call('/vnpt-ca/sign', asked);
    expect(body.message).toBe('SUCCESS');
    expect(isSignedBy(cert_data, body.data.signed_files[0].signature_value, 'Đơn đề nghị')).toBe(true);
    const { transaction_id } = asked;
    expect((await call('/vnpt-ca/get_status', { ...provider, transaction_id })).body).toEqual(body);
  });

  test('that the signer refuses says so', async () => {
    await ws.configure({ signing: { autopilot: 'refuse' } });
    const { serial_number } = await certificateOf(an);
    expect((await call('/vnpt-ca/sign', request(serial_number))).body).toMatchObject({
      message: 'REJECTED',
      data: { signed_files: null },
    });
  });

  test('happens once for a transaction, however many ask at once', async () => {
    const { serial_number } = await certificateOf(an);
    const asked = request(serial_number);
    const answers = await Promise.all(Array.from({ length: 12 }, () => call('/vnpt-ca/sign', asked)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });
});

describe('what is refused, in the wire’s own words', () => {
  const refused = (status: number) => ({
    status,
    body: { code: status, message: expect.stringMatching(/ \/ .+ \(.+\)$/) },
  });

  test.each([
    ['a wrong password', { sp_password: 'demo-portal' }],
    ['an unknown service provider', { sp_id: 'somebody' }],
    ['no password', { sp_password: '' }],
  ])('%s', async (_, wrong) => {
    expect(await call('/vnpt-ca/get_certificate', { ...provider, user_id: an, ...wrong })).toEqual(
      refused(401),
    );
    const { serial_number } = await certificateOf(an);
    expect(await call('/vnpt-ca/sign', request(serial_number, wrong))).toEqual(refused(401));
  });

  test.each([
    ['a hash that is too short', { data_to_be_signed: 'abcd' }],
    ['a SHA-1', { data_to_be_signed: hex('x', 'sha1') }],
    ['a hash in base64', { data_to_be_signed: Buffer.alloc(48, 255).toString('base64') }],
    ['a file that is not base64', { data_to_be_signed: 'đơn', file_options: { sign_type: 'file' } }],
    ['a document without an id', { doc_id: '' }],
    ['a kind of signature that the wire does not name', { file_options: { sign_type: 'xades' } }],
  ])('%s', async (_, wrong) => {
    const { serial_number } = await certificateOf(an);
    const sign_files = [{ ...document('x', 'HS-1'), ...wrong }];
    expect(await call('/vnpt-ca/sign', request(serial_number, { sign_files }))).toEqual(refused(400));
  });

  test('two documents with one id', async () => {
    const { serial_number } = await certificateOf(an);
    const sign_files = [document('x', 'HS-1'), document('y', 'HS-1')];
    expect(await call('/vnpt-ca/sign', request(serial_number, { sign_files }))).toEqual(refused(400));
  });

  test('somebody else’s certificate, one of another authority, and one of nobody', async () => {
    const { serial_number } = await certificateOf(an);
    const ask = (ca: string, more: object) => call(`/${ca}/sign`, request(serial_number, more));
    expect(await ask('vnpt-ca', { user_id: mai })).toEqual(refused(403));
    expect(await ask('viettel-ca', {})).toEqual(refused(403));
    expect(await ask('vnpt-ca', { serial_number: '5a00' })).toEqual(refused(403));
    expect(await ask('vnpt-ca', { user_id: '9999999999' })).toEqual(refused(403));
  });

  test.each(['revoked', 'suspended', 'expired', 'not-yet-valid'])(
    'a certificate that is %s',
    async (certificate) => {
      await certificatesAre(ws, 'an', { certificate });
      const { serial_number } = await certificateOf(an);
      const answer = await call('/vnpt-ca/sign', request(serial_number));
      expect(answer).toEqual(refused(403));
      expect(answer.body.message).toContain(certificate);
    },
  );

  test('another document under a transaction that was used', async () => {
    const { serial_number } = await certificateOf(an);
    const asked = request(serial_number);
    expect((await call('/vnpt-ca/sign', asked)).status).toBe(200);
    const swapped = { ...asked, sign_files: [document('Đơn khác', 'HS-1')] };
    expect(await call('/vnpt-ca/sign', swapped)).toEqual(refused(400));
  });

  test('another service provider’s transaction', async () => {
    const { serial_number } = await certificateOf(an);
    const asked = request(serial_number);
    await call('/vnpt-ca/sign', asked);
    const dvcqg = { sp_id: 'DVCQG', sp_password: 'dvcqg-secret' };
    const { transaction_id } = asked;
    expect(await call('/vnpt-ca/get_status', { ...dvcqg, transaction_id })).toEqual(refused(400));
    expect((await call('/vnpt-ca/get_status', { ...provider, transaction_id })).status).toBe(200);
  });

  test.each(['2024110108000Z', '20241301080000Z', '20240230080000Z', 'hôm nay'])(
    'the time %s',
    async (time_stamp) => {
      const { serial_number } = await certificateOf(an);
      expect(await call('/vnpt-ca/sign', request(serial_number, { time_stamp }))).toEqual(refused(400));
    },
  );

  test('a time long past, where the settings want to know', async () => {
    await ws.configure({ ca769: { timeStampSeconds: 300 } });
    const { serial_number } = await certificateOf(an);
    expect(await call('/vnpt-ca/sign', request(serial_number))).toEqual(refused(400));
    const time_stamp = `${new Date().toISOString().slice(0, 19).replace(/\D/g, '')}Z`;
    expect((await call('/vnpt-ca/sign', request(serial_number, { time_stamp }))).status).toBe(200);
  });

  test('a number that is not the sandbox’s', async () => {
    const { serial_number } = await certificateOf(an);
    const sign_files = [document('x', 'HS-001090000001')];
    expect(await call('/vnpt-ca/sign', request(serial_number, { sign_files }))).toEqual(refused(400));
  });

  test.each(['root', 'time', 'stranger', 'nobody'])('%s, which is no authority for people', async (ca) => {
    expect(await call(`/${ca}/get_certificate`, { ...provider, user_id: an })).toEqual(refused(404));
  });
});

test('the national portal may call, whatever the settings say', async () => {
  await ws.configure({ ca769: { accounts: [] } });
  const dvcqg = { sp_id: 'DVCQG', sp_password: 'dvcqg-secret' };
  expect((await call('/vnpt-ca/get_certificate', { ...dvcqg, user_id: an })).status).toBe(200);
  expect((await call('/vnpt-ca/get_certificate', { ...provider, user_id: an })).status).toBe(401);
});

test('no password stands in the journal', async () => {
  await certificateOf(an);
  const journal = await (await ws.control('/journal?system=ca769')).text();
  expect(journal).toContain('get_certificate');
  expect(journal).not.toContain(provider.sp_password);
});
