import type { Text } from './_contract.ts';

/** What can be found about an account, with what to do about it. */
export interface Finding {
  title: Text;
  cure: Text;
}

const askNumber: Text = {
  vi: 'Yêu cầu chủ tài khoản bổ sung số định danh cá nhân (12 chữ số)',
  en: 'Ask the holder for the personal number (12 digits)',
};
const askAgain: Text = {
  vi: 'Đối chiếu giấy tờ gốc, yêu cầu chủ tài khoản nhập lại số',
  en: 'Compare with the original paper; ask the holder to enter the number again',
};

/**
 * Every finding, in the order in which the main one is chosen: first what keeps the row or its number from being
 * read, then what the number says, then what the register says of the person, then what the file says.
 */
export const findings = {
  'row-broken': {
    title: { vi: 'Dòng bị lệch cột', en: 'The row has more cells than the header' },
    cure: {
      vi: 'Xuất lại tệp: có ô chứa dấu phân cách mà không được đặt trong ngoặc kép',
      en: 'Export the file again: a cell holds the delimiter and is not quoted',
    },
  },
  'number-missing': {
    title: { vi: 'Chưa có số định danh', en: 'No personal number' },
    cure: askNumber,
  },
  'number-scientific': {
    title: { vi: 'Số bị Excel đổi thành dạng 9,9E+10', en: 'Excel turned the number into 9.9E+10' },
    cure: {
      vi: 'Xuất lại từ nguồn với cột số ở dạng văn bản (Text)',
      en: 'Export it again from the source, with the column as text',
    },
  },
  'number-malformed': {
    title: { vi: 'Số sai định dạng (độ dài, ký tự)', en: 'The number is malformed (length, signs)' },
    cure: askAgain,
  },
  'number-nine-digits': {
    title: { vi: 'Chỉ có số CMND (9 chữ số)', en: 'Only the old card number (9 digits)' },
    cure: {
      vi: 'Cập nhật số định danh theo CSDL quốc gia về dân cư, có xác nhận của chủ tài khoản',
      en: 'Bring in the personal number from the population database, confirmed by the holder',
    },
  },
  'number-lost-zero': {
    title: { vi: 'Số bị mất số 0 ở đầu', en: 'The number lost its leading zeros' },
    cure: {
      vi: 'Thêm lại số 0 ở đầu; xuất lại với cột số ở dạng văn bản (Text)',
      en: 'Put the zeros back; export again with the column as text',
    },
  },
  'number-province': {
    title: { vi: 'Mã tỉnh trong số không tồn tại', en: "No province has the number's code" },
    cure: askAgain,
  },
  'number-contradicts': {
    title: {
      vi: 'Số mâu thuẫn với năm sinh hoặc giới tính',
      en: 'The number contradicts the birth year or gender',
    },
    cure: askAgain,
  },
  'no-such-person': {
    title: { vi: 'Không có trong CSDL dân cư', en: 'Nobody has this number' },
    cure: {
      vi: 'Đối chiếu giấy tờ gốc; đúng số mà vẫn không có thì đề nghị công an xã, phường kiểm tra',
      en: 'Compare with the original paper; if it is right, ask the police of the commune',
    },
  },
  'number-reissued': {
    title: { vi: 'Số đã bị hủy, người này có số mới', en: 'The number was taken back; there is a new one' },
    cure: {
      vi: 'Thay bằng số mới theo CSDL dân cư, có xác nhận của chủ tài khoản',
      en: "Replace it by the register's new number, confirmed by the holder",
    },
  },
  'name-unreadable': {
    title: { vi: 'Họ tên bị lỗi phông, không đọc được', en: 'The name is garbled and cannot be read' },
    cure: {
      vi: 'Xuất lại tệp với bảng mã UTF-8',
      en: 'Export the file again as UTF-8',
    },
  },
  'name-missing': {
    title: { vi: 'Không có họ tên', en: 'No name' },
    cure: { vi: 'Yêu cầu chủ tài khoản bổ sung họ tên', en: 'Ask the holder for the name' },
  },
  'name-differs': {
    title: { vi: 'Họ tên khác CSDL dân cư', en: 'The name differs' },
    cure: {
      vi: 'Chưa ghép tài khoản; yêu cầu chủ tài khoản cập nhật từ CSDL quốc gia về dân cư',
      en: 'Do not link yet; have the holder bring the data in from the population database',
    },
  },
  'birth-unreadable': {
    title: { vi: 'Ngày sinh không đọc được', en: 'The birth date cannot be read' },
    cure: { vi: 'Ghi lại ngày sinh dạng dd/MM/yyyy', en: 'Write the birth date as dd/MM/yyyy' },
  },
  'birth-differs': {
    title: { vi: 'Ngày sinh khác CSDL dân cư', en: 'The birth date differs' },
    cure: {
      vi: 'Chưa ghép tài khoản; yêu cầu chủ tài khoản cập nhật từ CSDL quốc gia về dân cư',
      en: 'Do not link yet; have the holder bring the data in from the population database',
    },
  },
  deceased: {
    title: { vi: 'Người này đã mất', en: 'The person has died' },
    cure: {
      vi: 'Khóa tài khoản; hồ sơ đang giải quyết thì làm việc với người thừa kế',
      en: 'Lock the account; deal with the heirs about what is pending',
    },
  },
  duplicate: {
    title: {
      vi: 'Một người có nhiều tài khoản trong tệp',
      en: 'The person has several accounts in the file',
    },
    cure: {
      vi: 'Giữ một tài khoản, gộp hoặc khóa các tài khoản còn lại',
      en: 'Keep one account; merge or lock the others',
    },
  },
  linked: {
    title: { vi: 'Đã liên kết VNeID', en: 'Linked to VNeID already' },
    cure: { vi: 'Không phải làm gì', en: 'Nothing' },
  },
  clean: {
    title: { vi: 'Sạch, sẵn sàng liên kết', en: 'Clean, ready to be linked' },
    cure: {
      vi: 'Hướng dẫn chủ tài khoản đăng nhập bằng VNeID để liên kết',
      en: 'Have the holder sign in with VNeID, which links the account',
    },
  },
} as const satisfies Record<string, Finding>;

