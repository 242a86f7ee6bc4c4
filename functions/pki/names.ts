import type { Text } from '../../contracts/_contract.ts';
import type { KeyType } from '../../contracts/_sign/authorities.ts';
import type { CertificateState } from '../../contracts/_sign/signer.ts';
import type { HolderKind, Standing } from '../_sign/certificate.ts';

/** For people. */
export const kindNames: Readonly<Record<HolderKind, Text>> = {
  citizen: { vi: 'Cá nhân', en: 'A citizen' },
  enterprise: { vi: 'Doanh nghiệp', en: 'An enterprise' },
  agency: { vi: 'Cán bộ cơ quan nhà nước', en: 'An official' },
};

export const standingNames: Readonly<Record<Standing, Text>> = {
  good: { vi: 'Còn hiệu lực', en: 'Valid' },
  expired: { vi: 'Hết hạn', en: 'Expired' },
  'not-yet-valid': { vi: 'Chưa có hiệu lực', en: 'Not yet valid' },
  revoked: { vi: 'Bị thu hồi', en: 'Revoked' },
  suspended: { vi: 'Tạm dừng', en: 'Suspended' },
};

export const keyNames: Readonly<Record<KeyType, string>> = {
  rsa2048: 'RSA 2048 bit',
  rsa3072: 'RSA 3072 bit',
  p256: 'ECDSA P-256',
};

/** Why signatures by a certificate made like this are refused; null: they are not. */
export const flaws: Readonly<Record<CertificateState, Text | null>> = {
  good: null,
  expired: {
    vi: 'Được cấp với thời hạn đã qua: chữ ký sau ngày hết hạn bị từ chối.',
    en: 'Made with a validity that is over: signatures after its last day are refused.',
  },
  'not-yet-valid': {
    vi: 'Được cấp với ngày bắt đầu trong tương lai: chưa ký được.',
    en: 'Made to begin in the future: it may not sign yet.',
  },
  revoked: {
    vi: 'Bị thu hồi từ đầu vì lộ khóa: chữ ký sau thời điểm đó bị từ chối.',
    en: 'Revoked from the start because the key was compromised: signatures after that are refused.',
  },
  suspended: {
    vi: 'Bị tạm dừng từ đầu: chữ ký bị từ chối cho tới khi mở lại.',
    en: 'Suspended from the start: signatures are refused until it is released.',
  },
  'wrong-key-usage': {
    vi: 'Chỉ được dùng để mã hóa: chữ ký bằng khóa này không có giá trị.',
    en: 'For encryption only: what this key signs counts for nothing.',
  },
  'unknown-issuer': {
    vi: 'Do một tổ chức lạ cấp: phần mềm kiểm tra chữ ký không tin tổ chức này.',
    en: 'By an issuer that nobody knows: software that checks signatures does not trust it.',
  },
  'missing-intermediate': {
    vi: 'Đi kèm thiếu chứng thư của tổ chức cấp: phải tự tải chứng thư đó về thì mới kiểm tra được.',
    en: "Comes without its issuer's certificate: one has to fetch that to check it.",
  },
  sha1: {
    vi: 'Được ký bằng SHA-1, thuật toán đã bị phá: phần mềm kiểm tra chữ ký từ chối.',
    en: 'Signed over SHA-1, which is broken: software that checks signatures refuses it.',
  },
  none: null,
};

export const reasonNames: Readonly<Record<string, Text>> = {
  unspecified: { vi: 'Không nêu lý do', en: 'No reason given' },
  keyCompromise: { vi: 'Lộ khóa', en: 'The key was compromised' },
  affiliationChanged: { vi: 'Thay đổi nơi công tác', en: 'The holder left the organisation' },
  superseded: { vi: 'Đã có chứng thư thay thế', en: 'Another certificate took its place' },
  cessationOfOperation: { vi: 'Ngừng hoạt động', en: 'No longer in use' },
  privilegeWithdrawn: { vi: 'Bị rút quyền', en: 'The right was withdrawn' },
  certificateHold: { vi: 'Tạm dừng', en: 'On hold' },
};
