import * as z from 'zod';
import type { Operation } from '../_contract.ts';
import { examples } from './examples.ts';

/** Where a person may be going: a page of the portal itself, never an address that somebody else wrote. */
export const destination = z.lazy(() =>
  z
    .string()
    .regex(
      /^\/(|services|account|dossiers|dossiers\/new\?service=\d\.\d{6}|dossiers\/[\d.H-]{10,60}\/sign)$/,
    ),
);

/** What the portal wants of a sign-in beyond the usual. */
const wishes = z.lazy(() =>
  z.strictObject({
    /** Absent: the portal's own choice, VNeID. */
    provider: z.enum(['vneid', 'exchange']).optional(),
    /** Assurance level; `LoA2` steps up. */
    acr: z.enum(['LoA1', 'LoA2']).optional(),
    prompt: z.enum(['none', 'login', 'consent', 'select_account']).optional(),
    to: destination.optional(),
  }),
);

const nothing = z.lazy(() => z.strictObject({}));

/** The deep link's own names. */
const deepLink = {
  vnconnect: z.string().optional(),
  MaTTHCDP: z.string().max(60).optional(),
  MaCoQuanThucHien: z.string().max(60).optional(),
  MaDVC: z.string().max(60).optional(),
};

export const signInOperations = {
  home: {
    method: 'GET',
    path: '/',
    title: { vi: 'Trang đầu, hoặc trang của người đã đăng nhập', en: 'Start page, or who is signed in' },
    examples: examples.home,
    /** `state` comes back from a logout at the provider; `to`: where the person wanted to go. */
    query: z.lazy(() =>
      z.object({
        state: z.string().optional(),
        notice: z.string().optional(),
        to: destination.optional(),
        ...deepLink,
      }),
    ),
    answers: { 200: 'html', 302: 'redirect' },
    errors: 'page',
    fidelity: 'ours',
  },
  signIn: {
    method: ['GET', 'POST'],
    path: '/sign-in',
    title: { vi: 'Bắt đầu đăng nhập', en: 'Begin to sign in' },
    query: wishes,
    form: wishes,
    answers: { 302: 'redirect', 303: 'redirect' },
    errors: 'page',
    fidelity: 'ours',
  },
  callback: {
    method: 'GET',
    path: '/callback',
    title: { vi: 'Nhận câu trả lời của bên cấp định danh', en: "Receive the provider's answer" },
    query: z.lazy(() => z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
    answers: { 302: 'redirect' },
    errors: 'page',
    fidelity: 'standard',
  },
  enter: {
    method: 'GET',
    path: '/enter',
    title: { vi: 'Liên kết người vừa đăng nhập với tài khoản tại cổng', en: 'Link whoever signed in' },
    answers: { 302: 'redirect' },
    errors: 'page',
    fidelity: 'M',
    note: {
      vi: 'Các trạng thái auth, mapping, create và mã lỗi theo mã nguồn cổng; đường dẫn là của hộp cát',
      en: "The states auth, mapping, create and the refusals follow portals' code; the path is ours",
    },
  },
  refresh: {
    method: 'POST',
    path: '/refresh',
    ownPages: true,
    title: { vi: 'Làm mới token', en: 'Refresh the tokens' },
    form: nothing,
    answers: { 303: 'redirect' },
    errors: 'page',
    fidelity: 'ours',
  },
  signOut: {
    method: 'POST',
    path: '/sign-out',
    ownPages: true,
    title: {
      vi: 'Đăng xuất ở cổng và ở bên cấp định danh',
      en: 'Sign out of the portal and of the provider',
    },
    form: nothing,
    answers: { 303: 'redirect' },
    errors: 'page',
    fidelity: 'ours',
  },
  backchannelLogout: {
    method: 'POST',
    path: '/backchannel-logout',
    title: {
      vi: 'Bên cấp định danh báo đăng xuất, qua máy chủ',
      en: 'The provider announces a logout, server to server',
    },
    examples: examples.backchannelLogout,
    form: z.lazy(() => z.looseObject({ logout_token: z.string().max(8_192) })),
    answers: { 200: 'empty' },
    errors: 'oauth',
    fidelity: 'standard',
  },
  frontchannelLogout: {
    method: 'GET',
    path: '/frontchannel-logout',
    title: {
      vi: 'Bên cấp định danh báo đăng xuất, qua trình duyệt',
      en: 'The provider announces a logout, through the browser',
    },
    query: z.lazy(() => z.object({ iss: z.string(), sid: z.string() })),
    answers: { 200: 'text' },
    errors: 'page',
    fidelity: 'standard',
  },
} as const satisfies Readonly<Record<string, Operation>>;
