import { defineContract } from './_contract.ts';
import { cscFaults } from './_csc/faults.ts';
import { oauthOperations } from './_csc/operations-oauth.ts';
import { firstOperations } from './_csc/operations-v1.ts';
import { secondOperations } from './_csc/operations-v2.ts';

/** Remote signing as the Cloud Signature Consortium's standard has it, versions 1.0.4.0 and 2: a neutral provider. */
export default defineContract({
  name: 'csc',
  title: { vi: 'Ký số từ xa theo CSC', en: 'Remote signing (CSC API)' },
  keeps: {
    token: 'hot',
    grant: 'calm',
    sad: 'hot',
    otp: 'calm',
    pending: 'calm',
    step: 'calm',
    code: 'hot',
    tries: 'calm',
    result: 'calm',
  },
  parts: {
    specification: {
      fidelity: 'standard',
      note: {
        vi: 'Đường dẫn và trường của bản 1.0.4.0 biết từ các chương trình đang chạy (H); mô tả lỗi theo văn bản chuẩn',
        en: "Paths and fields of 1.0.4.0 are known from clients in use (H); the errors' words follow the standard's text",
      },
    },
    inVietnam: {
      fidelity: 'unverified',
      note: {
        vi: 'Chưa rõ nhà cung cấp nào ở Việt Nam có bản 2; thuật toán và thời hạn là của HopCat, đổi được trong thiết lập',
        en: 'Which Vietnamese provider offers version 2 is not known; algorithms and lifetimes are ours, lifetimes can be set',
      },
    },
  },
  faults: cscFaults,
  operations: { ...firstOperations, ...oauthOperations, ...secondOperations },
});
