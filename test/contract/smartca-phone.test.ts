import { beforeEach, describe, expect, test } from 'vitest';
import { needs, openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { listen } from './kit/listener.ts';
import { certificatesAre, expectChain, isSignedBy } from './kit/signatures.ts';
import { decideLast, waitingOn } from './kit/signing-app.ts';
import { an, asking, certificateOf, company, file, mai, provider, SP769, smartca } from './kit/smartca.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace({ allowedHosts: ['127.0.0.1'] });
});

const sign = (body: object) => smartca(ws, `${SP769}/v1/signatures/sign`, body);

const status = (transaction: string) => smartca(ws, `${SP769}/v1/signatures/sign/${transaction}/status`);

const refused = (code: number, name: string) => ({
  status: code,
  body: { status_code: code, message: expect.stringMatching(`^${name}: .+ / .+ \\(.+\\)$`), data: null },
});

describe('certificates', () => {
  test('of a citizen stand under the national root, and are told in full', async () => {
    const shown = await certificateOf(ws);
    const { ca_cert, root_cert } = shown.chain_data;
    const certificate = expectChain(shown.cert_data, [ca_cert, root_cert]);
    expect(shown).toMatchObject({ service_type: 'SMARTCA', cert_status: 'Đang hoạt động' });
    expect(shown.cert_subject).toMatch(/^C=VN,CN=Nguyễn Văn An,UID=CCCD:099090000001$/);
    expect(shown.serial_number).toBe(certificate.serialNumber.toLowerCase());
    expect(Date.parse(shown.cert_valid_from)).toBe(Date.parse(certificate.validFrom));
  });

  test('of an enterprise are seals', async () => {
    expect(await certificateOf(ws, company)).toMatchObject({
      service_type: 'ESEAL',
      cert_subject: expect.stringContaining(`UID=MST:${company}`),
    });
  });

  test.each([
    ['revoked', 'Đã thu hồi'],
    ['suspended', 'Tạm dừng'],
    ['expired', 'Hết hạn'],
    ['not-yet-valid', 'Chưa có hiệu lực'],
  ])('say that they are %s, and sign nothing', async (certificate, cert_status) => {
    await certificatesAre(ws, 'an', { certificate });
    const shown = await certificateOf(ws);
    expect(shown.cert_status).toBe(cert_status);
    expect(await sign(asking(shown.serial_number))).toEqual(refused(403, 'CREDENTIAL_STATUS_INVALID'));
  });
});

test('a revoked certificate signs nothing at the very first call either', async () => {
  await certificatesAre(ws, 'an', { certificate: 'revoked' });
  expect(await sign(asking(''))).toEqual(refused(403, 'CREDENTIAL_STATUS_INVALID'));
});

