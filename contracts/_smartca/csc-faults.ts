import type { FaultKind } from '../_contract.ts';
import { oidcFaults } from '../_oidc-faults.ts';

const { invalid_request, invalid_scope, invalid_grant, unsupported_grant_type } = oidcFaults;

/** What the authorization service refuses. */
export const oauthFaults = {
  invalid_request,
  invalid_scope,
  invalid_grant,
  unsupported_grant_type,
  /** 400, as VNPT's document has it. */
  invalid_client: { ...oidcFaults.invalid_client, status: 400 },
  access_denied: oidcFaults.access_denied,
  unsupported_response_type: oidcFaults.unsupported_response_type,
  unknown_client: {
    status: 400,
    title: { vi: 'Ứng dụng này chưa đăng ký', en: 'This application is not registered' },
    cure: { vi: 'Thêm vào settings smartca.accounts', en: 'Add it to the settings smartca.accounts' },
  },
  invalid_redirect: {
    status: 400,
    title: { vi: 'redirect_uri chưa được đăng ký', en: 'The redirect_uri is not registered' },
    cure: {
      vi: 'Thêm đúng địa chỉ đó vào redirectUris của ứng dụng, hoặc dùng địa chỉ localhost khi chưa đăng ký địa chỉ nào',
      en: "Add exactly that one to the application's redirectUris, or use localhost where none is registered",
    },
  },
} as const satisfies Record<string, FaultKind>;

const ownCredential = {
  vi: 'Lấy ID bằng /csc/credentials/list với cùng access token',
  en: 'Take an id of /csc/credentials/list with the same access token',
};

const ownTransaction = {
  vi: 'Dùng tranId của chính thuê bao, trong vòng một ngày',
  en: "Use a tranId of the subscriber's own, within a day",
};

/** What the CSC-like interface refuses; `functions/smartca/words.ts` has VNPT's number for each. */
export const cscFaults = {
  token_invalid: {
    status: 401,
    title: { vi: 'Token thiếu, sai hoặc đã hết hạn', en: 'The token is missing, wrong or expired' },
    cure: { vi: 'Lấy token mới ở /auth/token', en: 'Get a new one at /auth/token' },
  },
  credential_not_exist: {
    status: 400,
    title: {
      vi: 'Không có chứng thư số dùng được với ID này',
      en: 'There is no usable credential of this id',
    },
    cure: ownCredential,
  },
  credential_not_match: {
    status: 400,
    title: { vi: 'Chứng thư số của người khác', en: "It is somebody else's credential" },
    cure: ownCredential,
  },
  transaction_not_found: {
    status: 400,
    title: { vi: 'Không có giao dịch này', en: 'There is no such transaction' },
    cure: ownTransaction,
  },
  transaction_not_match: {
    status: 400,
    title: { vi: 'Giao dịch của người khác', en: "It is somebody else's transaction" },
    cure: ownTransaction,
  },
  data_format: {
    status: 400,
    title: { vi: 'Dữ liệu cần ký không hợp lệ', en: 'What is to be signed is not valid' },
    cure: {
      vi: 'hash: base64 của SHA-256, SHA-384 hoặc SHA-512; dataBase64: base64 của tệp',
      en: 'hash: base64 of a SHA-256, SHA-384 or SHA-512; dataBase64: base64 of a file',
    },
  },
  file_type: {
    status: 400,
    title: { vi: 'Loại tệp không được hỗ trợ', en: 'This kind of file is not supported' },
    cure: { vi: 'Dùng tệp pdf, xml, docx, xlsx hoặc pptx', en: 'Use pdf, xml, docx, xlsx or pptx' },
  },
  service_pack: {
    status: 400,
    title: { vi: 'Gói cước không hợp lệ hoặc hết lượt ký', en: 'No signatures are left in the service pack' },
    cure: {
      vi: 'Đây là lỗi được yêu cầu: xem /control/faults của không gian làm việc',
      en: "This failure was asked for: see the workspace's /control/faults",
    },
  },
} as const satisfies Record<string, FaultKind>;

/** What the sign-in page says of the last try. */
export const smartcaPageFaults = {
  wrong_login: {
    status: 401,
    title: { vi: 'Sai số giấy tờ hoặc mật khẩu', en: 'The number or the password is wrong' },
    cure: {
      vi: 'Kiểm tra lại rồi nhập lần nữa. Sai 5 lần thì tài khoản tạm khóa 5 phút.',
      en: 'Check both and try again. After 5 wrong tries the account is locked for 5 minutes.',
    },
  },
  login_locked: {
    status: 401,
    title: { vi: 'Tài khoản tạm khóa', en: 'The account is locked' },
    cure: { vi: 'Thử lại sau 5 phút.', en: 'Try again in 5 minutes.' },
  },
} as const satisfies Record<string, FaultKind>;
