import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { agentToken, at, keysOf, withBearer } from './kit/insurance.ts';
import { form, jsonBody } from './kit/wire.ts';

let ws: TestWorkspace;
let token: string;

beforeAll(async () => {
  ws = await openWorkspace();
  token = await agentToken(ws);
});

const CARD = '/connect/tracuu/thongtinthe';
const SEARCH = '/api/services/app/TraCuu/TraCuuMaSoBHXH';
const HEALTH = '/api/services/app/TraCuu/TraCuuThongTinBHYT';
const SOCIAL = '/connect/tracuu/thongtinbhxhtnforkekhai';

const get = (path: string, query: Record<string, string>, bearer = token) =>
  ws.fetch(at(ws, `${path}?${new URLSearchParams(query)}`), withBearer(bearer));

const social = (body: unknown, bearer = token) =>
  ws.fetch(at(ws, SOCIAL), withBearer(bearer, jsonBody(body)));

/** The body of an answer with the status that it must have. */
async function body(answer: Promise<Response>, status = 200): Promise<Record<string, unknown>> {
  const got = await answer;
  expect(got.headers.get('content-type')).toMatch(/^application\/json/);
  expect(got.status).toBe(status);
  return got.json() as Promise<Record<string, unknown>>;
}

const numbersOf = async (query: Record<string, string>): Promise<string[]> => {
  const { result } = await body(get(SEARCH, { maTinh: '01', isCoDau: 'true', ...query }));
  return (result as { value: { maSoBhxh: string }[] }).value.map(({ maSoBhxh }) => maSoBhxh);
};

const anIs = {
  maSoBhxh: '9900000001',
  hoTen: 'Nguyễn Văn An',
  ngaySinh: '1990-05-15T00:00:00',
  ngaySinhHienThi: '15/05/1990',
  gioiTinh: '1',
  gioiTinhHienThi: 'Nam',
  soCmnd: '099090000001',
  soDienThoai: '0950000101',
};

describe("a collector's look-ups", () => {
  test('the card of an insurance number', async () => {
    expect(await body(get(CARD, { maSoBHXH: '9900000001' }))).toEqual({
      data: {
        ...anIs,
        diaChiLh: expect.any(String),
        soTheBhyt: 'DN4999900000001',
        tuNgay: '2021-01-01T00:00:00',
        denNgay: '2099-12-31T00:00:00',
        maBenhVien: '99001',
        tenBenhVien: expect.any(String),
        trangThaiThe: 'Thông tin thẻ BHYT chính xác',
      },
      success: true,
      message: null,
      errors: null,
      status: 200,
      traceId: expect.stringMatching(/^[\da-f]{32}$/),
    });
  });

  test.each([
    ['9900000031', 'Thẻ hết giá trị sử dụng'],
    ['9900000034', 'Thẻ đã thu hồi'],
    ['9900000041', 'Thẻ đã báo giảm, ngừng tham gia'],
  ])('the card of %s has its state in words', async (maSoBHXH, trangThaiThe) => {
    expect(await body(get(CARD, { maSoBHXH }))).toMatchObject({ data: { trangThaiThe } });
  });

  test('a number of nobody, and one without a card, have no data', async () => {
    for (const maSoBHXH of ['9900999999', '9900000042']) {
      expect(await body(get(CARD, { maSoBHXH }))).toMatchObject({ data: null, success: true });
      expect(await body(get(HEALTH, { maSoBhxh: maSoBHXH }))).toMatchObject({ result: null, success: true });
    }
  });

  test('health insurance in three blocks', async () => {
    expect(await body(get(HEALTH, { maSoBhxh: '9900000001' }))).toMatchObject({
      result: {
        thongTinTheHGD: { ...anIs, soTheBhyt: 'DN4999900000001' },
        thongTinTK1: { ...anIs, maHoGd: 'HK0990001' },
        trangThaiThe: { trangThaiThe: 'Thông tin thẻ BHYT chính xác' },
      },
      __abp: true,
    });
  });

  test('social insurance, to declare', async () => {
    expect(await body(social({ maSoBHXH: '9900000001' }))).toMatchObject({
      data: { ...anIs, maLoi: '', isError: false },
      success: true,
    });
    expect(await body(social({ maSoBHXH: '9900999999' }))).toMatchObject({
      data: { maSoBhxh: null, hoTen: null, maLoi: '050', isError: true },
    });
  });
});

describe('a search by name', () => {
  test('with diacritics and without', async () => {
    expect(await numbersOf({ hoTen: 'Nguyễn Văn An' })).toEqual(['9900000001']);
    expect(await numbersOf({ hoTen: 'NGUYEN VAN AN', isCoDau: 'false' })).toEqual(['9900000001']);
    expect(await numbersOf({ hoTen: 'Nguyen Van An' })).toEqual([]);
  });

  test('two of one name are told apart by where they live, or by number', async () => {
    const huong = { hoTen: 'Nguyễn Thị Hương', ngaySinh: '08/03/1987' };
    const inHaiPhong = await numbersOf({ ...huong, maTinh: '31' });
    const inCanTho = await numbersOf({ ...huong, maTinh: '92' });
    expect([inHaiPhong, inCanTho]).toEqual([['9900000010'], ['9900000011']]);
    expect(await numbersOf({ ...huong, maTinh: '92', soCMND: '099187000010' })).toEqual([]);
    expect(await numbersOf({ ...huong, maTinh: '92', soCMND: '099187000011' })).toEqual(['9900000011']);
  });

  test('levels below the province narrow it, and the word null does not', async () => {
    const an = { hoTen: 'Nguyễn Văn An' };
    expect(await numbersOf({ ...an, maHuyen: 'null', maXa: 'null' })).toEqual(['9900000001']);
    expect(await numbersOf({ ...an, maXa: '00000' })).toEqual([]);
  });

  test('by the old card', async () => {
    expect(await numbersOf({ hoTen: 'Nguyễn Văn An', soCMND: '990000001' })).toEqual(['9900000001']);
    expect(await numbersOf({ hoTen: 'Nguyễn Văn An', soCMND: '990000014' })).toEqual([]);
  });
});

