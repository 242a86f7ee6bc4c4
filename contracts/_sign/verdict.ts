import type { Text } from '../_contract.ts';

/** Why a signature is not accepted, in words for a layman, and what can be done about it. */
export interface Reason {
  title: Text;
  cure: Text;
}

const say = (vi: string, en: string): Text => ({ vi, en });

const signAnew = say(
  'Đề nghị người ký ký lại bằng chứng thư số còn hiệu lực',
  'Ask the signer to sign again with a certificate that is valid',
);
const getOriginal = say(
  'Đề nghị người nộp gửi lại đúng tệp gốc đã ký; không nhận tệp này',
  'Ask for the very file that was signed; do not accept this one',
);

/** Codes that stay; the first ones weigh most, and a page says the first of several in its big answer. */
export const reasons = {
  unreadable: {
    title: say('Không đọc được tệp', 'The file cannot be read'),
    cure: say(
      'Gửi lại tệp PDF, XML hoặc CMS (.p7s, .p7m) nguyên vẹn',
      'Send the whole PDF, XML or CMS file (.p7s, .p7m)',
    ),
  },
  'not-signed': {
    title: say('Tệp không có chữ ký số nào', 'The file has no digital signature'),
    cure: say(
      'Ảnh chữ ký hay con dấu trong tệp không phải chữ ký số; đề nghị người nộp ký số',
      'A picture of a signature or seal is none; ask for a digital signature',
    ),
  },
  'content-changed': {
    title: say('Nội dung đã bị sửa sau khi ký', 'The content was changed after it was signed'),
    cure: getOriginal,
  },
  'signature-wrong': {
    title: say('Chữ ký không khớp với người ký', "The signature is not of the signer's key"),
    cure: getOriginal,
  },
  'added-after-signing': {
    title: say('Có nội dung được thêm vào sau khi ký', 'Something was added after it was signed'),
    cure: say(
      'Chữ ký chỉ bảo đảm phần đã ký; đề nghị gửi bản đúng như lúc ký, hoặc ký lại bản mới',
      'The signature vouches for what was signed only; ask for that version, or for a signature on the new one',
    ),
  },
  revoked: {
    title: say('Chứng thư số đã bị thu hồi', 'The certificate was revoked'),
    cure: say(
      'Không nhận, trừ khi có dấu thời gian chứng minh ký trước lúc thu hồi; đề nghị ký lại bằng chứng thư khác',
      'Do not accept it, unless a time stamp proves an earlier signing; ask for another certificate',
    ),
  },
  suspended: {
    title: say('Chứng thư số đang bị tạm dừng', 'The certificate is suspended'),
    cure: say(
      'Chờ tổ chức cấp mở lại rồi kiểm tra lại, hoặc đề nghị ký bằng chứng thư khác',
      'Check again when its issuer has released it, or ask for another certificate',
    ),
  },
  expired: {
    title: say('Chứng thư số đã hết hạn', 'The certificate has expired'),
    cure: say(
      'Không có dấu thời gian nào chứng minh đã ký khi còn hạn; đề nghị người ký gia hạn rồi ký lại',
      'No time stamp proves that it was signed before; ask the signer to renew it and sign again',
    ),
  },
  'not-yet-valid': {
    title: say('Chứng thư số chưa có hiệu lực', 'The certificate is not valid yet'),
    cure: signAnew,
  },
  'issuer-unknown': {
    title: say('Không rõ tổ chức cấp chứng thư số', 'Nobody knows who issued the certificate'),
    cure: say(
      'Chỉ nhận chứng thư do tổ chức thuộc gốc quốc gia cấp; đề nghị ký lại bằng chứng thư đó',
      'Only issuers below the national root count; ask for a signature with such a certificate',
    ),
  },
  'chain-incomplete': {
    title: say('Thiếu chứng thư của tổ chức cấp', "The issuer's certificate is missing"),
    cure: say(
      'Đề nghị ký lại kèm đủ chuỗi chứng thư',
      'Ask for it to be signed again, with the whole chain of certificates',
    ),
  },
  'wrong-usage': {
    title: say('Chứng thư số này không dùng để ký', 'The certificate is not for signing'),
    cure: signAnew,
  },
  'weak-hash': {
    title: say('Dùng thuật toán băm yếu (SHA-1)', 'A weak hash was used (SHA-1)'),
    cure: say(
      'Đề nghị ký lại bằng phần mềm và chứng thư dùng SHA-256 trở lên',
      'Ask for a signature and a certificate over SHA-256 or better',
    ),
  },
  'time-stamp-wrong': {
    title: say('Dấu thời gian không thuộc chữ ký này', 'The time stamp is not of this signature'),
    cure: say(
      'Không tin thời điểm ghi trong đó; đề nghị ký lại',
      'Do not believe its time; ask for a new one',
    ),
  },
  'time-stamp-untrusted': {
    title: say('Dấu thời gian của tổ chức không được tin cậy', 'An untrusted authority made the time stamp'),
    cure: say(
      'Đề nghị ký lại với dấu thời gian của tổ chức thuộc gốc quốc gia',
      'Ask for a time stamp of an authority below the national root',
    ),
  },
  'status-unknown': {
    title: say(
      'Chưa biết chứng thư số có bị thu hồi không',
      'It is not known whether the certificate was revoked',
    ),
    cure: say(
      'Tổ chức cấp chưa trả lời; kiểm tra lại sau, chưa nhận lúc này',
      'Its issuer gave no answer; check again later, do not accept it yet',
    ),
  },
} as const satisfies Readonly<Record<string, Reason>>;

export type ReasonCode = keyof typeof reasons;

export const reasonCodes = Object.keys(reasons) as ReasonCode[];

/** `undecided`: nothing is wrong with what could be looked at, and something could not be. */
export const verdictStatuses = ['valid', 'undecided', 'invalid'] as const;

export type VerdictStatus = (typeof verdictStatuses)[number];

/** Reasons that say only that something could not be found out. */
export const undecidedBy: ReadonlySet<ReasonCode> = new Set(['chain-incomplete', 'status-unknown']);
