import type { FaultKind } from '../_contract.ts';

/** Refusals of the account's own pages and of their JSON. */
export const profileFaults = {
  unknown_account: {
    status: 404,
    title: { vi: 'Không có tài khoản này', en: 'There is no such account' },
    cure: { vi: 'Xem danh sách ở /dvcqg/api/accounts', en: 'See the list at /dvcqg/api/accounts' },
  },
  no_such_holder: {
    status: 404,
    title: {
      vi: 'Không có tài khoản nào có cả số giấy tờ và số điện thoại này',
      en: 'No account has both this number and this telephone',
    },
    cure: {
      vi: 'Dùng số giấy tờ và số điện thoại đã đăng ký; tài khoản VNeID thì khôi phục ở ứng dụng VNeID',
      en: 'Use the number and telephone of the registration; a VNeID account is recovered in the VNeID app',
    },
  },
  number_missing: {
    status: 409,
    title: { vi: 'Tài khoản chưa có số định danh', en: 'The account has no personal number' },
    cure: { vi: 'Nhập số CCCD 12 số trước', en: 'Give the 12-digit number first' },
  },
  population_differs: {
    status: 409,
    title: {
      vi: 'CSDL quốc gia về dân cư không xác nhận thông tin của tài khoản',
      en: 'The population database does not confirm what the account says',
    },
    cure: {
      vi: 'Kiểm tra các trường được nêu, sửa cho đúng như thẻ căn cước rồi thử lại',
      en: 'Check the fields that are named, write them as the identity card does, and try again',
    },
  },
  username_taken: {
    status: 409,
    title: { vi: 'Tên đăng nhập đã có người dùng', en: 'The user name is taken' },
    cure: {
      vi: 'Chọn tên khác, hoặc khôi phục tài khoản cũ',
      en: 'Choose another, or recover the old account',
    },
  },
  phone_not_own: {
    status: 409,
    title: {
      vi: 'Thông tin tài khoản không khớp với thông tin thuê bao tại nhà mạng',
      en: "The account does not match the carrier's subscriber information",
    },
    cure: {
      vi: 'Kiểm tra bằng cách nhắn TTTB gửi 1414, hoặc đăng ký lại thông tin với nhà mạng',
      en: 'Check by texting TTTB to 1414, or register the SIM anew with the carrier',
    },
  },
  unknown_portal: {
    status: 401,
    title: { vi: 'Không xác thực được cổng gọi', en: 'The calling portal is not known' },
    cure: {
      vi: 'Gửi HTTP Basic với mã và bí mật của Cổng Bộ Công an: bocongan, bocongan-secret',
      en: "Send HTTP Basic with the police ministry's portal's id and secret: bocongan, bocongan-secret",
    },
  },
  not_yet: {
    status: 403,
    title: { vi: 'Chức năng này chưa có vào ngày này', en: 'This does not exist yet on this day' },
    cure: {
      vi: 'Dời lịch của không gian làm việc tới ngày được nêu hoặc sau đó',
      en: "Move the workspace's calendar to the day that is named, or later",
    },
  },
} as const satisfies Readonly<Record<string, FaultKind>>;
