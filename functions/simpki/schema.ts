import type { Node } from '../_soap/write.ts';
import { FICOM } from './answer-xml.ts';
import { MSS } from './envelope.ts';

/** An element of a sequence: its type; names end with `?` where it may be left out, with `*` where it may repeat too. */
type Elements = Readonly<Record<string, string | Node>>;

/** Attributes and their types; names end with `?` where they may be left out. */
type Attributes = Readonly<Record<string, string>>;

const xs = (name: string, attributes: Node['attributes'], content: readonly Node[] = []): Node => ({
  name: `xs:${name}`,
  ...(attributes && { attributes }),
  content,
});

const occurs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '?': { minOccurs: '0' },
  '*': { minOccurs: '0', maxOccurs: 'unbounded' },
};

const elementNode = ([key, type]: [string, string | Node]): Node => {
  const [, name = '', mark = ''] = /^(\w+)([?*]?)$/.exec(key) ?? [];
  const attributes = { name, ...(typeof type === 'string' && { type }), ...occurs[mark] };
  return xs('element', attributes, typeof type === 'string' ? [] : [type]);
};

const attributeNode = ([key, type]: [string, string]): Node =>
  xs('attribute', { name: key.replace('?', ''), type, use: key.endsWith('?') ? 'optional' : 'required' });

const sequence = (elements: Elements): Node => xs('sequence', {}, Object.entries(elements).map(elementNode));

const inside = (elements: Elements, attributes: Attributes): Node[] => [
  ...(Object.keys(elements).length > 0 ? [sequence(elements)] : []),
  ...Object.entries(attributes).map(attributeNode),
];

const anonymous = (elements: Elements, attributes: Attributes = {}): Node =>
  xs('complexType', {}, inside(elements, attributes));

const named = (name: string, elements: Elements, attributes: Attributes = {}): Node =>
  xs('complexType', { name }, inside(elements, attributes));

const extension = (base: string, content: readonly Node[]): Node => xs('extension', { base }, content);

/** A message: its element, and its type, which says what every message says and more. */
const message = (name: string, elements: Elements, attributes: Attributes = {}): Node[] => [
  xs('element', { name, type: `mss:${name}Type` }),
  xs('complexType', { name: `${name}Type` }, [
    xs('complexContent', {}, [extension('mss:MessageAbstractType', inside(elements, attributes))]),
  ]),
];

const head = named(
  'MessageAbstractType',
  {
    AP_Info: anonymous(
      {},
      { AP_ID: 'xs:anyURI', AP_PWD: 'xs:string', AP_TransID: 'xs:NCName', Instant: 'xs:dateTime' },
    ),
    MSSP_Info: anonymous({ MSSP_ID: 'mss:MeshMemberType' }, { 'Instant?': 'xs:dateTime' }),
  },
  { MajorVersion: 'xs:integer', MinorVersion: 'xs:integer' },
);

const user = { MobileUser: 'mss:MobileUserType' };
const transaction = { MSSP_TransID: 'xs:NCName' };
const stands = { Status: 'mss:StatusType' };
const signed = { 'MSS_Signature?': 'mss:SignatureType', 'MSS_Format?': 'mss:mssURIType' };

const messages: Node[] = [
  ...message(
    'MSS_SignatureReq',
    {
      ...user,
      DataToBeSigned: 'mss:DataType',
      DataToBeDisplayed: 'mss:DataType',
      'MSS_Format?': 'mss:mssURIType',
      'SignatureProfile?': 'mss:mssURIType',
      'AdditionalServices?': anonymous({ 'Service*': 'mss:AdditionalServiceType' }),
    },
    { 'TimeOut?': 'xs:positiveInteger', MessagingMode: 'mss:MessagingModeType' },
  ),
  ...message(
    'MSS_SignatureResp',
    { ...user, ...signed, 'SignatureProfile?': 'mss:mssURIType', ...stands },
    transaction,
  ),
  ...message('MSS_StatusReq', {}, transaction),
  ...message('MSS_StatusResp', { ...user, ...signed, ...stands }),
  ...message(
    'MSS_ReceiptReq',
    { ...user, 'Status?': 'mss:StatusType', 'Message?': 'mss:DataType' },
    transaction,
  ),
  ...message('MSS_ReceiptResp', stands),
  ...message('MSS_ProfileReq', user),
  ...message('MSS_ProfileResp', { 'SignatureProfile*': 'mss:mssURIType', ...stands }),
  ...message('MSS_RegistrationReq', user),
  ...message('MSS_RegistrationResp', { ...stands, 'CertificateResponse*': 'mss:CertificateResponse' }),
];

const dataType = xs('complexType', { name: 'DataType' }, [
  xs('simpleContent', {}, [
    extension(
      'xs:string',
      Object.entries({ 'MimeType?': 'xs:string', 'Encoding?': 'xs:string' }).map(attributeNode),
    ),
  ]),
]);

const mode = xs('simpleType', { name: 'MessagingModeType' }, [
  xs('restriction', { base: 'xs:string' }, [
    xs('enumeration', { value: 'synch' }),
    xs('enumeration', { value: 'asynchClientServer' }),
    xs('enumeration', { value: 'asynchServerServer' }),
  ]),
]);

const parts: Node[] = [
  named('MobileUserType', { 'MSISDN?': 'xs:string' }),
  named('mssURIType', { mssURI: 'xs:anyURI', 'any*': 'xs:anyType' }),
  named('MeshMemberType', { 'URI?': 'xs:anyURI' }),
  named('SignatureType', { 'Base64Signature?': 'xs:base64Binary' }),
  named('AdditionalServiceType', { Description: 'mss:mssURIType' }),
  named('StatusType', {
    StatusCode: 'mss:StatusCodeType',
    'StatusMessage?': 'xs:string',
    'StatusDetail?': 'mss:StatusDetailType',
  }),
  named('StatusCodeType', { 'StatusCode?': 'mss:StatusCodeType' }, { Value: 'xs:integer' }),
  xs('complexType', { name: 'StatusDetailType' }, [
    xs('choice', occurs['*'], [xs('element', { ref: 'fi:ServiceResponses' })]),
  ]),
  named('CertificateResponse', {
    'CertificateURI?': 'xs:string',
    'X509Certificate?': 'xs:base64Binary',
    'PublicKey?': 'xs:base64Binary',
  }),
];

const schema = (targetNamespace: string, imports: string, content: readonly Node[]): Node =>
  xs('schema', { targetNamespace, elementFormDefault: 'qualified' }, [
    xs('import', { namespace: imports }),
    ...content,
  ]);

/** ETSI's messages as the provider's WSDL has them, and the extension that additional services answer in. */
export const schemas: readonly Node[] = [
  schema(MSS, FICOM, [head, ...messages, dataType, mode, ...parts]),
  schema(FICOM, MSS, [
    xs('element', { name: 'ServiceResponses' }, [
      anonymous({ 'ServiceResponse*': anonymous({ Description: 'mss:mssURIType' }) }),
    ]),
  ]),
];
