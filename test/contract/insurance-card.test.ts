import { beforeAll, describe, expect, test } from 'vitest';
import { citizenOf } from '../../people/country/index.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { AN, at, type Hospital, OFFICER, openHospital, read, signed } from './kit/insurance.ts';
import { form, jsonBody } from './kit/wire.ts';

let ws: TestWorkspace;
let hospital: Hospital;

beforeAll(async () => {
  ws = await openWorkspace();
  hospital = await openHospital(ws);
});

const codeOf = async (changed: object) => (await hospital.check(changed)).maKetQua;

const personal = [
  ...[
    'maThe',
    'hoTen',
    'ngaySinh',
    'gioiTinh',
    'diaChi',
    'maDKBD',
    'cqBHXH',
    'gtTheTu',
    'gtTheDen',
    'maSoBHXH',
  ],
  ...['maTheCu', 'maTheMoi', 'dsLichSuKCB2018'],
];

describe('what is asked', () => {
  test.each(['DN4999900000001', 'dn4999900000001', 'DN 4 99 9900000001', '9900000001', '099090000001'])(
    'An is found by %s',
    async (maThe) => {
      expect(await hospital.check({ maThe })).toMatchObject({ maKetQua: '000', maThe: 'DN4999900000001' });
    },
  );

  test('a former personal number means the same person', async () => {
    const kiet = { hoTen: 'Thạch Minh Kiệt', ngaySinh: '13/04/1994' };
    for (const maThe of ['099094000014', '099093000014']) {
      expect(await hospital.check({ ...kiet, maThe })).toMatchObject({
        maKetQua: '000',
        maSoBHXH: '9900000014',
      });
    }
  });

  test.each([
    ['NGUYỄN VĂN AN', '000'],
    ['nguyễn văn an', '000'],
    ['  Nguyễn   Văn\tAn ', '000'],
    ['Nguyễn Văn An'.normalize('NFD'), '000'],
    ['Nguyen Van An', '061'],
    ['Nguyễn Văn Ân', '061'],
    ['Nguyễn Văn', '060'],
    ['An Nguyễn Văn', '060'],
  ])('the name %j gets %s', async (hoTen, code) => {
    expect(await codeOf({ hoTen })).toBe(code);
  });

  test.each([
    ['15/05/1990', '000'],
    ['1990', '000'],
    ['05/15/1990', '205'],
    ['15/5/1990', '205'],
    ['05/1990', '205'],
    ['90', '205'],
    ['', '205'],
    ['14/05/1990', '070'],
    ['1909', '070'],
  ])('the birth date %j gets %s', async (ngaySinh, code) => {
    expect(await codeOf({ ngaySinh })).toBe(code);
  });

  test('of whom only the year is known no day is right', async () => {
    const sau = { maThe: '9900000013', hoTen: 'Trần Thị Sáu' };
    expect(await hospital.check({ ...sau, ngaySinh: '1938' })).toMatchObject({
      maKetQua: '000',
      ngaySinh: '1938',
    });
    expect(await codeOf({ ...sau, ngaySinh: '01/01/1938' })).toBe('070');
  });

  test('a form is as good as JSON, and what older programmes send besides does not disturb', async () => {
    const more = { gioiTinh: '1', maCSKCB: '99001', ngayBD: '01/01/2021', ngayKT: '31/12/2099' };
    const query = new URLSearchParams(signed(hospital.keys));
    for (const operation of ['KQNhanLichSuKCB2024', 'NhanLichSuKCB2018', 'Lskcb2025']) {
      const answer = await ws.fetch(
        at(ws, `/api/egw/${operation}?${query}`),
        form({ ...AN, ...OFFICER, ...more }),
      );
      expect((await read(answer)).maKetQua).toBe('000');
    }
  });

  test.each<[string, RequestInit, number]>([
    ['a name twice in a form', form({ ...AN, ...OFFICER, hoTen: ['Nguyễn Văn An', 'Nguyễn Văn An'] }), 200],
    ['a list', jsonBody([]), 200],
    ['bad JSON', { ...jsonBody(0), body: '{' }, 200],
    ['text', { method: 'POST', body: 'maThe' }, 415],
    ['more than a megabyte', jsonBody({ ...AN, more: 'x'.repeat(1_100_000) }), 413],
  ])('%s is refused with 205 in the form of the wire', async (_, init, status) => {
    const url = at(ws, `/api/egw/KQNhanLichSuKCB2024?${new URLSearchParams(signed(hospital.keys))}`);
    const answer = await ws.fetch(url, init);
    expect(answer.status).toBe(status);
    expect(await read(answer)).toMatchObject({
      maKetQua: '205',
      ghiChu: expect.any(String),
      maThe: null,
      hoTen: null,
    });
  });

  test('a token twice in the query is refused with 205', async () => {
    const query = `${new URLSearchParams(signed(hospital.keys))}&token=${hospital.keys.access_token}`;
    const answer = await ws.fetch(
      at(ws, `/api/egw/KQNhanLichSuKCB2024?${query}`),
      jsonBody({ ...AN, ...OFFICER }),
    );
    expect([answer.status, (await read(answer)).maKetQua]).toEqual([200, '205']);
  });
});

