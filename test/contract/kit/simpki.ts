import { createHash, verify, X509Certificate } from 'node:crypto';
import { expect } from 'vitest';
import type { TestWorkspace } from '../../targets/target.ts';
import { bodyReader, type Loose } from './soap.ts';

// What an application provider of SIM PKI does, written from the wire facts alone.

const SOAP12 = 'http://www.w3.org/2003/05/soap-envelope';
const SOAP11 = 'http://schemas.xmlsoap.org/soap/envelope/';
const MSS = 'http://uri.etsi.org/TS102204/v1.1.2#';
const SERVICES = 'http://mobile-id.vn/MSSP/v1.0.0#';

export const AN = '84950000101';

const ports = {
  MSS_Signature: ['MSS_SignaturePort', 'MSS_SignatureReq'],
  MSS_StatusQuery: ['MSS_StatusQueryPort', 'MSS_StatusReq'],
  MSS_Receipt: ['MSS_ReceiptPort', 'MSS_ReceiptReq'],
  MSS_ProfileQuery: ['MSS_ProfileQueryPort', 'MSS_ProfileReq'],
  MSS_Registration: ['MSS_RegistrationPort', 'MSS_RegistrationReq'],
} as const;

export type OperationName = keyof typeof ports;

export const baseOf = (ws: TestWorkspace): string => `${ws.origin}/${ws.id}/simpki/soap/services`;

export interface Message {
  apId?: string;
  password?: string;
  transId?: string;
  /** Of the request's element; undefined leaves one out. */
  attributes?: Readonly<Record<string, string | undefined>>;
  /** Inside the request, behind AP_Info and MSSP_Info. */
  content?: string;
  version?: '1.1' | '1.2';
  /** Without the element of the operation around it. */
  bare?: boolean;
}

let count = 0;

/** Ten characters, another one each time. */
export const newTransId = (): string => `A${String(++count).padStart(9, '0')}`;

