import * as z from 'zod';
import { defineContract } from './_contract.ts';
import { examples } from './_portal-examples.ts';

/** What the portal wants of a sign-in beyond the usual. */
const wishes = z.lazy(() =>
  z.strictObject({
    /** Assurance level; `LoA2` steps up. */
    acr: z.enum(['LoA1', 'LoA2']).optional(),
    prompt: z.enum(['none', 'login', 'consent', 'select_account']).optional(),
  }),
);

const nothing = z.lazy(() => z.strictObject({}));

export default defineContract({
  name: 'portal',
  title: { vi: 'Cổng dịch vụ mẫu', en: 'Reference portal' },
  keeps: { session: 'calm', logout: 'calm', refresh: 'calm', 'sign-in': 'calm', 'logout-token': 'calm' },
  faults: {
    sign_in_failed: {
      status: 400,
      title: { vi: 'Chưa đăng nhập được', en: 'Sign-in did not succeed' },
      cure: { vi: 'Làm theo hướng dẫn trên trang', en: 'Do as the page says' },
    },
    /** OpenID Connect Back-Channel Logout 1.0, 2.8. */
    invalid_request: {
      status: 400,
      title: { vi: 'Logout token không hợp lệ', en: 'The logout token is not valid' },
      cure: { vi: 'Xem error_description', en: 'Read error_description' },
    },
    temporarily_unavailable: {
      status: 503,
      title: { vi: 'Không đọc được khoá của VNeID', en: "VNeID's keys could not be read" },
      cure: { vi: 'Thử lại sau giây lát', en: 'Try again in a moment' },
    },
  },
  operations: {
    home: {
      method: 'GET',
      path: '/',
      title: { vi: 'Trang đầu, hoặc trang của người đã đăng nhập', en: 'Start page, or who is signed in' },
      examples: examples.home,
      /** `state` comes back from a logout at VNeID. */
      query: z.lazy(() => z.object({ state: z.string().optional(), notice: z.string().optional() })),
      answers: { 200: 'html' },
      errors: 'page',
      fidelity: 'ours',
    },
    signIn: {
      method: ['GET', 'POST'],
      path: '/sign-in',
      title: { vi: 'Bắt đầu đăng nhập bằng VNeID', en: 'Begin to sign in with VNeID' },
      query: wishes,
      form: wishes,
      answers: { 302: 'redirect', 303: 'redirect' },
      errors: 'page',
      fidelity: 'ours',
    },
    callback: {
      method: 'GET',
      path: '/callback',
      title: { vi: 'Nhận câu trả lời của VNeID', en: "Receive VNeID's answer" },
      query: z.lazy(() => z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
      answers: { 302: 'redirect' },
      errors: 'page',
      fidelity: 'standard',
    },
    refresh: {
      method: 'POST',
      path: '/refresh',
      title: { vi: 'Làm mới token', en: 'Refresh the tokens' },
      form: nothing,
      answers: { 303: 'redirect' },
      errors: 'page',
      fidelity: 'ours',
    },
    signOut: {
      method: 'POST',
      path: '/sign-out',
      title: { vi: 'Đăng xuất ở cổng và ở VNeID', en: 'Sign out of the portal and of VNeID' },
      form: nothing,
      answers: { 303: 'redirect' },
      errors: 'page',
      fidelity: 'ours',
    },
    backchannelLogout: {
      method: 'POST',
      path: '/backchannel-logout',
      title: { vi: 'VNeID báo đăng xuất, qua máy chủ', en: 'VNeID announces a logout, server to server' },
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
        vi: 'VNeID báo đăng xuất, qua trình duyệt',
        en: 'VNeID announces a logout, through the browser',
      },
      query: z.lazy(() => z.object({ iss: z.string(), sid: z.string() })),
      answers: { 200: 'text' },
      errors: 'page',
      fidelity: 'standard',
    },
  },
});
