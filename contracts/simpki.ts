import * as z from 'zod';
import { defineContract, type Operation } from './_contract.ts';
import { clientCertificate, clientCertificateFaults } from './_simpki/client-certificate.ts';
import { simpkiFaults } from './_simpki/codes.ts';
import { examples } from './_simpki/examples.ts';
import { anywhere, ofRegistration, ofSignature } from './_simpki/failures.ts';
import { simpkiParts } from './_simpki/parts.ts';
import { soapFaults } from './_soap-faults.ts';

const call = {
  method: 'POST',
  xml: true,
  /** No message is anywhere near this. */
  maxBytes: 65_536,
  answers: { 200: 'soap' },
  errors: 'own',
} as const satisfies Omit<Operation, 'path' | 'title' | 'fidelity'>;

/** SIM PKI (Mobile ID): signatures by the key on a SIM, over ETSI TS 102 204. */
export default defineContract({
  name: 'simpki',
  title: { vi: 'SIM PKI (Mobile ID)', en: 'SIM PKI (Mobile ID)' },
  keeps: { card: 'calm', pin: 'hot' },
  parts: simpkiParts,
  faults: {
    ...soapFaults,
    version_mismatch: {
      ...soapFaults.version_mismatch,
      title: { vi: 'Không phải SOAP 1.2 hay 1.1', en: 'This is neither SOAP 1.2 nor 1.1' },
      cure: {
        vi: 'Dùng không gian tên http://www.w3.org/2003/05/soap-envelope cho Envelope',
        en: 'Use the namespace http://www.w3.org/2003/05/soap-envelope for the Envelope',
      },
    },
    ...simpkiFaults,
    ...clientCertificateFaults,
    unknown_transaction: {
      status: 404,
      title: { vi: 'Không có giao dịch này', en: 'There is no such transaction' },
      cure: { vi: 'Kiểm tra mã yêu cầu ký', en: 'Check the id of the request to sign' },
    },
    post_only: {
      status: 400,
      title: { vi: 'Đây là địa chỉ của một dịch vụ SOAP', en: 'This is the address of a SOAP service' },
      cure: {
        vi: 'Gửi thông điệp SOAP 1.2 bằng POST; thêm ?wsdl để lấy mô tả dịch vụ',
        en: 'POST a SOAP 1.2 message; add ?wsdl for the description of the service',
      },
    },
  },
  operations: {
    signature: {
      ...call,
      path: '/soap/services/MSS_SignaturePort',
      title: { vi: 'Yêu cầu ký', en: 'Ask for a signature' },
      fails: ofSignature,
      examples: examples.signature,
      fidelity: 'M',
    },
    statusQuery: {
      ...call,
      path: '/soap/services/MSS_StatusQueryPort',
      title: { vi: 'Hỏi kết quả ký', en: 'Ask what has come of it' },
      fails: ofSignature,
      examples: examples.statusQuery,
      fidelity: 'M',
    },
    receipt: {
      ...call,
      path: '/soap/services/MSS_ReceiptPort',
      title: { vi: 'Báo lại cho người ký', en: 'Tell the signer what came of it' },
      fails: anywhere,
      examples: examples.receipt,
      fidelity: 'M',
      note: {
        vi: 'Message dạng text/plain tới điện thoại như một tin nhắn: cách hiện là của HopCat',
        en: 'A Message of text/plain reaches the phone as a text message: how it is shown is ours',
      },
    },
    profile: {
      ...call,
      path: '/soap/services/MSS_ProfileQueryPort',
      title: { vi: 'Hỏi hồ sơ chữ ký của SIM', en: "Ask for a SIM's signature profiles" },
      fails: anywhere,
      examples: examples.profile,
      fidelity: 'M',
    },
    registration: {
      ...call,
      path: '/soap/services/MSS_RegistrationPort',
      title: { vi: 'Lấy chứng thư số của thuê bao', en: "Get the subscriber's certificate" },
      fails: ofRegistration,
      examples: examples.registration,
      fidelity: 'M',
    },
    clientCertificate,
    decided: {
      method: 'POST',
      path: '/app/decided/:id',
      title: { vi: 'Ứng dụng báo người ký đã quyết định', en: 'The app says that the signer has decided' },
      answers: { 204: 'empty' },
      errors: 'problem',
      examples: examples.decided,
      fidelity: 'ours',
      note: {
        vi: 'Với asynchServerServer: MSSP khi đó gửi MSS_SignatureResp tới notificationUrl của AP, một lần; cách gửi thật không công bố',
        en: "With asynchServerServer the MSSP then sends the MSS_SignatureResp to the AP's notificationUrl, once; how the real one sends it is not public",
      },
    },
    describe: {
      method: 'GET',
      path: '/soap/services/:port',
      title: { vi: 'WSDL của cả năm dịch vụ', en: 'WSDL of all five services' },
      query: z.lazy(() => z.looseObject({ wsdl: z.string().optional() })),
      answers: { 200: 'xml' },
      errors: 'page',
      fidelity: 'M',
      note: {
        vi: 'Viết lại theo WSDL 2.7.1 mà một khách hàng công bố; bỏ các phần mà không thao tác nào dùng',
        en: 'Written after WSDL 2.7.1 as a client publishes it; without the parts that no operation uses',
      },
      examples: examples.wsdl,
      quiet: true,
    },
  },
});
