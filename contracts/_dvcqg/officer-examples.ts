import type { Example } from '../_contract.ts';

const calendar = '2024-06-14';
const citizen = {
  officer: 'ngoc.h99.01',
  number: '099078000034',
  name: 'Lâm Thái Sơn',
  birth: '1978-09-09',
  phone: '0950000134',
};

const api: readonly Example[] = [
  {
    title: { vi: 'Ngày cuối cùng: lập tài khoản cho công dân', en: 'The last day: an account for a citizen' },
    calendar,
    person: 'son',
    body: citizen,
    once: true,
    status: 201,
    shows: '"state":"unverified"',
  },
  {
    title: {
      vi: 'Bằng CMND 9 số: tài khoản chưa có số định danh',
      en: 'Under the old card: it has no number',
    },
    calendar,
    person: 'truong',
    body: {
      ...citizen,
      number: '990000035',
      name: 'Đoàn Nhật Trường',
      birth: '1984-12-22',
      phone: '0950000135',
    },
    status: 201,
    shows: '"state":"no-number"',
  },
  {
    title: { vi: 'Từ 15/06/2024 chức năng đã bỏ', en: 'The function is gone since 15 June 2024' },
    body: { ...citizen, number: '099084000035' },
    status: 403,
    shows: 'officers_create_no_accounts',
  },
  {
    title: { vi: 'Tài khoản công dân không phải của cán bộ', en: "A citizen's account is no officer's" },
    calendar,
    person: 'an',
    body: { ...citizen, officer: '099090000001' },
    status: 403,
    shows: 'not_an_officer',
  },
  {
    title: { vi: 'Công dân đã có tài khoản', en: 'The citizen has an account' },
    calendar,
    person: 'an',
    body: {
      ...citizen,
      number: '099090000001',
      name: 'Nguyễn Văn An',
      birth: '1990-05-15',
      phone: '0950000101',
    },
    status: 409,
    shows: 'number_taken',
  },
];

const page: readonly Example[] = [
  {
    title: { vi: 'Từ 15/06/2024: chỉ còn lời báo', en: 'Since 15 June 2024: it only tells' },
    status: 200,
    shows: '3701/VPCP-KSTT',
  },
  {
    title: { vi: 'Trước đó: cán bộ phải đăng nhập', en: 'Before: the officer must sign in' },
    calendar,
    status: 200,
    shows: 'officer-sign-in',
  },
];

/** How an officer calls, on both sides of the day on which the function was removed. */
export const officerExamples = { api, page } as const;
