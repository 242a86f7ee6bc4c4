import * as z from 'zod';

/** JSON of provinces is not strict about numbers; empty and null count as absent. */
const field = z.lazy(() =>
  z
    .union([z.string().max(200), z.int().nonnegative()])
    .nullish()
    .transform((value) => (value === null || value === undefined ? '' : String(value).trim())),
);

/** TD and Thanh Hóa: the register's names, birth date flat. */
export const jsonRequest = z.lazy(() =>
  z.strictObject({
    HoVaTen: field,
    SoDinhDanh: field,
    SoCMND: field,
    NgayThangNam: field,
    Nam: field,
    MaTichHop: field,
    MaDVC: field,
    MaCanBo: field,
    MaYeuCau: field,
  }),
);

/** OpenCPS: names the operation; what it does not send (MaYeuCau, MaCanBo, MaTichHop) its server adds. */
export const openCpsRequest = z.lazy(() =>
  jsonRequest.unwrap().extend({
    type: z.enum(['TraCuuThongTinCongDan', 'XacThucThongTinCongDan', 'XacMinhThongTinNhanThan']),
    GovAgencyCode: z.string().trim().min(1).max(100),
    MaDichVu: field,
    MaDonVi: field,
    TaiKhoan: field,
    SoDienThoai: field,
  }),
);

/** Đồng Tháp: camel case; `ngayThangNam` is a day (yyyyMMdd) or a year. */
export const dongThapRequest = z.lazy(() =>
  z.strictObject({
    maYeuCau: field,
    maDVC: field,
    maCanBo: field,
    soDinhDanh: field,
    soCMND: field,
    hoVaTen: field,
    ngayThangNam: field,
    userNameService: z.string().trim().min(1).max(100),
  }),
);

/** LGSP with everything in the body. */
export const lgspWrappedRequest = z.lazy(() =>
  z.strictObject({
    /** `Bearer` and the token. */
    accessToken: z.string().max(2000).default(''),
    /** Base64 of `{AccessKey, SecretKey, AppName, PartnerCode, PartnerCodeCus}`. */
    lgspAccessToken: z.string().max(4000).default(''),
    /** Base64 of `key:pass`. */
    AuthHash: z.string().max(2000).default(''),
    /** The SOAP message. */
    data: z.string().min(1).max(65_536),
  }),
);

export const lgspTokenRequest = z.lazy(() =>
  z.looseObject({
    grant_type: z.string(),
    client_id: z.string().optional(),
    client_secret: z.string().optional(),
  }),
);

export const lgspToken = z.lazy(() =>
  z.strictObject({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int() }),
);

/** `error_code` 0: `message` is the SOAP answer as a text. */
export const wrapped = z.lazy(() => z.strictObject({ error_code: z.literal('0'), message: z.string() }));

export type JsonRequest = z.output<typeof jsonRequest>;
export type OpenCpsRequest = z.output<typeof openCpsRequest>;
export type DongThapRequest = z.output<typeof dongThapRequest>;
export type LgspWrappedRequest = z.output<typeof lgspWrappedRequest>;
export type LgspTokenRequest = z.output<typeof lgspTokenRequest>;
