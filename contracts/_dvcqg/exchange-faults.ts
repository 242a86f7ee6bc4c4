import type { FaultKind } from '../_contract.ts';
import { oidcFaults } from '../_oidc-faults.ts';
import { usbFaults } from './usb-faults.ts';

/** Refusals of the identity exchange: the standard's, and those of its own pages. */
export const exchangeFaults = {
  ...oidcFaults,
  ...usbFaults,
  sign_in_expired: {
    status: 400,
    title: { vi: 'Phiên đăng nhập đã hết hạn', en: 'This sign-in has expired' },
    cure: {
      vi: 'Quay lại cổng dịch vụ và đăng nhập lại, trên cùng một trình duyệt, trong 10 phút',
      en: 'Go back to the portal and sign in again, in one browser, within 10 minutes',
    },
    back: {
      to: '/account',
      label: { vi: 'Tới trang tài khoản, hoặc đăng nhập lại', en: 'To the account, or sign in again' },
    },
  },
  too_many_tries: {
    status: 429,
    title: {
      vi: 'Sai mật khẩu quá nhiều lần, tạm khóa đăng nhập',
      en: 'Too many wrong passwords: sign-in rests',
    },
    cure: {
      vi: 'Chờ 15 phút, hoặc dời đồng hồ của không gian làm việc',
      en: "Wait 15 minutes, or move the workspace's clock",
    },
  },
  signature_needed: {
    status: 403,
    title: {
      vi: 'Tài khoản này đăng nhập bằng chữ ký số, không bằng mật khẩu',
      en: 'This account signs in with a digital signature, not with a password',
    },
    cure: {
      vi: 'Chọn USB ký số, SIM ký số hoặc ký số từ xa trên trang đăng nhập',
      en: 'Choose USB token, SIM PKI or remote signature on the sign-in page',
    },
  },
  phone_missing: {
    status: 409,
    title: {
      vi: 'Tài khoản không có số điện thoại để nhận mã xác thực',
      en: 'The account has no phone number to which a code could be sent',
    },
    cure: {
      vi: 'Đăng nhập bằng VNeID, hoặc thêm số điện thoại cho tài khoản bằng API',
      en: 'Sign in with VNeID, or add a phone number to the account by the API',
    },
  },
  no_organisation: {
    status: 403,
    title: {
      vi: 'Người này không đại diện cho tổ chức nào trên VNeID',
      en: 'This person represents no organisation at VNeID',
    },
    cure: {
      vi: 'Chọn người có tổ chức, hoặc đăng nhập với tư cách công dân',
      en: 'Choose somebody with an organisation, or sign in as a citizen',
    },
  },
  vneid_failed: {
    status: 502,
    title: { vi: 'VNeID không trả lời được', en: 'VNeID gave no usable answer' },
    cure: {
      vi: 'Thử lại; xem nhật ký của không gian làm việc để biết VNeID đã trả lời gì',
      en: "Try again; the workspace's journal shows what VNeID answered",
    },
  },
  vneid_refused: {
    status: 403,
    title: { vi: 'VNeID từ chối đăng nhập', en: 'VNeID refused the sign-in' },
    cure: { vi: 'Thử lại, hoặc chọn người khác', en: 'Try again, or choose somebody else' },
  },
  bridge_off: {
    status: 404,
    title: { vi: 'Cầu nối SSO đang tắt', en: 'The bridge is off' },
    cure: {
      vi: 'Bật bằng cài đặt dvcqg.bridge = true. Cầu nối đưa access token lên thanh địa chỉ: ai đọc được địa chỉ là đọc được token, nên mặc định tắt',
      en: 'Switch it on by the setting dvcqg.bridge = true. The bridge puts the access token into the address: whoever reads that reads the token, so it is off unless wanted',
    },
  },
} as const satisfies Readonly<Record<string, FaultKind>>;
