import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { askToken } from './kit/carriers.ts';
import { certificatesAre, expectChain, isSignedBy } from './kit/signatures.ts';
import { decideLast, waitingOn } from './kit/signing-app.ts';
import { jsonBody } from './kit/wire.ts';

let ws: TestWorkspace;
let token: string;

const tokenOf = async (client?: { id: string; secret: string }): Promise<string> =>
  ((await (await askToken(ws, '/ca769/neac/token', {}, client)).json()) as { access_token: string })
    .access_token;

beforeEach(async () => {
  ws = await openWorkspace();
  token = await tokenOf();
});

async function call(path: string, body: object, bearer = token) {
  const init = jsonBody(body);
  const headers = { ...init.headers, authorization: `Bearer ${bearer}` };
  const answer = await ws.fetch(`${ws.origin}/${ws.id}/ca769/neac${path}`, { ...init, headers });
  return { status: answer.status, body: await answer.json() };
}

const an = '099090000001';

async function certificate(ca_name = 'Viettel-CA') {
  const { status, body } = await call('/get_certificate', { user_id: an, ca_name });
  expect(status).toBe(200);
  return body.data.user_certificates[0] as {
    cert_data: string;
    chain_data: string[];
    serial_number: string;
  };
}

const file = '<Don>đề nghị</Don>';

const asking = (serial_number: string, more: object = {}) => ({
  user_id: an,
  ca_name: 'Viettel-CA',
  serial_number,
  transaction_id: 'NEAC-1',
  sign_files: [{ doc_id: 'HS-1', file_name: 'don.xml', file_base64: Buffer.from(file).toString('base64') }],
  ...more,
});

describe('the eSign portal of NEAC', () => {
  test.each(['VNPT-CA', 'Viettel-CA', 'CA2', 'BkavCA', 'FPT-CA', 'TrustCA', 'MISA-CA'])(
    'gets certificates of %s, which is named in the request',
    async (ca_name) => {
      const { cert_data, chain_data } = await certificate(ca_name);
      expect(expectChain(cert_data, chain_data).issuer).toContain(`CN=${ca_name} (HopCat sandbox)`);
    },
  );

  test('has files signed by whoever approves on the phone', async () => {
    const { cert_data, serial_number } = await certificate();
    const asked = asking(serial_number, { cert_data });
    expect((await call('/sign_file', asked)).body).toMatchObject({
      message: 'WAITING_FOR_USER',
      data: { signed_files: null },
    });
    expect(await waitingOn(ws, 'an')).toMatchObject([
      { documents: [{ id: 'HS-1', name: 'HS-1 (don.xml)' }] },
    ]);
    expect(await decideLast(ws, 'an', 'approve')).toBe(204);
    const { body } = await call('/sign_file', asked);
    expect(body.message).toBe('SUCCESS');
    expect(isSignedBy(cert_data, body.data.signed_files[0].signature_value, file)).toBe(true);
  });

  test('needs a live token', async () => {
    const refused = { status: 401, body: { code: 401, message: expect.any(String) } };
    const { serial_number } = await certificate();
    expect(await call('/sign_file', asking(serial_number), 'x')).toEqual(refused);
    expect(await call('/get_certificate', { user_id: an, ca_name: 'CA2' }, 'x')).toEqual(refused);
    await ws.configure({ clockOffsetSeconds: 3600 });
    expect(await call('/sign_file', asking(serial_number))).toEqual(refused);
    expect((await askToken(ws, '/ca769/neac/token', {}, { id: 'demo-portal', secret: 'sai' })).status).toBe(
      401,
    );
  });

  test('is refused an unknown authority, another’s certificate, and one that is revoked', async () => {
    const { serial_number } = await certificate();
    expect((await call('/get_certificate', { user_id: an, ca_name: 'ABC-CA' })).status).toBe(400);
    expect((await call('/sign_file', asking(serial_number, { user_id: '099192000002' }))).status).toBe(403);
    expect((await call('/sign_file', asking(serial_number, { ca_name: 'CA2' }))).status).toBe(403);
    ws = await openWorkspace();
    token = await tokenOf();
    await certificatesAre(ws, 'an', { certificate: 'revoked' });
    const revoked = await certificate();
    expect(await call('/sign_file', asking(revoked.serial_number))).toMatchObject({
      status: 403,
      body: { code: 403, message: expect.stringContaining('revoked') },
    });
  });

  test('keeps its transactions apart from other service providers’', async () => {
    const { serial_number } = await certificate();
    await call('/sign_file', asking(serial_number));
    const other = await tokenOf({ id: 'DVCQG', secret: 'dvcqg-secret' });
    expect((await call('/sign_file', asking(serial_number), other)).body.message).toBe('WAITING_FOR_USER');
    expect(await waitingOn(ws, 'an')).toHaveLength(2);
  });
});