const written = (attributes: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(attributes)
    .filter((each): each is [string, string] => each[1] !== undefined)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

export function messageOf(operation: OperationName, message: Message = {}): string {
  const { apId = 'http://ap.mobile-id.vn/demo-portal', password = 'demo-portal-secret' } = message;
  const { transId = newTransId(), content = '', version = '1.2', bare = false } = message;
  const request = (bare ? 'm:' : '') + ports[operation][1];
  const ap = written({ AP_ID: apId, AP_PWD: password, AP_TransID: transId, Instant: '2024-11-01T08:00:00Z' });
  const mssp = '<m:MSSP_Info><m:MSSP_ID><m:URI>http://hmssp.mobile-id.vn</m:URI></m:MSSP_ID></m:MSSP_Info>';
  const attributes = written({ MajorVersion: '1', MinorVersion: '1', ...message.attributes });
  const inner = `<${request}${attributes}><m:AP_Info${ap}/>${mssp}${content}</${request}>`;
  const outer = bare ? inner : `<${operation}>${inner}</${operation}>`;
  const soap = version === '1.2' ? SOAP12 : SOAP11;
  return `<s:Envelope xmlns:s="${soap}" xmlns:m="${MSS}"><s:Body>${outer}</s:Body></s:Envelope>`;
}

export const post = (
  ws: TestWorkspace,
  operation: OperationName,
  body: string,
  more: Record<string, string> = {},
) =>
  ws.fetch(`${baseOf(ws)}/${ports[operation][0]}`, {
    method: 'POST',
    headers: { 'content-type': 'application/soap+xml; charset=utf-8', ...more },
    body,
  });

export const bodyIn = bodyReader('ServiceResponse');

/** The response in an answer that is none of refusal. */
export async function responseOf(answer: Response, operation: OperationName): Promise<Loose> {
  const text = await answer.text();
  expect({ status: answer.status, text }).toMatchObject({ status: 200 });
  expect(answer.headers.get('content-type')).toBe('application/soap+xml; charset=utf-8');
  return bodyIn(text)[`${operation}Response`][ports[operation][1].replace(/Req$/, 'Resp')];
}

/** A refusal: ETSI's code, its name, and who is to blame. */
export async function refusalOf(answer: Response): Promise<{ code: string; name: string; by: string }> {
  const text = await answer.text();
  expect({ status: answer.status, text }).toMatchObject({ status: 500 });
  const { Code, Reason } = bodyIn(text).Fault;
  return {
    code: String(Code.Subcode.Value).replace(/^mss:_/, ''),
    name: String(Reason.Text['#text']).split(':')[0] ?? '',
    by: String(Code.Value).replace(/^soap:/, ''),
  };
}

/** The same in SOAP 1.1, which has no subcodes. */
export async function oldRefusalOf(answer: Response): Promise<{ code: string; name: string; by: string }> {
  const text = await answer.text();
  expect({ status: answer.status, text }).toMatchObject({ status: 500 });
  const { faultcode: by, detail } = bodyIn(text).Fault;
  const { StatusCode, StatusMessage: name } = detail.Status;
  return { code: StatusCode.Value, name, by };
}

const HEAD = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** `DataToBeSigned` of some text. */
export const digestInfo = (text: string): string =>
  Buffer.concat([HEAD, createHash('sha256').update(text).digest()]).toString('base64');

export const TEXT = 'Hồ sơ H99-2024-0001';

export const user = (msisdn: string): string => `<m:MobileUser><m:MSISDN>${msisdn}</m:MSISDN></m:MobileUser>`;

export interface Wish {
  msisdn?: string;
  /** XML of what stands behind MobileUser; the rest is left as it is. */
  data?: string;
  displayed?: string;
  services?: readonly ('signingCertificate' | 'signatureValidation' | (string & {}))[];
  format?: string;
  profile?: string;
}

const uri = (name: string, value: string): string => `<m:${name}><m:mssURI>${value}</m:mssURI></m:${name}>`;

/** The content of a MSS_SignatureReq. */
export function toSign(wish: Wish = {}): string {
  const { msisdn = AN, services = ['signingCertificate', 'signatureValidation'] } = wish;
  const data =
    wish.data ??
    `<m:DataToBeSigned MimeType="application/octet-stream" Encoding="base64">${digestInfo(TEXT)}</m:DataToBeSigned>`;
  const displayed =
    wish.displayed ??
    '<m:DataToBeDisplayed MimeType="text/plain" Encoding="UTF-8">Ký hồ sơ, mã %%VC%%</m:DataToBeDisplayed>';
  const asked = services
    .map((name) => `<m:Service>${uri('Description', SERVICES + name)}</m:Service>`)
    .join('');
  return [
    user(msisdn),
    data,
    displayed,
    uri('MSS_Format', wish.format ?? `${MSS}PKCS1`),
    uri('SignatureProfile', wish.profile ?? 'http://mobile-id.vn/digitalSignature'),
    asked === '' ? '' : `<m:AdditionalServices>${asked}</m:AdditionalServices>`,
  ].join('');
}

export const signatureMessage = (wish: Wish = {}, message: Message = {}): string =>
  messageOf('MSS_Signature', {
    content: toSign(wish),
    ...message,
    attributes: { MessagingMode: 'synch', TimeOut: '300', ...message.attributes },
  });

/** Asks for a signature, synchronously unless said otherwise. */
export const sign = (ws: TestWorkspace, wish: Wish = {}, message: Message = {}): Promise<Response> =>
  post(ws, 'MSS_Signature', signatureMessage(wish, message));

export const signLater = (ws: TestWorkspace, wish: Wish = {}, message: Message = {}): Promise<Response> =>
  sign(ws, wish, { ...message, attributes: { MessagingMode: 'asynchClientServer', ...message.attributes } });

export const signed = async (answer: Response): Promise<Loose> => responseOf(answer, 'MSS_Signature');

export const statusIn = (response: Loose): string => response.Status.StatusCode.Value;

/** What became of an asynchronous request. */
export const statusOf = (ws: TestWorkspace, transaction: string, message: Message = {}): Promise<Response> =>
  post(
    ws,
    'MSS_StatusQuery',
    messageOf('MSS_StatusQuery', {
      ...message,
      attributes: { MSSP_TransID: transaction, ...message.attributes },
    }),
  );

/** The certificate that `signingCertificate` answers. */
export function certificateIn(response: Loose): X509Certificate {
  const [service] = response.Status.StatusDetail.ServiceResponses.ServiceResponse;
  expect(service.Description.mssURI).toBe(`${SERVICES}signingCertificate`);
  return new X509Certificate(Buffer.from(service.Description.any, 'base64'));
}

/** Whether the signature in a response is that of a text, by a certificate's key. */
export const isOf = (response: Loose, certificate: X509Certificate, text = TEXT): boolean =>
  verify(
    'sha256',
    Buffer.from(text),
    certificate.publicKey,
    Buffer.from(response.MSS_Signature.Base64Signature, 'base64'),
  );
