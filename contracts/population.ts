import * as z from 'zod';
import { defineContract, type Failure, type Operation, type Text } from './_contract.ts';
import * as examples from './_population-examples.ts';
import { populationFaults } from './_population-faults.ts';
import { populationParts } from './_population-parts.ts';
import * as wrappers from './_population-wrappers.ts';
import { soapFaults } from './_soap-faults.ts';

/** No message of the register is anywhere near this. */
const maxBytes = 65_536;

const fails = {
  empty: { title: { vi: 'Bản ghi rỗng', en: 'An empty record' } },
  'stale-data': {
    title: {
      vi: 'Dữ liệu cũ: chỉ có số CMND, địa chỉ trước sáp nhập, tình trạng cũ',
      en: 'An old state: the old card number only, the address before the merger, the status of then',
    },
  },
  'wrong-person': { title: { vi: 'Bản ghi của người khác', en: "Somebody else's record" } },
  quota: { title: { vi: 'Hết lượt gọi', en: 'The quota is used up' }, fault: 'quota_exceeded' },
  'expired-credential': {
    title: { vi: 'Tài khoản kết nối hết hạn', en: 'The credential has expired' },
    fault: 'expired_credential',
  },
} as const satisfies Record<string, Failure>;

const call = { method: 'POST', xml: true, maxBytes, answers: { 200: 'xml' }, errors: 'own', fails } as const;

const wsdl = {
  method: 'GET',
  query: z.lazy(() => z.looseObject({ wsdl: z.string().optional(), xsd: z.string().optional() })),
  answers: { 200: 'xml' },
  errors: 'page',
  fidelity: 'ours',
  examples: [{ title: { vi: 'WSDL', en: 'WSDL' }, query: { wsdl: '' }, status: 200 }],
  note: {
    vi: 'WSDL và XSD thật không công khai: viết lại theo các bên đã kết nối',
    en: 'The real WSDL and XSD are not public: written after clients that are known to work',
  },
  quiet: true,
} as const satisfies Omit<Operation, 'path' | 'title'>;

const json = { method: 'POST', maxBytes, answers: { 200: wrappers.wrapped }, errors: 'own', fails } as const;

const ourPath: Text = {
  vi: 'Đường dẫn là của hộp cát; nội dung theo mã nguồn của cổng. Không kiểm tra tài khoản: cổng gọi trong mạng của tỉnh',
  en: "The path is the sandbox's own; the content follows portals' code. No account is checked: portals call inside the province's network",
};

