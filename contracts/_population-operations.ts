import type { Operation, Text } from './_contract.ts';
import { call, fails, maxBytes } from './_population-call.ts';
import * as examples from './_population-examples.ts';
import * as wrappers from './_population-wrappers.ts';

const json = { method: 'POST', maxBytes, answers: { 200: wrappers.wrapped }, errors: 'own', fails } as const;

const ourPath: Text = {
  vi: 'Đường dẫn là của hộp cát; nội dung theo mã nguồn của cổng. Không kiểm tra tài khoản: cổng gọi trong mạng của tỉnh',
  en: "The path is the sandbox's own; the content follows portals' code. No account is checked: portals call inside the province's network",
};

/** The ways in that LGSP and provinces have put before the register. */
export const wrapperOperations = {
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
    fails: {
      'expired-credential': {
        title: { vi: 'Tài khoản hết hạn', en: 'The account has expired' },
        fault: 'invalid_client',
      },
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
} as const satisfies Record<string, Operation>;
