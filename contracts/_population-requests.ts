import * as z from 'zod';
import { both, digits } from './_person/primitives.ts';

// Wire names are the register's own. Empty elements count as absent before these schemas see them.

const word = z.lazy(() => z.string().trim().min(1).max(100));

const isDay = (text: string): boolean => {
  const iso = text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
};

const day = z.lazy(() =>
  z
    .string()
    .regex(/^\d{8}$/, { error: both('Viết yyyyMMdd', 'Write yyyyMMdd'), abort: true })
    .refine(isDay, both('Không có ngày này trong lịch', 'There is no such day in the calendar')),
);

const exactly = (code: string) =>
  z.literal(code, both(`Phải là ${code} cho thao tác này`, `Must be ${code} for this operation`));

/** Upper case, no diacritics, no spaces: `NGUYENVANAN`. */
const plainName = z.lazy(() =>
  z
    .string()
    .regex(
      /^[A-Z]{1,100}$/,
      both(
        'Chữ in hoa không dấu, không khoảng trắng: NGUYENVANAN',
        'Upper case, no diacritics, no spaces: NGUYENVANAN',
      ),
    ),
);

interface Numbers {
  SoDinhDanh?: unknown;
  SoCMND?: unknown;
}

/** As soon as there is something to look into. */
const whole = {
  when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
};
const isThere = (value: unknown): boolean => value !== undefined;

/** Judged even when other fields are wrong, so that one refusal names everything. */
const oneNumber = z.refine<Numbers>(({ SoDinhDanh, SoCMND }) => isThere(SoDinhDanh) !== isThere(SoCMND), {
  ...whole,
  path: ['SoDinhDanh'],
  error: both('Cần đúng một trong SoDinhDanh và SoCMND', 'Exactly one of SoDinhDanh and SoCMND is needed'),
});

const birthFields = z.lazy(() =>
  z.strictObject({
    Nam: z
      .string()
      .regex(/^\d{4}$/, both('Năm gồm 4 chữ số', 'A year of 4 digits'))
      .optional(),
    NgayThangNam: day.optional(),
  }),
);

const oneBirth = z.refine<{ Nam?: unknown; NgayThangNam?: unknown }>(
  ({ Nam, NgayThangNam }) => isThere(Nam) || isThere(NgayThangNam),
  { ...whole, error: both('Cần Nam hoặc NgayThangNam', 'Nam or NgayThangNam is needed') },
);

const agreeingBirth = z.refine<{ Nam?: unknown; NgayThangNam?: unknown }>(
  ({ Nam, NgayThangNam }) =>
    !isThere(Nam) || !isThere(NgayThangNam) || String(NgayThangNam).startsWith(String(Nam)),
  { ...whole, path: ['Nam'], error: both('Không khớp với NgayThangNam', 'Disagrees with NgayThangNam') },
);

const birth = z.lazy(() => birthFields.unwrap().check(oneBirth, agreeingBirth));

const about = () => ({
  /** Unique for each call. */
  MaYeuCau: word,
  /** Who asks: an official or an account of the portal. */
  MaCanBo: word,
  SoDinhDanh: digits(12, 'Số định danh', 'A personal number').optional(),
  SoCMND: digits(9, 'Số CMND', 'An old identity card number').optional(),
  HoVaTen: plainName,
});

/** 037: the whole record of one citizen. */
export const lookupRequest = z.lazy(() =>
  z
    .strictObject({
      ...about(),
      MaDVC: word,
      MaTichHop: exactly('037'),
      MaDonVi: word.optional(),
      TaiKhoan: word.optional(),
      SoDienThoai: word.optional(),
      NgayThangNamSinh: birth,
    })
    .check(oneNumber),
);

/** 033: do this number and this name belong together? */
export const verificationRequest = z.lazy(() =>
  z.strictObject({ ...about(), MaDichVu: exactly('033') }).check(oneNumber),
);

/** The relatives of one citizen. */
export const relativesRequest = z.lazy(() =>
  z
    .strictObject({
      ...about(),
      MaDVC: word,
      MaTichHop: word,
      MaDonVi: word.optional(),
      NgayThangNamSinh: birth,
    })
    .check(oneNumber),
);

export type LookupRequest = z.output<typeof lookupRequest>;
export type VerificationRequest = z.output<typeof verificationRequest>;
export type RelativesRequest = z.output<typeof relativesRequest>;

/** What one of the register's operations is asked. */
export type PopulationRequest = LookupRequest | VerificationRequest | RelativesRequest;
