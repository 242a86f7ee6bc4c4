import type { FaultKind } from './_contract.ts';

/** Refusals that any system can give, besides those that its own contract names. */
export const commonFaults = {
  invalid_input: {
    status: 400,
    title: { vi: 'Dữ liệu gửi lên không hợp lệ', en: 'The input is not valid' },
    cure: {
      vi: 'Sửa những chỗ được nêu rồi gửi lại',
      en: 'Mend what is named and send it again',
    },
  },
  unsupported_media_type: {
    status: 415,
    title: { vi: 'Kiểu nội dung không được hỗ trợ', en: 'Unsupported content type' },
    cure: {
      vi: 'Gửi đúng Content-Type mà thao tác này nhận',
      en: 'Send the content type that this operation takes',
    },
  },
  too_large: {
    status: 413,
    title: { vi: 'Nội dung quá lớn', en: 'The request is too large' },
    cure: { vi: 'Gửi ít dữ liệu hơn trong mỗi lần gọi', en: 'Send less in one call' },
  },
  unknown_path: {
    status: 404,
    title: { vi: 'Không có đường dẫn này', en: 'There is no such path' },
    cure: {
      vi: 'Kiểm tra lại đường dẫn với đặc tả API của hệ thống',
      en: "Check the path against the system's contract",
    },
  },
  wrong_method: {
    status: 405,
    title: { vi: 'Sai phương thức HTTP', en: 'Wrong HTTP method' },
    cure: { vi: 'Dùng một phương thức trong Allow', en: 'Use one of the methods in Allow' },
  },
  unknown_workspace: {
    status: 404,
    title: { vi: 'Không có không gian làm việc này', en: 'There is no such workspace' },
    cure: {
      vi: 'Tạo bằng POST /api/workspaces; không gian cũ có thể đã hết hạn',
      en: 'Create one with POST /api/workspaces; an old one may have expired',
    },
  },
  key_required: {
    status: 401,
    title: { vi: 'Cần khóa của không gian làm việc', en: "The workspace's key is needed" },
    cure: {
      vi: 'Nhập khóa được cho biết khi tạo không gian làm việc; chương trình thì gửi Authorization: Bearer <khóa>',
      en: 'Enter the key that came when the workspace was made; programs send Authorization: Bearer <key>',
    },
  },
  cross_site: {
    status: 403,
    title: { vi: 'Trang web khác không được gọi thao tác này', en: 'Another site may not call this' },
    cure: { vi: 'Gọi từ máy chủ hoặc bộ kiểm thử của bạn', en: 'Call it from your server or your tests' },
  },
  not_found: {
    status: 404,
    title: { vi: 'Không tìm thấy', en: 'Not found' },
    cure: { vi: 'Kiểm tra lại tên trong đường dẫn', en: 'Check the name in the path' },
  },
  foreign_number: {
    status: 400,
    title: {
      vi: 'Có số 12 chữ số không phải của hộp cát',
      en: "There is a twelve-digit number that is not the sandbox's own",
    },
    cure: {
      vi: 'Bỏ số đó đi; số định danh trong hộp cát bắt đầu bằng 099, mã mà không tỉnh nào có',
      en: 'Take it out; personal numbers of the sandbox begin with 099, which no province has',
    },
  },
  busy: {
    status: 503,
    title: { vi: 'Quá nhiều thay đổi cùng lúc', en: 'Too many changes at the same time' },
    cure: { vi: 'Thử lại sau giây lát', en: 'Try again in a moment' },
  },
  unavailable: {
    status: 503,
    title: { vi: 'Hệ thống tạm thời không hoạt động', en: 'The system is unavailable' },
    cure: {
      vi: 'Đây là lỗi được yêu cầu: xem /control/faults của không gian làm việc',
      en: "This failure was asked for: see the workspace's /control/faults",
    },
  },
  unknown_failure: {
    status: 400,
    title: { vi: 'Không có kiểu lỗi này', en: 'There is no such failure' },
    cure: {
      vi: 'Dùng một trong những kiểu lỗi mà thao tác này khai báo, có nêu trong chi tiết',
      en: 'Use one of those that this operation declares; the detail names them',
    },
  },
  broken: {
    status: 500,
    title: { vi: 'HopCat gặp lỗi', en: 'HopCat itself failed' },
    cure: {
      vi: 'Đây là lỗi của HopCat, không phải của bạn; hãy báo lại kèm mã tham chiếu',
      en: 'This is a bug of HopCat, not yours; please report it with the reference',
    },
  },
} as const satisfies Record<string, FaultKind>;
