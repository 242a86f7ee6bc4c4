import { beforeAll, describe, expect, test } from 'vitest';
import {
  type CardCode,
  cardCodes,
  type MatchCode,
  matchCodes,
  tokenCodes,
} from '../../contracts/_insurance-codes.ts';
import contract from '../../contracts/insurance.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  AN,
  at,
  HOSPITAL,
  type Hospital,
  keysOf,
  openHospital,
  read,
  take,
  withBearer,
} from './kit/insurance.ts';
import { jsonBody } from './kit/wire.ts';

let ws: TestWorkspace;
let hospital: Hospital;

beforeAll(async () => {
  ws = await openWorkspace();
  hospital = await openHospital(ws);
});

const fails = (failure: string) => ({ headers: { 'x-hopcat-fault': failure } });
const asked = (maThe: string, hoTen: string, ngaySinh: string) => ({ maThe, hoTen, ngaySinh });

/** How each answer of the table comes about: a person of the cast, something in the request, or a failure. */
const ways: Record<CardCode, readonly Parameters<Hospital['check']>[]> = {
  '000': [[AN]],
  '001': [[asked('QN5999900000035', 'Đoàn Nhật Trường', '22/12/1984')]],
  '002': [[asked('CA5999900000036', 'Nghiêm Thị Tuyết', '19/03/1985')]],
  '003': [[asked('GD4999900000032', 'Tống Thị Hạnh', '02/04/1988')]],
  '004': [[asked('GD4999900000033', 'Hà Thủy Tiên', '24/12/1997')]],
  '010': [[asked('GD4999900000031', 'Bùi Tiến Đạt', '17/08/1993')]],
  '050': [
    [asked('099200000043', 'Tăng Minh Khôi', '01/10/2000')],
    [{ maThe: '9900999999' }],
    [AN, fails('empty')],
  ],
  '051': [[{ maThe: 'DN4' }], [{ maThe: 'GD4999900000001' }], [{ maThe: '12345678901' }]],
  '052': [[{ maThe: 'DN4009900000001' }], [{ maThe: 'DN4039900000001' }]],
  '053': [[{ maThe: 'DN0999900000001' }], [{ maThe: 'DN6999900000001' }]],
  '054': [[{ cccdCb: '099090000001' }]],
  '055': [[{ hoTenCb: 'Lê Thị Ngóc' }]],
  '060': [[asked('9900000027', 'Nguyễn Thị Thanh Xuân', '03/02/1986')], [{ hoTen: 'Trần Thị Mai' }]],
  '061': [[asked('9900000029', 'Đặng Thu Hiền', '11/11/1998')], [{ hoTen: 'Nguyen Van An' }]],
  '070': [[asked('9900000030', 'Mai Xuân Toàn', '25/06/1981')], [{ ngaySinh: '1991' }]],
  '100': [[AN, fails('data-error')]],
  '101': [[AN, fails('register-error')]],
  '110': [[asked('DN4999900000034', 'Lâm Thái Sơn', '09/09/1978')]],
  '120': [[asked('DN4999900000037', 'Ngô Hoài Nam', '28/02/1992')]],
  '121': [[asked('DN4999900000038', 'Phùng Thu Trang', '31/05/1995')]],
  '122': [[asked('DN4999900000039', 'Chu Hải Long', '16/09/1990')]],
  '123': [[asked('DN4999900000040', 'Vũ Ngọc Diệp', '13/07/1987')]],
  '124': [[asked('DN4999900000041', 'Trịnh Văn Hải', '04/03/1974')]],
  '130': [
    [asked('099322000042', 'Đinh Gia Hân', '15/08/2022')],
    [asked('TE101KT00000001', 'Chưa có thẻ', '2024')],
  ],
  '205': [[{ ngaySinh: '1990-05-15' }], [{ ngaySinh: '31/02/1990' }], [{ hoTen: '' }], [{ maThe: 1 }]],
  '401': [[AN, fails('expired-credential')]],
  '500': [[AN, fails('server-error')]],
};

