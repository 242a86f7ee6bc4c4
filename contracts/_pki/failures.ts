import type { Failure } from '../_contract.ts';

export const crlFailures = {
  stale: {
    title: {
      vi: 'Danh sách cũ: thời điểm cập nhật tiếp theo đã qua',
      en: 'A stale list: its next update is overdue',
    },
  },
  stranger: { title: { vi: 'Danh sách do tổ chức lạ ký', en: 'The list is signed by a stranger' } },
} as const satisfies Readonly<Record<string, Failure>>;

export const ocspFailures = {
  'try-later': { title: { vi: 'OCSP trả lời tryLater', en: 'OCSP answers tryLater' } },
  'internal-error': { title: { vi: 'OCSP trả lời internalError', en: 'OCSP answers internalError' } },
  unauthorized: { title: { vi: 'OCSP trả lời unauthorized', en: 'OCSP answers unauthorized' } },
  unknown: { title: { vi: 'OCSP nói không biết chứng thư này', en: 'OCSP says that it does not know it' } },
  stale: {
    title: { vi: 'Câu trả lời cũ: nextUpdate đã qua', en: 'A stale answer: nextUpdate is over' },
  },
  'wrong-nonce': { title: { vi: 'Trả về nonce khác', en: 'Another nonce comes back' } },
  stranger: { title: { vi: 'Câu trả lời do tổ chức lạ ký', en: 'The answer is signed by a stranger' } },
} as const satisfies Readonly<Record<string, Failure>>;

export const timeStampFailures = {
  rejected: { title: { vi: 'Từ chối: systemFailure', en: 'Rejected: systemFailure' } },
  'wrong-hash': {
    title: { vi: 'Dấu thời gian cho giá trị băm khác', en: 'The stamp is over another digest' },
  },
  'wrong-nonce': { title: { vi: 'Trả về nonce khác', en: 'Another nonce comes back' } },
  stranger: {
    title: { vi: 'Dấu thời gian của tổ chức không được tin cậy', en: 'The stamp of an untrusted authority' },
  },
  'weak-hash': { title: { vi: 'Dấu thời gian ký bằng SHA-1', en: 'The stamp is signed over SHA-1' } },
} as const satisfies Readonly<Record<string, Failure>>;
