import type { FaultKind } from '../_contract.ts';
import { oidcFaults } from '../_oidc-faults.ts';

const { invalid_client_metadata, invalid_redirect_uri } = oidcFaults;

/** What the control API refuses, besides what any system may. */
export const controlFaults = {
  invalid_client_metadata,
  invalid_redirect_uri,
  client_exists: {
    status: 409,
    title: { vi: 'Ứng dụng này đã có', en: 'This client exists already' },
    cure: {
      vi: 'Chọn client_id khác, hoặc sửa ứng dụng đang có bằng PUT hay PATCH',
      en: 'Choose another client_id, or change the one that exists by PUT or PATCH',
    },
  },
  built_in_client: {
    status: 409,
    title: {
      vi: 'Ứng dụng này có sẵn và không đổi được',
      en: 'This client is built in and cannot be changed',
    },
    cure: { vi: 'Đăng ký một ứng dụng riêng', en: 'Register a client of your own' },
  },
  person_exists: {
    status: 409,
    title: { vi: 'Đã có người dùng giá trị này', en: 'Somebody has this value already' },
    cure: {
      vi: 'Đổi slug, số định danh hoặc số điện thoại được nêu; muốn sửa người đang có thì dùng PATCH',
      en: 'Change the slug, personal number or phone number that is named; to change somebody, use PATCH',
    },
  },
  too_many_faults: {
    status: 409,
    title: {
      vi: 'Không gian làm việc này đã cài quá nhiều lỗi',
      en: 'This workspace has too many fault rules',
    },
    cure: { vi: 'Bỏ bớt bằng DELETE /faults', en: 'Take some away with DELETE /faults' },
  },
  too_many_people: {
    status: 409,
    title: {
      vi: 'Không gian làm việc này đã có quá nhiều người riêng',
      en: 'This workspace has too many people of its own',
    },
    cure: { vi: 'Xóa bớt những người không cần nữa', en: 'Remove people who are not needed any more' },
  },
} as const satisfies Record<string, FaultKind>;
