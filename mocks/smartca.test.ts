import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hopcat } from './handlers.ts';

const sandbox = hopcat({ settings: { signing: { autopilot: 'approve' } } });
const server = setupServer(...sandbox.handlers);

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());

test.each(['https://gwsca.vnpt.vn', 'https://rmgateway.vnptit.vn'])(
  'VNPT SmartCA answers at %s, so that an application needs no other address in its tests',
  async (origin) => {
    const caller = { sp_id: 'demo-portal', sp_password: 'demo-portal-secret', user_id: '099090000001' };
    const post = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify({ ...caller, ...body }) };
      return (await fetch(`${origin}/sca/sp769/v1${path}`, init)).json();
    };
    const { data } = await post('/credentials/get_certificate', { transaction_id: 'CA1' });
    const [{ serial_number }] = data.user_certificates;
    const sign_files = [{ data_to_be_signed: 'ab'.repeat(32), doc_id: '1', sign_type: 'hash' }];
    const asked = { transaction_id: `${origin} 1`, serial_number, sign_files };
    const { data: begun } = await post('/signatures/sign', asked);
    const status = await fetch(`${origin}/sca/sp769/v1/signatures/sign/${begun.tran_code}/status`, {
      method: 'POST',
    });
    expect(await status.json()).toMatchObject({
      message: 'SUCCESS',
      data: { signatures: [{ doc_id: '1' }] },
    });
  },
);
