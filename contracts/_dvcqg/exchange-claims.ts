import * as z from 'zod';

const text = z.lazy(() => z.string());
/** What the account lacks is null for the e-mail address: portals then make one up. */
const textOrNull = z.lazy(() => z.string().nullable());
const int = z.lazy(() => z.int());

/** The claims of the exchange, under the names that portals read. What is not known is left out, unless said. */
export const exchangeClaims = {
  /** `1` citizen, `2` enterprise, `3` agency. */
  LoaiTaiKhoan: z.lazy(() => z.enum(['1', '2', '3'])),
  /** Opaque, never changes: what portals link by. */
  TechID: text,
  /** Once the population register has confirmed it, and not before. */
  SoDinhDanh: text,
  /**
   * The old card, empty where there is none. The population register's, where that has one and `SoDinhDanh` is there;
   * else no more than the holder's own word, by which a portal must not link (rule `unverified-card`).
   */
  SoCMND: text,
  HoChieu: text,
  MaBHXH: text,
  MaSoThue: text,
  MaSoDoanhNghiep: text,
  TenDoanhNghiep: text,
  DiaChi: text,
  HoVaTen: text,
  /** `yyyyMMdd`, or the year. */
  NgayThangNamSinh: z.lazy(() => z.string().regex(/^\d{4}(\d{4})?$/)),
  GioiTinh: int,
  TinhTrangHonNhan: int,
  DanToc: text,
  TonGiao: text,
  NhomMau: text,
  QuocTich: text,
  ThuDienTu: textOrNull,
  SoDienThoai: text,
  SoDienThoaiBan: text,
  NoiDangKyKhaiSinh: text,
  QueQuan: text,
  ThuongTru: text,
  NoiOHienNay: text,
  Cha: text,
  Me: text,
  VoChong: text,
  NguoiDaiDien: text,
  ChuHo: text,
  /** `1` active, `0` locked or stopped: our own values. */
  TrangThai: text,
  /** The level that the sign-in reached. */
  loAs: text,
} as const satisfies Readonly<Record<string, z.ZodLazy>>;

export type ClaimName = keyof typeof exchangeClaims;

/** `openid` opens all of them: portals ask for nothing else. */
export const exchangeScopes: Readonly<Record<string, readonly string[]>> = {
  openid: Object.keys(exchangeClaims),
};

/** As JSON; as a signed token for a client that registered so. */
export const exchangeUserinfo = z.lazy(() =>
  z.union([z.strictObject({ sub: z.string() }).extend(z.object(exchangeClaims).partial().shape), z.string()]),
);
