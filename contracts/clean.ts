import * as z from 'zod';
import { accountExamples } from './_clean-examples.ts';
import { defineContract } from './_contract.ts';

const MEBIBYTE = 1_048_576;

/** Largest CSV body of the API: a million rows and more. Where answers cannot be streamed it takes `HOSTED_BYTES`. */
export const STREAM_BYTES = 256 * MEBIBYTE;

/** A function behind an HTTP API takes and gives 6 MB in one piece, and results are some three times their input. */
export const HOSTED_BYTES = MEBIBYTE;

/** Largest file of the page, whose results stand in the page itself. */
const PAGE_BYTES = MEBIBYTE;

const word = (max: number) => z.string().max(max);

/** A row as JSON: the columns of a file under their own names, all texts. */
const row = z.lazy(() =>
  z.strictObject({
    id: word(200).optional(),
    username: word(200).optional(),
    number: word(200).optional(),
    oldNumber: word(200).optional(),
    name: word(500).optional(),
    birth: word(200).optional(),
    gender: word(200).optional(),
    phone: word(200).optional(),
    email: word(500).optional(),
    unit: word(500).optional(),
    linked: word(200).optional(),
  }),
);

export default defineContract({
  name: 'clean',
  title: { vi: 'Rà soát, làm sạch tài khoản', en: 'Cleaning of accounts' },
  faults: {
    columns_missing: {
      status: 400,
      title: { vi: 'Tệp thiếu cột cần thiết', en: 'The file lacks a column that is needed' },
      cure: {
        vi: 'Cần cột họ tên và cột số định danh hoặc CMND; nếu tên cột khác lạ thì chỉ ra ở ô «Cột nào chứa gì» (API: columns; lệnh: --columns), chẳng hạn number=Số giấy tờ,name=2',
        en: 'The name and the personal or old card number are needed; say where they are in the field "Which column holds what" (API: columns; command: --columns), such as number=Số giấy tờ,name=2',
      },
    },
    file_empty: {
      status: 400,
      title: { vi: 'Chưa có tệp nào, hoặc tệp trống', en: 'There is no file, or nothing in it' },
      cure: {
        vi: 'Chọn một tệp CSV hay dán nội dung, cả dòng tiêu đề',
        en: 'Choose a CSV file, or paste its content, with the header',
      },
    },
    not_csv: {
      status: 400,
      title: {
        vi: 'Đây là tệp Excel, ZIP, PDF, ảnh hoặc trang HTML, không phải CSV',
        en: 'This is Excel, ZIP, PDF, a picture or a web page, and no CSV',
      },
      cure: {
        vi: 'Mở bằng Excel, lưu lại thành CSV UTF-8 rồi gửi tệp đó',
        en: 'Open it in Excel, save it as CSV UTF-8, and send that',
      },
    },
    not_a_table: {
      status: 400,
      title: { vi: 'Nội dung không phải bảng CSV', en: 'It is no CSV table' },
      cure: {
        vi: 'Lưu từ Excel dưới dạng CSV UTF-8, có dòng tiêu đề, rồi gửi lại',
        en: 'Save it from Excel as CSV UTF-8, with a header, and send that',
      },
    },
    result_too_large: {
      status: 413,
      title: { vi: 'Kết quả quá lớn cho một lần trả lời', en: 'The result is too large for one answer' },
      cure: {
        vi: 'Chia tệp thành nhiều phần, hoặc dùng lệnh hopcat clean',
        en: 'Send the file in parts, or use the command hopcat clean',
      },
    },
    too_large: {
      status: 413,
      title: { vi: 'Tệp quá lớn', en: 'The file is too large' },
      cure: {
        vi: 'Chia tệp thành nhiều phần, hoặc dùng lệnh hopcat clean, không giới hạn số dòng',
        en: 'Send the file in parts, or use the command hopcat clean, which takes any number of rows',
      },
    },
  },
  operations: {
    home: {
      method: 'GET',
      path: '/',
      title: { vi: 'Trang tải tệp lên', en: 'The upload page' },
      answers: { 200: 'html' },
      errors: 'page',
      fidelity: 'ours',
      quiet: true,
    },
    sample: {
      method: 'GET',
      path: '/sample.csv',
      title: { vi: 'Tệp mẫu: mỗi kết luận một dòng', en: 'A sample file: a row for each finding' },
      answers: { 200: 'csv' },
      errors: 'page',
      fidelity: 'ours',
      quiet: true,
    },
    judge: {
      method: 'POST',
      path: '/',
      title: { vi: 'Xét một tệp, trả lời bằng trang', en: 'Judges a file and answers with a page' },
      form: z.lazy(() =>
        z.object({
          /** A chosen file, as bytes; empty: nothing was chosen. */
          file: z.unknown().optional(),
          /** Pasted in place of a file. */
          text: z.string().max(PAGE_BYTES).optional(),
          /** Unit of all rows, where the file has no such column. */
          unit: z.string().trim().max(200).optional(),
          /** Which column holds what, where the headers are unknown: `number=Số giấy tờ,name=2`. */
          columns: z.string().max(1000).optional(),
        }),
      ),
      files: true,
      maxBytes: PAGE_BYTES + 65_536,
      answers: { 200: 'html' },
      errors: 'page',
      unkept: true,
      fidelity: 'ours',
      note: {
        vi: 'Văn bản 3701/VPCP-KSTT và 4254/TCTTKĐA yêu cầu rà soát; không văn bản nào định ra mẫu tệp hay mẫu báo cáo',
        en: 'The official letters order the review; none sets the form of the file or the report',
      },
    },
    accounts: {
      method: 'POST',
      path: '/api/accounts',
      title: { vi: 'Xét các tài khoản', en: 'Judges accounts' },
      csv: true,
      json: z.lazy(() =>
        z.strictObject({
          rows: z.array(row).min(1).max(5_000),
          unit: z.string().trim().max(200).optional(),
        }),
      ),
      query: z.lazy(() =>
        z.strictObject({
          unit: z.string().max(200).optional(),
          encoding: z.string().max(20).optional(),
          delimiter: z.string().max(10).optional(),
          /** `number=Số giấy tờ,name=2` */
          columns: z.string().max(1000).optional(),
        }),
      ),
      /** CSV: the rows with their verdicts. NDJSON: a line a row, and a last one with the summary. JSON: both. */
      answers: { 200: 'rows' },
      errors: 'problem',
      unkept: true,
      examples: accountExamples,
      fidelity: 'ours',
      note: {
        vi: 'Văn bản yêu cầu rà soát không nói đến giao diện lập trình nào; đây là của HopCat',
        en: 'The letters that order the review know of no interface; this one is HopCat’s own',
      },
    },
  },
});
