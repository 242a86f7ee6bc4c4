import { removal } from '../../../functions/dvcqg/officer/law.ts';
import {
  createdPage,
  formPage,
  removedPage,
  signInFirstPage,
} from '../../../functions/dvcqg/officer/pages.ts';
import { post, type Samples } from './world.ts';

const ngoc = {
  name: 'Lê Thị Ngọc',
  agency: 'Trung tâm Phục vụ hành chính công (thử nghiệm)',
  agencyCode: 'H99.01',
};
const timeline = '/default/timeline/';

export const officer: Samples = {
  'officer-removed': (frame) => removedPage({ ...frame, removal, today: '2026-11-22', timeline }),
  'officer-sign-in-first': (frame) =>
    signInFirstPage({ ...frame, signIn: '/default/dvcqg/sign-in?to=%2Fofficer', timeline }),
  'officer-form': (frame) => formPage({ ...frame, officer: ngoc, post }),
  'officer-form-wrong': (frame) =>
    formPage({
      ...frame,
      officer: ngoc,
      post,
      typed: { number: '09907800003', name: 'Lâm Thái Sơn', birth: '31/09/1978', phone: '0950000134' },
      trouble: {
        notice: {
          kind: 'error',
          id: 'trouble',
          title: { vi: 'Dữ liệu gửi lên không hợp lệ', en: 'The input is not valid' },
          cure: { vi: 'Sửa những chỗ được nêu rồi gửi lại', en: 'Mend what is named and send it again' },
        },
        errors: {
          number:
            'Số CCCD 12 chữ số, hoặc CMND 9 chữ số / A personal number of 12 digits, or 9 of an old card',
          birth: 'Ngày có thật, viết dd/MM/yyyy, hoặc năm sinh / A real date written dd/MM/yyyy, or a year',
        },
      },
    }),
  'officer-created': (frame) =>
    createdPage({
      ...frame,
      created: {
        techId: '8d0c9a52-6f0e-4a57-8f43-0c6f7a1d2b3e',
        username: '099078000034',
        method: 'officer',
        state: 'unverified',
        passwordSentTo: '09•• ••• 134',
        by: ngoc,
      },
      phones: '/default/phone',
      another: '/default/dvcqg/officer',
    }),
};
