import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { account, baseOf, bodyIn, bodyOf, client, faultOf, messageOf } from './kit/population.ts';
import { expectOAuthError } from './kit/wire.ts';

let ws: TestWorkspace;

beforeAll(async () => {
  ws = await openWorkspace();
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const post = (path: string, body: unknown) =>
  ws.fetch(`${baseOf(ws)}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** The SOAP answer in a wrapper. */
async function recordIn(answer: Response) {
  const text = await answer.text();
  expect({ status: answer.status, text }).toMatchObject({ status: 200 });
  const { error_code, message } = JSON.parse(text) as { error_code: string; message: string };
  expect(error_code).toBe('0');
  return bodyIn(message).CongdanCollection;
}

async function refusalOf(answer: Response) {
  const body = (await answer.json()) as {
    error_code: string;
    errors?: { field: string; vi: string; en: string }[];
  };
  for (const { vi, en } of body.errors ?? []) expect(vi).not.toBe(en);
  return { status: answer.status, error_code: body.error_code };
}

const flat = (changes: Record<string, unknown> = {}) => ({
  MaYeuCau: randomUUID(),
  MaDVC: '2.000001',
  MaTichHop: '037',
  MaCanBo: 'CB001',
  SoDinhDanh: '099090000001',
  SoCMND: '',
  HoVaTen: 'NGUYENVANAN',
  Nam: 1990,
  NgayThangNam: null,
  ...changes,
});

describe('JSON as TD and Thanh Hóa have it', () => {
  test('carries the SOAP answer as a text', async () => {
    const { CongDan } = await recordIn(await post('/json/TraCuuThongTinCongDan', flat()));
    expect(CongDan.SoDinhDanh).toBe('099090000001');
  });

  test('refuses with an error_code that names the fields as they were sent', async () => {
    const answer = await post('/json/TraCuuThongTinCongDan', flat({ HoVaTen: 'An', Nam: '', MaYeuCau: '' }));
    expect(await refusalOf(answer)).toEqual({
      status: 400,
      error_code: expect.stringMatching(/^invalid_input:/),
    });
    const again = await post('/json/TraCuuThongTinCongDan', flat({ Nam: '90' }));
    expect((await refusalOf(again)).error_code).toBe('invalid_input:Nam');
    const none = await post('/json/TraCuuThongTinCongDan', flat({ Nam: '' }));
    expect((await refusalOf(none)).error_code).toBe('invalid_input:NgayThangNam');
  });

  test('holds MaYeuCau to be unique too', async () => {
    const body = flat();
    await recordIn(await post('/json/TraCuuThongTinCongDan', body));
    const again = await refusalOf(await post('/json/TraCuuThongTinCongDan', body));
    expect(again).toEqual({ status: 400, error_code: 'duplicate_request' });
  });
});

describe('OpenCPS', () => {
  const path = '/o/rest/v2/qldc/dvcqg';
  const { MaYeuCau: _, MaTichHop: __, MaCanBo: ___, ...sent } = flat();

  test.each(['TraCuuThongTinCongDan', 'XacMinhThongTinNhanThan'])(
    'asks for %s without a MaYeuCau',
    async (type) => {
      const { SoCongDan } = await recordIn(await post(path, { type, GovAgencyCode: 'H99', ...sent }));
      expect(SoCongDan).toBe('1');
    },
  );

  test('must say what it wants and for whom', async () => {
    const refusal = await refusalOf(await post(path, { type: 'TraCuu', ...sent }));
    expect(refusal.error_code).toBe('invalid_input:type,GovAgencyCode');
  });
});

describe('Đồng Tháp', () => {
  const path = '/json/dong-thap/tra-cuu';
  const sent = (changes: Record<string, unknown> = {}) => ({
    maYeuCau: randomUUID(),
    maDVC: '2.000001',
    maCanBo: 'CB001',
    soDinhDanh: '',
    soCMND: '990000001',
    hoVaTen: 'NGUYENVANAN',
    ngayThangNam: '19900515',
    userNameService: 'dong-thap',
    ...changes,
  });

  test.each(['19900515', '1990'])('asks in camel case, birth date %s', async (ngayThangNam) => {
    const { CongDan } = await recordIn(await post(path, sent({ ngayThangNam })));
    expect(CongDan.SoDinhDanh).toBe('099090000001');
  });

  test('reads its own names in a refusal', async () => {
    const answer = await post(path, sent({ hoVaTen: 'An', soCMND: '1' }));
    const { detail } = await answer.clone().json();
    expect(detail).toMatch(/\bsoCMND: /);
    expect(detail).not.toMatch(/HoVaTen|SoCMND/);
    const refusal = await refusalOf(answer);
    expect(refusal.error_code.slice('invalid_input:'.length).split(',').sort()).toEqual([
      'hoVaTen',
      'soCMND',
    ]);
  });
});

describe('LGSP', () => {
  const keys = {
    AccessKey: account.username,
    SecretKey: account.secretKey,
    AppName: 'portal',
    PartnerCode: 'H99',
    PartnerCodeCus: 'H99',
  };
  const authHash = base64(`${account.username}:${account.secretKey}`);

  const tokenRequest = (body: Record<string, string>, authorization = `Basic ${authHash}`) =>
    ws.fetch(`${baseOf(ws)}/lgsp/token`, {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams(body),
    });

  async function newToken(): Promise<string> {
    const answer = await tokenRequest({ grant_type: 'client_credentials' });
    const body = (await answer.json()) as { access_token: string };
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    return body.access_token;
  }

  const call = (headers: Record<string, string>, service = 'TraCuuThongTinCongDan') =>
    ws.fetch(`${baseOf(ws)}/lgsp/soap/${service}`, {
      method: 'POST',
      headers: { 'content-type': 'application/xml', ...headers },
      body: messageOf('TraCuuThongTinCongDan'),
    });

  test('gives no token for a wrong secret or another grant', async () => {
    const wrong = `Basic ${base64('demo-portal:guess')}`;
    await expectOAuthError(
      await tokenRequest({ grant_type: 'client_credentials' }, wrong),
      'invalid_client',
      401,
    );
    await expectOAuthError(await tokenRequest({ grant_type: 'password' }), 'unsupported_grant_type');
  });

  test('passes a call on that has the token and the header', async () => {
    const authorization = `Bearer ${await newToken()}`;
    const answer = await call({ authorization, lgspaccesstoken: base64(JSON.stringify(keys)) });
    expect((await bodyOf(answer)).CongdanCollection.SoCongDan).toBe('1');
  });

  test('refuses a call without either, and says which part of the header lacks', async () => {
    const [lgspaccesstoken, authorization] = [base64(JSON.stringify(keys)), `Bearer ${await newToken()}`];
    expect(await faultOf(await call({ lgspaccesstoken }))).toMatchObject(client('lgsp_token_invalid', 401));
    const others = [
      ['', []],
      [base64('{"AccessKey":1}'), Object.keys(keys).map((name) => `lgspaccesstoken.${name}`)],
      [base64(JSON.stringify({ ...keys, SecretKey: 'guess' })), []],
      [base64(JSON.stringify({ ...keys, AppName: '' })), ['lgspaccesstoken.AppName']],
    ] as const;
    for (const [lgspaccesstoken, fields] of others) {
      const fault = await faultOf(await call({ authorization, lgspaccesstoken }));
      expect(fault).toMatchObject({ ...client('lgsp_access_token_invalid', 401), fields });
    }
    expect(await faultOf(await call({ authorization }, 'Khac'))).toMatchObject(
      client('unknown_service', 404),
    );
  });

  test('takes the same in one JSON body, and its AuthHash', async () => {
    const body = {
      accessToken: `Bearer ${await newToken()}`,
      lgspAccessToken: base64(JSON.stringify(keys)),
      AuthHash: authHash,
    };
    const path = '/lgsp/wrapped/TraCuuThongTinCongDan';
    const data = messageOf('TraCuuThongTinCongDan');
    expect((await recordIn(await post(path, { ...body, data }))).SoCongDan).toBe('1');
    const wrong = await post(path, { ...body, AuthHash: base64('a:b'), data });
    expect(await refusalOf(wrong)).toEqual({ status: 401, error_code: 'lgsp_auth_hash_invalid' });
    const hostile = await post(path, { ...body, data: `<!DOCTYPE x>${data}` });
    expect(await refusalOf(hostile)).toEqual({ status: 400, error_code: 'dtd_forbidden' });
    const missing = await post(path, body);
    expect(await refusalOf(missing)).toEqual({ status: 400, error_code: 'invalid_input:data' });
  });
});