describe('a signature by the phone', () => {
  test('waits, shows what it is about, and verifies once it is approved', async () => {
    const { serial_number, cert_data } = await certificateOf(ws);
    const sign_files = [file('một', 'HS-1'), file('hai', 'HS-2', 'sha512')];
    const asked = asking(serial_number, { transaction_desc: 'Cấp giấy phép', sign_files });
    const begun = await sign(asked);
    const { transaction_id } = asked;
    expect(begun.body).toEqual({
      status_code: 200,
      message: 'sig_wait_for_user_confirm',
      data: { transaction_id, tran_code: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) },
    });
    const waits = { message: 'sig_wait_for_user_confirm', data: { transaction_id, signatures: null } };
    expect((await status(transaction_id)).body).toMatchObject(waits);
    expect(await waitingOn(ws, 'an')).toMatchObject([
      { system: 'smartca', description: 'Cấp giấy phép', documents: [{ id: 'HS-1' }, { id: 'HS-2' }] },
    ]);
    expect(await decideLast(ws, 'an', 'approve')).toBe(204);
    const { body } = await status(transaction_id);
    expect(body).toMatchObject({ status_code: 200, message: 'SUCCESS', data: { transaction_id } });
    expect((await status(begun.body.data.tran_code)).body).toEqual(body);
    const [first, second] = body.data.signatures;
    expect([first.doc_id, second.doc_id]).toEqual(['HS-1', 'HS-2']);
    expect(isSignedBy(cert_data, first.signature_value, 'một')).toBe(true);
    expect(isSignedBy(cert_data, second.signature_value, 'hai', 'sha512')).toBe(true);
    expect(isSignedBy(cert_data, second.signature_value, 'một', 'sha512')).toBe(false);
  });

  test('is refused by the signer', async () => {
    const { serial_number } = await certificateOf(ws);
    const asked = asking(serial_number);
    await sign(asked);
    await decideLast(ws, 'an', 'refuse');
    expect((await status(asked.transaction_id)).body).toMatchObject({
      message: 'SIGNER_REJECTED',
      data: { signatures: null },
    });
  });

  test('expires when nobody answers', async () => {
    const { serial_number } = await certificateOf(ws);
    const asked = asking(serial_number);
    await sign(asked);
    await ws.configure({ clockOffsetSeconds: 300 });
    expect((await status(asked.transaction_id)).body).toMatchObject({
      message: 'EXPIRED',
      data: { signatures: null },
    });
    expect(await decideLast(ws, 'an', 'approve')).toBe(404);
  });

  test('fails when the PIN is blocked', async () => {
    const { serial_number } = await certificateOf(ws);
    const asked = asking(serial_number);
    await sign(asked);
    for (const pin of ['1', '2', '3']) await decideLast(ws, 'an', 'approve', pin);
    expect((await status(asked.transaction_id)).body.message).toBe('AUTHORIZE_KEY_FAILED');
  });

  test('needs no serial number, as the document says', async () => {
    const { serial_number: _, ...asked } = asking('');
    expect((await sign(asked)).status).toBe(200);
    expect((await sign(asking(''))).status).toBe(200);
  });
});

describe('the webhook', () => {
  needs('calls to loopback');

  const tell = (url: string) =>
    ws.control('/settings').then(async (answer) => {
      const { smartca: settings } = await answer.json();
      await ws.configure({
        smartca: { accounts: [{ ...settings.accounts[0], webhook: `${url}/smartca` }] },
      });
    });

  test('tells the service provider what was signed, once', async () => {
    await using listener = await listen(() => new Response(null, { status: 204 }));
    await tell(listener.url);
    const { serial_number, cert_data } = await certificateOf(ws);
    const asked = asking(serial_number);
    await sign(asked);
    const [{ id } = { id: '' }] = await waitingOn(ws, 'an');
    const decided = () => ws.fetch(`${ws.origin}/${ws.id}/smartca/app/decided/${id}`, { method: 'POST' });
    expect((await decided()).status).toBe(204);
    expect(listener.received).toEqual([]);
    await decideLast(ws, 'an', 'approve');
    expect((await decided()).status).toBe(204);
    expect(listener.received).toHaveLength(1);
    const { method, path, type, body } = listener.received[0]!;
    expect({ method, path }).toEqual({ method: 'POST', path: '/smartca' });
    expect(type).toMatch(/^application\/json/);
    const { signed_files, ...told } = JSON.parse(body);
    const { sp_id, transaction_id } = asked;
    expect(told).toEqual({ sp_id, status_code: 200, message: 'SUCCESS', transaction_id });
    expect(isSignedBy(cert_data, signed_files[0].signature_value, 'Đơn đề nghị')).toBe(true);
  });

  test('tells of a refusal, and of what the autopilot signed', async () => {
    await using listener = await listen(() => new Response(null, { status: 200 }));
    await tell(listener.url);
    const { serial_number } = await certificateOf(ws);
    await sign(asking(serial_number));
    await decideLast(ws, 'an', 'refuse');
    expect(JSON.parse(listener.received[0]!.body)).toMatchObject({
      status_code: 403,
      message: 'SIGNER_REJECTED',
      signed_files: [],
    });
    await ws.configure({ signing: { autopilot: 'approve' } });
    await sign(asking(serial_number));
    expect(JSON.parse(listener.received[1]!.body)).toMatchObject({ status_code: 200, message: 'SUCCESS' });
  });

  test('is tried three times while the service provider is down', async () => {
    await using listener = await listen((_, turn) => new Response(null, { status: turn < 3 ? 503 : 200 }));
    await tell(listener.url);
    const { serial_number } = await certificateOf(ws);
    await sign(asking(serial_number));
    await decideLast(ws, 'an', 'approve');
    expect(listener.received).toHaveLength(3);
    expect(new Set(listener.received.map(({ body }) => body)).size).toBe(1);
  });
});