export default defineContract({
  name: 'population',
  title: { vi: 'CSDL quốc gia về dân cư', en: 'Population database' },
  keeps: { request: 'hot', 'lgsp-token': 'hot' },
  parts: populationParts,
  faults: { ...soapFaults, ...populationFaults },
  operations: {
    lookup: {
      ...call,
      path: '/TraCuuThongTinCongDan',
      title: { vi: 'Tra cứu thông tin công dân (037)', en: "Look up a citizen's record (037)" },
      fidelity: 'H',
      examples: [examples.soapExample('TraCuuThongTinCongDan')],
    },
    verify: {
      ...call,
      path: '/XacThucThongTinCongDan',
      title: { vi: 'Xác thực thông tin công dân (033)', en: 'Verify a citizen, yes or no (033)' },
      fidelity: 'M',
      note: {
        vi: 'Theo một XSD do bên kết nối viết; không gian tên của yêu cầu là phỏng đoán',
        en: 'After an XSD that a client wrote; the namespace of the request is inferred',
      },
      examples: [examples.soapExample('XacThucThongTinCongDan')],
    },
    relatives: {
      ...call,
      path: '/XacMinhThongTinNhanThan',
      title: { vi: 'Xác minh thông tin nhân thân', en: "Verify a citizen's relatives" },
      fidelity: 'M',
      note: {
        vi: 'Theo một XSD do bên kết nối viết; MaTichHop không rõ mã nên nhận mọi mã',
        en: 'After an XSD that a client wrote; the code in MaTichHop is not known, so any is taken',
      },
      examples: [examples.soapExample('XacMinhThongTinNhanThan')],
    },
    wsdlOfLookup: {
      ...wsdl,
      path: '/TraCuuThongTinCongDan',
      title: { vi: 'WSDL và XSD của tra cứu', en: 'WSDL and XSD of the look-up' },
    },
    wsdlOfVerify: {
      ...wsdl,
      path: '/XacThucThongTinCongDan',
      title: { vi: 'WSDL và XSD của xác thực', en: 'WSDL and XSD of the verification' },
    },
    wsdlOfRelatives: {
      ...wsdl,
      path: '/XacMinhThongTinNhanThan',
      title: { vi: 'WSDL và XSD của xác minh nhân thân', en: 'WSDL and XSD of the relatives check' },
    },
    lgspToken: {
      method: 'POST',
      path: '/lgsp/token',
      title: { vi: 'Lấy token của LGSP', en: "Get LGSP's token" },
      form: wrappers.lgspTokenRequest,
      answers: { 200: wrappers.lgspToken },
      errors: 'oauth',
      fidelity: 'M',
      note: {
        vi: 'Đường dẫn là của hộp cát; khóa và bí mật là username và secretKey của tài khoản, gửi bằng Basic hoặc trong biểu mẫu',
        en: "The path is the sandbox's own; key and secret are an account's username and secretKey, sent by Basic or in the form",
      },
      examples: [examples.lgspTokenExample],
    },
    lgspSoap: {
      ...call,
      path: '/lgsp/soap/:service',
      title: { vi: 'Gọi qua LGSP', en: 'Call through LGSP' },
      fidelity: 'M',
      note: {
        vi: 'Tiêu đề theo mã nguồn của cổng; đường dẫn là của hộp cát',
        en: "The headers follow portals' code; the path is the sandbox's own",
      },
      examples: [examples.lgspSoapExample],
    },
    lgspWrapped: {
      ...json,
      path: '/lgsp/wrapped/:service',
      title: { vi: 'Gọi qua LGSP, bọc trong JSON', en: 'Call through LGSP, wrapped in JSON' },
      json: wrappers.lgspWrappedRequest,
      /** The message, with every sign of it escaped. */
      maxBytes: 2 * maxBytes,
      fidelity: 'M',
      note: {
        vi: 'Nội dung gửi theo mã nguồn của cổng; đường dẫn và câu trả lời là của hộp cát',
        en: "What is sent follows portals' code; the path and the answer are the sandbox's own",
      },
      examples: [examples.lgspWrappedExample],
    },
    lookupAsJson: {
      ...json,
      path: '/json/TraCuuThongTinCongDan',
      title: { vi: 'Tra cứu bằng JSON (TD, Thanh Hóa)', en: 'Look up by JSON (TD, Thanh Hóa)' },
      json: wrappers.jsonRequest,
      fidelity: 'M',
      note: ourPath,
      examples: [examples.jsonExample],
    },
    openCps: {
      ...json,
      path: '/o/rest/v2/qldc/dvcqg',
      title: { vi: 'Tra cứu từ OpenCPS', en: 'Look up from OpenCPS' },
      json: wrappers.openCpsRequest,
      fidelity: 'M',
      note: {
        vi: 'Đường dẫn và trường gửi theo mã nguồn OpenCPS; câu trả lời là của hộp cát',
        en: "Path and fields follow OpenCPS's code; the answer is the sandbox's own",
      },
      examples: [examples.openCpsExample],
    },
    dongThap: {
      ...json,
      path: '/json/dong-thap/tra-cuu',
      title: { vi: 'Tra cứu theo kiểu Đồng Tháp', en: 'Look up as Đồng Tháp does' },
      json: wrappers.dongThapRequest,
      fidelity: 'M',
      note: ourPath,
      examples: [examples.dongThapExample],
    },
  },
});
