import type { FaultKind } from '../_contract.ts';

const fault = (status: number, vi: string, en: string, cureVi: string, cureEn: string): FaultKind => ({
  status,
  title: { vi, en },
  cure: { vi: cureVi, en: cureEn },
});

const atShop: [vi: string, en: string] = [
  'Soạn TTTB và số giấy tờ gửi 1414 để xem, rồi điều chỉnh tại điểm giao dịch của nhà mạng',
  'Send TTTB and the number of your paper to 1414 to see it, and have it mended at a shop of the carrier',
];

/** What the official message says: the SIM's registration is not what was entered. Which way, each code tells. */
const simFaults = {
  sim_other_owner: fault(
    422,
    'Thông tin đăng ký không khớp với thông tin thuê bao tại nhà mạng: SIM đứng tên người khác',
    "What was entered does not agree with the carrier: the SIM is in somebody else's name",
    ...atShop,
  ),
  sim_data_differs: fault(
    422,
    'Thông tin đăng ký không khớp với thông tin thuê bao tại nhà mạng: họ tên hoặc ngày sinh khác',
    'What was entered does not agree with the carrier: name or birth date differ',
    ...atShop,
  ),
  sim_under_cmnd: fault(
    422,
    'SIM chính chủ nhưng đăng ký bằng CMND 9 số',
    'The SIM is yours, but registered under the old 9-digit card',
    'Mang CCCD tới điểm giao dịch của nhà mạng để cập nhật số định danh cho thuê bao',
    'Bring the new card to a shop of the carrier, so that the subscription gets the 12-digit number',
  ),
  sim_suspended: fault(
    422,
    'SIM chính chủ nhưng đang bị khóa',
    'The SIM is yours, but suspended',
    'Mở khóa thuê bao tại nhà mạng, hoặc dùng SIM chính chủ khác',
    'Have it unlocked by the carrier, or use another SIM of your own',
  ),
  sim_not_normalised: fault(
    422,
    'Thuê bao chưa chuẩn hóa thông tin, nhà mạng không xác nhận được chủ thuê bao',
    "The subscription's data was never normalised: the carrier cannot say whose it is",
    'Mang CCCD tới điểm giao dịch của nhà mạng để chuẩn hóa thông tin',
    'Bring your card to a shop of the carrier',
  ),
  sim_cancelled: fault(
    422,
    'Thuê bao này đã hủy',
    'The subscription was cancelled',
    'Dùng số điện thoại đang hoạt động đứng tên bạn',
    'Use an active number in your own name',
  ),
  sim_not_registered: fault(
    422,
    'Số điện thoại này chưa được đăng ký với nhà mạng nào',
    'No carrier has this number registered',
    'Kiểm tra lại số điện thoại',
    'Check the number',
  ),
} as const;

const matchFaults = {
  insurance_does_not_match: fault(
    422,
    'Thông tin khai không trùng khớp với cơ sở dữ liệu BHXH, không đăng ký được tài khoản',
    'What was entered does not agree with the insurance register: no account can be made',
    'Kiểm tra lại số giấy tờ, mã BHXH, họ tên, ngày sinh; dữ liệu sai thì liên hệ cơ quan BHXH',
    'Check paper, insurance number, name and birth date; where the data is wrong, see the insurance office',
  ),
  post_does_not_match: fault(
    422,
    'Thông tin khai không khớp với tài khoản VNPost',
    'What was entered does not agree with the VNPost account',
    'Kiểm tra số CCCD và họ tên; tài khoản phải đứng tên bạn',
    'Check number and name; the account must be in your own name',
  ),
  post_no_account: fault(
    422,
    'VNPost không có tài khoản này',
    'VNPost has no such account',
    'Kiểm tra số điện thoại hoặc mã khách hàng, hoặc đăng ký cách khác',
    'Check the phone number or customer code, or register in another way',
  ),
  post_locked: fault(
    422,
    'Tài khoản VNPost đang bị khóa',
    'The VNPost account is locked',
    'Mở khóa tại bưu cục, hoặc đăng ký cách khác',
    'Have it unlocked at a post office, or register in another way',
  ),
} as const;

/** Of signatures: at SIM PKI, the certification authorities, and by USB tokens. */
export const signatureFaults = {
  no_certificate: fault(
    422,
    'Không tìm thấy chứng thư số phù hợp',
    'There is no certificate that fits',
    'Dùng số của một SIM ký số, hoặc chữ ký số đúng loại tài khoản: chứng thư của doanh nghiệp có mã số thuế, của cơ quan do Ban Cơ yếu cấp',
    "Use the number of a SIM that signs, or a certificate of this kind: an enterprise's has its tax code, an agency's is of the government's authority",
  ),
  signature_unreadable: fault(
    400,
    'Không đọc được chữ ký mà phần mềm ký gửi về',
    "The plug-in's signature cannot be read",
    'Ký lại; chữ ký phải là CMS (base64), JWS (PS256, ES256), hoặc chữ ký kèm chứng thư',
    'Sign again; it must be CMS in base64, a JWS (PS256, ES256), or a signature beside its certificate',
  ),
  pin_blocked: fault(
    403,
    'Nhập sai mã PIN quá nhiều lần, thiết bị ký bị khóa',
    'Too many wrong PINs: the device is blocked',
    'Bắt đầu lại; với thiết bị thật thì liên hệ nhà cung cấp',
    'Begin anew; with a real device, see its provider',
  ),
  signature_refused: fault(
    403,
    'Người ký từ chối ký',
    'The signer refused to sign',
    'Bắt đầu lại, rồi ký bằng mã PIN trên điện thoại',
    'Begin anew, and sign with the PIN on the phone',
  ),
  signer_busy: fault(
    409,
    'SIM này đang chờ một yêu cầu ký khác',
    'This SIM is being asked for another signature',
    'Ký hoặc từ chối yêu cầu trước trên điện thoại, rồi làm lại',
    'Sign or refuse the one before on the phone, then try again',
  ),
  signature_not_trusted: fault(
    422,
    'Chữ ký hoặc chứng thư số không được chấp nhận',
    'Signature or certificate is not accepted',
    'Cần chữ ký cho đúng yêu cầu này, bằng chứng thư còn hạn, chưa bị thu hồi, do tổ chức dưới gốc quốc gia cấp',
    'It must be for this very request, by a certificate that is in time, not revoked, and under the national root',
  ),
  signature_expired: fault(
    410,
    'Yêu cầu ký đã hết hạn hoặc đã dùng',
    'The signing request has expired, or was used',
    'Bắt đầu lại',
    'Begin anew',
  ),
} as const;