describe('what is refused', () => {
  test.each([
    ['a wrong sp_password', { sp_password: 'sai' }, 401, 'SP_CREDENTIAL_INVALID'],
    ['an unknown sp_id', { sp_id: 'ai-do' }, 401, 'SP_CREDENTIAL_INVALID'],
    ['an unknown user_id', { user_id: '9999999999' }, 401, 'SP_CREDENTIAL_INVALID'],
    ['somebody else’s serial number', { user_id: mai }, 403, 'CREDENTIAL_STATUS_INVALID'],
    ['an unknown serial number', { serial_number: '5a00' }, 403, 'CREDENTIAL_STATUS_INVALID'],
    ['no documents', { sign_files: [] }, 400, 'BAD_REQUEST'],
    ['a file', { sign_files: [{ ...file('x', '1'), sign_type: 'file' }] }, 400, 'BAD_REQUEST'],
    ['a SHA-1', { sign_files: [file('x', '1', 'sha1')] }, 400, 'BAD_REQUEST'],
    ['one doc_id twice', { sign_files: [file('x', '1'), file('y', '1')] }, 400, 'BAD_REQUEST'],
    ['a time that is none', { time_stamp: '20241301080000Z' }, 400, 'BAD_REQUEST'],
    ['a foreign number', { transaction_desc: 'CCCD 001090000001' }, 400, 'BAD_REQUEST'],
    ['a field that the wire does not have', { callback: 'x' }, 400, 'BAD_REQUEST'],
  ])('%s', async (_, wrong, code, name) => {
    const { serial_number } = await certificateOf(ws);
    expect(await sign({ ...asking(serial_number), ...wrong })).toEqual(refused(code, name));
    expect(await waitingOn(ws, 'an')).toEqual([]);
  });

  test('a transaction_id that was used, by whomever', async () => {
    const { serial_number } = await certificateOf(ws);
    const asked = asking(serial_number);
    const answers = await Promise.all([1, 2, 3, 4].map(() => sign(asked)));
    expect(answers.map(({ status: each }) => each).sort()).toEqual([200, 400, 400, 400]);
    const other = { sp_id: 'dvcqg', sp_password: 'dvcqg-secret' };
    expect(await sign({ ...asked, ...other })).toEqual(refused(400, 'BAD_REQUEST'));
    expect(await waitingOn(ws, 'an')).toHaveLength(1);
  });

  test('the status of a transaction that there is not', async () => {
    expect(await status('SP_CA_X')).toEqual(refused(400, 'BAD_REQUEST'));
  });

  test('nothing of the password stands in the journal', async () => {
    await certificateOf(ws);
    const journal = await (await ws.control('/journal?system=smartca')).text();
    expect(journal).toContain(an);
    expect(journal).not.toContain(provider.sp_password);
  });
});

test('the national portal may call, whatever the settings say', async () => {
  await ws.configure({ smartca: { accounts: [] } });
  const dvcqg = { sp_id: 'dvcqg', sp_password: 'dvcqg-secret' };
  const path = `${SP769}/v1/credentials/get_certificate`;
  expect((await smartca(ws, path, { ...dvcqg, user_id: an })).status).toBe(200);
  expect((await smartca(ws, path, { ...provider, user_id: an })).status).toBe(401);
});