describe('what is answered', () => {
  test("a card that is right shows its holder's record", async () => {
    expect(await hospital.check()).toEqual({
      maKetQua: '000',
      ghiChu: expect.stringContaining('01/01/2021 - 31/12/2099'),
      maThe: 'DN4999900000001',
      hoTen: 'Nguyễn Văn An',
      ngaySinh: '15/05/1990',
      gioiTinh: 'Nam',
      diaChi: 'Tổ dân phố số 5, Phường Cầu Giấy, Thành phố Hà Nội',
      maDKBD: '99001',
      cqBHXH: 'Bảo hiểm xã hội Thành phố Hà Nội',
      gtTheTu: '01/01/2021',
      gtTheDen: '31/12/2099',
      maKV: null,
      ngayDu5Nam: '01/01/2026',
      maSoBHXH: '9900000001',
      maTheCu: null,
      maTheMoi: null,
      gtTheTuMoi: null,
      gtTheDenMoi: null,
      maDKBDMoi: null,
      tenDKBDMoi: null,
      dsLichSuKCB2018: [expect.objectContaining({ maCSKCB: '99001', ngayVao: '202101220815' })],
      dsLichSuKT2018: [],
    });
  });

  test('an old card shows the one that took its place', async () => {
    const hanh = { maThe: 'GD4999900000032', hoTen: 'Tống Thị Hạnh', ngaySinh: '02/04/1988' };
    expect(await hospital.check(hanh)).toMatchObject({
      maKetQua: '003',
      maThe: 'GD4999900000032',
      gtTheDen: '30/06/2024',
      maTheMoi: 'DN4999900000032',
      gtTheTuMoi: '01/07/2024',
      gtTheDenMoi: '31/12/2099',
      maDKBDMoi: '99001',
    });
    expect(await hospital.check({ ...hanh, maThe: 'DN4999900000032' })).toMatchObject({
      maKetQua: '000',
      maTheCu: 'GD4999900000032',
      maTheMoi: null,
    });
  });

  test.each<[string, object]>([
    ['051', { maThe: 'GD4999900000001' }],
    ['060', { hoTen: 'Trần Thị Mai' }],
    ['061', { hoTen: 'Nguyễn Văn Anh' }],
    ['070', { ngaySinh: '1991' }],
    ['001', { maThe: '9900000035', hoTen: 'Đoàn Nhật Trường', ngaySinh: '1984' }],
    ['130', { maThe: '9900000042', hoTen: 'Đinh Gia Hân', ngaySinh: '2022' }],
  ])('%s tells nothing of the holder', async (code, changed) => {
    const answer = await hospital.check(changed);
    expect(answer.maKetQua).toBe(code);
    for (const field of personal) expect([field, answer[field]]).toEqual([field, null]);
  });

  test('validity is read by the calendar', async () => {
    const own = await openWorkspace({ calendar: '2020-12-31' });
    const there = await openHospital(own);
    expect((await there.check()).maKetQua).toBe('010');
    const dat = { maThe: '9900000031', hoTen: 'Bùi Tiến Đạt', ngaySinh: '1993' };
    await own.configure({ calendar: '2024-12-31' });
    expect((await there.check(dat)).maKetQua).toBe('000');
    await own.configure({ calendar: '2025-01-01' });
    expect((await there.check(dat)).maKetQua).toBe('010');
  });

  test('visits have an operation of their own, and may be kept out of the check', async () => {
    const own = await openWorkspace();
    const there = await openHospital(own);
    const visits = { operation: 'Lskcb2025' };
    const before = await there.check({}, visits);
    expect(before).toEqual({ maKetQua: '000', ghiChu: null, dsLichSuKCB2025: [expect.any(Object)] });
    await own.control('/settings', jsonBody({ insurance: { historyInCheck: false } }, 'PATCH'));
    expect(await there.check()).toMatchObject({ maKetQua: '000', dsLichSuKCB2018: null });
    expect(await there.check({}, visits)).toEqual(before);
    expect(await there.check({ ngaySinh: '1991' }, visits)).toMatchObject({
      maKetQua: '070',
      dsLichSuKCB2025: null,
    });
  });

  test('a person whom the workspace changed is as the workspace has them', async () => {
    const own = await openWorkspace();
    const there = await openHospital(own);
    await own.control('/people/an', jsonBody({ insurance: { status: 'revoked' } }, 'PATCH'));
    expect((await there.check()).maKetQua).toBe('110');
    expect((await hospital.check()).maKetQua).toBe('000');
  });
});

