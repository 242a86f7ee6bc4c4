import { beforeEach, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { askToken } from './kit/carriers.ts';
import { mysign } from './kit/mysign.ts';
import { signhub } from './kit/signhub.ts';
import { digestOf } from './kit/signing.ts';
import { asking, certificateOf, file, provider, SP769, smartca } from './kit/smartca.ts';
import { applicationFor } from './kit/smartca-oauth.ts';
import { vgca, vnptResult } from './kit/usbtoken.ts';
import { jsonBody } from './kit/wire.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' } });
});

const an = '099090000001';

const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

interface Answered {
  status: number;
  body: unknown;
}

async function ca769(path: string, body: object, bearer = ''): Promise<Answered & { body: Given }> {
  const init = jsonBody(body);
  const headers = { ...init.headers, authorization: `Bearer ${bearer}` };
  const answer = await ws.fetch(`${ws.origin}/${ws.id}/ca769${path}`, { ...init, headers });
  return { status: answer.status, body: await answer.json() };
}

interface Given {
  data: { user_certificates: { serial_number: string }[] };
}

const serialIn = ({ body }: { body: Given }): string => body.data.user_certificates[0]!.serial_number;

async function toAuthority(count: number): Promise<Answered> {
  const user = { ...provider, user_id: an };
  const serial_number = serialIn(await ca769('/vnpt-ca/get_certificate', user));
  const sign_files = times(count, (at) => {
    const { data_to_be_signed, doc_id } = file(`đơn ${at}`, `HS-${at}`);
    return { data_to_be_signed, doc_id, file_options: { file_type: 'pdf', sign_type: 'hash' } };
  });
  return ca769('/vnpt-ca/sign', { ...user, serial_number, transaction_id: `CA-${count}`, sign_files });
}

async function toNeac(count: number): Promise<Answered> {
  const { access_token } = (await (await askToken(ws, '/ca769/neac/token')).json()) as Record<string, string>;
  const user = { user_id: an, ca_name: 'VNPT-CA' };
  const serial_number = serialIn(await ca769('/neac/get_certificate', user, access_token));
  const file_base64 = Buffer.from('<Don/>').toString('base64');
  const sign_files = times(count, (at) => ({ doc_id: `HS-${at}`, file_name: 'don.xml', file_base64 }));
  const asked = { ...user, serial_number, transaction_id: `NEAC-${count}`, sign_files };
  return ca769('/neac/sign_file', asked, access_token);
}

async function bySmartca(count: number): Promise<Answered> {
  const { serial_number } = await certificateOf(ws);
  const sign_files = times(count, (at) => file(`đơn ${at}`, `HS-${at}`));
  return smartca(ws, `${SP769}/v1/signatures/sign`, asking(serial_number, { sign_files }));
}

const byApplication =
  (path: string, make: (at: number) => object) =>
  async (count: number): Promise<Answered> => {
    const call = await applicationFor(ws);
    const [credentialId] = (await call('/csc/credentials/list')).body.content;
    return call(path, { credentialId, refTranId: 'x', datas: times(count, make) });
  };

const name = 'don.pdf';

const byMysign = async (count: number): Promise<Answered> =>
  (await mysign(ws)).sign(
    times(count, (at) => `đơn ${at}`),
    { signAlgo: '1.2.840.10045.4.3.2' },
  );

async function byHub(count: number): Promise<Answered> {
  const { http, ...body } = await (await signhub(ws)).sign(times(count, (at) => `đơn ${at}`));
  return { status: http, body };
}

test.each<[wire: string, most: number, ask: (count: number) => Promise<Answered>, refusal: object]>([
  ['/sign of Decision 769', 100, toAuthority, { code: 400 }],
  ["/sign_file of NEAC's portal", 20, toNeac, { code: 400 }],
  ['sp769', 100, bySmartca, { status_code: 400, data: null }],
  [
    'signhash',
    50,
    byApplication('/csc/signature/signhash', (at) => ({ name, hash: digestOf(`${at}`) })),
    { code: 30000 },
  ],
  ['sign', 10, byApplication('/csc/signature/sign', () => ({ name, dataBase64: 'AAAA' })), { code: 30000 }],
  ['MySign', 50, byMysign, { error: '86002' }],
  ['the signing hub', 50, byHub, { status: '02', data: null }],
])('%s takes %i at once and one, and neither one more nor none', async (_wire, most, ask, refusal) => {
  for (const count of [1, most]) expect(await ask(count)).toMatchObject({ status: 200 });
  for (const count of [0, most + 1]) expect(await ask(count)).toMatchObject({ status: 400, body: refusal });
});

test('VNPT-CA’s plug-in takes a hundred data at once, and neither one more nor none', async () => {
  await ws.configure({ signing: { autopilot: 'approve' } });
  const items = (count: number) =>
    times(count, (at) => JSON.stringify({ data: 'YQ==', type: at === 0 ? 'cms' : 'office' }));
  expect(await vnptResult(ws, 'khanh', 8, items(100))).toHaveLength(100);
  for (const count of [0, 101])
    expect(await vnptResult(ws, 'khanh', 8, items(count))).toMatchObject({ code: 1 });
});

test('VGCA Sign Service fetches ten files at once, and neither one more nor none', async () => {
  await ws.configure({ signing: { autopilot: 'approve' } });
  const files = (count: number) => ({
    FileUploadHandler: 'http://khong-duoc.example/nop',
    Files: times(count, (at) => ({ FileID: at, FileName: 'a.pdf', URL: 'http://khong-duoc.example/a.pdf' })),
  });
  // As far as the workspace allows that; where none can be, nothing was signed.
  expect(await vgca(ws, 'khanh', 'SignFiles', files(10))).toMatchObject({ Status: 10 });
  for (const count of [0, 11])
    expect(await vgca(ws, 'khanh', 'SignFiles', files(count))).toMatchObject({ Status: 7 });
});
