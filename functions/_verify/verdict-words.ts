import type { Text } from '../../contracts/_contract.ts';
import type { VerdictStatus } from '../../contracts/_sign/verdict.ts';

const say = (vi: string, en: string): Text => ({ vi, en });

/** The answer in a few words. */
export const answers: Readonly<Record<VerdictStatus, Text>> = {
  valid: say('Chữ ký hợp lệ', 'The signature is valid'),
  undecided: say('Chưa kết luận được', 'It cannot be said yet'),
  invalid: say('Chữ ký không hợp lệ', 'The signature is not valid'),
};

export const title = say('Kết quả kiểm tra chữ ký số', 'What the signature says');

export const wholeAndGenuine = {
  one: say(
    'Tài liệu còn nguyên như lúc ký, và người ký đúng là người nêu dưới đây.',
    'The document is as it was when it was signed, by whoever is named below.',
  ),
  several: say(
    'Tài liệu còn nguyên như lúc ký, và những người ký đúng là những người nêu dưới đây.',
    'The document is as it was when it was signed, by those who are named below.',
  ),
} as const;
export const doNotAccept = {
  invalid: say(
    'Không nhận tài liệu này. Lý do và việc cần làm:',
    'Do not accept this document. Why, and what to do:',
  ),
  undecided: say(
    'Chưa thấy gì sai, nhưng còn thiếu thông tin:',
    'Nothing is wrong so far, but something is missing:',
  ),
} as const;

export const seeEach = say(
  'Không phải chữ ký nào cũng dùng được; xem từng chữ ký dưới đây.',
  'Not every signature holds; see each of them below.',
);
export const since = say('Từ', 'Since');

export const about = say('Chữ ký', 'The signature');
export const result = say('Kết luận', 'Verdict');
export const who = say('Ai ký', 'Who signed');
export const when = say('Ký lúc nào', 'When');
export const authority = say('Ai chứng thực người ký', 'Who vouches for the signer');
export const covers = say('Chữ ký bảo đảm phần nào', 'What it covers');
export const status = say('Chứng thư số có bị thu hồi không', 'Whether the certificate was revoked');

export const nobody = say('Không rõ: tệp không kèm chứng thư số', 'Unknown: the file has no certificate');
export const numberNames = {
  personal: say('Số định danh', 'Personal number'),
  tax: say('Mã số thuế', 'Tax code'),
} as const;

export const noTime = say('Không ghi thời điểm ký', 'No time is given');
export const timeSources = {
  'time-stamp': say('Có dấu thời gian chứng minh', 'Proven by a time stamp'),
  claimed: say(
    'Theo máy của người ký, không có gì chứng minh',
    "By the signer's own clock; nothing proves it",
  ),
} as const;

export const noAuthority = say('Không có chứng thư của tổ chức cấp', "The issuer's certificate is not there");
export const root = say('(gốc được tin cậy)', '(trusted root)');

export const coverage = {
  true: say('Toàn bộ tài liệu', 'The whole document'),
  false: say('Không phải toàn bộ: có phần chữ ký không bảo đảm', 'Not all of it: something is not covered'),
} as const;

export const proofs = {
  document: say('Bằng chứng nằm trong tài liệu', 'The proof is in the document'),
  authority: say('Vừa hỏi tổ chức cấp', 'Its authority was asked just now'),
} as const;
export const standings = {
  revoked: say('Đã bị thu hồi từ', 'Revoked since'),
  suspended: say('Đang tạm dừng từ', 'Suspended since'),
  good: say('Chưa bị thu hồi', 'Not revoked'),
  goodThen: say('Chưa bị thu hồi khi ký', 'Not revoked when it signed'),
  unknown: say('Không rõ', 'Unknown'),
} as const;
export const noProof = say('Không có câu trả lời nào tin được', 'No answer that can be believed');

export const technical = say('Dành cho kỹ thuật', 'For engineers');
export const form = say('Dạng chữ ký, mức', 'Form, level');
export const algorithm = say('Khóa, hàm băm', 'Key, hash');
export const serial = say('Số sê-ri', 'Serial number');
export const subject = say('Chủ thể (subject)', 'Subject');
export const issuer = say('Tổ chức cấp (issuer)', 'Issuer');
export const fingerprint = say('Dấu vân tay SHA-256', 'SHA-256 fingerprint');
export const validity = say('Hiệu lực của chứng thư', 'Validity of the certificate');
export const code = say('Mã lý do', 'Reason code');

export const judgedAt = say('Xét lúc', 'Judged at');
export const sandboxOnly = say(
  'Chỉ tin gốc của hộp cát; kết quả không có giá trị pháp lý.',
  'Trusts the root of the sandbox only; without legal effect.',
);
export const file = say('Tệp', 'File');
export const again = say('Kiểm tra tệp khác', 'Check another file');
