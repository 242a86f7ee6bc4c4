import type { Example, Text } from '../_contract.ts';
import type { CheckResult } from './data.ts';

const bearer = { authorization: 'Bearer {{access_token}}' };

type Row = readonly [
  result: CheckResult,
  person: string,
  idNumber: string,
  fullName: string,
  dob: string,
  msisdn: string,
  title: Text,
];

const rows: readonly Row[] = [
  [
    'match',
    'mai',
    '099192000002',
    'Trần Thị Mai',
    '1992-11-20',
    '0950000102',
    { vi: 'SIM chính chủ', en: "The person's own number" },
  ],
  [
    'registered_under_cmnd',
    'loan',
    '099183000017',
    'Đinh Thị Loan',
    '1983-02-11',
    '0950000117',
    { vi: 'SIM còn đứng tên theo CMND cũ', en: 'Still registered under the old card' },
  ],
  [
    'other_owner',
    'duc',
    '099091000018',
    'Trương Minh Đức',
    '1991-07-23',
    '0950000118',
    { vi: 'SIM đứng tên vợ', en: "Registered in the wife's name" },
  ],
  [
    'other_owner',
    'bao',
    '099216000004',
    'Nguyễn Gia Bảo',
    '2016-09-02',
    '0950000104',
    { vi: 'SIM của trẻ em đứng tên mẹ', en: "A child's number in the mother's name" },
  ],
  [
    'other_owner',
    'lam',
    '099202000026',
    'Tạ Ngọc Lâm',
    '2002-04-19',
    '0950000126',
    { vi: 'SIM đứng tên người lạ', en: "In a stranger's name" },
  ],
  [
    'suspended',
    'thao',
    '099196000019',
    'Phan Thị Thảo',
    '1996-09-05',
    '0950000119',
    { vi: 'Thuê bao bị tạm khóa', en: 'The number is suspended' },
  ],
  [
    'not_normalised',
    'quan',
    '099099000020',
    'Đỗ Anh Quân',
    '1999-03-30',
    '0950000120',
    { vi: 'Thuê bao trả trước chưa chuẩn hóa', en: 'A prepaid number that was never normalised' },
  ],
  [
    'cancelled',
    'vinh',
    '099076000021',
    'Lưu Quang Vinh',
    '1976-12-12',
    '0950000121',
    { vi: 'Thuê bao đã bị cắt', en: 'The number was cancelled' },
  ],
  [
    'not_registered',
    'nhan',
    '099149000022',
    'Huỳnh Thị Nhàn',
    '1949-06-18',
    '0950000122',
    { vi: 'Người không có SIM: số này không của ai', en: 'Somebody without a SIM: nobody has this number' },
  ],
  [
    'match',
    'phuc',
    '099089000023',
    'Dương Hoàng Phúc',
    '1989-01-27',
    '0950000223',
    { vi: 'SIM thứ hai của cùng một người', en: "The same person's second number" },
  ],
  [
    'match',
    'yen',
    '099194000024',
    'Cao Thị Hải Yến',
    '1994-10-10',
    '0950000124',
    {
      vi: 'Số đã chuyển mạng: đầu số không cho biết nhà mạng',
      en: 'A ported number: the prefix does not tell the carrier',
    },
  ],
  [
    'match',
    'thinh',
    '099062000025',
    'Lại Đức Thịnh',
    '1962-08-08',
    '0950000125',
    { vi: 'Người đã mất, SIM vẫn hoạt động', en: 'A deceased person whose number still works' },
  ],
];

/** Who of the cast makes a subscriber check say what. */
export const checkOutcomes: readonly Example[] = rows.map(
  ([result, person, idNumber, fullName, dob, msisdn, title]) => ({
    title,
    headers: bearer,
    body: { msisdn, idNumber, fullName, dob },
    status: 200,
    after: 'token',
    person,
    shows: `"result":"${result}"`,
  }),
);
