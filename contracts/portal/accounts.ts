import { clients, type LinkingRule, ours } from './rule.ts';

/** What a local account may and may not be made to do. */
export const accountRules = {
  'locked-local': {
    severity: 'must',
    clauses: [clients],
    text: {
      vi: 'Tài khoản tại cổng đang bị khóa: từ chối (401), không tạo tài khoản khác thay thế',
      en: 'The local account is locked: refuse (401), and make no other one in its place',
    },
    why: { vi: 'Nếu không, khóa tài khoản là vô nghĩa', en: 'Otherwise the lock means nothing' },
  },
  'email-of-another': {
    severity: 'must',
    clauses: [clients],
    text: {
      vi: 'Thư điện tử đã thuộc tài khoản khác: từ chối (409) hoặc bỏ trống, không gộp tài khoản',
      en: 'Another account has the e-mail address: refuse (409) or leave it empty; never merge the two',
    },
    why: {
      vi: 'Khôi phục mật khẩu sẽ gửi tới nhầm người',
      en: 'The recovery of a password would reach the wrong person',
    },
  },
  'no-invented-email': {
    severity: 'should',
    clauses: [clients],
    text: {
      vi: 'Thiếu thư điện tử: để trống hoặc hỏi người dùng, không lặng lẽ tự đặt (số giấy tờ hay TechID kèm tên miền)',
      en: 'No e-mail address: leave it empty or ask; do not silently make one up from a number or a TechID',
    },
    why: {
      vi: 'Thư gửi tới địa chỉ bịa ra bị mất, và số định danh bị lộ trong địa chỉ',
      en: 'Mail to it is lost, and the address shows the personal number',
    },
  },
  'enrich-once-verified': {
    severity: 'should',
    clauses: [clients],
    text: {
      vi: 'Lần đầu: bổ sung thông tin từ CSDL dân cư và đánh dấu đã xác thực; các lần sau chỉ bổ sung khi chưa đánh dấu',
      en: 'At first sign-in take the data from the population database and mark it verified; later only where the mark is missing',
    },
    why: {
      vi: 'Ghi đè mỗi lần làm mất thông tin người dân đã sửa, và gọi CSDL dân cư thừa',
      en: 'Doing it every time overwrites what the citizen changed, and calls the register for nothing',
    },
  },
  'link-once': {
    severity: 'must',
    clauses: [ours],
    text: {
      vi: 'Nhiều yêu cầu liên kết cùng lúc: đúng một liên kết, một dòng lịch sử; lỗi giữa chừng thì không có gì được ghi',
      en: 'Several requests at once make exactly one link and one entry; one that breaks half-way leaves nothing behind',
    },
    why: {
      vi: 'Hai liên kết cho một TechID là hai người trong một tài khoản',
      en: 'Two links of one TechID are two people in one account',
    },
  },
  'consent-withdrawn': {
    severity: 'must',
    clauses: [ours],
    text: {
      vi: 'Người dùng bỏ liên kết hoặc rút đồng ý: bỏ liên kết và dùng lại chính TechID đó khi liên kết lại',
      en: 'The holder unlinks or withdraws consent: take the link away, and use the same TechID when it is made again',
    },
    why: {
      vi: 'Dữ liệu không còn căn cứ để dùng; hồ sơ cũ vẫn phải theo người dân',
      en: 'The data may no longer be used, yet the dossiers stay the citizen’s',
    },
  },
} as const satisfies Readonly<Record<string, LinkingRule>>;
