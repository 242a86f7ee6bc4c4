import * as z from 'zod';
import { defineContract, type Operation } from './_contract.ts';
import { call } from './_population-call.ts';
import { soapExample } from './_population-examples.ts';
import { populationFaults } from './_population-faults.ts';
import { wrapperOperations } from './_population-operations.ts';
import { lookupOutcomes, relativesOutcomes, verifyOutcomes } from './_population-outcomes.ts';
import { populationParts } from './_population-parts.ts';
import { soapFaults } from './_soap-faults.ts';

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
      examples: [soapExample('TraCuuThongTinCongDan'), ...lookupOutcomes],
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
      examples: [soapExample('XacThucThongTinCongDan'), ...verifyOutcomes],
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
      examples: [soapExample('XacMinhThongTinNhanThan'), ...relativesOutcomes],
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
    ...wrapperOperations,
  },
});
