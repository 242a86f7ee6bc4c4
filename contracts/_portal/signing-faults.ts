import type { FaultKind } from '../_contract.ts';

const fault = (status: number, vi: string, en: string, cureVi: string, cureEn: string): FaultKind => ({
  status,
  title: { vi, en },
  cure: { vi: cureVi, en: cureEn },
  back: { to: '/dossiers', label: { vi: 'Về các hồ sơ', en: 'To the dossiers' } },
});

/** Refusals when a dossier is signed. The dossier stays as it was in each of them. */
export const signingFaults = {
  unknown_dossier: fault(
    404,
    'Không có hồ sơ như vậy',
    'There is no such dossier',
    'Xem mã hồ sơ ở «Quản lý hồ sơ đã nộp»; mỗi người chỉ ký hồ sơ của mình',
    'See the codes on the page of submitted dossiers; everybody signs their own only',
  ),
  not_signed: fault(
    404,
    'Hồ sơ chưa được ký ở dạng này',
    'The dossier was not signed as such a document',
    'Ký hồ sơ trước, rồi tải về',
    'Sign the dossier first, then download it',
  ),
  unknown_signing: fault(
    404,
    'Không có lần ký như vậy, hoặc đã quá 15 phút',
    'There is no such signing, or 15 minutes are over',
    'Ký lại từ trang hồ sơ',
    'Begin anew on the page of dossiers',
  ),
  already_signed: fault(
    409,
    'Hồ sơ đã được ký ở dạng này',
    'The dossier was signed as such a document already',
    'Tải tài liệu đã ký; muốn ký lại thì nộp hồ sơ mới',
    'Download the signed document; to sign anew submit another dossier',
  ),
  signing_over: fault(
    409,
    'Lần ký này không chờ điều đó nữa',
    'This signing no longer waits for that',
    'Xem trạng thái của lần ký; mỗi chữ ký chỉ dùng một lần',
    'See how the signing stands; a signature counts once',
  ),
  another_holder: fault(
    403,
    'Chứng thư số không phải của chủ hồ sơ',
    'The certificate is not of whoever submitted the dossier',
    'Ký bằng chứng thư có đúng số định danh (hoặc mã số thuế) của tài khoản đang đăng nhập',
    "Sign with a certificate that has the account's own personal number or tax code",
  ),
  no_certificate: fault(
    422,
    'Không tìm thấy chứng thư số',
    'No certificate was found',
    'Chọn nhà cung cấp hoặc cách ký khác, hoặc dùng số của một SIM ký số',
    'Choose another authority or way, or the number of a SIM that signs',
  ),
  signature_refused: fault(
    403,
    'Người ký đã từ chối ký',
    'The signer refused to sign',
    'Hồ sơ chưa thay đổi: ký lại khi bạn đồng ý',
    'The dossier is as it was: begin anew when you agree',
  ),
  pin_blocked: fault(
    403,
    'Mã PIN đã bị khóa vì nhập sai nhiều lần',
    'The PIN is blocked after too many wrong ones',
    'Mở khóa PIN trên điện thoại của hộp cát, rồi ký lại',
    'Unblock the PIN on the phone of the sandbox, then begin anew',
  ),
  signature_expired: fault(
    410,
    'Quá giờ mà chưa ai ký',
    'Nobody signed in time',
    'Hồ sơ chưa thay đổi: ký lại',
    'The dossier is as it was: begin anew',
  ),
  signer_busy: fault(
    409,
    'SIM này đang chờ một yêu cầu ký khác',
    'This SIM is being asked for another signature',
    'Ký hoặc từ chối yêu cầu trước trên điện thoại, rồi ký lại',
    'Sign or refuse the one before on the phone, then begin anew',
  ),
  signature_not_trusted: fault(
    422,
    'Chữ ký hoặc chứng thư số không được chấp nhận',
    'Signature or certificate is not accepted',
    'Cần chứng thư còn hạn, chưa bị thu hồi hay tạm dừng, đúng mục đích và do tổ chức dưới gốc quốc gia cấp',
    'The certificate must be in time, not revoked or suspended, for signing, and stand under the national root',
  ),
  register_unavailable: fault(
    503,
    'Nhà cung cấp chữ ký số không trả lời được',
    'The signature provider gives no usable answer',
    'Thử lại sau giây lát; hồ sơ chưa thay đổi',
    'Try again in a moment; the dossier is as it was',
  ),
} as const satisfies Readonly<Record<string, FaultKind>>;
