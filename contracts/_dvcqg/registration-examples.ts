import type { Example, Text } from '../_contract.ts';

/** Before citizens lost these ways. */
const calendar = '2024-06-14';

/** Whom no example lets finish, so that each of them may run again. */
const phung = {
  number: '099179000008',
  name: 'Quách Phụng',
  birth: '1979-10-30',
  phone: '0950000108',
};

interface Row {
  title: Text;
  person: string;
  body: Record<string, string>;
  status: number;
  shows: string;
  on?: string | null;
}

const row = ({ on = calendar, ...example }: Row): Example => ({
  ...example,
  ...(on !== null && { calendar: on }),
});

const mobile = (
  person: string,
  number: string,
  name: string,
  birth: string,
  phone: string,
  more: Pick<Row, 'title' | 'shows'>,
) => row({ person, body: { method: 'mobile', number, name, birth, phone }, status: 422, ...more });

export const registerExamples: readonly Example[] = [
  {
    ...row({
      title: { vi: 'Bằng USB ký số', en: 'By USB token' },
      person: 'mai',
      body: { method: 'usb', person: 'mai' },
      status: 201,
      shows: '"next":"signature"',
    }),
    takes: { registration: '/id' },
  },
  row({
    title: { vi: 'Bằng thuê bao di động: SIM chính chủ', en: 'By mobile: their own SIM' },
    person: 'phung',
    body: { method: 'mobile', ...phung },
    status: 201,
    shows: '"next":"code"',
  }),
  mobile('loan', '099183000017', 'Đinh Thị Loan', '1983-02-11', '0950000117', {
    title: { vi: 'SIM đăng ký bằng CMND 9 số', en: 'The SIM stands under the old card' },
    shows: 'sim_under_cmnd',
  }),
  mobile('duc', '099091000018', 'Trương Minh Đức', '1991-07-23', '0950000118', {
    title: { vi: 'SIM đứng tên người khác', en: "The SIM is in somebody else's name" },
    shows: 'sim_other_owner',
  }),
  mobile('thao', '099196000019', 'Phan Thị Thảo', '1996-09-05', '0950000119', {
    title: { vi: 'SIM đang bị khóa', en: 'The SIM is suspended' },
    shows: 'sim_suspended',
  }),
  mobile('quan', '099099000020', 'Đỗ Anh Quân', '1999-03-30', '0950000120', {
    title: { vi: 'Thuê bao chưa chuẩn hóa', en: 'Never normalised' },
    shows: 'sim_not_normalised',
  }),
  mobile('vinh', '099076000021', 'Lưu Quang Vinh', '1976-12-12', '0950000121', {
    title: { vi: 'Thuê bao đã hủy', en: 'Cancelled' },
    shows: 'sim_cancelled',
  }),
  row({
    title: { vi: 'Bằng mã số BHXH', en: 'By insurance number' },
    person: 'phung',
    body: { method: 'insurance', insurance: '9900000008', ...phung },
    status: 201,
    shows: '"next":"code"',
  }),
  row({
    title: { vi: 'Họ tên khác dữ liệu BHXH', en: 'The name differs from the insurance register' },
    person: 'xuan',
    body: {
      method: 'insurance',
      number: '099186000027',
      insurance: '9900000027',
      name: 'Nguyễn Thị Thanh Xuân',
      birth: '1986-02-03',
      phone: '0950000127',
    },
    status: 422,
    shows: 'insurance_does_not_match',
  }),
  row({
    title: { vi: 'Bằng tài khoản VNPost', en: 'By VNPost account' },
    person: 'tuan',
    body: {
      method: 'post',
      account: '0950000159',
      number: '099083000059',
      name: 'Hồ Anh Tuấn',
      birth: '1983-10-21',
    },
    status: 201,
    shows: '"next":"code"',
  }),
  row({
    title: { vi: 'Tài khoản VNPost bị khóa', en: 'The VNPost account is locked' },
    person: 'hoa',
    body: {
      method: 'post',
      account: '0950000160',
      number: '099180000060',
      name: 'Lê Thị Thanh Hòa',
      birth: '1980-08-30',
    },
    status: 422,
    shows: 'post_locked',
  }),
  row({
    title: {
      vi: 'Doanh nghiệp bằng USB ký số, ngày cuối',
      en: 'An enterprise by USB token, on the last day',
    },
    person: 'quynh',
    body: { method: 'usb', kind: 'enterprise', person: 'quynh' },
    status: 201,
    shows: '"kind":"enterprise"',
    on: '2025-06-30',
  }),
  row({
    title: {
      vi: 'Cơ quan nhà nước bằng USB ký số, ngày nay cũng được',
      en: 'A state agency by USB token, today too',
    },
    person: 'tri',
    body: { method: 'usb', kind: 'agency', person: 'tri' },
    status: 201,
    shows: '"kind":"agency"',
    on: null,
  }),
  row({
    title: { vi: 'Số định danh đã có tài khoản', en: 'The number has an account' },
    person: 'an',
    body: {
      method: 'mobile',
      number: '099090000001',
      name: 'Nguyễn Văn An',
      birth: '1990-05-15',
      phone: '0950000101',
    },
    status: 409,
    shows: 'number_taken',
  }),
  row({
    title: { vi: 'Ngày nay công dân chỉ dùng VNeID', en: 'Today citizens use VNeID alone' },
    person: 'phung',
    body: { method: 'mobile', ...phung },
    status: 403,
    shows: 'only_vneid',
    on: null,
  }),
  row({
    title: {
      vi: 'Ngày nay doanh nghiệp chỉ dùng định danh của tổ chức',
      en: 'Today enterprises use their own identity',
    },
    person: 'khanh',
    body: { method: 'usb', kind: 'enterprise', person: 'khanh' },
    status: 403,
    shows: 'own_identity_only',
    on: null,
  }),
];

const here = { id: '{{registration}}' };

export const stepExamples = {
  registration: [
    {
      title: { vi: 'Đang ở bước nào', en: 'Where it stands' },
      params: here,
      status: 200,
      after: 'register',
      calendar,
    },
    {
      title: { vi: 'Không có lượt đăng ký này', en: 'There is no such registration' },
      params: { id: 'khong-co' },
      status: 410,
    },
  ],
  signature: [
    {
      title: { vi: 'Gửi điều không phải chữ ký', en: 'Something that is no signature' },
      params: here,
      body: { signedData: 'a2hvbmc=' },
      status: 400,
      shows: 'signature_unreadable',
      after: 'register',
      calendar,
    },
  ],
} as const satisfies Readonly<Record<string, readonly Example[]>>;
