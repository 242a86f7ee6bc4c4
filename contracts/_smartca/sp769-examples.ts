import type { Example } from '../_contract.ts';

const provider = { sp_id: 'demo-portal', sp_password: 'demo-portal-secret' };

const an = { ...provider, user_id: '099090000001' };

const files = [
  {
    file_type: 'pdf',
    /** SHA-256 of nothing. */
    data_to_be_signed: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    doc_id: '30c-7401-2562',
    sign_type: 'hash',
  },
];

const transaction = '{{transaction}}';

const computes = { transaction: { text: '{{$guid}}' } };

const sign = {
  ...an,
  transaction_id: transaction,
  transaction_desc: 'Đơn đề nghị cấp giấy phép',
  serial_number: '{{serial}}',
  sign_files: files,
  time_stamp: '20241101080000Z',
};

const password = 'Aa@123456';

const activate = { ...sign, password, otp: '{{otp}}' };

const confirm = { ...an, password, transaction_id: transaction, sad: '{{sad}}' };

/** The plainest call of each operation of sp769, and the refusals that a portal meets first. */
export const examples = {
  getCertificate: [
    {
      title: { vi: 'Chứng thư số của An', en: "An's certificate" },
      body: { ...an, serial_number: '', transaction_id: 'SP_CA_09940' },
      status: 200,
      takes: { serial: '/data/user_certificates/0/serial_number' },
    },
    {
      title: { vi: 'Con dấu điện tử của doanh nghiệp', en: "An enterprise's e-seal" },
      body: { ...provider, user_id: '9900000136', transaction_id: 'SP_CA_09941' },
      status: 200,
      shows: '"service_type":"ESEAL"',
    },
    {
      title: { vi: 'Sai sp_password', en: 'A wrong sp_password' },
      body: { ...an, sp_password: 'sai', transaction_id: 'SP_CA_09942' },
      status: 401,
      shows: 'SP_CREDENTIAL_INVALID',
    },
  ],
  sign: [
    {
      title: { vi: 'Xin An ký một mã băm', en: 'An is asked to sign a hash' },
      body: sign,
      status: 200,
      after: 'getCertificate',
      computes,
    },
    {
      title: { vi: 'Chứng thư số của người khác', en: "Somebody else's certificate" },
      body: { ...sign, user_id: '099192000002' },
      status: 403,
      after: 'getCertificate',
      computes,
      shows: 'CREDENTIAL_STATUS_INVALID',
    },
    {
      title: { vi: 'Gửi tệp thay vì mã băm', en: 'A file in place of a hash' },
      body: { ...sign, sign_files: [{ ...files[0], sign_type: 'file' }] },
      status: 400,
      after: 'getCertificate',
      computes,
      shows: 'BAD_REQUEST',
    },
  ],
  status: [
    {
      title: { vi: 'Giao dịch đã tới đâu', en: 'Where the transaction stands' },
      params: { tranId: transaction },
      status: 200,
      after: 'sign',
    },
    {
      title: { vi: 'Giao dịch không có', en: 'No such transaction' },
      params: { tranId: 'khong-co' },
      status: 400,
      shows: 'BAD_REQUEST',
    },
  ],
  otp: [
    {
      title: { vi: 'Mã OTP của An', en: "An's one-time password" },
      params: { person: 'an' },
      status: 200,
      after: 'getCertificate',
      takes: { otp: '/otp' },
    },
    {
      title: { vi: 'Không có ai tên như vậy', en: 'Nobody of that name' },
      params: { person: 'khong-co' },
      status: 404,
    },
  ],
  activate: [
    {
      title: { vi: 'Đổi OTP lấy SAD', en: 'A SAD for the one-time password' },
      body: activate,
      status: 200,
      after: 'otp',
      computes,
      takes: { sad: '/data/sad' },
    },
    {
      title: { vi: 'Sai OTP', en: 'A wrong one-time password' },
      body: { ...activate, otp: '000' },
      status: 401,
      after: 'getCertificate',
      computes,
      shows: 'SP_CREDENTIAL_INVALID',
    },
  ],
  confirm: [
    {
      title: { vi: 'Đổi SAD lấy chữ ký', en: 'Signatures for the SAD' },
      body: confirm,
      status: 200,
      after: 'activate',
      shows: '"signature_value"',
    },
    {
      title: { vi: 'SAD không phải của giao dịch', en: "The SAD is not the transaction's" },
      body: { ...confirm, sad: 'eyJ0eXAiOiJKV1QifQ.e30.x' },
      status: 401,
      after: 'activate',
      shows: 'SP_CREDENTIAL_INVALID',
    },
  ],
  decided: [
    {
      title: { vi: 'Không có giao dịch này', en: 'No such transaction' },
      params: { id: 'khong-co' },
      status: 404,
    },
  ],
} satisfies Record<string, readonly Example[]>;
