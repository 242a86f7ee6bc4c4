import type { Example } from './_contract.ts';
import { demoAccount } from './_population-settings.ts';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';

const lines = (fields: Readonly<Record<string, string>>, indent: string): string =>
  Object.entries(fields)
    .map(([name, value]) => `${indent}<d:${name}>${value}</d:${name}>`)
    .join('\n');

/** A whole SOAP 1.1 message. */
export const soapMessage = (
  namespace: string,
  name: string,
  fields: Readonly<Record<string, string>>,
): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="${SOAP}" xmlns:d="${namespace}">
  <soap:Body>
    <d:${name}>
${lines(fields, '      ')}
    </d:${name}>
  </soap:Body>
</soap:Envelope>`;

const an = {
  MaYeuCau: '{{$guid}}',
  MaCanBo: 'demo-portal',
  SoDinhDanh: '099090000001',
  HoVaTen: 'NGUYENVANAN',
};
const service = { MaDVC: '2.000001', MaTichHop: '037' };
const born = '<d:Nam>1990</d:Nam>';

/** What each operation is asked about An, the default person. */
export const messages = {
  TraCuuThongTinCongDan: soapMessage('http://dancuquocgia.bca', 'TraCuuThongTinCongDan', {
    ...an,
    ...service,
    NgayThangNamSinh: born,
  }),
  XacThucThongTinCongDan: soapMessage('http://dancuquocgia.bca', 'XacThucThongTinCongDan', {
    ...an,
    MaDichVu: '033',
  }),
  XacMinhThongTinNhanThan: soapMessage('http://gtel.vn/qldc', 'XacMinhThongTinNhanThan', {
    ...an,
    ...service,
    NgayThangNamSinh: born,
  }),
} as const;

type ServiceName = keyof typeof messages;

const { username, secretKey, apiKey, subsystem } = demoAccount;

/** With the four headers of the register's authentication. */
export const soapExample = (name: ServiceName): Example => ({
  title: { vi: 'Hỏi về An, người mặc định', en: 'Ask about An, the default person' },
  computes: {
    digest: { sha256: `{{base}}/${name}${username}{{$timestamp}}${secretKey}` },
    credentials: { base64: `${username}:{{digest}}` },
  },
  headers: {
    'content-type': 'text/xml; charset=utf-8',
    soapaction: '""',
    timestamp: '{{$timestamp}}',
    authorization: 'Basic {{credentials}}',
    'x-road-client': subsystem,
    apikey: apiKey,
  },
  body: messages[name],
  status: 200,
});

const lgspAccessToken = btoa(
  JSON.stringify({
    AccessKey: username,
    SecretKey: secretKey,
    AppName: 'demo-portal',
    PartnerCode: '000.00.00.H99',
    PartnerCodeCus: '000.00.00.H99',
  }),
);
const authHash = btoa(`${username}:${secretKey}`);

export const lgspTokenExample: Example = {
  title: { vi: 'Lấy token của LGSP', en: "Get LGSP's token" },
  headers: { authorization: `Basic ${authHash}` },
  body: { grant_type: 'client_credentials' },
  status: 200,
  takes: { lgspToken: '/access_token' },
};

export const lgspSoapExample: Example = {
  title: { vi: 'Tra cứu An qua LGSP', en: 'Look An up through LGSP' },
  params: { service: 'TraCuuThongTinCongDan' },
  headers: {
    'content-type': 'application/xml',
    authorization: 'Bearer {{lgspToken}}',
    lgspaccesstoken: lgspAccessToken,
  },
  body: messages.TraCuuThongTinCongDan,
  status: 200,
  after: 'lgspToken',
};

export const lgspWrappedExample: Example = {
  title: { vi: 'Tra cứu An qua LGSP, bọc trong JSON', en: 'Look An up through LGSP, wrapped in JSON' },
  params: { service: 'TraCuuThongTinCongDan' },
  body: {
    accessToken: 'Bearer {{lgspToken}}',
    lgspAccessToken,
    AuthHash: authHash,
    data: messages.TraCuuThongTinCongDan,
  },
  status: 200,
  after: 'lgspToken',
};

export const jsonExample: Example = {
  title: { vi: 'Tra cứu An', en: 'Look An up' },
  body: { ...an, ...service, Nam: '1990' },
  status: 200,
};

export const openCpsExample: Example = {
  title: { vi: 'Tra cứu An từ OpenCPS', en: 'Look An up from OpenCPS' },
  body: {
    type: 'TraCuuThongTinCongDan',
    GovAgencyCode: '000.00.00.H99',
    MaDVC: service.MaDVC,
    SoDinhDanh: an.SoDinhDanh,
    HoVaTen: an.HoVaTen,
    Nam: '1990',
  },
  status: 200,
};

export const dongThapExample: Example = {
  title: { vi: 'Tra cứu An theo kiểu Đồng Tháp', en: 'Look An up as Đồng Tháp does' },
  body: {
    maYeuCau: an.MaYeuCau,
    maDVC: service.MaDVC,
    maCanBo: an.MaCanBo,
    soDinhDanh: an.SoDinhDanh,
    hoVaTen: an.HoVaTen,
    ngayThangNam: '19900515',
    userNameService: 'demo-portal',
  },
  status: 200,
};
