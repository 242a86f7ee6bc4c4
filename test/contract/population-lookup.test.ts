import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { ask, bodyOf, collectionOf, type Fields, send } from './kit/population.ts';

let ws: TestWorkspace;

beforeAll(async () => {
  ws = await openWorkspace();
});

const lookUp = async (changes: Fields = {}, at = ws) =>
  collectionOf(await ask(at, 'TraCuuThongTinCongDan', changes));

const kiet = { HoVaTen: 'THACHMINHKIET', NgayThangNamSinh: '<d:NgayThangNam>19940413</d:NgayThangNam>' };
const sau = { SoDinhDanh: '099138000013', HoVaTen: 'TRANTHISAU' };
const dayOfSau = (day: string) => ({ ...sau, NgayThangNamSinh: `<d:NgayThangNam>${day}</d:NgayThangNam>` });

test('037 answers a whole record', async () => {
  const { SoCongDan, ThoiDiemDuLieu, GhiChu, CongDan } = await lookUp();
  expect({ SoCongDan, GhiChu }).toEqual({ SoCongDan: '1', GhiChu: undefined });
  expect(ThoiDiemDuLieu).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
  expect(CongDan).toMatchObject({
    SoDinhDanh: '099090000001',
    SoCMND: '990000001',
    HoVaTen: { Ho: 'Nguyễn', ChuDem: 'Văn', Ten: 'An' },
    GioiTinh: '1',
    DanToc: '01',
    TonGiao: '00',
    TinhTrangHonNhan: '2',
    NgayThangNamSinh: { Nam: '1990', NgayThangNam: '19900515' },
    QuocTich: 'VN',
    Cha: { HoVaTen: 'Nguyễn Văn Hùng', QuocTich: 'VN', SoDinhDanh: '099058000003' },
    VoChong: { HoVaTen: 'Trần Thị Mai' },
    ChuHo: { QuanHe: 'CH01', SoDinhDanh: '099090000001' },
    SoSoHoKhau: 'HK0990001',
  });
});

test('033 says yes to number and name that belong together, and no to others', async () => {
  const verdict = async (changes: Fields) =>
    (await bodyOf(await ask(ws, 'XacThucThongTinCongDan', changes))).KetQuaXacThuc.TonTai;
  expect(await verdict({})).toBe('true');
  expect(await verdict({ SoDinhDanh: undefined, SoCMND: '990000001' })).toBe('true');
  expect(await verdict({ HoVaTen: 'NGUYENVANANH' })).toBe('false');
  expect(await verdict({ SoDinhDanh: '099090000999' })).toBe('false');
});

test('the relatives check answers relatives with their names in parts', async () => {
  const { CongDan } = await collectionOf(await ask(ws, 'XacMinhThongTinNhanThan'));
  expect(CongDan).toMatchObject({
    SoDinhDanh: '099090000001',
    Cha: { HoVaTen: { Ho: 'Nguyễn', ChuDem: 'Văn', Ten: 'Hùng' } },
    NguoiDaiDien: { HoVaTen: { Ho: '', ChuDem: '', Ten: '' }, SoDinhDanh: '' },
  });
  expect(CongDan.ThuongTru).toBeUndefined();
});

test('a message may call its element …Request, and leave its children without a namespace', async () => {
  const fields =
    '<MaCanBo>a</MaCanBo><HoVaTen>NGUYENVANAN</HoVaTen><SoDinhDanh>099090000001</SoDinhDanh><SoCMND/><MaDichVu><![CDATA[033]]></MaDichVu>';
  const body = `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><x:XacThucThongTinCongDanRequest xmlns:x="http://dancuquocgia.bca" xmlns=""><MaYeuCau>own-${ws.id}</MaYeuCau>${fields}</x:XacThucThongTinCongDanRequest></Body></Envelope>`;
  for (const soapaction of ['', undefined]) {
    const text = body.replace('own-', `own-${soapaction}-`);
    const headers = { 'content-type': 'application/xml', soapaction };
    expect(await bodyOf(await send(ws, 'XacThucThongTinCongDan', text, headers))).toMatchObject({
      KetQuaXacThuc: { TonTai: 'true' },
    });
  }
});

