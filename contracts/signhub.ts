import { defineContract, type Operation } from './_contract.ts';
import * as data from './_signhub/data.ts';
import { examples } from './_signhub/examples.ts';
import { signhubFaults } from './_signhub/faults.ts';

/** What every operation of the wire can be asked to fail with. */
const fails = {
  quota: { title: { vi: 'Gọi quá nhiều lần (21)', en: 'Too many calls (21)' }, fault: 'rate_limited' },
  'hmac-error': { title: { vi: 'Lỗi kiểm tra HMAC (27)', en: 'HMAC error (27)' }, fault: 'hmac_broken' },
  'system-error': { title: { vi: 'Lỗi nội bộ (99)', en: 'An internal error (99)' }, fault: 'internal' },
} as const;

const withToken = {
  ...fails,
  'expired-credential': {
    title: { vi: 'Token hết hạn (00)', en: 'The token has expired (00)' },
    fault: 'token_refused',
  },
} as const;

const post = { method: 'POST', errors: 'own', fidelity: 'H' } as const satisfies Partial<Operation>;

/** VNeID's central remote-signing hub ("RAR RS HUB", API v1.2). */
export default defineContract({
  name: 'signhub',
  title: { vi: 'Trục ký số từ xa của VNeID', en: "VNeID's signing hub" },
  keeps: { token: 'hot', refresh: 'calm', nonce: 'hot', registration: 'calm', credential: 'calm' },
  parts: {
    'HTTP status of refusals': {
      fidelity: 'ours',
      note: {
        vi: 'Mã trạng thái trong thân (00–27, 99) có thật; mã HTTP đi kèm (401, 400, 404, 429, 500) là của HopCat. 00 cũng dùng cho sai mật khẩu',
        en: 'The status in the body (00 to 27, 99) is real; the HTTP status beside it (401, 400, 404, 429, 500) is ours. 00 also says that a password is wrong',
      },
    },
    hmac: {
      fidelity: 'M',
      note: {
        vi: 'Chữ ký hex HMAC-SHA256 trên đối tác, thời điểm, nonce và thân, nối bằng dấu hai chấm, biết từ một ứng dụng gọi; thứ tự kiểm tra và độ lệch giờ là của HopCat',
        en: 'The hex HMAC-SHA256 over partner, timestamp, nonce and body, joined by colons, is known from one client; the order of the checks and the skew are ours',
      },
    },
    'X-Request-Id': {
      fidelity: 'L',
      note: {
        vi: 'Tiêu đề có thật; thiếu nó có bị từ chối hay không thì chưa rõ: ở đây không cần, và không được gửi lại',
        en: 'The header is real; whether the hub refuses a call without it is not known: here it is not needed, and not sent back',
      },
    },
    webhooks: {
      fidelity: 'H',
      note: {
        vi: 'Dạng {id, type, attempt, data}, bốn loại và X-Webhook-Signature có thật; nội dung data theo get-status và polling, và số lần gửi lại, là của HopCat',
        en: '{id, type, attempt, data}, the four types and X-Webhook-Signature are real; that data is what get-status and polling say, and how often it is tried again, are ours',
      },
    },
    'result codes': {
      fidelity: 'ours',
      note: {
        vi: 'Ngoài errorcode4005 (hết thời gian đồng ý), các giá trị của errorCode, resultCode và requestType là của HopCat',
        en: 'But for errorcode4005 (consent expired), the values of errorCode, resultCode and requestType are ours',
      },
    },
  },
  faults: signhubFaults,
  operations: {
    token: {
      ...post,
      path: '/api/v1/auth/token',
      title: { vi: 'Lấy token', en: 'A token' },
      json: data.tokenRequest,
      answers: { 200: data.tokenAnswer },
      fails,
      examples: examples.token,
    },
    refresh: {
      ...post,
      path: '/api/v1/auth/refresh',
      title: { vi: 'Làm mới token', en: 'Refresh a token' },
      json: data.refreshRequest,
      answers: { 200: data.tokenAnswer },
      fails,
      examples: examples.refresh,
      note: {
        vi: 'Mỗi refreshToken chỉ dùng một lần: của HopCat',
        en: 'That each refreshToken can be used once is ours',
      },
    },
    providers: {
      ...post,
      method: 'GET',
      path: '/api/v1/providers',
      title: { vi: 'Nhà cung cấp và gói dịch vụ', en: 'Providers and their packs' },
      answers: { 200: data.providersAnswer },
      fails: withToken,
      examples: examples.providers,
    },
    register: {
      ...post,
      path: '/api/v1/certificates/register',
      title: { vi: 'Đăng ký chứng thư', en: 'Register a certificate' },
      json: data.registerRequest,
      answers: { 200: data.transactionAnswer },
      fails: withToken,
      examples: examples.register,
      note: {
        vi: 'Trong userInfo chỉ citizenPid được ghi là bắt buộc; họ tên và ngày sinh nếu gửi phải đúng của công dân: của HopCat. Tên các phần của địa chỉ thường trú và nơi ở (permanent…, living…) chưa rõ',
        en: 'Of userInfo citizenPid alone is marked as needed; that name and birth date, where they are sent, must be the citizen’s is ours. The names of the parts of both addresses (permanent…, living…) are not known',
      },
    },
    registration: {
      ...post,
      path: '/api/v1/certificates/get-status',
      title: { vi: 'Đăng ký tới đâu rồi', en: 'Where a registration stands' },
      json: data.statusRequest,
      answers: { 200: data.statusAnswer },
      fails: {
        ...withToken,
        'issue-failed': {
          title: {
            vi: 'Nhà cung cấp không cấp được chứng thư (statusCode 1)',
            en: 'The provider issues nothing (statusCode 1)',
          },
        },
      },
      examples: examples.registration,
    },
    certificates: {
      ...post,
      path: '/api/v1/certificates/list',
      title: { vi: 'Chứng thư của một công dân', en: "A citizen's certificates" },
      json: data.listRequest,
      answers: { 200: data.listAnswer },
      fails: {
        ...withToken,
        empty: { title: { vi: 'Công dân không có chứng thư', en: 'The citizen has no certificate' } },
      },
      examples: examples.certificates,
    },
    signHash: {
      ...post,
      path: '/api/v1/signings/hash',
      title: { vi: 'Ký giá trị băm', en: 'Sign hashes' },
      json: data.hashRequest,
      answers: { 200: data.hashAnswer },
      fails: withToken,
      examples: examples.signHash,
      note: {
        vi: 'Tối đa 50 tài liệu mỗi lần là của HopCat',
        en: 'At most 50 documents a call is ours',
      },
    },
    polling: {
      ...post,
      path: '/api/v1/signings/polling',
      title: { vi: 'Kết quả ký', en: 'What came of a signing' },
      json: data.pollRequest,
      answers: { 200: data.pollAnswer },
      fails: withToken,
      examples: examples.polling,
    },
    decided: {
      method: 'POST',
      path: '/app/decided/:id',
      title: { vi: 'Ứng dụng báo người ký đã quyết định', en: 'The app says that the signer has decided' },
      answers: { 204: 'empty' },
      errors: 'problem',
      examples: examples.decided,
      fidelity: 'ours',
      note: {
        vi: 'Giữa điện thoại và trục ký; khi đó trục kích hoạt chứng thư và gửi webhook',
        en: 'Between the phone and the hub, which then activates a certificate and sends its webhooks',
      },
    },
  },
});
