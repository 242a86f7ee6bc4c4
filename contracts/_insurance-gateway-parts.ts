import * as z from 'zod';

const text = z.lazy(() => z.string().max(500));
const nullable = z.lazy(() => z.string().nullable());

/** The .NET server of the gateway does not mind the case of a name, and clients write either. */
export const credentials = z.lazy(() =>
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
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return (
    at.getUTCFullYear() === Number(year) &&
    at.getUTCMonth() === Number(month) - 1 &&
    at.getUTCDate() === Number(day)
  );
};

/** `dd/MM/yyyy` or `yyyy`: in the gateway, in the match. */
export const writtenBirth = z.lazy(() =>
  z
    .string()
    .trim()
    .refine(isDay, 'Ngày có thật viết dd/MM/yyyy, hoặc năm yyyy / A real date dd/MM/yyyy, or a year yyyy'),
);

export const inQuery = z.lazy(() =>
  z.looseObject({
    token: text.optional(),
    id_token: text.optional(),
    username: text.optional(),
    /** MD5 of the password as hex. */
    password: text.optional(),
  }),
);

/** Fields that older names take besides (gender, dates, hospital) are read over. */
export const cardRequest = z.lazy(() =>
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

export const officersRequest = z.lazy(() =>
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
export const cardAnswer = z.lazy(() =>
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

export const historyAnswer = z.lazy(() =>
  z.strictObject({
    maKetQua: z.string(),
    ghiChu: z.string().nullable(),
    dsLichSuKCB2025: z.array(visit).nullable(),
  }),
);

export const tokenAnswer = z.lazy(() => z.union([issued, notIssued]));

/** Every form in which the gateway refuses. */
export const gatewayRefusal = z.lazy(() => z.union([notIssued, cardAnswer, historyAnswer]));