const lawFaults = {
  only_vneid: fault(
    403,
    'Từ 15/06/2024 công dân chỉ đăng ký, đăng nhập Cổng bằng VNeID (Công văn 3701/VPCP-KSTT)',
    'Since 15 June 2024 citizens register and sign in with VNeID alone (Dispatch 3701/VPCP-KSTT)',
    'Dùng VNeID; để thử thời trước đó, đặt lịch của không gian làm việc về 14/06/2024',
    "Use VNeID; to try the time before, set the workspace's calendar to 2024-06-14",
  ),
  own_identity_only: fault(
    403,
    'Từ 01/07/2025 doanh nghiệp chỉ dùng định danh điện tử của tổ chức (Nghị định 69/2024/NĐ-CP)',
    "Since 1 July 2025 enterprises use the organisation's own electronic identity alone (Decree 69/2024)",
    'Dùng định danh tổ chức qua VNeID; để thử thời trước đó, đặt lịch về 30/06/2025',
    "Use the organisation's identity through VNeID; to try the time before, set the calendar to 2025-06-30",
  ),
  too_young: fault(
    403,
    'Chưa đủ 14 tuổi nên không tự đăng ký tài khoản được',
    'Nobody below 14 years can register an account',
    'Cha mẹ hoặc người giám hộ thực hiện thay. Giới hạn tuổi là của hộp cát, văn bản không nêu',
    "A parent or guardian acts instead. The age is the sandbox's own: no document names one",
  ),
  applicant_deceased: fault(
    403,
    'CSDL quốc gia về dân cư ghi nhận người này đã mất',
    'The population register says that this person has died',
    'Không đăng ký được; nếu dữ liệu sai thì liên hệ cơ quan công an',
    'No account can be made; where the data is wrong, see the police',
  ),
} as const;

const conflictFaults = {
  number_taken: fault(
    409,
    'Số giấy tờ hoặc mã số thuế này đã có tài khoản',
    'This number or tax code has an account already',
    'Đăng nhập bằng tài khoản đó; quên mật khẩu thì lấy lại tài khoản',
    'Sign in to that account; recover it where the password is forgotten',
  ),
  phone_taken: fault(
    409,
    'Số điện thoại này đang dùng cho một tài khoản khác',
    'Another account uses this phone number',
    'Dùng số khác, hoặc đăng nhập tài khoản kia và đổi số điện thoại của nó',
    'Use another number, or sign in to that account and change its number',
  ),
  email_taken: fault(
    409,
    'Địa chỉ thư điện tử này đang dùng cho một tài khoản khác',
    'Another account uses this e-mail address',
    'Dùng địa chỉ khác; mỗi tài khoản một địa chỉ riêng',
    'Use another address: each account has its own',
  ),
} as const;

const stepFaults = {
  wrong_captcha: fault(
    400,
    'Mã xác thực hiện trên trang chưa được gõ lại đúng',
    'The characters that the page shows were not typed',
    'Nhập lại đúng các ký tự đang hiện trên trang',
    'Type the characters that the page shows',
  ),
  weak_password: fault(
    400,
    'Mật khẩu chưa đạt yêu cầu',
    'The password is too weak',
    'Cần đủ dài (thường là 8 ký tự), có chữ hoa, chữ thường, chữ số, ký tự đặc biệt (@, #, !…); chẳng hạn Aa@123456',
    'It needs enough characters (8 as a rule), an upper and a lower case letter, a digit and a special character (@, #, ! …), such as Aa@123456',
  ),
  passwords_differ: fault(
    400,
    'Hai lần nhập mật khẩu không giống nhau',
    'The two passwords differ',
    'Nhập lại mật khẩu ở cả hai ô',
    'Type the password again in both fields',
  ),
  registration_expired: fault(
    410,
    'Lượt đăng ký này đã hết hạn hoặc đã xong',
    'This registration has expired, or is complete',
    'Đăng ký lại từ đầu, hoặc đăng nhập nếu đã có tài khoản',
    'Begin anew, or sign in if the account was made',
  ),
  wrong_step: fault(
    409,
    'Lượt đăng ký không ở bước này',
    'The registration is not at this step',
    'Xem "next" của GET /api/registrations/:id',
    'See "next" of GET /api/registrations/:id',
  ),
} as const;

export const registrationOnlyFaults = {
  ...simFaults,
  ...matchFaults,
  ...signatureFaults,
  ...lawFaults,
  ...conflictFaults,
  ...stepFaults,
} as const satisfies Readonly<Record<string, FaultKind>>;