/** The main finding of a row: `linked` and `clean` where nothing is wrong. */
export type FindingCode = keyof typeof findings;

export const findingCodes = Object.keys(findings) as FindingCode[];

/** What is worth knowing and no fault of the account. */
export const notes = {
  'cells-missing': { vi: 'Dòng thiếu ô ở cuối', en: 'Cells are missing at the end of the row' },
  'number-separated': { vi: 'Số có dấu cách, chấm hoặc gạch', en: 'The number had spaces, dots or hyphens' },
  'name-unicode': {
    vi: 'Họ tên khớp sau khi chuẩn hóa Unicode',
    en: 'The name agrees in normalised Unicode',
  },
  'name-case': { vi: 'Họ tên khớp, khác chữ hoa thường', en: 'The name agrees but for upper and lower case' },
  'name-spaces': { vi: 'Họ tên khớp, thừa dấu cách', en: 'The name agrees but for spaces' },
  'name-tone': {
    vi: 'Họ tên khớp, khác cách đặt dấu (hòa, hoà)',
    en: 'The name agrees but for where the tone stands',
  },
  'name-i-y': { vi: 'Họ tên khớp, khác i và y (Lý, Lí)', en: 'The name agrees but for i and y' },
  'name-no-marks': { vi: 'Họ tên khớp, viết không dấu', en: 'The name agrees, written without diacritics' },
  'name-former': { vi: 'Họ tên là tên trước đây', en: 'It is a name that the person had before' },
  'text-tcvn3': { vi: 'Chữ TCVN3 (ABC), đã đọc được', en: 'Text in TCVN3 (ABC), read' },
  'text-vni': { vi: 'Chữ VNI, đã đọc được', en: 'Text in VNI, read' },
  'text-utf8-twice': { vi: 'Chữ UTF-8 bị đọc sai, đã sửa', en: 'UTF-8 that was read wrongly, mended' },
  'birth-missing': { vi: 'Không có ngày sinh để so', en: 'No birth date to compare' },
  'birth-year-only': { vi: 'Chỉ so được năm sinh', en: 'Only the year of birth could be compared' },
  'birth-month-first': { vi: 'Ngày sinh viết tháng trước ngày', en: 'The birth date has the month first' },
  'birth-swapped': {
    vi: 'Ngày sinh khớp nếu đổi chỗ ngày và tháng',
    en: 'The birth date would agree with day and month swapped',
  },
  'birth-serial': { vi: 'Ngày sinh là số ngày của Excel', en: "The birth date is Excel's number of days" },
  minor: { vi: 'Chưa đủ 18 tuổi', en: 'Under 18' },
  'under-14': { vi: 'Chưa đủ 14 tuổi', en: 'Under 14' },
  'vneid-none': { vi: 'Chưa có tài khoản VNeID', en: 'Has no VNeID account' },
  'vneid-level-1': { vi: 'VNeID mức 1, cần mức 2 để liên kết', en: 'VNeID level 1; linking needs level 2' },
  'vneid-locked': { vi: 'Tài khoản VNeID bị khóa', en: 'The VNeID account is locked' },
  'vneid-not-activated': { vi: 'VNeID chưa kích hoạt', en: 'VNeID is not activated' },
  foreigner: {
    vi: 'Người nước ngoài: chờ hướng dẫn riêng',
    en: 'A foreigner: rules of their own apply',
  },
} as const satisfies Record<string, Text>;

export type NoteCode = keyof typeof notes;