describe('citizens whom nobody wrote down', () => {
  const some = Array.from(
    { length: 40 },
    (_, index) => `099${index % 2}${60 + (index % 30)}${100_000 + index * 97}`,
  );
  const written = (day: string) => day.split('-').reverse().join('/');

  test('each is found by card, insurance number and personal number alike', async () => {
    const found = some.flatMap((number) => {
      const person = citizenOf(number);
      return person?.insurance?.card ? [{ number, insurance: person.insurance }] : [];
    });
    expect(found.length).toBeGreaterThan(10);
    for (const { number, insurance } of found) {
      const { birth, name: hoTen } = insurance;
      const ngaySinh = 'year' in birth ? String(birth.year) : written(birth.date);
      const ways = [insurance.card, insurance.number, number].map((maThe) => ({ maThe, hoTen, ngaySinh }));
      const [byCard, ...others] = await Promise.all(ways.map((asked) => hospital.check(asked)));
      expect(byCard!.maKetQua).toMatch(/^(00[0-2]|010|110|12[0-4])$/);
      for (const other of others) expect(other).toEqual(byCard);
      const { maSoBHXH } = byCard!;
      expect([null, insurance.number]).toContain(maSoBHXH);
    }
  });
});

describe('what is asked to go wrong', () => {
  const asked = (failure: string, changed = {}) =>
    hospital.check(changed, { headers: { 'x-hopcat-fault': failure } });

  test('somebody else is shown, as if it were right', async () => {
    const answer = await asked('wrong-person');
    expect(answer).toMatchObject({ maKetQua: '000', maSoBHXH: expect.stringMatching(/^99\d{8}$/) });
    expect(answer.maSoBHXH).not.toBe('9900000001');
    expect(answer.hoTen).not.toBe('Nguyễn Văn An');
  });

  test('a register that lags a year behind has the dates of then, and has not heard of a revocation', async () => {
    expect(await asked('stale-data')).toMatchObject({
      maKetQua: '000',
      gtTheTu: '01/01/2020',
      gtTheDen: '31/12/2098',
    });
    const son = { maThe: '9900000034', hoTen: 'Lâm Thái Sơn', ngaySinh: '1978' };
    expect((await asked('stale-data', son)).maKetQua).toBe('000');
  });

  test('a request that is wrong anyway stays wrong', async () => {
    expect((await asked('wrong-person', { ngaySinh: 'x' })).maKetQua).toBe('205');
  });

  test('a quota that is used up is 429', async () => {
    const url = at(ws, `/api/egw/KQNhanLichSuKCB2024?${new URLSearchParams(signed(hospital.keys))}`);
    const init = jsonBody({ ...AN, ...OFFICER });
    const answer = await ws.fetch(url, { ...init, headers: { ...init.headers, 'x-hopcat-fault': 'quota' } });
    expect([answer.status, (await read(answer)).maKetQua]).toEqual([429, '429']);
  });
});
