import type { Operation } from '../_contract.ts';
import { authorityList } from './data.ts';
import * as examples from './examples.ts';
import { crlFailures, ocspFailures, timeStampFailures } from './failures.ts';

const OCSP = { 200: 'bytes:application/ocsp-response' } as const;
const MOST_BYTES = 65_536;

const timeStamping = {
  method: 'POST',
  bytes: 'application/timestamp-query',
  maxBytes: MOST_BYTES,
  answers: { 200: 'bytes:application/timestamp-reply' },
  errors: 'problem',
  fails: timeStampFailures,
  fidelity: 'standard',
} as const;

/** What authorities publish for everybody: their certificates, lists, answers about status, time stamps. */
export const published = {
  authorities: {
    method: 'GET',
    path: '/api/authorities',
    title: { vi: 'Các tổ chức, dạng JSON', en: 'The authorities as JSON' },
    answers: { 200: authorityList },
    errors: 'problem',
    examples: examples.authorities,
    fidelity: 'ours',
  },
  authorityCertificate: {
    method: 'GET',
    path: '/ca/:authority.cer',
    title: { vi: 'Chứng thư của một tổ chức, DER', en: "An authority's certificate, DER" },
    answers: { 200: 'bytes:application/pkix-cert' },
    errors: 'problem',
    examples: examples.authorityCertificate,
    fidelity: 'standard',
    note: {
      vi: 'Phần AIA của mỗi chứng thư dẫn tới đây (RFC 5280, 4.2.2.1)',
      en: 'The AIA of each certificate points here (RFC 5280, 4.2.2.1)',
    },
  },
  authorityPem: {
    method: 'GET',
    path: '/ca/:authority.pem',
    title: { vi: 'Chứng thư của một tổ chức, PEM', en: "An authority's certificate, PEM" },
    answers: { 200: 'bytes:application/x-pem-file' },
    errors: 'problem',
    examples: examples.authorityPem,
    fidelity: 'ours',
  },
  crl: {
    method: 'GET',
    path: '/crl/:authority.crl',
    title: { vi: 'Danh sách chứng thư bị thu hồi, tạm dừng', en: 'The list of revoked and suspended ones' },
    answers: { 200: 'bytes:application/pkix-crl' },
    errors: 'problem',
    fails: crlFailures,
    examples: examples.crl,
    fidelity: 'standard',
    note: {
      vi: 'RFC 5280, luôn mới, hiệu lực một ngày theo đồng hồ của không gian làm việc',
      en: "RFC 5280, always new, valid for a day by the workspace's clock",
    },
  },
  ocsp: {
    method: 'POST',
    path: '/ocsp/:authority',
    title: { vi: 'Trạng thái chứng thư (OCSP)', en: 'Status of certificates (OCSP)' },
    bytes: 'application/ocsp-request',
    maxBytes: MOST_BYTES,
    answers: OCSP,
    errors: 'problem',
    fails: ocspFailures,
    examples: examples.ocsp,
    fidelity: 'standard',
    note: {
      vi: 'RFC 6960, do chính tổ chức cấp ký; nonce được trả lại',
      en: 'RFC 6960, signed by the issuer itself; a nonce comes back',
    },
  },
  ocspByUrl: {
    method: 'GET',
    path: '/ocsp/:authority/:request{.+}',
    title: {
      vi: 'Trạng thái chứng thư (OCSP), câu hỏi trong URL',
      en: 'Status of certificates, asked by URL',
    },
    answers: OCSP,
    errors: 'problem',
    fails: ocspFailures,
    examples: examples.ocspByUrl,
    fidelity: 'standard',
    note: {
      vi: 'RFC 6960, phụ lục A: DER dạng base64, mã hóa theo URL',
      en: 'RFC 6960, appendix A: DER as base64, URL-encoded',
    },
  },
  timeStamp: {
    ...timeStamping,
    path: '/tsa',
    title: { vi: 'Dấu thời gian (RFC 3161)', en: 'Time stamp (RFC 3161)' },
    examples: examples.timeStamp,
    note: {
      vi: 'Giờ theo đồng hồ của không gian làm việc; nhận SHA-256, SHA-384, SHA-512',
      en: "Time by the workspace's clock; takes SHA-256, SHA-384, SHA-512",
    },
  },
  strangerTimeStamp: {
    ...timeStamping,
    path: '/tsa/stranger',
    title: { vi: 'Dấu thời gian không được tin cậy', en: 'A time stamp that nobody trusts' },
    examples: examples.strangerTimeStamp,
    fidelity: 'ours',
    note: {
      vi: 'Để thử việc từ chối dấu thời gian của tổ chức lạ',
      en: 'To try that a stamp of a stranger is refused',
    },
  },
} as const satisfies Readonly<Record<string, Operation>>;
