import { createHash, randomUUID } from 'node:crypto';
import type { TestWorkspace } from '../../targets/target.ts';
import { jsonBody } from './wire.ts';

const provider = { sp_id: 'demo-portal', sp_password: 'demo-portal-secret' };
const numbers = { an: '099090000001', mai: '099192000002' };

type Signer = keyof typeof numbers;

export const hexOf = (text: string): string => createHash('sha256').update(text).digest('hex');

async function answered(answer: Response) {
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : undefined };
}

/** By the plainest of the providers' wires. */
async function provide(ws: TestWorkspace, path: string, body: object) {
  const url = `${ws.origin}/${ws.id}/ca769/vnpt-ca/${path}`;
  const told = await answered(await ws.fetch(url, jsonBody({ ...provider, ...body })));
  if (told.status !== 200) throw new Error(`${path}: ${told.status} ${JSON.stringify(told.body)}`);
  return told.body.data;
}

/** The signing apps, as the phone calls them. */
export const signerAt = async (ws: TestWorkspace, path: string, init?: RequestInit) =>
  answered(await ws.fetch(`${ws.origin}/${ws.id}/signer/app${path}`, init));

export const inboxOf = async (ws: TestWorkspace, person: string) =>
  (await signerAt(ws, `?${new URLSearchParams({ person })}`)).body;

export const decideAt = (ws: TestWorkspace, id: string, body: object) =>
  signerAt(ws, `/${id}`, jsonBody(body));

/** The same on somebody's phone. */
export const onPhone = async (ws: TestWorkspace, person: string, id: string, body: object) =>
  answered(await ws.phone(`/${person}/api/approvals/${id}`, jsonBody(body)));

/** Somebody is asked to sign texts: the request's id, the certificate, and what the portal is told of it. */
export async function askToSign(ws: TestWorkspace, texts: readonly string[], person: Signer = 'an') {
  const user_id = numbers[person];
  const { user_certificates: found } = await provide(ws, 'get_certificate', { user_id });
  const [{ serial_number, cert_data }] = found as [{ serial_number: string; cert_data: string }];
  const transaction_id = randomUUID();
  const known = new Set((await inboxOf(ws, person)).signings.map(({ id }: { id: string }) => id));
  const sign_files = texts.map((text, at) => ({ data_to_be_signed: hexOf(text), doc_id: `HS-${at + 1}` }));
  await provide(ws, 'sign', { user_id, serial_number, transaction_id, sign_files });
  const all = (await inboxOf(ws, person)).signings as { id: string }[];
  return {
    id: all.find(({ id }) => !known.has(id))!.id,
    certificate: cert_data,
    serial: serial_number,
    signatures: async () =>
      ((await provide(ws, 'get_status', { transaction_id })).signed_files ?? []).map(
        ({ signature_value }: { signature_value: string }) => signature_value,
      ),
  };
}

/** An is asked for fifty signatures more, at the same time. */
export async function askFiftyMore(ws: TestWorkspace): Promise<void> {
  const user_id = numbers.an;
  const { user_certificates: found } = await provide(ws, 'get_certificate', { user_id });
  const sign_files = [{ data_to_be_signed: hexOf('x'), doc_id: 'HS' }];
  const { serial_number } = found[0];
  const ask = () => provide(ws, 'sign', { user_id, serial_number, transaction_id: randomUUID(), sign_files });
  await Promise.all(Array.from({ length: 50 }, ask));
}
