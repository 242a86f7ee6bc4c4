import type { Example } from '../_contract.ts';

const provider = { sp_id: 'demo-portal', sp_password: 'demo-portal-secret' };

const vnpt = { ca: 'vnpt-ca' };

const an = '099090000001';

/** SHA-256 of nothing. */
const HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const transaction = '{{transaction}}';

const computes = { transaction: { text: '{{$guid}}' } };

const takes = { serial: '/data/user_certificates/0/serial_number' };

const document = {
  data_to_be_signed: HASH,
  doc_id: 'HS-2024-0001',
  file_options: { file_type: 'pdf', sign_type: 'hash' },
};

const sign = {
  ...provider,
  user_id: an,
  transaction_id: transaction,
  serial_number: '{{serial}}',
  time_stamp: '20241101080000Z',
  sign_files: [document],
};

const bearer = { authorization: 'Bearer {{access_token}}' };

/** The plainest call of each operation, and the refusals that a portal meets first. */
export const examples = {
  getCertificate: [
    {
      title: { vi: 'Chứng thư số của An ở VNPT-CA', en: "An's certificate of VNPT-CA" },
      params: vnpt,
      body: { ...provider, user_id: an, transaction_id: 'CA101003' },
      status: 200,
      takes,
    },
    {
      title: { vi: 'Chứng thư số của doanh nghiệp, theo mã số thuế', en: "An enterprise's, by its tax code" },
      params: { ca: 'viettel-ca' },
      body: { ...provider, user_id: '9900000136', transaction_id: 'CA101004' },
      status: 200,
      shows: '"cert_data"',
    },
    {
      title: { vi: 'Người này không có chứng thư số', en: 'Nobody has this number' },
      params: vnpt,
      body: { ...provider, user_id: '990000999', transaction_id: 'CA101005' },
      status: 200,
      shows: '"user_certificates":[]',
    },
    {
      title: { vi: 'Sai sp_password', en: 'A wrong sp_password' },
      params: vnpt,
      body: { ...provider, sp_password: 'sai', user_id: an },
      status: 401,
      shows: '"code":401',
    },
  ],
  sign: [
    {
      title: { vi: 'Xin An ký một mã băm', en: 'An is asked to sign a hash' },
      params: vnpt,
      body: sign,
      status: 200,
      after: 'getCertificate',
      computes,
    },
    {
      title: { vi: 'Xin An ký một tệp', en: 'An is asked to sign a file' },
      params: vnpt,
      body: {
        ...sign,
        sign_files: [
          {
            ...document,
            data_to_be_signed: '{{file}}',
            file_options: { file_type: 'xml', sign_type: 'file' },
          },
        ],
      },
      status: 200,
      after: 'getCertificate',
      computes: { ...computes, file: { base64: '<DonDeNghi/>' } },
    },
    {
      title: { vi: 'Mã băm không đủ dài', en: 'The hash is too short' },
      params: vnpt,
      body: { ...sign, sign_files: [{ ...document, data_to_be_signed: 'abcd' }] },
      status: 400,
      after: 'getCertificate',
      computes,
      shows: '"code":400',
    },
    {
      title: { vi: 'Chứng thư số của người khác', en: "Somebody else's certificate" },
      params: vnpt,
      body: { ...sign, user_id: '099192000002' },
      status: 403,
      after: 'getCertificate',
      computes,
      shows: '"code":403',
    },
  ],
  status: [
    {
      title: { vi: 'Yêu cầu ký đã tới đâu', en: 'Where the request stands' },
      params: vnpt,
      body: { ...provider, transaction_id: transaction },
      status: 200,
      after: 'sign',
    },
    {
      title: { vi: 'Giao dịch không có', en: 'No such transaction' },
      params: vnpt,
      body: { ...provider, transaction_id: 'CA999999' },
      status: 400,
    },
  ],
  neacToken: [
    {
      title: { vi: 'Lấy token bằng tài khoản mẫu', en: 'A token for the demo account' },
      headers: { authorization: 'Basic ZGVtby1wb3J0YWw6ZGVtby1wb3J0YWwtc2VjcmV0' },
      body: { grant_type: 'client_credentials' },
      status: 200,
      takes: { access_token: '/access_token' },
    },
  ],
  neacGetCertificate: [
    {
      title: { vi: 'Chứng thư số của An ở Viettel-CA', en: "An's certificate of Viettel-CA" },
      headers: bearer,
      body: { user_id: an, ca_name: 'Viettel-CA' },
      status: 200,
      after: 'neacToken',
      takes: { ...takes, certificate: '/data/user_certificates/0/cert_data' },
    },
  ],
  neacSignFile: [
    {
      title: { vi: 'Xin An ký một tệp', en: 'An is asked to sign a file' },
      headers: bearer,
      body: {
        user_id: an,
        ca_name: 'Viettel-CA',
        cert_data: '{{certificate}}',
        serial_number: '{{serial}}',
        transaction_id: transaction,
        sign_files: [{ doc_id: 'HS-2024-0002', file_name: 'don.xml', file_base64: '{{file}}' }],
      },
      status: 200,
      after: 'neacGetCertificate',
      computes: { ...computes, file: { base64: '<DonDeNghi/>' } },
    },
  ],
} satisfies Record<string, readonly Example[]>;
