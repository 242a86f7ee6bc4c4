import type { Example, Text } from '../_contract.ts';
import { DEMO_AP } from './settings.ts';

const SOAP12 = 'http://www.w3.org/2003/05/soap-envelope';
const MSS = 'http://uri.etsi.org/TS102204/v1.1.2#';

/** DER of a DigestInfo: SHA-256 of nothing. */
export const DIGEST_INFO = 'MDEwDQYJYIZIAWUDBAIBBQAEIOOwxEKY/BwUmvv0yJlvuSQnrkHkZJuTTKSVmRt4UrhV';

interface Told {
  /** `MSS_Signature` and its like. */
  operation: string;
  /** `MSS_SignatureReq` and its like. */
  request: string;
  attributes?: string;
  content?: string;
  password?: string;
}

/** A whole SOAP 1.2 message, as the provider's WSDL has it (rpc/literal). */
export const simpkiMessage = ({ operation, request, attributes = '', content = '', ...more }: Told): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="${SOAP12}" xmlns:mss="${MSS}">
  <soap:Body>
    <${operation}>
      <${request} MajorVersion="1" MinorVersion="1"${attributes}>
        <mss:AP_Info AP_ID="${DEMO_AP}" AP_PWD="${more.password ?? 'demo-portal-secret'}" AP_TransID="A123456789" Instant="2024-11-01T08:00:00Z"/>
        <mss:MSSP_Info><mss:MSSP_ID><mss:URI>http://hmssp.mobile-id.vn</mss:URI></mss:MSSP_ID></mss:MSSP_Info>${content}
      </${request}>
    </${operation}>
  </soap:Body>
</soap:Envelope>`;

const user = (msisdn: string): string =>
  `
        <mss:MobileUser><mss:MSISDN>${msisdn}</mss:MSISDN></mss:MobileUser>`;

const toSign = (msisdn: string): string =>
  `${user(msisdn)}
        <mss:DataToBeSigned MimeType="application/octet-stream" Encoding="base64">${DIGEST_INFO}</mss:DataToBeSigned>
        <mss:DataToBeDisplayed MimeType="text/plain" Encoding="UTF-8">Ký hồ sơ H99-2024-0001, mã %%VC%%</mss:DataToBeDisplayed>
        <mss:MSS_Format><mss:mssURI>${MSS}PKCS1</mss:mssURI></mss:MSS_Format>
        <mss:SignatureProfile><mss:mssURI>http://mobile-id.vn/digitalSignature</mss:mssURI></mss:SignatureProfile>`;

const example = (title: Text, body: string, status: number, shows: string, person?: string): Example => ({
  title,
  headers: { 'content-type': 'application/soap+xml; charset=utf-8' },
  body,
  status,
  shows,
  ...(person !== undefined && { person }),
});

const signature = (msisdn: string, mode: 'synch' | 'asynchClientServer', password?: string): string =>
  simpkiMessage({
    operation: 'MSS_Signature',
    request: 'MSS_SignatureReq',
    attributes: ` MessagingMode="${mode}" TimeOut="300"`,
    content: toSign(msisdn),
    ...(password !== undefined && { password }),
  });

const AN = '84950000101';

/** Who of the cast is refused, or answered without being asked, and how. */
const outcomes: readonly [person: string, msisdn: string, code: number, title: Text][] = [
  [
    'loan',
    '84950000117',
    422,
    { vi: 'SIM còn đứng tên theo CMND cũ', en: 'Still registered under the old card' },
  ],
  ['duc', '84950000118', 404, { vi: 'SIM đứng tên người khác', en: "In somebody else's name" }],
  ['thao', '84950000119', 403, { vi: 'Thuê bao bị tạm khóa', en: 'The number is suspended' }],
  ['quan', '84950000120', 404, { vi: 'Thuê bao chưa chuẩn hóa', en: 'A number that was never normalised' }],
  ['vinh', '84950000121', 105, { vi: 'Thuê bao đã bị cắt', en: 'The number was cancelled' }],
  ['nhan', '84950000122', 105, { vi: 'Số không của ai', en: 'Nobody has this number' }],
];

const transaction = ' MSSP_TransID="T0000000000000000000000aa"';

/** One whole call for each operation, and the refusals that a portal meets first. */
export const examples = {
  signature: [
    example(
      { vi: 'Xin An ký, hỏi kết quả sau', en: 'An is asked to sign; the result is asked for later' },
      signature(AN, 'asynchClientServer'),
      200,
      'Value="100"',
    ),
    example({ vi: 'Sai AP_PWD', en: 'A wrong AP_PWD' }, signature(AN, 'synch', 'sai'), 500, 'mss:_104'),
    ...outcomes.map(([person, msisdn, code, title]) =>
      example(title, signature(msisdn, 'synch'), 500, `mss:_${code}`, person),
    ),
  ],
  statusQuery: [
    example(
      { vi: 'Không có giao dịch này', en: 'There is no such transaction' },
      simpkiMessage({ operation: 'MSS_StatusQuery', request: 'MSS_StatusReq', attributes: transaction }),
      500,
      'mss:_101',
    ),
  ],
  receipt: [
    example(
      { vi: 'Không có giao dịch này', en: 'There is no such transaction' },
      simpkiMessage({
        operation: 'MSS_Receipt',
        request: 'MSS_ReceiptReq',
        attributes: transaction,
        content: user(AN),
      }),
      500,
      'mss:_101',
    ),
  ],
  profile: [
    example(
      { vi: 'SIM của An ký được theo hồ sơ nào', en: "What An's SIM can sign with" },
      simpkiMessage({ operation: 'MSS_ProfileQuery', request: 'MSS_ProfileReq', content: user(AN) }),
      200,
      'http://mobile-id.vn/digitalSignature',
    ),
  ],
  registration: [
    example(
      { vi: 'Lấy chứng thư số của An', en: "An's certificate" },
      simpkiMessage({ operation: 'MSS_Registration', request: 'MSS_RegistrationReq', content: user(AN) }),
      200,
      'X509Certificate',
    ),
  ],
  decided: [
    {
      title: { vi: 'Không có yêu cầu ký này', en: 'There is no such request to sign' },
      params: { id: 'khong-co' },
      status: 404,
    },
  ],
  wsdl: [
    {
      title: { vi: 'WSDL', en: 'WSDL' },
      params: { port: 'MSS_SignaturePort' },
      query: { wsdl: '' },
      status: 200,
    },
  ],
} satisfies Record<string, readonly Example[]>;
