import type { FaultKind } from '../_contract.ts';

const seeList = {
  vi: 'Xem các tổ chức ở GET /api/authorities',
  en: 'See the authorities at GET /api/authorities',
};
const seeStatus = {
  vi: 'Xem trạng thái hiện tại ở GET /api/certificates/{serial}',
  en: 'See where it stands at GET /api/certificates/{serial}',
};

export const pkiFaults = {
  unknown_authority: {
    status: 404,
    title: { vi: 'Không có tổ chức này', en: 'There is no such authority' },
    cure: seeList,
  },
  unknown_person: {
    status: 404,
    title: { vi: 'Không có người này', en: 'There is no such person' },
    cure: {
      vi: 'Dùng tên gọi (slug) của một người có trong không gian làm việc',
      en: 'Use the slug of somebody who is in the workspace',
    },
  },
  unknown_certificate: {
    status: 404,
    title: { vi: 'Không có chứng thư số này', en: 'There is no such certificate' },
    cure: {
      vi: 'Xem số sê-ri ở GET /api/people/{slug}/certificates',
      en: 'See the serial numbers at GET /api/people/{slug}/certificates',
    },
  },
  no_certificate: {
    status: 409,
    title: { vi: 'Người này không có chứng thư số', en: 'This person has no certificate' },
    cure: {
      vi: 'Chọn người khác, hoặc sửa signer.certificate của người này qua API điều khiển',
      en: "Choose somebody else, or change this person's signer.certificate through the control API",
    },
  },
  not_such_a_holder: {
    status: 409,
    title: {
      vi: 'Người này không đại diện tổ chức, hoặc không phải công chức',
      en: 'This person represents no organisation, or is no official',
    },
    cure: {
      vi: 'Xin chứng thư số cá nhân (citizen), hoặc chọn người khác',
      en: "Ask for a citizen's certificate, or choose somebody else",
    },
  },
  already_revoked: {
    status: 409,
    title: { vi: 'Chứng thư số đã bị thu hồi', en: 'The certificate is revoked' },
    cure: {
      vi: 'Thu hồi là vĩnh viễn; dùng chứng thư số khác',
      en: 'Revocation is for good; use another certificate',
    },
  },
  already_suspended: {
    status: 409,
    title: { vi: 'Chứng thư số đang tạm dừng', en: 'The certificate is suspended already' },
    cure: seeStatus,
  },
  not_suspended: {
    status: 409,
    title: { vi: 'Chứng thư số không bị tạm dừng', en: 'The certificate is not suspended' },
    cure: seeStatus,
  },
  no_document: {
    status: 400,
    title: { vi: 'Chưa có tệp nào', en: 'There is no file' },
    cure: {
      vi: 'Gửi tệp PDF, XML hoặc CMS trong thân yêu cầu, hoặc ở ô file của biểu mẫu',
      en: 'Send a PDF, XML or CMS file as the body, or in the field `file` of a form',
    },
  },
  document_too_large: {
    status: 413,
    title: { vi: 'Tệp lớn quá 4 MB', en: 'The file is larger than 4 MB' },
    cure: {
      vi: 'Trang này nhận tệp tối đa 4 MB: chọn tệp nhỏ hơn, hoặc giảm dung lượng hình ảnh trong tài liệu rồi ký lại',
      en: 'At most 4 MB are taken: choose a smaller file, or make the images in the document smaller and have it signed anew',
    },
    back: { to: '/verify', label: { vi: 'Chọn tệp khác', en: 'Choose another file' } },
  },
  unknown_sample: {
    status: 404,
    title: { vi: 'Không có tệp mẫu này', en: 'There is no such sample' },
    cure: { vi: 'Xem các tệp mẫu ở GET /api/samples', en: 'See the samples at GET /api/samples' },
  },
  in_the_future: {
    status: 400,
    title: { vi: 'Thời điểm nằm trong tương lai', en: 'The time is in the future' },
    cure: {
      vi: 'Bỏ trống at, hoặc ghi một thời điểm đã qua theo đồng hồ của không gian làm việc',
      en: "Leave at out, or give a time that has passed by the workspace's clock",
    },
  },
} as const satisfies Readonly<Record<string, FaultKind>>;