describe('each wire refuses in its own form', () => {
  const plain = (status: number) => ({
    data: null,
    success: false,
    message: expect.any(String),
    errors: expect.arrayContaining([expect.any(String)]),
    status,
    traceId: expect.any(String),
  });
  const abp = (status: number) => ({
    result: null,
    targetUrl: null,
    success: false,
    error: expect.objectContaining({ code: status, message: expect.any(String) }),
    unAuthorizedRequest: status === 401,
    __abp: true,
  });

  test('without a token', async () => {
    for (const bearer of ['', 'x', `${token}x`]) {
      expect(await body(get(CARD, { maSoBHXH: '9900000001' }, bearer), 401)).toEqual(plain(401));
      expect(await body(get(HEALTH, { maSoBhxh: '9900000001' }, bearer), 401)).toEqual(abp(401));
      const search = { maTinh: '01', hoTen: 'Nguyễn Văn An', isCoDau: 'true' };
      expect(await body(get(SEARCH, search, bearer), 401)).toEqual(abp(401));
      expect(await body(social({ maSoBHXH: '9900000001' }, bearer), 401)).toEqual(plain(401));
    }
  });

  test('with what is missing or has no form', async () => {
    expect(await body(get(CARD, {}), 400)).toEqual(plain(400));
    expect(await body(get(CARD, { maSoBHXH: '99' }), 400)).toEqual(plain(400));
    expect(await body(get(SEARCH, { hoTen: 'Nguyễn Văn An' }), 400)).toEqual(abp(400));
    expect(await body(get(HEALTH, { maSoBhxh: 'x'.repeat(10) }), 400)).toEqual(abp(400));
    expect(await body(social({ maSoBHXH: 9900000001 }), 400)).toEqual(plain(400));
    expect(await body(social([]), 400)).toEqual(plain(400));
  });

  test('with a parameter twice, a form, bad JSON, or too much', async () => {
    const twice = at(ws, `${CARD}?maSoBHXH=9900000001&maSoBHXH=9900000001`);
    expect(await body(ws.fetch(twice, withBearer(token)), 400)).toEqual(plain(400));
    const sent = (init: RequestInit) => ws.fetch(at(ws, SOCIAL), withBearer(token, init));
    const asForm = form({ maSoBHXH: '9900000001' });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await body(sent({ ...asForm, headers }), 415)).toEqual(plain(415));
    expect(await body(sent({ ...jsonBody(0), body: '{' }), 400)).toEqual(plain(400));
    const much = jsonBody({ maSoBHXH: '9900000001', more: 'x'.repeat(1_100_000) });
    expect(await body(sent(much), 413)).toEqual(plain(413));
  });

  test('an agent with a wrong password', async () => {
    const wrong = jsonBody({ username: 'dai-ly-99', password: 'Aa@1234567' });
    expect(await body(ws.fetch(at(ws, '/hopcat/dai-ly/token'), wrong), 401)).toEqual(plain(401));
  });

  test('the match, with HTTP statuses', async () => {
    const { access_token } = await keysOf(ws);
    const whole = {
      soDinhDanh: '099090000001',
      maSoBHXH: '9900000001',
      hoTen: 'Nguyễn Văn An',
      ngaySinh: '1990',
    };
    const match = (sent: unknown, bearer = access_token) =>
      ws.fetch(at(ws, '/bhxh/doi-sanh'), withBearer(bearer, jsonBody(sent)));
    const refusal = (maKetQua: string) => ({ maKetQua, moTa: expect.stringContaining(' / '), khop: false });
    expect(await body(match(whole, 'x'), 401)).toEqual(refusal('401'));
    for (const [field, value] of Object.entries({
      soDinhDanh: '09',
      maSoBHXH: '99',
      hoTen: ' ',
      ngaySinh: '1/1/90',
    })) {
      expect(await body(match({ ...whole, [field]: value }), 400)).toEqual(refusal('205'));
      expect(await body(match({ ...whole, [field]: undefined }), 400)).toEqual(refusal('205'));
    }
    expect(await body(match({ ...whole, soDienThoai: '0950000101' }), 400)).toEqual(refusal('205'));
  });
});

describe('what is asked to go wrong', () => {
  const failing = (failure: string) =>
    body(
      ws.fetch(at(ws, `${CARD}?maSoBHXH=9900000001`), {
        headers: { authorization: `Bearer ${token}`, 'x-hopcat-fault': failure },
      }),
      failure === 'expired-credential' ? 401 : failure === 'quota' ? 429 : 200,
    );

  test('nothing, old data, somebody else, no token, no quota', async () => {
    expect(await failing('empty')).toMatchObject({ data: null, success: true });
    const stale = { ...anIs, soDienThoai: null, denNgay: '2098-12-31T00:00:00' };
    expect(await failing('stale-data')).toMatchObject({ data: stale });
    const { data } = await failing('wrong-person');
    expect((data as { maSoBhxh: string }).maSoBhxh).not.toBe('9900000001');
    expect(await failing('expired-credential')).toMatchObject({ success: false, status: 401 });
    expect(await failing('quota')).toMatchObject({ success: false, status: 429 });
  });
});
