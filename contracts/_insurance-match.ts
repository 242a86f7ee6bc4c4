import * as z from 'zod';
import { type MatchCode, matchCodes } from './_insurance-codes.ts';
import { peopleMatched } from './_insurance-examples.ts';
import { matchFails } from './_insurance-fails.ts';
import { writtenBirth } from './_insurance-gateway-parts.ts';

export const matchRefusal = z.lazy(() =>
  z.strictObject({ maKetQua: z.string(), moTa: z.string(), khop: z.literal(false) }),
);

export const match = {
  method: 'POST',
  path: '/bhxh/doi-sanh',
  title: { vi: 'Đối sánh khi đăng ký tài khoản', en: 'Match, for a registration' },
  json: z.lazy(() =>
    z.strictObject({
      soDinhDanh: z
        .string()
        .regex(/^(\d{9}|\d{12})$/, 'Số CCCD 12 chữ số hoặc CMND 9 chữ số / 12 digits, or 9 of an old card'),
      maSoBHXH: z.string().regex(/^\d{10}$/, 'Mã số BHXH gồm 10 chữ số / An insurance number has 10 digits'),
      hoTen: z.string().trim().min(1).max(200),
      ngaySinh: writtenBirth,
    }),
  ),
  answers: {
    200: z.lazy(() =>
      z.strictObject({
        maKetQua: z.enum(Object.keys(matchCodes) as [MatchCode, ...MatchCode[]]),
        moTa: z.string(),
        /** Whether all four are one person's. */
        khop: z.boolean(),
      }),
    ),
  },
  errors: 'own',
  fails: matchFails,
  examples: peopleMatched,
  fidelity: 'ours',
  note: {
    vi: 'Cổng DVCQG thật đối sánh số định danh, mã số BHXH, họ tên, ngày sinh khi đăng ký; giao diện của nó không được công bố. Dùng token của cổng BHXH',
    en: "The national portal matches number, insurance number, name and birth date at registration; its interface is not public. Uses the gateway's token",
  },
} as const;
