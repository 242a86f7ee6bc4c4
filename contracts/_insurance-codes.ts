import type { Text } from './_contract.ts';

// Source of the codes: public clients of hospitals, several of which agree word by word in meaning.

/** `maKetQua` of a card check. */
export const cardCodes = {
  '000': { vi: 'Thông tin thẻ BHYT chính xác', en: 'The card is valid' },
  '001': {
    vi: 'Thẻ do BHXH Bộ Quốc phòng quản lý, đề nghị kiểm tra thẻ và giấy tờ tùy thân',
    en: 'Managed by the Ministry of Defence: check the card and an identity paper',
  },
  '002': {
    vi: 'Thẻ do BHXH Bộ Công an quản lý, đề nghị kiểm tra thẻ và giấy tờ tùy thân',
    en: 'Managed by the Ministry of Public Security: check the card and an identity paper',
  },
  '003': {
    vi: 'Thẻ cũ hết giá trị sử dụng, đã được cấp thẻ mới',
    en: 'The old card has expired; a new one was issued',
  },
  '004': {
    vi: 'Thẻ cũ còn giá trị sử dụng, đã được cấp thẻ mới',
    en: 'The old card is still valid; a new one was issued',
  },
  '010': { vi: 'Thẻ hết giá trị sử dụng', en: 'The card has expired' },
  '050': { vi: 'Không thấy thông tin thẻ BHYT', en: 'There is no information on such a card' },
  '051': { vi: 'Mã thẻ không đúng', en: 'The card number is wrong' },
  '052': {
    vi: 'Mã tỉnh cấp thẻ (ký tự thứ 4, 5) không đúng',
    en: 'The province of the card number (characters 4 and 5) is wrong',
  },
  '053': {
    vi: 'Mã quyền lợi (ký tự thứ 3) không đúng',
    en: 'The benefit code of the card number (character 3) is wrong',
  },
  '054': {
    vi: 'Số CCCD của cán bộ tra cứu không có trong danh sách mà cơ sở đã đăng ký',
    en: "The officer's personal number is not among those that the hospital registered",
  },
  '055': {
    vi: 'Họ tên của cán bộ tra cứu không khớp với số CCCD',
    en: "The officer's name does not match the personal number",
  },
  '060': { vi: 'Thẻ sai họ tên', en: 'The name is wrong' },
  '061': { vi: 'Thẻ sai họ tên (đúng ký tự đầu)', en: 'The name is wrong (its first letters are right)' },
  '070': { vi: 'Thẻ sai ngày sinh', en: 'The birth date is wrong' },
  '100': { vi: 'Lỗi khi lấy dữ liệu sổ thẻ', en: 'The data of the card could not be read' },
  '101': { vi: 'Lỗi máy chủ sổ thẻ', en: 'The server of the card register failed' },
  '110': { vi: 'Thẻ đã thu hồi', en: 'The card was revoked' },
  '120': { vi: 'Thẻ đã báo giảm', en: 'Participation has ended' },
  '121': {
    vi: 'Thẻ đã báo giảm, chuyển ngoại tỉnh',
    en: 'Participation has ended here: moved to another province',
  },
  '122': {
    vi: 'Thẻ đã báo giảm, chuyển nội tỉnh',
    en: 'Participation has ended here: moved within the province',
  },
  '123': {
    vi: 'Thẻ đã báo giảm, thu hồi do tăng lại cùng đơn vị',
    en: 'Participation has ended: taken back as the same employer registered anew',
  },
  '124': { vi: 'Thẻ đã báo giảm, ngừng tham gia', en: 'Participation has ended: left the scheme' },
  '130': { vi: 'Trẻ em không xuất trình thẻ', en: 'A child who has no card to show' },
  '205': { vi: 'Sai định dạng tham số truyền vào', en: 'A parameter is missing or has the wrong format' },
  '401': { vi: 'Lỗi xác thực tài khoản', en: 'The account could not be authenticated' },
  '500': { vi: 'Lỗi máy chủ', en: 'The server failed' },
} as const satisfies Record<string, Text>;

export type CardCode = keyof typeof cardCodes;

/** `maKetQua` of the gateway's token. What tells 402 from 403 is not public: their meanings are HopCat's reading. */
export const tokenCodes = {
  '200': { vi: 'Thành công', en: 'Success' },
  '401': { vi: 'Sai tài khoản hoặc mật khẩu', en: 'Wrong account or password' },
  '402': { vi: 'Tài khoản đang bị khóa', en: 'The account is locked' },
  '403': { vi: 'Tài khoản không có quyền dùng dịch vụ', en: 'The account may not use the service' },
  '500': { vi: 'Lỗi máy chủ', en: 'The server failed' },
} as const satisfies Record<string, Text>;

/** `maKetQua` of the match: HopCat's own, after the card check's. */
export const matchCodes = {
  '000': { vi: 'Khớp với dữ liệu BHXH', en: 'It matches the insurance register' },
  '050': {
    vi: 'Không có mã số BHXH nào như vậy gắn với số định danh này',
    en: 'No such insurance number belongs to this personal number',
  },
  '060': { vi: 'Sai họ tên', en: 'The name is wrong' },
  '061': { vi: 'Sai họ tên (đúng ký tự đầu)', en: 'The name is wrong (its first letters are right)' },
  '070': { vi: 'Sai ngày sinh', en: 'The birth date is wrong' },
} as const satisfies Record<string, Text>;

export type MatchCode = keyof typeof matchCodes;
