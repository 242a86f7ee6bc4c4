import type { PlainBody, Text } from '../../../contracts/_contract.ts';

export const texts = {
  lead: {
    vi: 'Mọi thao tác, dữ liệu, lời từ chối và cách gây lỗi; thử được ngay trong không gian làm việc này.',
    en: 'Every operation, its data, refusals and ways to fail; each can be tried in this workspace.',
  },
  base: { vi: 'Địa chỉ gốc', en: 'Base URL' },
  openApi: { vi: 'OpenAPI 3.1 (JSON)', en: 'OpenAPI 3.1 (JSON)' },
  recipes: { vi: 'Lệnh mẫu (.http)', en: 'Recipes (.http)' },
  fidelity: { vi: 'Độ tin cậy (JSON)', en: 'Fidelity (JSON)' },
  key: { vi: 'Khóa của không gian làm việc', en: "The workspace's key" },
  keyHint: {
    vi: 'Chỉ giữ trên trang này. Không gian default trên máy của bạn không cần khóa.',
    en: 'Kept on this page only. The workspace default on your own machine needs none.',
  },
  contents: { vi: 'Các thao tác', en: 'Operations' },
  byItself: { vi: 'Xem thao tác này', en: 'Show this operation' },
  onOnePage: { vi: 'Mọi thao tác trên một trang', en: 'Every operation on one page' },
  certain: { vi: 'Biết chắc đến đâu', en: 'How sure we are' },
  parameters: { vi: 'Tham số', en: 'Parameters' },
  body: { vi: 'Nội dung gửi', en: 'Request body' },
  answers: { vi: 'Câu trả lời', en: 'Answers' },
  anything: { vi: 'Nhận mọi trường.', en: 'Any field is taken.' },
  xml: { vi: 'Một tài liệu XML; xem ví dụ.', en: 'An XML document; see the example.' },
  bytes: { vi: 'Dữ liệu nhị phân', en: 'Bytes' },
  failures: { vi: 'Gây lỗi', en: 'Make it fail' },
  alwaysFails: { vi: 'Và những lỗi có ở mọi thao tác', en: 'And the failures of every operation' },
  failuresLead: {
    vi: 'Gửi kèm header này để gây lỗi cho một lần gọi, hoặc đặt quy tắc ở /control/faults. Những lỗi dưới đây có ở mọi thao tác; câu trả lời không có nội dung thì không thể đứt hay cụt. Lỗi riêng ghi ở từng thao tác.',
    en: 'Send this header to make one call fail, or set a rule at /control/faults. Every operation can fail in these ways, but an answer without a body can be neither cut nor malformed. Ways of its own stand with each operation.',
  },
  copy: { vi: 'Chép', en: 'Copy' },
  copied: { vi: 'Đã chép', en: 'Copied' },
  refusals: { vi: 'Lời từ chối', en: 'Refusals' },
  refusalsLead: {
    vi: 'Mã, điều đã xảy ra và cách khắc phục.',
    en: 'Code, what happened and how to mend it.',
  },
  alwaysRefused: {
    vi: 'Và những mã mà mọi thao tác đều có thể trả lời',
    en: 'And the codes that every operation may answer',
  },
  ofAll: { vi: 'Ở mọi thao tác', en: 'By every operation' },
  ofSome: { vi: 'Chỉ ở những thao tác có nêu', en: 'By the operations that name them' },
  shapes: { vi: 'Dữ liệu dùng chung', en: 'Shared data' },
  shapesLead: {
    vi: 'Những phần xuất hiện ở nhiều chỗ; ở nơi dùng, dấu → dẫn về đây.',
    en: 'What stands in more than one place; there, an → leads here.',
  },
  mayRefuse: { vi: 'Có thể từ chối', en: 'May refuse' },
  try: { vi: 'Thử ngay', en: 'Try it' },
  example: { vi: 'Ví dụ', en: 'Example' },
  headers: { vi: 'Header, mỗi dòng một cái', en: 'Headers, one a line' },
  query: { vi: 'Chuỗi truy vấn', en: 'Query string' },
  content: { vi: 'Nội dung', en: 'Body' },
  failure: { vi: 'Lỗi muốn thử', en: 'Failure to try' },
  none: { vi: 'không', en: 'none' },
  send: { vi: 'Gửi', en: 'Send' },
  curl: { vi: 'Lệnh curl', en: 'As curl' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  noScript: {
    vi: 'Trình duyệt không chạy JavaScript: hãy dùng các lệnh mẫu (.http) thay cho mẫu gọi thử.',
    en: 'Without JavaScript use the recipes (.http) instead of the forms.',
  },
  after: { vi: 'Chạy trước', en: 'Runs first' },
  parts: { vi: 'Những phần riêng của giao thức', en: 'Parts of the wire' },
} as const satisfies Record<string, Text>;

/** What an answer without fields is. */
export const bodies: Readonly<Record<PlainBody, Text>> = {
  html: { vi: 'Trang HTML', en: 'An HTML page' },
  text: { vi: 'Văn bản', en: 'Text' },
  xml: { vi: 'Tài liệu XML', en: 'An XML document' },
  csv: { vi: 'Bảng CSV', en: 'A CSV table' },
  rows: {
    vi: 'Các dòng: CSV, NDJSON hoặc JSON, theo Accept',
    en: 'Rows: CSV, NDJSON or JSON, as Accept asks',
  },
  jwt: { vi: 'JWT', en: 'JWT' },
  redirect: { vi: 'Chuyển hướng', en: 'A redirect' },
  empty: { vi: 'Không có nội dung', en: 'No body' },
  asset: { vi: 'Tệp tĩnh', en: 'A static file' },
};
