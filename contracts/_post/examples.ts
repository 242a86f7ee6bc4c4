import type { Example } from '../_contract.ts';

const key = { access_token: '{{access_token}}' };

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
    {
      title: { vi: 'Khánh có tài khoản và mọi thứ khớp', en: 'Khánh has an account, and everything matches' },
      headers: key,
      body: { phone: '0950000115', personalNumber: '099080000015', fullName: 'Võ Minh Khánh' },
      status: 200,
      after: 'token',
    },
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
