import type { Example, Text } from '../_contract.ts';
import type { CheckResult } from './data.ts';

type Row = readonly [
  result: CheckResult,
  person: string,
  personalNumber: string,
  fullName: string,
  phone: string,
  title: Text,
];

/** Who of the cast makes an account check say what. */
const rows: readonly Row[] = [
  [
    'match',
    'khanh',
    '099080000015',
    'Võ Minh Khánh',
    '0950000115',
    { vi: 'Khánh có tài khoản và mọi thứ khớp', en: 'Khánh has an account, and everything matches' },
  ],
  [
    'match',
    'tuan',
    '099083000059',
    'Hồ Anh Tuấn',
    '0950000159',
    { vi: 'Có tài khoản bưu điện dù chưa có VNeID', en: 'A post account, and no VNeID' },
  ],
  [
    'locked',
    'hoa',
    '099180000060',
    'Lê Thị Thanh Hòa',
    '0950000160',
    { vi: 'Tài khoản bưu điện bị khóa', en: 'The post account is locked' },
  ],
  [
    'match',
    'cong',
    '099077000061',
    'Phạm Thành Công',
    '0950000261',
    { vi: 'Tài khoản ở một số điện thoại khác', en: 'The account is under another phone' },
  ],
  [
    'no_account',
    'thom',
    '099189000062',
    'Đào Thị Thơm',
    '0950000162',
    { vi: 'Không có tài khoản bưu điện', en: 'No post account' },
  ],
];

const key = { access_token: '{{access_token}}' };

const checkOutcomes: readonly Example[] = rows.map(
  ([result, person, personalNumber, fullName, phone, title]) => ({
    title,
    headers: key,
    body: { phone, personalNumber, fullName },
    status: 200,
    after: 'token',
    person,
    shows: `"result":"${result}"`,
  }),
);

const order = {
  CustomerCode: 'CQ0990001',
  CODAmount: 0,
  SenderName: 'Bộ phận Một cửa (thử nghiệm)',
  SenderTel: '0950000116',
  SenderAddress: 'Phố 10',
  SenderProvince: '38',
  ReceiverName: 'Nguyễn Văn An',
  ReceiverTel: '0950000101',
  ReceiverAddress: 'Thôn 3',
  ReceiverProvince: '01',
};

/** One whole call for each operation, and those refusals that a portal meets first. */
export const examples = {
  token: [
    {
      title: { vi: 'Lấy token bằng tài khoản mẫu', en: 'A token for the demo account' },
      headers: { authorization: 'Basic ZGVtby1wb3J0YWw6ZGVtby1wb3J0YWwtc2VjcmV0' },
      body: { grant_type: 'client_credentials' },
      status: 200,
      takes: { access_token: '/access_token' },
    },
  ],
  check: [
    ...checkOutcomes,
    {
      title: { vi: 'Thiếu token', en: 'Without a token' },
      body: { phone: '0950000115', personalNumber: '099080000015', fullName: 'Võ Minh Khánh' },
      status: 401,
    },
  ],
  order: [
    {
      title: { vi: 'Gửi trả kết quả hồ sơ', en: "A dossier's result goes out" },
      headers: key,
      body: { ...order, OrderNumber: '{{order_number}}' },
      status: 200,
      after: 'token',
      computes: { order_number: { text: 'H99-{{$guid}}' } },
    },
    {
      title: { vi: 'Mã khách hàng của cơ quan khác', en: "Another agency's customer code" },
      headers: key,
      body: { ...order, CustomerCode: 'CQ0990002', OrderNumber: 'H99-{{$guid}}' },
      status: 403,
      after: 'token',
    },
  ],
  orderState: [
    {
      title: { vi: 'Đơn vừa gửi', en: 'The order that was just sent' },
      params: { orderNumber: '{{order_number}}' },
      headers: key,
      status: 200,
      after: 'order',
    },
    {
      title: { vi: 'Đơn không có', en: 'An order that is not there' },
      params: { orderNumber: 'H99-khong-co' },
      headers: key,
      status: 404,
      after: 'token',
    },
  ],
} satisfies Record<string, readonly Example[]>;
