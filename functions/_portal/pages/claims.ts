import type { Text } from '../../../contracts/_contract.ts';
import { dateAndTime, json, keyValue } from '../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** What the registered names of JWT, OpenID Connect Core and its logout companions mean. */
const MEANINGS: Readonly<Record<string, Text>> = {
  alg: { vi: 'Thuật toán ký', en: 'Signature algorithm' },
  kid: { vi: 'Khóa đã ký', en: 'Key that signed' },
  typ: { vi: 'Loại token', en: 'Kind of token' },
  iss: { vi: 'Bên phát hành', en: 'Issuer' },
  sub: { vi: 'Mã người dùng, không đổi với cổng này', en: 'The person, always the same to this portal' },
  aud: { vi: 'Cấp cho client nào', en: 'Client that it is for' },
  azp: { vi: 'Client được cấp quyền', en: 'Authorized party' },
  exp: { vi: 'Hết hạn lúc', en: 'Expires at' },
  iat: { vi: 'Phát hành lúc', en: 'Issued at' },
  auth_time: { vi: 'Xác thực lúc', en: 'Authenticated at' },
  nonce: { vi: 'Ràng buộc với yêu cầu của cổng', en: 'Ties it to the portal’s request' },
  acr: { vi: 'Mức độ bảo đảm', en: 'Level of assurance' },
  amr: { vi: 'Cách xác thực', en: 'How the person was authenticated' },
  at_hash: { vi: 'Mã băm của access token', en: 'Hash of the access token' },
  sid: { vi: 'Phiên ở bên cấp định danh', en: 'Session at the provider' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  birthdate: { vi: 'Ngày sinh', en: 'Date of birth' },
  gender: { vi: 'Giới tính', en: 'Gender' },
  phone_number: { vi: 'Số điện thoại', en: 'Phone number' },
  phone_number_verified: { vi: 'Số điện thoại đã xác minh', en: 'Phone number is verified' },
  email: { vi: 'Thư điện tử', en: 'Email' },
  email_verified: { vi: 'Thư điện tử đã xác minh', en: 'Email is verified' },
  citizenPid: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  accountType: { vi: 'Loại tài khoản', en: 'Kind of account' },
  accountLevel: { vi: 'Mức tài khoản', en: 'Level of the account' },
  family_name: { vi: 'Họ', en: 'Family name' },
  middle_name: { vi: 'Chữ đệm', en: 'Middle name' },
  given_name: { vi: 'Tên', en: 'Given name' },
  locale: { vi: 'Ngôn ngữ', en: 'Language' },
  address: { vi: 'Nơi thường trú', en: 'Permanent address' },
  updated_at: { vi: 'Cập nhật lúc', en: 'Updated at' },
};
/** The exchange's own. */
const EXCHANGE: Readonly<Record<string, Text>> = {
  LoaiTaiKhoan: {
    vi: 'Loại tài khoản: 1 công dân, 2 doanh nghiệp, 3 cơ quan',
    en: '1 citizen, 2 enterprise, 3 agency',
  },
  TechID: { vi: 'Khóa liên kết, không đổi', en: 'Linking key, never changes' },
  SoDinhDanh: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  SoCMND: { vi: 'Số CMND', en: 'Old card' },
  HoChieu: { vi: 'Hộ chiếu', en: 'Passport' },
  MaBHXH: { vi: 'Mã số BHXH', en: 'Insurance number' },
  MaSoThue: { vi: 'Mã số thuế', en: 'Tax code' },
  MaSoDoanhNghiep: { vi: 'Mã số doanh nghiệp', en: 'Enterprise code' },
  TenDoanhNghiep: { vi: 'Tên tổ chức', en: 'Organisation' },
  DiaChi: { vi: 'Địa chỉ', en: 'Address' },
  HoVaTen: { vi: 'Họ và tên', en: 'Full name' },
  NgayThangNamSinh: { vi: 'Ngày sinh, yyyyMMdd', en: 'Date of birth, yyyyMMdd' },
  GioiTinh: { vi: 'Giới tính', en: 'Gender' },
  TinhTrangHonNhan: { vi: 'Tình trạng hôn nhân', en: 'Marital status' },
  DanToc: { vi: 'Dân tộc', en: 'Ethnicity' },
  TonGiao: { vi: 'Tôn giáo', en: 'Religion' },
  NhomMau: { vi: 'Nhóm máu', en: 'Blood type' },
  QuocTich: { vi: 'Quốc tịch', en: 'Nationality' },
  ThuDienTu: { vi: 'Thư điện tử', en: 'Email' },
  SoDienThoai: { vi: 'Số điện thoại', en: 'Phone number' },
  NoiDangKyKhaiSinh: { vi: 'Nơi đăng ký khai sinh', en: 'Where the birth was registered' },
  QueQuan: { vi: 'Quê quán', en: 'Place of origin' },
  ThuongTru: { vi: 'Nơi thường trú', en: 'Permanent residence' },
  NoiOHienNay: { vi: 'Nơi ở hiện nay', en: 'Present residence' },
  TrangThai: { vi: 'Trạng thái tài khoản', en: 'State of the account' },
  loAs: { vi: 'Mức độ bảo đảm', en: 'Level of assurance' },
};
const TIMES = new Set(['exp', 'iat', 'auth_time', 'updated_at']);

function shown(name: string, value: unknown): Content {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const time = TIMES.has(name) && typeof value === 'number' && dateAndTime(value * 1000);
  return html`<code>${text ?? ''}</code>${time && html` <span class="hint">${time}</span>`}`;
}

/** What each claim means, its name on the wire, its value; the same as JSON is one click away. */
export const claimList = (title: Text, claims: Claims, lang: Lang, testid: string): Content => {
  const rows = Object.entries(claims).map(([name, value]) => ({
    label: MEANINGS[name] ?? EXCHANGE[name] ?? { vi: '', en: '' },
    wire: name,
    value: shown(name, value),
  }));
  return html`<section class="received" aria-labelledby="${testid}-title" data-testid="${testid}">
    <h3 id="${testid}-title">${say(title, lang)}</h3>${keyValue(rows, lang)}
    <details class="raw"><summary data-testid="${testid}-json-toggle">JSON</summary>${json(claims, `${testid}-json`)}</details>
  </section>`;
};
