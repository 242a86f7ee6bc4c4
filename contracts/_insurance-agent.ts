import * as z from 'zod';
import type { Text } from './_contract.ts';
import { abp, card, envelope, holder, insuranceNumber, text } from './_insurance-agent-parts.ts';
import { agentFails, agentTokenFails } from './_insurance-fails.ts';

const withBearer = { headers: { authorization: 'Bearer {{agentToken}}' }, status: 200, after: 'agentToken' };
const an: Text = { vi: 'Mã số BHXH của An', en: "An's insurance number" };

const lookup = { errors: 'own', fails: agentFails, fidelity: 'M' } as const;

export const agentToken = {
  method: 'POST',
  path: '/hopcat/dai-ly/token',
  title: { vi: 'Lấy token đại lý VNPost', en: "Take a VNPost agent's token" },
  json: z.lazy(() => z.strictObject({ username: text, password: text })),
  answers: {
    200: z.lazy(() =>
      z.strictObject({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int() }),
    ),
  },
  errors: 'own',
  fails: agentTokenFails,
  examples: [
    {
      title: { vi: 'Tài khoản đại lý demo', en: "The demo agent's account" },
      body: { username: 'dai-ly-99', password: 'Aa@123456' },
      status: 200,
      takes: { agentToken: '/access_token' },
    },
  ],
  fidelity: 'ours',
  note: {
    vi: 'Đại lý thật đăng nhập trên trang có mã captcha; cách lấy token không được công bố',
    en: 'Real agents sign in on a page with a captcha; how a token is had is not public',
  },
} as const;

export const agentCard = {
  ...lookup,
  method: 'GET',
  path: '/connect/tracuu/thongtinthe',
  title: { vi: 'Đại lý: thông tin thẻ BHYT', en: 'Agent: a card' },
  query: z.lazy(() => z.looseObject({ maSoBHXH: insuranceNumber })),
  /** `data` null: there is nobody with this number. */
  answers: { 200: z.lazy(() => envelope(card.nullable())) },
  examples: [{ ...withBearer, title: an, query: { maSoBHXH: '9900000001' } }],
  note: {
    vi: 'Ở ssm.vnpost.vn; dạng ngày và các giá trị trangThaiThe là suy luận',
    en: 'At ssm.vnpost.vn; the form of dates and the values of trangThaiThe are inferred',
  },
} as const;

export const agentSearch = {
  ...lookup,
  method: 'GET',
  path: '/api/services/app/TraCuu/TraCuuMaSoBHXH',
  title: { vi: 'Đại lý: tra mã số BHXH theo họ tên', en: 'Agent: insurance numbers by name' },
  query: z.lazy(() =>
    z.looseObject({
      /** Codes of the place of residence, of the levels before or after 2025-07-01. Clients send `null` for none. */
      maTinh: text,
      maHuyen: z.string().max(20).optional(),
      maXa: z.string().max(20).optional(),
      hoTen: text,
      /** Whether the name is written with its diacritics. */
      isCoDau: z.enum(['true', 'false']),
      /** `dd/MM/yyyy` or `yyyy`. */
      ngaySinh: z.string().max(10).optional(),
      /** 9 or 12 digits. */
      soCMND: z.string().max(12).optional(),
    }),
  ),
  answers: { 200: z.lazy(() => abp(z.strictObject({ value: z.array(holder) }))) },
  examples: [
    {
      ...withBearer,
      title: { vi: 'Người tên Nguyễn Văn An', en: 'Somebody called Nguyễn Văn An' },
      query: { maTinh: '01', hoTen: 'Nguyễn Văn An', isCoDau: 'true', soCMND: '099090000001' },
    },
  ],
  note: {
    vi: 'Ở ssm-api.vnpost.vn. Chỉ theo họ tên thì tìm được người dựng sẵn và người của không gian; công dân sinh ra từ số cần có soCMND',
    en: "At ssm-api.vnpost.vn. By name alone it finds the cast and the workspace's people; generated citizens need soCMND",
  },
} as const;

export const agentHealth = {
  ...lookup,
  method: 'GET',
  path: '/api/services/app/TraCuu/TraCuuThongTinBHYT',
  title: { vi: 'Đại lý: thông tin BHYT', en: 'Agent: health insurance' },
  query: z.lazy(() => z.looseObject({ maSoBhxh: insuranceNumber })),
  answers: {
    200: z.lazy(() =>
      abp(
        z
          .strictObject({
            thongTinTheHGD: card,
            thongTinTK1: z.strictObject({ ...holder.unwrap().shape, maHoGd: z.string().nullable() }),
            trangThaiThe: z.strictObject({ trangThaiThe: z.string() }),
          })
          .nullable(),
      ),
    ),
  },
  examples: [{ ...withBearer, title: an, query: { maSoBhxh: '9900000001' } }],
  fidelity: 'L',
  note: {
    vi: 'Ở ssm-api.vnpost.vn; tên ba khối dữ liệu theo một ứng dụng, bên trong là suy luận',
    en: 'At ssm-api.vnpost.vn; the names of the three blocks are from one client, what is in them is inferred',
  },
} as const;

export const agentSocial = {
  ...lookup,
  method: 'POST',
  path: '/connect/tracuu/thongtinbhxhtnforkekhai',
  title: { vi: 'Đại lý: thông tin BHXH tự nguyện để kê khai', en: 'Agent: voluntary insurance, to declare' },
  json: z.lazy(() => z.looseObject({ maSoBHXH: insuranceNumber })),
  answers: {
    200: z.lazy(() =>
      envelope(
        z.strictObject({
          ...Object.fromEntries(
            Object.entries(holder.unwrap().shape).map(([name, field]) => [name, field.nullable()]),
          ),
          /** Empty: no error. */
          maLoi: z.string(),
          moTaLoi: z.string(),
          isError: z.boolean(),
        }),
      ),
    ),
  },
  examples: [{ ...withBearer, title: an, body: { maSoBHXH: '9900000001' } }],
  note: {
    vi: 'Ở ssmv2.vnpost.vn; các giá trị maLoi là của HopCat',
    en: "At ssmv2.vnpost.vn; the values of maLoi are HopCat's own",
  },
} as const;
