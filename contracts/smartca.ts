import { defineContract } from './_contract.ts';
import { cscOperations, oauthOperations } from './_smartca/csc.ts';
import { cscFaults, oauthFaults, smartcaPageFaults } from './_smartca/csc-faults.ts';
import { sp769Faults } from './_smartca/faults.ts';
import { sp769 } from './_smartca/sp769.ts';

/** VNPT's remote signing. */
export default defineContract({
  name: 'smartca',
  title: { vi: 'Ký số từ xa VNPT SmartCA', en: 'VNPT SmartCA remote signing' },
  brand: { vi: 'VNPT SmartCA (mô phỏng)', en: 'VNPT SmartCA (simulated)' },
  origins: ['https://gwsca.vnpt.vn', 'https://rmgateway.vnptit.vn'],
  keeps: {
    transaction: 'hot',
    name: 'calm',
    told: 'calm',
    tries: 'hot',
    'used-otp': 'calm',
    code: 'hot',
    token: 'hot',
    refresh: 'hot',
  },
  parts: {
    'HTTP status': {
      fidelity: 'L',
      note: {
        vi: 'Tài liệu chỉ nói 400 là mã HTTP; 401, 403 và 500 ở đây cũng là mã HTTP',
        en: 'The document marks only 400 as an HTTP status; here 401, 403 and 500 are HTTP statuses too',
      },
    },
    message: {
      fidelity: 'L',
      note: {
        vi: 'Tên mã lỗi rồi chi tiết; tài liệu chỉ nói chi tiết nằm trong message',
        en: 'The name of the code and then the detail; the document only says that message has the detail',
      },
    },
    'codes of sp769': {
      fidelity: 'L',
      note: {
        vi: 'Năm mã là của tài liệu; lỗi nào mang mã nào là của HopCat: thuê bao không có, sai mật khẩu, OTP hoặc SAD đều là SP_CREDENTIAL_INVALID',
        en: 'The five codes are of the document; which of them says what is ours: an unknown subscriber, a wrong password, one-time password or SAD are all SP_CREDENTIAL_INVALID',
      },
    },
    limits: {
      fidelity: 'M',
      note: {
        vi: '10 tệp và 50 mã băm của giao diện CSC có trong tài liệu; 100 mã băm của sp769 và 4.000.000 ký tự base64 mỗi tệp là của HopCat. transaction_id của get_certificate, time_stamp và transaction_desc có thể thiếu: bắt buộc hay không thì chưa rõ',
        en: '10 files and 50 hashes of the CSC-like interface are of the document; 100 hashes of sp769, and 4,000,000 characters of base64 a file, are ours. transaction_id of get_certificate, time_stamp and transaction_desc may be missing: whether they are needed is not known',
      },
    },
    'codes of the CSC-like interface': {
      fidelity: 'M',
      note: {
        vi: 'Chứng thư số bị thu hồi, tạm dừng hoặc ngoài thời hạn: 60000 kèm chi tiết; token sai: HTTP 401, code 401. Cả hai là của HopCat',
        en: 'A certificate that is revoked, suspended or out of its time: 60000 with the detail; a bad token: HTTP 401, code 401. Both are ours',
      },
    },
    notifyUrl: {
      fidelity: 'M',
      note: {
        vi: 'Gọi đúng một lần; status: 1 khi đã ký, 0 khi không (tài liệu chỉ nói là một byte)',
        en: 'Called exactly once; status: 1 when signed, 0 when not (the document only says that it is a byte)',
      },
    },
    webhook: {
      fidelity: 'H',
      note: {
        vi: 'Khi không ký được, status_code và message là của HopCat (403 và như /status); giao dịch hết hạn được báo khi có ai hỏi về việc ký lần kế tiếp. Gửi tối đa 3 lần khi đơn vị tích hợp không trả lời',
        en: 'Where nothing was signed, status_code and message are ours (403, and as /status says); that one expired is told when somebody next asks anything about signing. Sent up to 3 times while the service provider does not answer',
      },
    },
  },
  faults: { ...sp769Faults, ...oauthFaults, ...cscFaults, ...smartcaPageFaults },
  operations: { ...sp769, ...oauthOperations, ...cscOperations },
});
