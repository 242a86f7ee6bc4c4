import * as z from 'zod';
import type { Operation, Text } from '../_contract.ts';

const text = (vi: string, en: string): Text => ({ vi, en });

const typed = z.lazy(() => z.string().trim().max(200));
const secret = z.lazy(() => z.string().max(100));
/** What the page before says of what was done: a word that it knows, anything else is ignored. */
const noted = z.lazy(() => z.looseObject({ notice: z.string().max(40).optional() }));

/** For anybody. */
const page = { errors: 'page', answers: { 200: 'html' } } as const;
/** For whoever is signed in; others are sent to the sign-in. */
const own = { errors: 'page', ownPages: true, answers: { 200: 'html', 303: 'redirect' } } as const;

/** Known from public guides: the words and the order; not what the page looks like, nor its addresses. */
const told = {
  fidelity: 'M',
  note: text(
    'Chữ và các bước theo hướng dẫn của địa phương; địa chỉ và hình thức là của hộp cát',
    "Words and steps follow local guides; addresses and looks are the sandbox's own",
  ),
} as const;

/** An account's own pages. */
export const profilePages = {
  home: {
    ...page,
    method: 'GET',
    path: '/',
    title: text('Trang đầu của Cổng', 'Start page'),
    query: noted,
    examples: [{ title: text('Mở trang', 'Open it'), status: 200 }],
    fidelity: 'ours',
  },
  accountPage: {
    ...own,
    ...told,
    method: 'GET',
    path: '/account',
    title: text('Thông tin tài khoản', 'The account'),
    query: noted,
  },
  askRegisterPage: {
    ...own,
    ...told,
    method: 'POST',
    path: '/account/population',
    title: text('Cập nhật từ CSDL Quốc gia về dân cư: đối chiếu', 'Ask the population database'),
    form: z.lazy(() =>
      z.strictObject({ number: typed.optional(), name: typed.optional(), birth: typed.optional() }),
    ),
  },
  comparisonPage: {
    ...own,
    ...told,
    method: 'GET',
    path: '/account/population',
    title: text(
      'Cập nhật từ CSDL Quốc gia về dân cư: thông tin đối chiếu',
      'What the database says beside the account',
    ),
  },
  takeOverPage: {
    ...own,
    ...told,
    method: 'POST',
    path: '/account/population/take-over',
    title: text('Cập nhật từ CSDL Quốc gia về dân cư: lấy vào tài khoản', 'Take its data over'),
  },
  unlinkPage: {
    ...own,
    method: 'POST',
    path: '/account/unlink',
    title: text('Bỏ liên kết với VNeID', 'Unlink from VNeID'),
    fidelity: 'ours',
  },
  phonePage: {
    ...own,
    method: 'GET',
    path: '/account/phone',
    title: text('Đổi số điện thoại', 'Change the telephone'),
    fidelity: 'ours',
  },
  phoneCodePage: {
    ...own,
    method: 'POST',
    path: '/account/phone',
    title: text('Đổi số điện thoại: gửi mã', 'Change the telephone: send the code'),
    form: z.lazy(() => z.strictObject({ phone: typed })),
    fidelity: 'ours',
  },
  phoneConfirmPage: {
    ...own,
    method: 'POST',
    path: '/account/phone/confirm',
    title: text('Đổi số điện thoại: nhập mã', 'Change the telephone: enter the code'),
    /** `phone`: to which the code went. */
    form: z.lazy(() => z.strictObject({ handle: typed, code: typed, phone: typed.default('') })),
    fidelity: 'ours',
  },
  emailPage: {
    ...own,
    method: 'GET',
    path: '/account/email',
    title: text('Đổi thư điện tử', 'Change the e-mail address'),
    fidelity: 'ours',
  },
  emailChangePage: {
    ...own,
    method: 'POST',
    path: '/account/email',
    title: text('Lưu thư điện tử', 'Save the e-mail address'),
    form: z.lazy(() => z.strictObject({ email: typed })),
    fidelity: 'ours',
  },
  passwordPage: {
    ...own,
    method: 'GET',
    path: '/account/password',
    title: text('Đổi mật khẩu', 'Change the password'),
    fidelity: 'ours',
  },
  passwordChangePage: {
    ...own,
    method: 'POST',
    path: '/account/password',
    title: text('Lưu mật khẩu mới', 'Save the new password'),
    form: z.lazy(() => z.strictObject({ current: secret, password: secret, again: secret })),
    fidelity: 'ours',
  },
  recoveryPage: {
    ...page,
    method: 'GET',
    path: '/recovery',
    title: text('Quên mật khẩu hoặc tên đăng nhập', 'Forgotten password or user name'),
    examples: [{ title: text('Mở trang', 'Open it'), status: 200 }],
    fidelity: 'ours',
  },
  recoveryCodePage: {
    ...page,
    method: 'POST',
    path: '/recovery',
    title: text('Khôi phục: gửi mã', 'Recovery: send the code'),
    /** `handle`: of the code that another one is to replace. */
    form: z.lazy(() => z.strictObject({ number: typed, phone: typed, handle: typed.optional() })),
    fidelity: 'ours',
  },
  recoveryFinishPage: {
    ...page,
    method: 'POST',
    path: '/recovery/finish',
    title: text('Khôi phục: nhập mã', 'Recovery: enter the code'),
    form: z.lazy(() =>
      z.strictObject({
        handle: typed,
        code: typed,
        /** As they were given for the code, to ask for another one. */
        number: typed.default(''),
        phone: typed.default(''),
        username: typed.optional(),
        password: secret.optional(),
      }),
    ),
    fidelity: 'ours',
  },
} as const satisfies Readonly<Record<string, Operation>>;
