import type { Example, Text } from '../_contract.ts';

const say = (vi: string, en: string): Text => ({ vi, en });

/** A question to the time stamping authority, DER: SHA-256 of the text "HopCat", with certificates, no nonce. */
const timeStampQuery = 'MDkCAQEwMTANBglghkgBZQMEAgEFAAQgLKPp0GZRdZTUUDYzuSqhae6ZsgG/tqHnGu/pljGKheoBAf8=';

export const authorities: readonly Example[] = [
  {
    title: say('Mọi tổ chức của hộp cát', 'Every authority of the sandbox'),
    status: 200,
    shows: '"name":"root"',
  },
];

export const authorityCertificate: readonly Example[] = [
  {
    title: say('Chứng thư gốc, DER', "The root's certificate, DER"),
    params: { authority: 'root' },
    status: 200,
  },
  {
    title: say('Không có tổ chức này', 'There is no such authority'),
    params: { authority: 'nobody' },
    status: 404,
    shows: 'unknown_authority',
  },
];

export const authorityPem: readonly Example[] = [
  {
    title: say('Chứng thư gốc, PEM', "The root's certificate, PEM"),
    params: { authority: 'root' },
    status: 200,
    shows: 'BEGIN CERTIFICATE',
  },
];

export const crl: readonly Example[] = [
  { title: say('Danh sách của VNPT-CA', "VNPT-CA's list"), params: { authority: 'vnpt-ca' }, status: 200 },
];

/** The question and the authority come from this certificate. */
const ocspOfCertificate = {
  after: 'certificates',
  params: { authority: '{{authority}}' },
  status: 200,
} as const;

export const ocsp: readonly Example[] = [
  {
    title: say('Hỏi trạng thái của một chứng thư số', 'Ask about a certificate'),
    ...ocspOfCertificate,
    body: '{{ocspRequest}}',
  },
  {
    title: say('Không phải câu hỏi: malformedRequest', 'No question at all: malformedRequest'),
    params: { authority: 'vnpt-ca' },
    body: 'AAAA',
    status: 200,
  },
];

export const ocspByUrl: readonly Example[] = [
  {
    title: say('Câu hỏi nằm trong URL', 'The question is in the URL'),
    after: 'certificates',
    params: { authority: '{{authority}}', request: '{{ocspRequest}}' },
    status: 200,
  },
];

export const timeStamp: readonly Example[] = [
  {
    title: say('Dấu thời gian cho một giá trị băm SHA-256', 'A time stamp over a SHA-256 digest'),
    body: timeStampQuery,
    status: 200,
  },
];

export const certificates: readonly Example[] = [
  {
    title: say('Chứng thư số của An ở VNPT SmartCA', "An's certificate at VNPT SmartCA"),
    params: { slug: 'an' },
    query: { provider: 'smartca' },
    takes: {
      serial: '/certificates/0/serial',
      authority: '/certificates/0/authority',
      ocspRequest: '/certificates/0/ocspRequest',
    },
    status: 200,
    shows: '"standing":"good"',
  },
  ...(
    [
      ['toan', '"standing":"expired"', say('Chứng thư số đã hết hạn', 'The certificate has expired')],
      ['hanh', '"standing":"not-yet-valid"', say('Chứng thư số chưa có hiệu lực', 'It is not valid yet')],
      ['son', '"reason":"keyCompromise"', say('Chứng thư số bị thu hồi', 'The certificate was revoked')],
      ['nam', '"reason":"certificateHold"', say('Chứng thư số bị tạm dừng', 'The certificate is suspended')],
      ['diep', '"state":"wrong-key-usage"', say('Chứng thư số không dùng để ký', 'It may not sign')],
      ['xuan', '"authority":"stranger"', say('Tổ chức cấp không được tin cậy', 'Nobody trusts its issuer')],
      ['my', '"chain":[]', say('Thiếu chứng thư của tổ chức cấp', "It comes without its issuer's")],
      ['hien', '"state":"sha1"', say('Chứng thư số ký bằng SHA-1', 'It is signed over SHA-1')],
      ['hoai', '"key":"p256"', say('Khóa P-256', 'A P-256 key')],
      ['khanh-linh', '"key":"rsa3072"', say('Khóa RSA 3072 bit', 'An RSA key of 3072 bits')],
    ] as const
  ).map(([person, shows, title]) => ({
    title,
    params: { slug: person },
    query: { provider: 'smartca' },
    status: 200,
    person,
    shows,
  })),
  {
    title: say('Không có chứng thư số nào', 'No certificate at all'),
    params: { slug: 'khoi' },
    query: { provider: 'smartca' },
    status: 409,
    person: 'khoi',
    shows: 'no_certificate',
  },
];

export const certificate: readonly Example[] = [
  {
    title: say('Một chứng thư số theo số sê-ri', 'A certificate by its serial number'),
    after: 'certificates',
    params: { serial: '{{serial}}' },
    status: 200,
    shows: '"urls"',
  },
  {
    title: say('Không có số sê-ri này', 'There is no such serial number'),
    params: { serial: '5A00' },
    status: 404,
    shows: 'unknown_certificate',
  },
];

const ofThat = { after: 'certificates', params: { serial: '{{serial}}' } } as const;

export const suspend: readonly Example[] = [
  {
    title: say('Tạm dừng', 'Suspend it'),
    ...ofThat,
    body: {},
    status: 200,
    once: true,
    shows: '"reason":"certificateHold"',
  },
];

export const release: readonly Example[] = [
  {
    title: say('Mở lại', 'Release it'),
    after: 'suspend',
    params: { serial: '{{serial}}' },
    body: {},
    status: 200,
    shows: '"standing":"good"',
  },
];

export const revoke: readonly Example[] = [
  {
    title: say('Thu hồi vì lộ khóa', 'Revoke it, because the key was compromised'),
    ...ofThat,
    body: { reason: 'keyCompromise' },
    status: 200,
    once: true,
    shows: '"standing":"revoked"',
  },
];

export const strangerTimeStamp: readonly Example[] = [
  {
    title: say('Dấu thời gian của tổ chức không được tin cậy', 'A time stamp that nobody trusts'),
    body: timeStampQuery,
    status: 200,
  },
];

export const pkcs12: readonly Example[] = [
  {
    title: say('Khóa và chứng thư số của An trong một tệp', "An's key and certificate in one file"),
    params: { slug: 'an' },
    body: { password: 'mat-khau-tep', provider: 'file' },
    status: 200,
  },
  {
    title: say('Người này không đại diện tổ chức nào', 'This person represents no organisation'),
    params: { slug: 'an' },
    body: { password: 'mat-khau-tep', kind: 'enterprise' },
    status: 409,
    shows: 'not_such_a_holder',
  },
];
