import * as z from 'zod';

export const text = z.lazy(() => z.string().trim().min(1).max(200));
export const insuranceNumber = z.lazy(() =>
  z.string().regex(/^\d{10}$/, 'Mã số BHXH gồm 10 chữ số / An insurance number has 10 digits'),
);

/** `yyyy-MM-ddT00:00:00`, as .NET writes a day; the form of VNPost's dates is inferred. */
const moment = z.lazy(() => z.string().regex(/^\d{4}-\d{2}-\d{2}T00:00:00$/));

export const holder = z.lazy(() =>
  z.strictObject({
    maSoBhxh: z.string(),
    hoTen: z.string(),
    /** Null where only the year is known. */
    ngaySinh: moment.nullable(),
    /** `dd/MM/yyyy` or `yyyy`. */
    ngaySinhHienThi: z.string(),
    /** 1 male, 0 female. */
    gioiTinh: z.enum(['0', '1']),
    gioiTinhHienThi: z.string(),
    soCmnd: z.string().nullable(),
    soDienThoai: z.string().nullable(),
    diaChiLh: z.string().nullable(),
  }),
);

const cardParts = z.lazy(() =>
  z.strictObject({
    soTheBhyt: z.string(),
    tuNgay: moment,
    denNgay: moment,
    maBenhVien: z.string().nullable(),
    tenBenhVien: z.string().nullable(),
    trangThaiThe: z.string(),
  }),
);

export const card = z.lazy(() => z.strictObject({ ...holder.unwrap().shape, ...cardParts.unwrap().shape }));

/** `ssm` and `ssmv2`. */
export const envelope = (data: z.ZodType) =>
  z.strictObject({
    data,
    success: z.boolean(),
    message: z.string().nullable(),
    errors: z.array(z.string()).nullable(),
    status: z.int(),
    traceId: z.string(),
  });

/** `ssm-api`: the envelope of ABP, the framework whose paths begin with `/api/services/app`. */
export const abp = (result: z.ZodType) =>
  z.strictObject({
    result,
    targetUrl: z.null(),
    success: z.literal(true),
    error: z.null(),
    unAuthorizedRequest: z.literal(false),
    __abp: z.literal(true),
  });

/** Both forms in which VNPost's lookups refuse. */
export const agentRefusal = z.lazy(() =>
  z.union([
    envelope(z.null()),
    z.strictObject({
      result: z.null(),
      targetUrl: z.null(),
      success: z.literal(false),
      error: z.strictObject({
        code: z.int(),
        message: z.string(),
        details: z.string(),
        validationErrors: z
          .array(z.strictObject({ message: z.string(), members: z.array(z.string()) }))
          .nullable(),
      }),
      unAuthorizedRequest: z.boolean(),
      __abp: z.literal(true),
    }),
  ]),
);
