import type { FaultKind } from '../_contract.ts';

/** Refusals of one-time codes by SMS, wherever the national portal asks for one. */
export const codeFaults = {
  sms_not_sent: {
    status: 503,
    title: { vi: 'Không gửi được mã xác thực tới số điện thoại này', en: 'The code could not be sent' },
    cure: {
      vi: 'Kiểm tra số điện thoại và tình trạng SIM rồi thử lại; nếu nhà mạng đang lỗi, xem /control/faults',
      en: 'Check the number and the state of its SIM, and try again; if the carrier is failing, see /control/faults',
    },
  },
  wrong_code: {
    status: 401,
    title: { vi: 'Mã xác thực không đúng', en: 'Wrong one-time code' },
    cure: {
      vi: 'Mở điện thoại trong hộp cát để xem mã mới nhất',
      en: 'Open the sandbox phone and read the latest code',
    },
  },
  code_expired: {
    status: 410,
    title: { vi: 'Mã xác thực đã hết hạn hoặc đã được dùng', en: 'The code has expired, or was used' },
    cure: { vi: 'Yêu cầu gửi lại mã', en: 'Ask for a new code' },
  },
  too_many_codes: {
    status: 429,
    title: { vi: 'Đã gửi quá nhiều mã', en: 'Too many codes were sent' },
    cure: {
      vi: 'Nhập mã đã gửi tới điện thoại, hoặc chờ 15 phút (hay dời đồng hồ của không gian làm việc)',
      en: "Give back the code on the phone, or wait 15 minutes (or move the workspace's clock)",
    },
  },
  too_many_wrong_codes: {
    status: 429,
    title: { vi: 'Nhập sai mã quá nhiều lần, mã bị hủy', en: 'Too many wrong tries: the code is void' },
    cure: { vi: 'Yêu cầu gửi lại mã', en: 'Ask for a new code' },
  },
  register_unavailable: {
    status: 503,
    title: {
      vi: 'Cơ sở dữ liệu bên kết nối không trả lời được, chưa kiểm tra được thông tin',
      en: 'A connected register gives no usable answer, so nothing could be checked',
    },
    cure: {
      vi: 'Thử lại sau; thông tin đã khai chưa bị coi là sai. Lỗi được yêu cầu thì xem ở /control/faults',
      en: 'Try again later; what was entered is not held to be wrong. A failure that was asked for is at /control/faults',
    },
  },
} as const satisfies Readonly<Record<string, FaultKind>>;
