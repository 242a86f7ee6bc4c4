import type { FaultKind } from '../_contract.ts';

export const usbtokenFaults = {
  unknown_person: {
    status: 404,
    title: { vi: 'Không gian làm việc này không có người như vậy', en: 'This workspace has no such person' },
    cure: {
      vi: 'Dùng slug của một người, chẳng hạn khanh; GET /{workspace}/control/people liệt kê mọi người',
      en: 'Use the slug of a person, such as khanh; GET /{workspace}/control/people lists everybody',
    },
  },
  foreign_origin: {
    status: 403,
    title: {
      vi: 'Trang này không được phép gọi phần mềm ký số',
      en: 'Pages of this origin may not call the plug-in',
    },
    cure: {
      vi: 'Thêm nguồn của trang vào settings usbtoken.allowedOrigins',
      en: 'Add the page’s origin to settings usbtoken.allowedOrigins',
    },
  },
  unknown_function: {
    status: 404,
    title: { vi: 'VGCA Sign Service không có chức năng này', en: 'VGCA Sign Service has no such function' },
    cure: {
      vi: 'Dùng một đường dẫn như SignMsg, GetCertInfo; xem README của usbtoken',
      en: 'Use a path such as SignMsg, GetCertInfo; see the README of usbtoken',
    },
  },
  unknown_dialogue: {
    status: 404,
    title: { vi: 'Không có hộp thoại này', en: 'There is no such dialogue' },
    cure: {
      vi: 'Dùng id trong GET /{person}/api/dialogues; hỏi tiếp thì gửi lại đúng thông điệp cũ',
      en: 'Use an id from GET /{person}/api/dialogues; to wait on, send the very same message again',
    },
  },
  dialogue_over: {
    status: 409,
    title: { vi: 'Hộp thoại này đã đóng', en: 'This dialogue is closed' },
    cure: {
      vi: 'Mỗi hộp thoại chỉ trả lời một lần, trong usbtoken.seconds giây; hãy ký lại từ đầu',
      en: 'A dialogue is answered once, within usbtoken.seconds; sign anew',
    },
  },
  wrong_pin: {
    status: 401,
    title: { vi: 'Mã PIN không đúng', en: 'Wrong PIN' },
    cure: {
      vi: 'Nhập lại mã PIN; trong hộp cát, mã PIN của mọi người là 123456',
      en: 'Enter the PIN again; in the sandbox everybody has the PIN 123456',
    },
  },
  pin_blocked: {
    status: 423,
    title: {
      vi: 'Mã PIN của USB ký số bị khóa vì nhập sai nhiều lần',
      en: 'The token’s PIN is blocked after too many wrong tries',
    },
    cure: {
      vi: 'Mở khóa bằng PUT /{person}/api/token {"state":"ok"}, hoặc trên trang của USB ký số',
      en: 'Unblock it by PUT /{person}/api/token {"state":"ok"}, or on the token’s page',
    },
  },
  unknown_certificate: {
    status: 422,
    title: { vi: 'Hộp thoại này không có chứng thư như vậy', en: 'This dialogue offers no such certificate' },
    cure: {
      vi: 'Chọn số sê-ri có trong hộp thoại',
      en: 'Choose a serial number that the dialogue shows',
    },
  },
} as const satisfies Record<string, FaultKind>;
