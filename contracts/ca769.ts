import * as data from './_ca769/data.ts';
import { examples } from './_ca769/examples.ts';
import { ca769Faults } from './_ca769/faults.ts';
import { defineContract } from './_contract.ts';

const providerFailures = {
  'expired-credential': {
    title: { vi: 'Tài khoản của đơn vị tích hợp hết hạn', en: "The service provider's account has expired" },
    fault: 'bad_credentials',
  },
  'system-error': {
    title: { vi: 'Hệ thống của tổ chức chứng thực gặp lỗi', en: "The authority's system fails" },
    fault: 'system_error',
  },
} as const;

const neacFailures = {
  ...providerFailures,
  'expired-credential': {
    title: { vi: 'Token hết hạn', en: 'The token has expired' },
    fault: 'bad_token',
  },
} as const;

const empty = {
  title: { vi: 'Thuê bao không có chứng thư số', en: 'The subscriber has no certificate' },
} as const;

const revoked = {
  title: { vi: 'Chứng thư số đã bị thu hồi', en: 'The certificate is revoked' },
  fault: 'certificate_not_usable',
} as const;

/** The interface that Decision 769/QĐ-BTTTT expects of every public authority, for each of the sandbox's. */
export default defineContract({
  name: 'ca769',
  title: {
    vi: 'Tổ chức chứng thực chữ ký số (QĐ 769)',
    en: 'Public certification authorities (Decision 769)',
  },
  keeps: { token: 'hot', transaction: 'calm' },
  parts: {
    states: {
      fidelity: 'ours',
      note: {
        vi: 'Các từ trong message của /sign; theo tài liệu chỉ biết signed_files là null khi ký bất đồng bộ',
        en: 'The words in the message of /sign; the facts only say that signed_files is null when asynchronous',
      },
    },
    time_stamp: {
      fidelity: 'M',
      note: {
        vi: 'Chỉ đọc; so với giờ thực khi settings ca769.timeStampSeconds có giá trị',
        en: 'Only read; compared with real time where the settings have ca769.timeStampSeconds',
      },
    },
    authorities: {
      fidelity: 'L',
      note: {
        vi: 'Mô phỏng, không theo tài liệu của từng tổ chức: quyết định đặt giao diện này cho mọi tổ chức, nhưng chỉ VNPT có tài liệu cùng thiết kế; giao diện thật của FPT không tìm thấy, của Bkav, MISA và CA chính phủ chỉ biết tên máy chủ',
        en: "Emulated, not specified by each authority: the decision has this interface for all of them, but VNPT's document alone is known to have the design; FPT's own wire was not found, and of Bkav, MISA and the government's only hosts are known",
      },
    },
    limits: {
      fidelity: 'ours',
      note: {
        vi: 'Tối đa 100 tệp hoặc mã băm mỗi lần (NEAC: 20), 4.000.000 ký tự base64 mỗi tệp, 4.500.000 byte mỗi yêu cầu; SHA-256, SHA-384 hoặc SHA-512. Giới hạn thật chưa rõ',
        en: 'At most 100 files or hashes a call (NEAC: 20), 4,000,000 characters of base64 a file, 4,500,000 bytes a request; SHA-256, SHA-384 or SHA-512. The real limits are not known',
      },
    },
    codes: {
      fidelity: 'M',
      note: {
        vi: '400, 401, 403 và 500 có trong tài liệu, cũng là mã HTTP: của HopCat. 404 (không có tổ chức này), 413 (quá lớn) và 415 (không phải JSON) là của HopCat',
        en: 'The document has 400, 401, 403 and 500; that they are HTTP statuses too is ours, as are 404 (no such authority), 413 (too large) and 415 (not JSON)',
      },
    },
    'fields that may be missing': {
      fidelity: 'L',
      note: {
        vi: 'Tài liệu chỉ ghi serial_number là không bắt buộc; ở đây transaction_id của /get_certificate, time_stamp và file_options của /sign cũng có thể thiếu',
        en: 'The facts mark serial_number alone as optional; here transaction_id of /get_certificate, and time_stamp and file_options of /sign, may be missing too',
      },
    },
    timestamp_signature: {
      fidelity: 'L',
      note: {
        vi: 'Lúc ký, viết như mẫu của một ứng dụng công khai (yyyyMMddHHmmssZ); nó là giờ hay một dấu thời gian thì chưa rõ',
        en: 'The time of signing, written as in the sample of one public client (yyyyMMddHHmmssZ); whether it is a time or a time stamp is not known',
      },
    },
    neac_errors: {
      fidelity: 'ours',
      note: {
        vi: 'Lỗi và câu trả lời của cổng eSign NEAC không công khai: dùng như của QĐ 769',
        en: "Errors and answers of NEAC's eSign portal are not public: Decision 769's are used",
      },
    },
  },
  faults: ca769Faults,
  operations: {
    neacToken: {
      method: 'POST',
      path: '/neac/token',
      title: { vi: 'Cổng eSign NEAC: lấy token', en: 'NEAC eSign portal: token' },
      form: data.tokenForm,
      answers: { 200: data.tokenAnswer },
      errors: 'oauth',
      examples: examples.neacToken,
      fidelity: 'ours',
      note: {
        vi: 'Chỉ biết cổng nhận Bearer; lấy bằng OAuth 2.0 client credentials là của HopCat',
        en: 'All that is known is that the portal takes a Bearer; OAuth 2.0 client credentials are ours',
      },
    },
    neacGetCertificate: {
      method: 'POST',
      path: '/neac/get_certificate',
      title: {
        vi: 'Cổng eSign NEAC: chứng thư số của một người',
        en: "NEAC eSign portal: somebody's certificates",
      },
      json: data.neacCertificateRequest,
      answers: { 200: data.certificateAnswer },
      errors: 'own',
      fails: { ...neacFailures, empty },
      examples: examples.neacGetCertificate,
      fidelity: 'M',
      note: {
        vi: 'Yêu cầu theo mã của một cổng; câu trả lời theo QĐ 769',
        en: "The request as one portal's client has it; the answer as Decision 769's",
      },
    },
    neacSignFile: {
      method: 'POST',
      path: '/neac/sign_file',
      title: { vi: 'Cổng eSign NEAC: ký tệp', en: 'NEAC eSign portal: sign files' },
      json: data.neacSignRequest,
      maxBytes: 4_500_000,
      answers: { 200: data.signAnswer },
      errors: 'own',
      fails: { ...neacFailures, revoked },
      examples: examples.neacSignFile,
      fidelity: 'M',
      note: {
        vi: 'Yêu cầu theo mã của một cổng; câu trả lời theo QĐ 769: chữ ký trên SHA-256 của tệp. Gửi lại cùng transaction_id để biết kết quả',
        en: "The request as one portal's client has it; the answer as Decision 769's: signatures over each file's SHA-256. The same transaction_id again tells the result",
      },
    },
    getCertificate: {
      method: 'POST',
      path: '/:ca/get_certificate',
      title: { vi: 'Chứng thư số của thuê bao', en: "A subscriber's certificates" },
      json: data.certificateRequest,
      answers: { 200: data.certificateAnswer },
      errors: 'own',
      fails: { ...providerFailures, empty },
      examples: examples.getCertificate,
      fidelity: 'H',
      note: {
        vi: 'Trả lời cho người không có chứng thư số là của HopCat: danh sách rỗng',
        en: 'What is answered about somebody without a certificate is ours: an empty list',
      },
    },
    sign: {
      method: 'POST',
      path: '/:ca/sign',
      title: { vi: 'Yêu cầu thuê bao ký', en: 'Ask a subscriber to sign' },
      json: data.signRequest,
      maxBytes: 4_500_000,
      answers: { 200: data.signAnswer },
      errors: 'own',
      fails: { ...providerFailures, revoked },
      examples: examples.sign,
      fidelity: 'H',
      note: {
        vi: 'Trả lời đồng bộ khi người ký ở chế độ tự động; nếu không signed_files là null, gửi lại đúng yêu cầu này hoặc gọi /get_status để lấy kết quả (cách lấy là của HopCat). Tệp được băm bằng SHA-256',
        en: 'Synchronous where the autopilot signs; else signed_files is null, and the same request again, or /get_status, tells the result (that way is ours). Files are hashed by SHA-256',
      },
    },
    status: {
      method: 'POST',
      path: '/:ca/get_status',
      title: { vi: 'Yêu cầu ký đã tới đâu', en: 'Where a request to sign stands' },
      json: data.statusRequest,
      answers: { 200: data.signAnswer },
      errors: 'own',
      fails: providerFailures,
      examples: examples.status,
      fidelity: 'ours',
      note: {
        vi: 'Tài liệu không nói kết quả ký bất đồng bộ lấy bằng cách nào',
        en: 'The facts do not say how the result of asynchronous signing is fetched',
      },
    },
  },
});
