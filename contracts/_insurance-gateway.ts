import * as z from 'zod';
import type { Certainty, Text } from './_contract.ts';
import { gatewayFails, tokenFails } from './_insurance-faults.ts';

const text = z.lazy(() => z.string().max(500));
const nullable = z.lazy(() => z.string().nullable());

/** The .NET server of the gateway does not mind the case of a name, and clients write either. */
const credentials = z.lazy(() =>
  z.looseObject({
    username: text.optional(),
    /** MD5 of the password as hex, in either case. */
    password: text.optional(),
    Username: text.optional(),
    Password: text.optional(),
  }),
);

const issued = z.lazy(() =>
  z.strictObject({
    maKetQua: z.literal('200'),
    APIKey: z.strictObject({
      access_token: z.string(),
      id_token: z.string(),
      token_type: z.string(),
      username: z.string(),
      /** A moment, not a number of seconds: ISO 8601 in UTC with seven decimals, by the token clock. */
      expires_in: z.iso.datetime(),
    }),
  }),
);

/** How the token is refused: `maKetQua` 401, 402, 403, 429, 500. */
const notIssued = z.lazy(() =>
  z.strictObject({ maKetQua: z.string(), APIKey: z.null(), ghiChu: z.string() }),
);

const isDay = (said: string): boolean => {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(said) ?? [];
  if (year === undefined) return /^(19|20|21)\d{2}$/.test(said);
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${year}-${month}-${day}`);
};

/** `dd/MM/yyyy` or `yyyy`: in the gateway, in the match. */
export const writtenBirth = z.lazy(() =>
  z
    .string()
    .trim()
    .refine(isDay, 'Ngày có thật viết dd/MM/yyyy, hoặc năm yyyy / A real date dd/MM/yyyy, or a year yyyy'),
);

const inQuery = z.lazy(() =>
  z.looseObject({
    token: text.optional(),
    id_token: text.optional(),
    username: text.optional(),
    /** MD5 of the password as hex. */
    password: text.optional(),
  }),
);

/** Fields that older names take besides (gender, dates, hospital) are read over. */
const cardRequest = z.lazy(() =>
  z.looseObject({
    /** The card (15 characters), the insurance number (10 digits) or the personal number (12 digits). */
    maThe: z.string().trim().min(1).max(50),
    hoTen: z.string().trim().min(1).max(200),
    ngaySinh: writtenBirth,
    /** Here or in the query. */
    username: text.optional(),
    password: text.optional(),
  }),
);

const officersRequest = z.lazy(() =>
  cardRequest.unwrap().extend({
    /** The officer who looks up: name, and personal number. */
    hoTenCb: z.string().trim().min(1).max(200),
    cccdCb: z.string().trim().min(1).max(20),
  }),
);

/** `yyyyMMddHHmm` */
const minute = z.lazy(() => z.string().regex(/^\d{12}$/));

const visit = z.lazy(() =>
  z.strictObject({
    maHoSo: z.union([z.int(), z.string()]),
    maCSKCB: z.string(),
    ngayVao: minute,
    ngayRa: minute,
    tenBenh: z.string(),
    /** 1 discharged, 2 transferred, 3 absconded, 4 left on request. */
    tinhTrang: z.string(),
    /** 1 cured, 2 better, 3 unchanged, 4 worse, 5 died. */
    kqDieuTri: z.string(),
    /** 1 right line, 2 emergency, 3 wrong line, 4 open line. */
    lyDoVV: z.string(),
  }),
);

/** Dates are `dd/MM/yyyy`. What a refusal has no right to tell is null. */
const cardAnswer = z.lazy(() =>
  z.strictObject({
    maKetQua: z.string(),
    ghiChu: z.string(),
    ...Object.fromEntries(
      [
        ...['maThe', 'hoTen', 'ngaySinh', 'gioiTinh', 'diaChi', 'maDKBD', 'cqBHXH', 'gtTheTu', 'gtTheDen'],
        ...['maKV', 'ngayDu5Nam', 'maSoBHXH', 'maTheCu', 'maTheMoi', 'gtTheTuMoi', 'gtTheDenMoi'],
        ...['maDKBDMoi', 'tenDKBDMoi'],
      ].map((name) => [name, nullable]),
    ),
    dsLichSuKCB2018: z.array(visit).nullable(),
    /** Earlier checks of the card: always empty here. */
    dsLichSuKT2018: z.array(z.never()),
  }),
);

const historyAnswer = z.lazy(() =>
  z.strictObject({
    maKetQua: z.string(),
    ghiChu: z.string().nullable(),
    dsLichSuKCB2025: z.array(visit).nullable(),
  }),
);

/** Every form in which the gateway refuses. */
export const gatewayRefusal = z.lazy(() => z.union([notIssued, cardAnswer, historyAnswer]));

const anHolds = { maThe: 'DN4999900000001', hoTen: 'Nguyễn Văn An', ngaySinh: '15/05/1990' };
const ngocLooksUp = { hoTenCb: 'Lê Thị Ngọc', cccdCb: '099186000016' };
const MD5 = 'ce00580d6b3d1e0d7b7b8ec5eab0bc89';
const signed = { token: '{{token}}', id_token: '{{idToken}}', username: '99001_BV', password: MD5 };

export const token = {
  method: 'POST',
  path: '/api/token/take',
  title: { vi: 'Lấy phiên làm việc', en: 'Take a token' },
  json: credentials,
  form: credentials,
  answers: { 200: z.lazy(() => z.union([issued, notIssued])) },
  errors: 'own',
  fails: tokenFails,
  examples: [
    {
      title: { vi: 'Tài khoản demo của bệnh viện 99001', en: "Hospital 99001's demo account" },
      body: { username: '99001_BV', password: MD5 },
      status: 200,
      takes: { token: '/APIKey/access_token', idToken: '/APIKey/id_token' },
    },
    {
      title: { vi: 'Sai mật khẩu: maKetQua 401', en: 'Wrong password: maKetQua 401' },
      body: { username: '99001_BV', password: '00000000000000000000000000000000' },
      status: 200,
    },
  ],
  fidelity: 'H',
  note: {
    vi: 'Ý nghĩa riêng của 402 và 403, trường ghiChu khi từ chối và thời hạn token là của HopCat; token cũ vẫn dùng được khi lấy token mới',
    en: "What tells 402 from 403, ghiChu in a refusal, and the token's lifetime are HopCat's own; an older token stays valid when a new one is taken",
  },
} as const;

const example = (more: object, status = 200, title: Text = { vi: 'Thẻ của An', en: "An's card" }) =>
  ({ title, query: signed, body: { ...anHolds, ...more }, status, after: 'token' }) as const;

const check = (name: string, title: Text, fidelity: Certainty, note: Text) =>
  ({
    method: 'POST',
    path: `/api/egw/${name}`,
    title,
    query: inQuery,
    json: cardRequest,
    form: cardRequest,
    answers: { 200: cardAnswer },
    errors: 'own',
    fails: gatewayFails,
    examples: [example({})],
    fidelity,
    note,
  }) as const;

const older: Text = {
  vi: 'Cùng một quyết định và cùng một câu trả lời như KQNhanLichSuKCB2024, không hỏi cán bộ tra cứu',
  en: 'The same decision and answer as KQNhanLichSuKCB2024, without asking who looks up',
};

export const check2024 = {
  ...check('KQNhanLichSuKCB2024', { vi: 'Tra cứu thẻ BHYT (2024)', en: 'Check a card (2024)' }, 'H', {
    vi: 'HTTP luôn là 200, kết quả ở maKetQua; thứ tự kiểm tra và việc che dữ liệu khi sai là suy luận',
    en: 'HTTP is always 200 and the result is maKetQua; the order of the checks, and that mismatches show no data, are inferred',
  }),
  json: officersRequest,
  form: officersRequest,
  examples: [
    example(ngocLooksUp),
    example({ ...ngocLooksUp, maThe: '099090000001' }, 200, {
      vi: 'Bằng số định danh của An',
      en: "By An's personal number",
    }),
    example({ ...ngocLooksUp, hoTen: 'Nguyễn Văn Ân' }, 200, {
      vi: 'Sai họ tên, đúng ký tự đầu: 061',
      en: 'A wrong name whose first letters are right: 061',
    }),
  ],
} as const;

export const check2019 = check(
  'KQNhanLichSuKCB2019',
  { vi: 'Tra cứu thẻ BHYT (2019)', en: 'Check a card (2019)' },
  'M',
  older,
);

export const check2018 = check(
  'NhanLichSuKCB2018',
  { vi: 'Tra cứu thẻ BHYT (2018)', en: 'Check a card (2018)' },
  'M',
  older,
);

export const check595 = check(
  'KQNhanLichSuKCB595',
  { vi: 'Tra cứu thẻ BHYT (595)', en: 'Check a card (595)' },
  'L',
  older,
);

export const history2025 = {
  ...check('Lskcb2025', { vi: 'Lịch sử khám chữa bệnh (2025)', en: 'Visits (2025)' }, 'M', {
    vi: 'Một ứng dụng cho biết cổng thật chỉ nhận form ở đây; HopCat nhận cả JSON như một ứng dụng khác gửi',
    en: 'One client says that the real gateway takes only a form here; HopCat takes JSON too, as another client sends it',
  }),
  json: officersRequest,
  form: officersRequest,
  answers: { 200: historyAnswer },
  examples: [example(ngocLooksUp, 200, { vi: 'Các lần khám của An', en: "An's visits" })],
} as const;
