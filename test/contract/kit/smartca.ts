import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { TestWorkspace } from '../../targets/target.ts';
import { jsonBody } from './wire.ts';

export const an = '099090000001';
export const mai = '099192000002';
export const company = '9900000136';
export const password = 'Aa@123456';

export const provider = { sp_id: 'demo-portal', sp_password: 'demo-portal-secret' };

/** Calls VNPT SmartCA as a service provider does. */
export async function smartca(ws: TestWorkspace, path: string, body: object = {}) {
  const answer = await ws.fetch(`${ws.origin}/${ws.id}/smartca${path}`, jsonBody(body));
  return { status: answer.status, body: await answer.json() };
}

export const SP769 = '/sca/sp769';

export interface UserCertificate {
  service_type: string;
  cert_status: string;
  cert_data: string;
  chain_data: { ca_cert: string; root_cert: string };
  serial_number: string;
  cert_subject: string;
  cert_valid_from: string;
}

export async function certificateOf(ws: TestWorkspace, user_id = an): Promise<UserCertificate> {
  const asked = { ...provider, user_id, transaction_id: 'SP_CA_1' };
  const { status, body } = await smartca(ws, `${SP769}/v1/credentials/get_certificate`, asked);
  expect(status).toBe(200);
  return body.data.user_certificates[0];
}

export const file = (text: string, doc_id: string, hash = 'sha256') => ({
  data_to_be_signed: createHash(hash).update(text).digest('hex'),
  doc_id,
  file_type: 'pdf',
  sign_type: 'hash',
});

let turn = 0;

export const asking = (serial_number: string, more: object = {}) => ({
  ...provider,
  user_id: an,
  transaction_id: `SP_CA_${++turn}`,
  serial_number,
  sign_files: [file('Đơn đề nghị', 'HS-1')],
  ...more,
});

export async function oneTimePassword(ws: TestWorkspace, person = 'an'): Promise<string> {
  const answer = await ws.fetch(`${ws.origin}/${ws.id}/smartca/app/otp/${person}`);
  return ((await answer.json()) as { otp: string }).otp;
}
