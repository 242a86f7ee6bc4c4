import type { Operation } from '../_contract.ts';
import * as data from './verify-data.ts';
import * as examples from './verify-examples.ts';

/** A document may have some MB; a function behind an HTTP API takes 6 MB, of which base64 leaves 4. */
const MOST_BYTES = 4 * 1_048_576;

/** A multipart body has its own lines around the file. */
const ROOM = 16_384;

const page = { answers: { 200: 'html' }, errors: 'page', fidelity: 'ours', quiet: true } as const;

/** What a signature says, for people and for programs, and documents to try verifiers with. */
export const verify = {
  verifyPage: {
    ...page,
    method: 'GET',
    path: '/verify',
    title: { vi: 'Trang kiểm tra chữ ký số', en: 'The page that checks a signature' },
    examples: [
      {
        title: { vi: 'Chọn tệp để kiểm tra', en: 'Choose a file to check' },
        status: 200,
        shows: 'Kiểm tra chữ ký số',
      },
    ],
  },
  explain: {
    method: 'POST',
    path: '/verify',
    title: {
      vi: 'Giải thích chữ ký của một tệp, bằng trang',
      en: 'Explains the signatures of a file, as a page',
    },
    form: data.upload,
    files: true,
    maxBytes: MOST_BYTES + ROOM,
    tooLarge: 'document_too_large',
    answers: { 200: 'html' },
    errors: 'page',
    unkept: true,
    fidelity: 'ours',
  },
  verify: {
    method: 'POST',
    path: '/api/verify',
    title: { vi: 'Kiểm tra chữ ký của một tệp', en: 'Checks the signatures of a file' },
    bytes: 'application/octet-stream',
    files: true,
    maxBytes: MOST_BYTES + ROOM,
    tooLarge: 'document_too_large',
    answers: { 200: data.verdict },
    errors: 'problem',
    unkept: true,
    examples: examples.verify,
    fidelity: 'ours',
    note: {
      vi: 'Gửi tệp nguyên dạng, hoặc multipart/form-data: file, và content nếu chữ ký CMS tách rời. Tin một mình gốc của hộp cát, theo đồng hồ của không gian làm việc',
      en: 'Send the file as it is, or multipart/form-data: file, and content for a detached CMS signature. Trusts the root of the sandbox alone, by the clock of the workspace',
    },
  },
  samplesPage: {
    ...page,
    method: 'GET',
    path: '/samples',
    title: { vi: 'Trang tệp mẫu đã ký', en: 'The page of signed samples' },
    examples: [
      { title: { vi: 'Xem các tệp mẫu', en: 'See the samples' }, status: 200, shows: 'valid-lt.pdf' },
    ],
  },
  sampleFile: {
    method: 'GET',
    path: '/samples/:name',
    title: { vi: 'Tải một tệp mẫu, ký lúc tải', en: 'A sample, signed when it is asked for' },
    answers: { 200: 'bytes:application/octet-stream' },
    errors: 'problem',
    examples: examples.sampleFile,
    fidelity: 'ours',
  },
  samples: {
    method: 'GET',
    path: '/api/samples',
    title: { vi: 'Các tệp mẫu và kết luận đúng', en: 'The samples, with the verdict that is right' },
    answers: { 200: data.sampleList },
    errors: 'problem',
    examples: examples.samples,
    fidelity: 'ours',
  },
  sample: {
    method: 'GET',
    path: '/api/samples/:name',
    title: { vi: 'Một tệp mẫu dạng JSON', en: 'A sample as JSON' },
    answers: { 200: data.sample },
    errors: 'problem',
    examples: examples.sample,
    fidelity: 'ours',
    note: {
      vi: 'Mỗi lần gọi ký một tệp mới bằng khóa của không gian làm việc',
      en: 'Each call signs a new one with the keys of the workspace',
    },
  },
} as const satisfies Readonly<Record<string, Operation>>;
