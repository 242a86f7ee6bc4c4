import type { Children, Shape } from '../_soap/schema.ts';
import type { OperationName } from './operations.ts';

const text = 'xsd:string';

const texts = (...names: string[]): Record<string, Shape> =>
  Object.fromEntries(names.map((name) => [name, text]));

const inOrder = (elements: Children['elements']): Children => ({ order: 'fixed', elements });

const birthAsked: Children = { order: 'any', elements: texts('Nam?', 'NgayThangNam?') };

const asked = (elements: Children['elements']): Children => ({ order: 'any', elements });

const address = inOrder(texts('MaTinhThanh', 'MaQuanHuyen', 'MaPhuongXa', 'ChiTiet', 'QuocGia'));
const nameInParts = inOrder(texts('Ho', 'ChuDem', 'Ten'));

const numbers = texts('SoDinhDanh', 'SoCMND');
const birth = inOrder(texts('Nam', 'NgayThangNam'));

/** The look-up has a relative's name whole, the relatives check in parts. */
const family = (HoVaTen: Shape): Record<string, Shape> => {
  const relative = inOrder({ HoVaTen, QuocTich: text, ...numbers });
  return {
    Cha: relative,
    Me: relative,
    VoChong: relative,
    NguoiDaiDien: relative,
    ChuHo: inOrder({ QuanHe: text, ...numbers, HoVaTen }),
    SoSoHoKhau: text,
  };
};

const collection = (record: Children['elements']): Children => ({
  order: 'fixed',
  elements: { 'CongDan?': inOrder(record) },
  attributes: { SoCongDan: 'xsd:int', GhiChu: text, ThoiDiemDuLieu: 'xsd:dateTime', id: text },
});

const identity = { ...numbers, HoVaTen: nameInParts, GioiTinh: text };

/** What each operation takes and gives. Optional is also what one of two must say. */
export const shapes: Readonly<Record<OperationName, { request: Children; answer: Children }>> = {
  TraCuuThongTinCongDan: {
    request: asked({
      ...texts('MaYeuCau', 'MaDVC', 'MaTichHop', 'MaCanBo', 'MaDonVi?', 'TaiKhoan?', 'SoDienThoai?'),
      ...texts('SoDinhDanh?', 'SoCMND?', 'HoVaTen'),
      NgayThangNamSinh: birthAsked,
    }),
    answer: collection({
      ...identity,
      ...texts('DanToc', 'TonGiao', 'NhomMau', 'TinhTrangHonNhan'),
      NgayThangNamSinh: birth,
      NoiDangKyKhaiSinh: address,
      QueQuan: address,
      ThuongTru: address,
      NoiOHienTai: address,
      QuocTich: text,
      ...family(text),
    }),
  },
  XacThucThongTinCongDan: {
    request: asked(texts('MaYeuCau', 'MaDichVu', 'MaCanBo', 'SoDinhDanh?', 'SoCMND?', 'HoVaTen')),
    answer: inOrder({ TonTai: 'xsd:boolean' }),
  },
  XacMinhThongTinNhanThan: {
    request: asked({
      ...texts('MaYeuCau', 'MaDVC', 'MaTichHop', 'MaCanBo', 'MaDonVi?', 'SoDinhDanh?', 'SoCMND?', 'HoVaTen'),
      NgayThangNamSinh: birthAsked,
    }),
    answer: collection({ ...identity, NgayThangNamSinh: birth, QuocTich: text, ...family(nameInParts) }),
  },
};
