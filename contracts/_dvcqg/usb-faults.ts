import type { FaultKind } from '../_contract.ts';

const fault = (status: number, vi: string, en: string, cureVi: string, cureEn: string): FaultKind => ({
  status,
  title: { vi, en },
  cure: { vi: cureVi, en: cureEn },
});

/** Of a sign-in by USB token, under the codes that WSO2's authenticator has; what each means is our own reading. */
export const usbFaults = {
  USB_FAILURE_ERROR_CODE: fault(
    400,
    'Không đọc được chữ ký, hoặc nội dung đã ký không phải của lần đăng nhập này',
    'The signature cannot be read, or what was signed is not of this sign-in',
    'Quay lại trang đăng nhập rồi ký lại; mỗi lần đăng nhập ký một nội dung riêng',
    'Go back and sign again; each sign-in has a content of its own',
  ),
  USB_NETWORK_ERROR_CODE: fault(
    503,
    'Không kết nối được nơi công bố chứng thư và danh sách thu hồi',
    'Where certificates and revocation lists are published cannot be reached',
    'Chờ một lát rồi ký lại',
    'Wait a moment, then sign again',
  ),
  USB_NETWORK_TIMEOUT_ERROR_CODE: fault(
    504,
    'Nơi công bố chứng thư và danh sách thu hồi trả lời quá chậm',
    'Where certificates and revocation lists are published was too late',
    'Chờ một lát rồi ký lại',
    'Wait a moment, then sign again',
  ),
  USB_USER_NOT_EXIST_ERROR_CODE: fault(
    404,
    'Không có người hoặc doanh nghiệp mang số và tên trong chứng thư',
    'Nobody has the number and the name that the certificate has',
    'Số hoặc tên đã đổi sau khi cấp chứng thư: xin cấp chứng thư mới',
    'Number or name have changed since: ask for a new certificate',
  ),
  USB_USER_NOT_ACTIVE_ERROR_CODE: fault(
    403,
    'Tài khoản gắn với chứng thư này đang bị khóa',
    'The account of this certificate is locked',
    'Liên hệ tổng đài của Cổng để mở khóa. Trong hộp cát: mở khóa bằng API tài khoản',
    "See the portal's help desk. In the sandbox: unlock it by the accounts' API",
  ),
  USB_USER_NOT_FOUND_BY_SERIAL_ERROR_CODE: fault(
    404,
    'Chưa có tài khoản nào gắn với chứng thư này',
    'No account belongs to this certificate',
    'Đăng ký tài khoản bằng USB ký số trước, rồi đăng nhập lại',
    'Register with the token first, then sign in',
  ),
  USB_NOT_HAVE_USERNAME_OR_CERTIFICATE_ERROR_CODE: fault(
    422,
    'Chữ ký không kèm chứng thư, hoặc chứng thư không có số định danh, mã số thuế',
    'No certificate came with the signature, or it has no personal number or tax code',
    'Dùng USB có chứng thư của cá nhân, doanh nghiệp hoặc cơ quan (do Ban Cơ yếu cấp)',
    "Use a token of a person, an enterprise or an agency (of the government's authority)",
  ),
  USB_CERTIFICATE_VERIFICATION_FAILED_ERROR_CODE: fault(
    422,
    'Chữ ký hoặc chứng thư số không hợp lệ',
    'Signature or certificate is not valid',
    'Ký lại bằng đúng chứng thư đã chọn; chứng thư phải còn hạn, chưa bị thu hồi hay tạm dừng, do tổ chức dưới gốc quốc gia cấp',
    'Sign again with the very certificate that was chosen; it must be in time, neither revoked nor suspended, and under the national root',
  ),
} as const satisfies Readonly<Record<string, FaultKind>>;

export type UsbFault = keyof typeof usbFaults;
