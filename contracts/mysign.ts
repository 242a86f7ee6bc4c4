import { defineContract } from './_contract.ts';
import * as data from './_mysign/data.ts';
import { examples } from './_mysign/examples.ts';
import { mysignFaults } from './_mysign/faults.ts';

const noQuota = { title: { vi: 'Hết lượt ký (4005)', en: 'No signatures are left (4005)' } };
const systemError = { title: { vi: 'Lỗi hệ thống của MySign (50000)', en: 'An error of MySign (50000)' } };

const expired = {
  title: { vi: 'Token hết hạn (59033)', en: 'The token has expired (59033)' },
  fault: 'token_refused',
} as const;

/** Viettel's remote signing. */
export default defineContract({
  name: 'mysign',
  title: { vi: 'Ký số từ xa Viettel MySign', en: 'Viettel MySign remote signing' },
  origins: ['https://remotesigning.viettel.vn'],
  keeps: { token: 'hot' },
  parts: {
    errors: {
      fidelity: 'ours',
      note: {
        vi: 'Các mã 58007, 58008, 59033 (401), 86024, 86002 có thật, nhưng ý nghĩa từng mã (trừ 59033), hình dạng {error, error_description} và mã HTTP 400 là của HopCat',
        en: 'The codes 58007, 58008, 59033 (401), 86024 and 86002 are real; what each means (but 59033), the shape {error, error_description} and HTTP 400 are ours',
      },
    },
    'synchronous refusals': {
      fidelity: 'ours',
      note: {
        vi: 'Khi async là 0 hoặc 1, kết quả không ký được trả về như lỗi mang mã trạng thái của requests/status',
        en: 'Where async is 0 or 1 and nothing was signed, the refusal carries the status code that requests/status would say',
      },
    },
    'older CSC v1 surface': {
      fidelity: 'unverified',
      note: {
        vi: 'Cố ý không mô phỏng: của /adss và …/ras/csc/v1/, /ras/v1/authenticate chỉ biết đường dẫn. Gọi tới thì nhận 404; hệ thống csc nói chuẩn CSC v1',
        en: 'Left out on purpose: of /adss and …/ras/csc/v1/, /ras/v1/authenticate the paths alone are known. Calls get 404; the system csc speaks CSC v1',
      },
    },
    'type of status': {
      fidelity: 'L',
      note: {
        vi: 'Biết "1" là chuỗi; các trạng thái khác cũng được viết như chuỗi',
        en: '"1" is known to be a text; the other statuses are written as texts too',
      },
    },
  },
  faults: mysignFaults,
  operations: {
    login: {
      method: 'POST',
      path: '/vtss/service/ras/v1/login',
      title: { vi: 'Lấy token cho một người dùng', en: 'A token for a user' },
      json: data.loginRequest,
      answers: { 200: data.loginAnswer },
      errors: 'own',
      examples: examples.login,
      fidelity: 'H',
    },
    certificates: {
      method: 'POST',
      path: '/vtss/service/certificates/info',
      title: { vi: 'Chứng thư của người dùng', en: "The user's certificates" },
      json: data.infoRequest,
      answers: { 200: data.infoAnswer },
      errors: 'own',
      fails: {
        empty: { title: { vi: 'Người dùng không có chứng thư', en: 'The user has no certificate' } },
        'expired-credential': expired,
      },
      examples: examples.certificates,
      fidelity: 'H',
      note: {
        vi: 'credential_id là số sê-ri của chứng thư, dạng thật không rõ',
        en: 'credential_id is the serial number of the certificate; what the real one looks like is not known',
      },
    },
    signHash: {
      method: 'POST',
      path: '/vtss/service/signHash',
      title: { vi: 'Ký giá trị băm', en: 'Sign hashes' },
      json: data.signRequest,
      answers: { 200: data.signAnswer },
      errors: 'own',
      fails: {
        'no-quota': { ...noQuota, fault: 'quota_used' },
        'system-error': { ...systemError, fault: 'system_error' },
        'expired-credential': expired,
      },
      examples: examples.signHash,
      fidelity: 'H',
      note: {
        vi: 'Cách gọi đồng bộ chờ người ký tối đa mysign.waitSeconds (20 giây); hệ thống thật có thể chờ lâu hơn. Tối đa 50 giá trị băm mỗi lần là của HopCat',
        en: 'A synchronous call waits for the signer for at most mysign.waitSeconds (20); the real one may wait longer. At most 50 hashes a call is ours',
      },
    },
    status: {
      method: 'POST',
      path: '/vtss/service/requests/status',
      title: { vi: 'Trạng thái của giao dịch ký', en: 'Where a transaction stands' },
      json: data.statusRequest,
      answers: { 200: data.statusAnswer },
      errors: 'own',
      fails: {
        signing: { title: { vi: 'Đang ký (6000)', en: 'Signing (6000)' } },
        'no-quota': noQuota,
        'system-error': systemError,
        'expired-credential': expired,
      },
      examples: examples.status,
      fidelity: 'H',
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
        vi: 'Giữa ứng dụng của người ký và MySign; với async 3, MySign khi đó gửi kết quả tới ứng dụng đã gọi. Yêu cầu gửi tới địa chỉ xác thực của ứng dụng ({username, password}) là của HopCat',
        en: "Between the signer's app and MySign, which then, for async 3, sends the results. What it sends to the provider's auth endpoint ({username, password}) is ours",
      },
    },
  },
});
