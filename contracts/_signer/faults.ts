import type { FaultKind } from '../_contract.ts';

export const signerFaults = {
  unknown_person: {
    status: 404,
    title: {
      vi: 'Không gian làm việc này không có người như vậy',
      en: 'This workspace has no such person',
    },
    cure: {
      vi: 'Dùng slug của một người, chẳng hạn an; GET /{workspace}/control/people liệt kê mọi người',
      en: 'Use the slug of a person, such as an; GET /{workspace}/control/people lists everybody',
    },
  },
  unknown_signing: {
    status: 404,
    title: { vi: 'Không có yêu cầu ký này', en: 'There is no such request to sign' },
    cure: {
      vi: 'Dùng id trong GET /app?person=…; yêu cầu được giữ một ngày',
      en: 'Use an id from GET /app?person=…; requests are kept for a day',
    },
  },
  not_the_signer: {
    status: 403,
    title: {
      vi: 'Yêu cầu ký này được gửi cho người khác',
      en: 'Somebody else is asked for this signature',
    },
    cure: {
      vi: 'Mở điện thoại của đúng người ký',
      en: 'Use the phone of the one who is to sign',
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
      vi: 'Mã PIN ký số bị khóa vì nhập sai nhiều lần',
      en: 'The PIN is blocked after too many wrong tries',
    },
    cure: {
      vi: 'Mở khóa trên trang điện thoại, hoặc gọi DELETE /{workspace}/signer/app/pins/{slug}; rồi yêu cầu ký lại từ đầu',
      en: 'Unblock it on the phone’s page, or call DELETE /{workspace}/signer/app/pins/{slug}; then ask for the signature anew',
    },
  },
  signing_expired: {
    status: 410,
    title: { vi: 'Yêu cầu ký đã hết hạn', en: 'The request to sign has expired' },
    cure: {
      vi: 'Gửi lại yêu cầu ký; thời hạn là signing.seconds trong cài đặt',
      en: 'Ask for the signature anew; the time allowed is signing.seconds of the settings',
    },
  },
  already_decided: {
    status: 409,
    title: { vi: 'Yêu cầu ký này đã được xử lý', en: 'This request to sign was decided before' },
    cure: {
      vi: 'Mỗi yêu cầu chỉ được quyết định một lần; cần ký nữa thì gửi yêu cầu mới',
      en: 'Each request is decided once; for another signature send a new one',
    },
  },
  certificate_not_good: {
    status: 409,
    title: {
      vi: 'Chứng thư số không còn hiệu lực, không ký được',
      en: 'The certificate is not good any more and cannot sign',
    },
    cure: {
      vi: 'Dùng chứng thư còn hiệu lực, hoặc chỉnh đồng hồ của không gian làm việc, rồi yêu cầu ký lại',
      en: 'Use a good certificate, or set the workspace’s clock, then ask for the signature anew',
    },
  },
} as const satisfies Record<string, FaultKind>;