describe('every maKetQua of a card check', () => {
  test.each(Object.keys(cardCodes) as CardCode[])('%s can be had', async (code) => {
    expect(ways[code].length).toBeGreaterThan(0);
    for (const way of ways[code]) expect([way, (await hospital.check(...way)).maKetQua]).toEqual([way, code]);
  });

  test.each(contract.operations.check2024.examples)('$title.vi', async ({ body, shows }) => {
    const answer = await hospital.check(body as object);
    expect(JSON.stringify(answer)).toContain(shows ?? '"maKetQua":"000"');
  });

  test.each(['KQNhanLichSuKCB2019', 'NhanLichSuKCB2018', 'KQNhanLichSuKCB595'])(
    '%s decides the same, without asking who looks up',
    async (operation) => {
      const nobody = { hoTenCb: undefined, cccdCb: undefined };
      for (const [code, [[changed]]] of Object.entries(ways) as [CardCode, [[object]]][]) {
        if (/^(05[45]|100|101|401|500)$/.test(code)) continue;
        const { maKetQua } = await hospital.check({ ...changed, ...nobody }, { operation });
        expect([changed, maKetQua]).toEqual([changed, code]);
      }
    },
  );

  test('an officer is named in the operations of 2024 and 2025', async () => {
    for (const operation of ['KQNhanLichSuKCB2024', 'Lskcb2025']) {
      for (const left of [{ hoTenCb: undefined }, { cccdCb: undefined }]) {
        expect((await hospital.check(left, { operation })).maKetQua).toBe('205');
      }
    }
  });
});

type Taking = () => Promise<Response>;

const takings: Record<keyof typeof tokenCodes, readonly Taking[]> = {
  '200': [() => take(ws)],
  '401': [
    () => take(ws, { ...HOSPITAL, password: 'Aa@123456' }),
    () => take(ws, { ...HOSPITAL, username: '99999_BV' }),
    () => take(ws, HOSPITAL, { 'x-hopcat-fault': 'expired-credential' }),
  ],
  '402': [() => take(ws, { ...HOSPITAL, username: '99002_BV' })],
  '403': [() => take(ws, { ...HOSPITAL, username: '99003_BV' })],
  '500': [() => take(ws, HOSPITAL, { 'x-hopcat-fault': 'server-error' })],
};

describe('every maKetQua of a token', () => {
  test.each(Object.keys(tokenCodes) as (keyof typeof tokenCodes)[])('%s can be had', async (code) => {
    for (const taking of takings[code]) {
      const answer = await taking();
      expect(answer.status).toBe(200);
      expect(await read(answer)).toMatchObject({
        maKetQua: code,
        APIKey: code === '200' ? expect.any(Object) : null,
      });
    }
  });
});

const an = { soDinhDanh: '099090000001', maSoBHXH: '9900000001', hoTen: AN.hoTen, ngaySinh: AN.ngaySinh };

const matches: Record<MatchCode, readonly object[]> = {
  '000': [an, { ...an, soDinhDanh: '990000001' }, { ...an, hoTen: ' NGUYỄN  VĂN AN ', ngaySinh: '1990' }],
  '050': [
    { ...an, maSoBHXH: '9900000002' },
    { ...an, soDinhDanh: '099192000002' },
    { ...an, soDinhDanh: '099090999999' },
    { ...an, maSoBHXH: '0000000000' },
  ],
  '060': [{ ...an, hoTen: 'Trần Văn An' }],
  '061': [{ ...an, hoTen: 'Nguyễn Văn Anh' }],
  '070': [
    { ...an, ngaySinh: '16/05/1990' },
    { ...an, ngaySinh: '1989' },
  ],
};

describe('every maKetQua of the match', () => {
  test.each(Object.keys(matchCodes) as MatchCode[])('%s can be had', async (code) => {
    const { access_token } = await keysOf(ws);
    for (const body of matches[code]) {
      const answer = await ws.fetch(at(ws, '/bhxh/doi-sanh'), withBearer(access_token, jsonBody(body)));
      expect(answer.status).toBe(200);
      expect([body, await read(answer)]).toEqual([
        body,
        { maKetQua: code, moTa: expect.any(String), khop: code === '000' },
      ]);
    }
  });

  test.each(contract.operations.match.examples)('$title.vi', async ({ body, shows }) => {
    const { access_token } = await keysOf(ws);
    const answer = await ws.fetch(at(ws, '/bhxh/doi-sanh'), withBearer(access_token, jsonBody(body)));
    expect(await answer.text()).toContain(shows);
  });
});
