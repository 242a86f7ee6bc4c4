import type { FaultKind } from '../_contract.ts';

/** Refusals of a portal that people sign in to. */
export const portalFaults = {
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
    title: { vi: 'Không đọc được khóa của bên cấp định danh', en: "The provider's keys could not be read" },
    cure: { vi: 'Thử lại sau giây lát', en: 'Try again in a moment' },
  },
  tech_id_missing: {
    status: 404,
    title: { vi: 'Cổng DVCQG không gửi TechID', en: 'The national portal sent no TechID' },
    cure: {
      vi: 'Không có khóa liên kết thì không lập tài khoản: đăng nhập lại, hoặc báo Cổng DVCQG',
      en: 'Without the linking key no account is made: sign in again, or tell the national portal',
    },
  },
  number_missing: {
    status: 404,
    title: { vi: 'Thiếu số giấy tờ', en: 'The identity has no number' },
    cure: {
      vi: 'Bổ sung số định danh (hoặc mã số thuế) vào tài khoản Cổng DVCQG rồi đăng nhập lại',
      en: 'Add the personal number (or the tax code) to the account of the national portal, then sign in again',
    },
  },
  applicant_locked: {
    status: 401,
    title: { vi: 'Tài khoản của bạn tại cổng này đang bị khóa', en: 'Your account at this portal is locked' },
    cure: {
      vi: 'Liên hệ cổng để mở khóa; không lập tài khoản khác thay thế',
      en: 'Ask the portal to unlock it; no other account is made in its place',
    },
  },
  email_taken: {
    status: 409,
    title: {
      vi: 'Thư điện tử của bạn đã thuộc một tài khoản khác tại cổng này',
      en: 'Another account of this portal has your e-mail address',
    },
    cure: {
      vi: 'Đổi thư điện tử ở VNeID hoặc Cổng DVCQG rồi đăng nhập lại; hai tài khoản không được gộp theo thư điện tử',
      en: 'Change the address at VNeID or the national portal and sign in again; accounts are never merged by address',
    },
  },
  wrong_password: {
    status: 401,
    title: { vi: 'Mật khẩu của tài khoản cũ không đúng', en: 'Wrong password for the old account' },
    cure: {
      vi: 'Thử lại; sau năm lần sai tài khoản cũ bị khóa. Trong hộp cát mật khẩu là Aa@123456',
      en: 'Try again; after five wrong ones the old account is locked. In the sandbox it is Aa@123456',
    },
  },
  nothing_to_prove: {
    status: 409,
    title: { vi: 'Không có liên kết nào đang chờ', en: 'No linking is waiting' },
    cure: { vi: 'Đăng nhập lại từ đầu', en: 'Sign in from the start' },
  },
  sign_in_required: {
    status: 401,
    title: { vi: 'Chưa đăng nhập', en: 'Nobody is signed in' },
    cure: { vi: 'Đăng nhập rồi thử lại', en: 'Sign in and try again' },
    back: { to: '/?to=%2Faccount', label: { vi: 'Đăng nhập', en: 'Sign in' } },
  },
  level_too_low: {
    status: 403,
    title: { vi: 'Cần đăng nhập VNeID ở mức độ 2', en: 'VNeID level 2 is needed' },
    cure: { vi: 'Bấm «Yêu cầu mức độ 2» ở trang đầu', en: 'Use "Require level 2" on the first page' },
  },
  unknown_service: {
    status: 404,
    title: { vi: 'Cổng này không có thủ tục như vậy', en: 'This portal has no such procedure' },
    cure: {
      vi: 'So các mã MaDVC, MaTTHCDP, MaCoQuanThucHien với danh sách ở /api/services',
      en: 'Compare MaDVC, MaTTHCDP and MaCoQuanThucHien with the list at /api/services',
    },
  },
} as const satisfies Readonly<Record<string, FaultKind>>;
