import type { Text } from '../contracts/_contract.ts';

const text = (vi: string, en: string): Text => ({ vi, en });

/** What each tag of the cast says of a person: the words by which a tester finds whoever makes something happen. */
export const tagMeanings: Readonly<Record<string, Text>> = {
  default: text('Người mặc định', 'The default person'),
  'all-right': text('Mọi thứ đều đúng', 'Everything is right'),
  family: text('Gia đình của An', "An's family"),

  'level-1': text('VNeID mức 1', 'VNeID level 1'),
  'level-2': text('VNeID mức 2', 'VNeID level 2'),
  'no-vneid': text('Không có tài khoản VNeID', 'No VNeID account'),
  active: text('Tài khoản VNeID đang hoạt động', 'The VNeID account is active'),
  locked: text('Tài khoản VNeID bị khóa', 'The VNeID account is locked'),
  'not-activated': text('Tài khoản VNeID chưa kích hoạt', 'The VNeID account is not activated'),
  'shared-email': text('Dùng chung thư điện tử với người khác', 'Shares an e-mail address'),

  deceased: text('Đã mất', 'Deceased'),
  minor: text('Trẻ em', 'A child'),
  child: text('Trẻ em', 'A child'),
  'legal-representative-needed': text(
    'Cần người đại diện khi đăng nhập',
    'Needs a representative to sign in',
  ),
  adopted: text('Con nuôi', 'Adopted'),
  elderly: text('Sinh trước năm 1950', 'Born before 1950'),
  'birth-year-only': text('Chỉ có năm sinh', 'Only a year of birth'),
  'birth-year-without-cmnd': text('Chỉ có năm sinh, không có CMND', 'Only a year of birth, and no old card'),
  twins: text('Sinh đôi', 'Twins'),
  'same-birth-date': text('Trùng ngày sinh với người khác', 'Shares a birth date'),
  divorced: text('Đã ly hôn', 'Divorced'),
  widowed: text('Góa', 'Widowed'),

  'no-middle-name': text('Không có chữ đệm', 'No middle name'),
  'single-name': text('Họ tên chỉ có một chữ', 'A single name'),
  'long-name': text('Họ tên từ sáu chữ', 'A name of six words or more'),
  'apostrophe-name': text('Họ tên có dấu nháy', 'An apostrophe in the name'),
  'same-name': text('Trùng họ tên với người khác', 'Shares a whole name'),
  'name-changed': text('Đã đổi tên', 'Changed the name'),
  unicode: text('Họ tên có hai dạng Unicode', 'A name with two Unicode forms'),
  'two-normal-forms': text('Họ tên có hai dạng Unicode', 'A name with two Unicode forms'),
  nfc: text('Họ tên lưu ở dạng NFC', 'The name is stored in NFC'),
  nfd: text('Họ tên có dạng NFD khác', 'The name has another form in NFD'),
  'ethnic-minority': text('Người dân tộc thiểu số', 'Of an ethnic minority'),

  'no-identity-card': text('Chỉ có CMND, chưa có căn cước', 'An old card, but no identity card'),
  'reissued-number': text('Số định danh đã cấp lại', 'The personal number was re-issued'),
  'former-number': text('Có số định danh cũ', 'Has a former personal number'),
  'province-merged': text(
    'Nơi thường trú đã đổi tỉnh khi sáp nhập',
    'The home changed province in the merger',
  ),
  naturalised: text('Nhập quốc tịch Việt Nam', 'Naturalised'),
  foreigner: text('Người nước ngoài', 'A foreigner'),
  'overseas-vietnamese': text('Người nước ngoài gốc Việt', 'A foreigner of Vietnamese origin'),
  'residence-card': text('Có thẻ tạm trú hoặc thường trú', 'Has a residence card'),
  passport: text('Có hộ chiếu', 'Has a passport'),

  'no-sim': text('Không có SIM', 'No SIM'),
  'two-sims': text('Có hai SIM', 'Two SIMs'),
  'sim-under-cmnd': text('SIM đăng ký bằng CMND 9 số', 'A SIM under the old 9-digit card'),
  'sim-other-owner': text('SIM do người khác đứng tên', "A SIM in another person's name"),
  'sim-spouse-owner': text('SIM do vợ hoặc chồng đứng tên', "A SIM in the spouse's name"),
  'sim-stranger-owner': text('SIM do người lạ đứng tên', "A SIM in a stranger's name"),
  'sim-suspended': text('SIM bị tạm khóa', 'A suspended SIM'),
  'sim-not-normalised': text('SIM chưa chuẩn hóa thông tin', 'A SIM not normalised'),
  'sim-cancelled': text('SIM đã hủy', 'A cancelled SIM'),
  'sim-ported': text('Chuyển mạng giữ số', 'Kept the number on changing carrier'),
  'deceased-sim-active': text('Đã mất mà SIM còn hoạt động', 'Deceased, and the SIM still works'),

  'no-insurance': text('Không có BHXH, BHYT (050)', 'No insurance (050)'),
  'insurance-name-differs': text('BHXH ghi họ tên khác (060)', 'The insurance has another name (060)'),
  'insurance-name-initials': text(
    'BHXH ghi họ tên khác, đúng chữ cái đầu (061)',
    'The insurance has another name, its first letters right (061)',
  ),
  'insurance-name-spelling': text('BHXH viết i thay cho y', 'The insurance spells i for y'),
  'insurance-birth-differs': text(
    'BHXH ghi ngày sinh khác (070)',
    'The insurance has another birth date (070)',
  ),
  'insurance-birth-more-exact': text(
    'BHXH có ngày sinh, dân cư chỉ có năm',
    'The insurance has the day, the population database the year',
  ),
  'insurance-expired': text('Thẻ BHYT hết hạn (010)', 'The health card ran out (010)'),
  'insurance-old-card-expired': text(
    'Thẻ cũ hết hạn, đã có thẻ mới (003)',
    'The old card ran out, a new one was issued (003)',
  ),
  'insurance-old-card-valid': text(
    'Thẻ cũ còn hạn, đã có thẻ mới (004)',
    'The old card has not run out, a new one was issued (004)',
  ),
  'insurance-revoked': text('Thẻ BHYT bị thu hồi (110)', 'The health card was revoked (110)'),
  'insurance-defence': text('BHYT do Bộ Quốc phòng quản lý (001)', 'Managed by Defence (001)'),
  'insurance-public-security': text('BHYT do Bộ Công an quản lý (002)', 'Managed by Public Security (002)'),
  'insurance-reduced-120': text('Báo giảm (120)', 'Reduced (120)'),
  'insurance-reduced-121': text(
    'Báo giảm: chuyển ngoại tỉnh (121)',
    'Reduced: moved to another province (121)',
  ),
  'insurance-reduced-122': text(
    'Báo giảm: chuyển nội tỉnh (122)',
    'Reduced: moved within the province (122)',
  ),
  'insurance-reduced-123': text(
    'Báo giảm: tăng lại cùng đơn vị (123)',
    'Reduced: put back by the same payer (123)',
  ),
  'insurance-reduced-124': text('Báo giảm: ngừng tham gia (124)', 'Reduced: stopped taking part (124)'),
  'insurance-no-card': text('Trẻ em chưa có thẻ BHYT (130)', 'A child without a health card (130)'),

  'post-account-only': text('Có tài khoản VNPost, không có VNeID', 'A VNPost account and no VNeID'),
  'post-locked': text('Tài khoản VNPost bị khóa', 'The VNPost account is locked'),
  'post-other-phone': text(
    'Tài khoản VNPost theo số điện thoại khác',
    'The VNPost account has another phone',
  ),
  'no-post-account': text('Chỉ thiếu tài khoản VNPost', 'Only a VNPost account is missing'),

  'account-unverified': text(
    'Tài khoản cổng có số định danh, chưa đối chiếu dân cư',
    'A portal account with a personal number, not verified',
  ),
  'account-verified': text(
    'Tài khoản cổng đã đối chiếu dân cư',
    'A portal account that the population database has confirmed',
  ),
  'account-linked': text('Tài khoản cổng đã liên kết VNeID', 'A portal account linked to VNeID'),
  'account-linked-other-subject': text(
    'Tài khoản cổng liên kết với mã «sub» VNeID cũ',
    'A portal account linked to a former subject of VNeID',
  ),
  'account-under-cmnd': text(
    'Tài khoản cổng lập bằng CMND 9 số',
    'A portal account under the old 9-digit card',
  ),
  'account-under-former-number': text(
    'Tài khoản cổng mang số định danh cũ',
    'A portal account under a former personal number',
  ),
  'account-without-number': text('Tài khoản cổng không có số giấy tờ', 'A portal account without any number'),
  'account-name-differs': text('Tài khoản cổng ghi họ tên khác', 'A portal account in another name'),
  'account-birth-differs': text(
    'Tài khoản cổng ghi ngày sinh khác',
    'A portal account with another birth date',
  ),
  'account-shared-phone': text(
    'Tài khoản cổng dùng chung số điện thoại',
    'A portal account that shares its telephone',
  ),
  'account-shared-email': text(
    'Tài khoản cổng dùng chung thư điện tử',
    'A portal account that shares its e-mail address',
  ),
  'two-accounts': text('Có hai tài khoản cổng', 'Two portal accounts'),
  'account-locked': text('Tài khoản cổng bị khóa', 'A locked portal account'),
  'account-by-officer': text(
    'Tài khoản cổng do cán bộ một cửa lập hộ',
    'A portal account made by an officer',
  ),
  'account-enterprise': text(
    'Tài khoản cổng của doanh nghiệp, bằng USB ký số',
    'A portal account of an enterprise, by USB token',
  ),
  'account-agency': text(
    'Tài khoản cổng của cơ quan, bằng USB ký số',
    'A portal account of an agency, by USB token',
  ),

  'certificate-expired': text('Chứng thư số hết hạn', 'The certificate has expired'),
  'certificate-not-yet-valid': text('Chứng thư số chưa có hiệu lực', 'The certificate is not valid yet'),
  'certificate-revoked': text('Chứng thư số bị thu hồi', 'The certificate was revoked'),
  'certificate-suspended': text('Chứng thư số bị tạm dừng', 'The certificate is suspended'),
  'certificate-wrong-key-usage': text('Chứng thư số không dùng để ký', 'The certificate may not sign'),
  'certificate-unknown-issuer': text(
    'Chứng thư số do tổ chức lạ cấp',
    'The issuer of the certificate is unknown',
  ),
  'certificate-missing-intermediate': text(
    'Thiếu chứng thư của tổ chức cấp',
    'The certificate comes without its issuer’s',
  ),
  'certificate-sha1': text('Chứng thư số ký bằng SHA-1', 'The certificate is signed over SHA-1'),
  'no-certificate': text('Chưa có chứng thư số', 'No certificate'),
  'key-p256': text('Khóa ký P-256', 'A P-256 key'),
  'key-rsa3072': text('Khóa ký RSA 3072 bit', 'An RSA key of 3072 bits'),

  'legal-representative': text('Đại diện pháp luật của công ty', 'Represents a company'),
  company: text('Có công ty', 'Has a company'),
  organisation: text('Có tổ chức', 'Has an organisation'),
  'tax-code': text('Có mã số thuế của công ty', "Has a company's tax code"),
  'civil-servant': text('Công chức', 'A civil servant'),
  official: text('Cán bộ xử lý hồ sơ', 'An official who handles dossiers'),
  'company-without-account': text('Công ty chưa có tài khoản cổng', 'A company without a portal account'),
  'official-without-account': text(
    'Công chức chưa có tài khoản cơ quan ở cổng',
    'An official without an agency account',
  ),
};