describe('who is found', () => {
  test('by the old card', async () => {
    const { CongDan } = await lookUp({ SoDinhDanh: undefined, SoCMND: '990000001' });
    expect(CongDan.SoDinhDanh).toBe('099090000001');
  });

  test('by a number that was re-issued, and the record has the present one', async () => {
    const { CongDan } = await lookUp({ ...kiet, SoDinhDanh: '099093000014' });
    expect(CongDan.SoDinhDanh).toBe('099094000014');
  });

  test('a citizen of the country, whom nobody wrote down', async () => {
    const { CongDan } = await lookUp({
      SoDinhDanh: '099090100000',
      HoVaTen: 'NGUYENTUANHIEP',
    });
    expect(CongDan.SoDinhDanh).toBe('099090100000');
  });

  test('by the year, where only the year is known, and by a day of that year', async () => {
    const { CongDan } = await lookUp(dayOfSau('19380704'));
    expect(CongDan.NgayThangNamSinh).toEqual({ Nam: '1938', NgayThangNam: '' });
    expect((await lookUp(dayOfSau('19390704'))).SoCongDan).toBe('0');
  });

  test('somebody who has died, and GhiChu says so from that day of the calendar on', async () => {
    const hung = {
      SoDinhDanh: '099058000003',
      HoVaTen: 'NGUYENVANHUNG',
      NgayThangNamSinh: '<d:Nam>1958</d:Nam>',
    };
    const own = await openWorkspace({ calendar: '2024-02-17' });
    expect((await lookUp(hung, own)).GhiChu).toBeUndefined();
    await own.configure({ calendar: '2024-02-18' });
    expect((await lookUp(hung, own)).GhiChu).toBe('Công dân đã chết ngày 18/02/2024');
  });

  test.each([
    ['an unknown number', { SoDinhDanh: '099090000999' }, 'nobody has this number'],
    ['another name', { HoVaTen: 'NGUYENVANANH' }, 'HoVaTen'],
    ['another year', { NgayThangNamSinh: '<d:Nam>1991</d:Nam>' }, 'NgayThangNamSinh'],
    ['another day', { NgayThangNamSinh: '<d:NgayThangNam>19900516</d:NgayThangNam>' }, 'NgayThangNamSinh'],
  ])('%s finds nobody, and only the journal says why', async (_, changes, why) => {
    const own = await openWorkspace();
    const { SoCongDan, GhiChu, CongDan } = await lookUp(changes, own);
    expect({ SoCongDan, CongDan }).toEqual({ SoCongDan: '0', CongDan: undefined });
    expect(GhiChu).toBe('Không tìm thấy công dân khớp với thông tin yêu cầu');
    const { entries } = await (await own.control('/journal?operation=lookup')).json();
    expect(entries.at(-1)).toMatchObject({ client: 'demo-portal', notes: [expect.stringContaining(why)] });
  });
});

test('the calendar decides between three administrative levels and two', async () => {
  const own = await openWorkspace({ calendar: '2025-06-30' });
  const mai = { SoDinhDanh: '099192000002', HoVaTen: 'TRANTHIMAI', NgayThangNamSinh: '<d:Nam>1992</d:Nam>' };
  expect((await lookUp(mai, own)).CongDan.QueQuan).toEqual({
    MaTinhThanh: '36',
    MaQuanHuyen: '366',
    MaPhuongXa: '14227',
    ChiTiet: 'Xóm 4',
    QuocGia: 'VN',
  });
  await own.configure({ calendar: '2025-07-01' });
  expect((await lookUp(mai, own)).CongDan.QueQuan).toEqual({
    MaTinhThanh: '37',
    MaQuanHuyen: '',
    MaPhuongXa: '14215',
    ChiTiet: 'Xóm 4',
    QuocGia: 'VN',
  });
});

test('a workspace may have whole names in Ten', async () => {
  const own = await openWorkspace();
  const population = { wholeNameInTen: true };
  await own.configure({ population });
  expect((await lookUp({}, own)).CongDan.HoVaTen).toEqual({ Ho: '', ChuDem: '', Ten: 'Nguyễn Văn An' });
});
