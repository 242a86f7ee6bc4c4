import * as z from 'zod';

/** One message in both languages: a zod issue carries one string. */
export const both = (vi: string, en: string): string => `${vi} / ${en}`;

export const digits = (count: number, vi: string, en: string) =>
  z
    .string()
    .regex(new RegExp(`^\\d{${count}}$`), both(`${vi} gồm ${count} chữ số`, `${en} has ${count} digits`));

/** Free text, trimmed, always in Unicode's composed form (NFC), whatever form it came in. */
export const words = (max: number) => z.string().trim().normalize('NFC').min(1).max(max);

const wordsOrNone = z.lazy(() => z.string().trim().normalize('NFC').max(60));

export const date = z.lazy(() =>
  z.iso.date(both('Ngày có thật, viết YYYY-MM-DD', 'A real date, written YYYY-MM-DD')),
);

export const gender = z.lazy(() => z.enum(['male', 'female']));

export const personalNumber = z.lazy(() => digits(12, 'Số định danh', 'A personal number'));

export const cmnd = z.lazy(() => digits(9, 'Số CMND', 'An old identity card number'));

export const country = z.lazy(() =>
  z.string().regex(/^[A-Z]{2}$/, both('Mã quốc gia hai chữ in hoa', 'A country code of two capital letters')),
);

export const phoneNumber = z.lazy(() =>
  z
    .string()
    .regex(
      /^0\d{9}$/,
      both('Số điện thoại gồm 10 chữ số, bắt đầu bằng 0', 'A phone number has 10 digits, 0 first'),
    ),
);

/** `full` is what registers show; for a Vietnamese it is family, middle and given name in that order. */
export const name = z.lazy(() =>
  z.strictObject({
    /** Empty for those who have a single name. */
    family: wordsOrNone,
    /** Empty for those who have none. */
    middle: wordsOrNone,
    given: words(60),
    full: words(180),
  }),
);

/** A day, or for some older people no more than a year (1900 to 2399, as far as personal numbers reach). */
export const birth = z.lazy(() =>
  z.union([z.strictObject({ date }), z.strictObject({ year: z.int().min(1900).max(2399) })], {
    error: both(
      'Chỉ một trong hai: date "YYYY-MM-DD" hoặc year',
      'Exactly one of date "YYYY-MM-DD" and year',
    ),
  }),
);

/** An administrative unit: its code in the General Statistics Office's list, and its name. */
const unit = z.lazy(() => z.strictObject({ code: z.string().regex(/^\d{2,5}$/), name: words(100) }));

/**
 * `province` and `ward` as from 2025-07-01, when districts ended; `beforeMerger` is the same place in the three
 * levels that stood until then. `district` is for whoever is still written with one. Abroad: `detail` alone.
 */
export const address = z.lazy(() =>
  z.strictObject({
    country: country.default('VN'),
    province: unit.optional(),
    district: unit.optional(),
    ward: unit.optional(),
    detail: words(200),
    beforeMerger: z.strictObject({ province: unit, district: unit, ward: unit }).optional(),
  }),
);

export const relative = z.lazy(() =>
  z.strictObject({
    name,
    nationality: country.optional(),
    personalNumber: personalNumber.optional(),
    cmnd: cmnd.optional(),
  }),
);
