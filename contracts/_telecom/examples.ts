import type { Example } from '../_contract.ts';
import { checkOutcomes } from './outcomes.ts';

const bearer = { authorization: 'Bearer {{access_token}}' };

const an = { idNumber: '099090000001', fullName: 'Nguyễn Văn An', dob: '1990-05-15' };

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
    {
      title: { vi: 'Sai bí mật', en: 'A wrong secret' },
      body: { grant_type: 'client_credentials', client_id: 'demo-portal', client_secret: 'sai-bi-mat' },
      status: 401,
    },
  ],
  match: [
    {
      title: { vi: 'Mọi thứ đều khớp', en: 'Everything matches' },
      headers: bearer,
      body: {
        phoneNumber: '+84950000101',
        idDocument: an.idNumber,
        name: an.fullName,
        birthdate: an.dob,
      },
      status: 200,
      after: 'token',
    },
    {
      title: { vi: 'Không có gì để đối chiếu', en: 'Nothing to compare' },
      headers: bearer,
      body: { phoneNumber: '+84950000101' },
      status: 400,
      after: 'token',
    },
  ],
  check: [
    {
      title: { vi: 'SIM chính chủ', en: "The person's own number" },
      headers: bearer,
      body: { msisdn: '0950000101', ...an },
      status: 200,
      after: 'token',
      person: 'an',
      shows: '"result":"match"',
    },
    {
      title: { vi: 'Số của người khác', en: "Somebody else's number" },
      headers: bearer,
      body: { msisdn: '0950000105', ...an },
      status: 200,
      after: 'token',
      shows: '"result":"other_owner"',
    },
    {
      title: { vi: 'Sai ngày sinh', en: 'The birth date is wrong' },
      headers: bearer,
      body: { msisdn: '0950000101', ...an, dob: '1991-05-15' },
      status: 200,
      after: 'token',
      shows: '"result":"mismatch"',
    },
    ...checkOutcomes,
  ],
  send: [
    {
      title: { vi: 'Gửi mã xác thực tới điện thoại của An', en: "A code to An's phone" },
      headers: bearer,
      body: { to: '0950000101', from: 'CongDVC', text: 'Mã xác thực của bạn là 482915' },
      status: 202,
      after: 'token',
      takes: { sms_id: '/id' },
    },
  ],
  delivery: [
    {
      title: { vi: 'Tin vừa gửi', en: 'The message just sent' },
      params: { id: '{{sms_id}}' },
      headers: bearer,
      status: 200,
      after: 'send',
    },
  ],
  shortCode: [
    {
      title: { vi: 'An hỏi 1414', en: 'An asks 1414' },
      body: { from: '0950000101', text: `TTTB ${an.idNumber}` },
      status: 202,
    },
  ],
} satisfies Record<string, readonly Example[]>;
