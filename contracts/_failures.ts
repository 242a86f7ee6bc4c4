import type { Contract, Failure, Operation } from './_contract.ts';

/** The header that asks for a failure of one call. */
export const FAULT_HEADER = 'x-hopcat-fault';

/** How late a `slow` answer is, in milliseconds of real time: unless told, and at most. */
export const DELAY_MS = 3_000;
export const LONGEST_DELAY_MS = 25_000;

/** Ways to fail that lie in the transport, so that every operation can have them. */
export const transportFailures = {
  down: {
    title: {
      vi: 'Hệ thống không hoạt động (503), không có gì được xử lý',
      en: 'The system is down (503); nothing is done',
    },
    fault: 'unavailable',
  },
  slow: {
    title: { vi: 'Trả lời đúng nhưng chậm', en: 'The right answer, late' },
  },
  cut: {
    title: { vi: 'Kết nối bị ngắt giữa câu trả lời', en: 'The connection ends in the middle of the answer' },
  },
  malformed: {
    title: { vi: 'Câu trả lời bị cụt, không đọc được', en: 'The answer is cut short and cannot be parsed' },
  },
} as const satisfies Record<string, Failure>;

export type TransportFailure = keyof typeof transportFailures;

const hasBody = ({ answers }: Operation): boolean =>
  Object.entries(answers).some(([status, body]) => Number(status) < 300 && body !== 'empty');

/** Every way in which an operation can be made to fail. What has no body can be neither cut nor malformed. */
export function failuresOf(operation: Operation): Readonly<Record<string, Failure>> {
  const { down, slow, cut, malformed } = transportFailures;
  return { down, slow, ...(hasBody(operation) && { cut, malformed }), ...operation.fails };
}

/** Whether a system's operations can be made to fail: all but those that one needs to mend it. */
export const canFail = ({ name, root }: Contract): boolean => !root && name !== 'control';
