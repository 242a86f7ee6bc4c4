import type { Text } from '../_contract.ts';
import type { ReasonCode, VerdictStatus } from '../_sign/verdict.ts';

/** How a sample is made, so that the verdict on it is known before. */
export interface Sample {
  title: Text;
  /** Slug of the signer; absent: nobody signs. */
  person?: string;
  kind?: 'citizen' | 'enterprise' | 'agency';
  /** Somebody who signs after that. */
  second?: string;
  /** `then`: while the certificate was good, which it is no more. Default: now. */
  when?: 'then';
  /** Who stamps the time, or how the stamp is wrong. */
  stamp?: 'time' | 'stranger' | 'wrong-hash' | 'weak-hash';
  /** Lists of the authorities go along: level LT. */
  proofs?: true;
  /** SHA-1 in place of SHA-256. */
  weak?: true;
  /** The authority does not know the certificate. */
  unknown?: true;
  /** What is done to it when it is signed. */
  spoilt?: 'content' | 'signature' | 'added' | 'cut';
  /** Of whoever judges it by the sandbox's clock, with its root alone, and asks its authorities. */
  expected: { status: VerdictStatus; reasons: readonly ReasonCode[] };
}

const valid = { status: 'valid', reasons: [] } as const;
const invalid = (...reasons: ReasonCode[]) => ({ status: 'invalid', reasons }) as const;
const undecided = (...reasons: ReasonCode[]) => ({ status: 'undecided', reasons }) as const;

const say = (vi: string, en: string): Text => ({ vi, en });

/** Documents to test a verifier with, by the name of the file. Signed with the workspace's own keys when one asks. */
export const samples = {
  'valid-b.pdf': { title: say('PDF, mức B-B', 'PDF, level B-B'), person: 'an', expected: valid },
  'valid-t.pdf': {
    title: say('PDF có dấu thời gian, mức B-T', 'PDF with a time stamp, level B-T'),
    person: 'an',
    stamp: 'time',
    expected: valid,
  },
  'valid-lt.pdf': {
    title: say('PDF kèm bằng chứng chưa bị thu hồi, mức B-LT', 'PDF with proof of status, level B-LT'),
    person: 'an',
    stamp: 'time',
    proofs: true,
    expected: valid,
  },
  'valid-enterprise.pdf': {
    title: say('PDF do doanh nghiệp ký', 'PDF signed by an enterprise'),
    person: 'khanh',
    kind: 'enterprise',
    stamp: 'time',
    expected: valid,
  },
  'valid-official.pdf': {
    title: say('PDF do công chức ký', 'PDF signed by an official'),
    person: 'ngoc',
    kind: 'agency',
    stamp: 'time',
    expected: valid,
  },
  'valid-p256.pdf': {
    title: say('PDF ký bằng khóa P-256', 'PDF signed with a P-256 key'),
    person: 'hoai',
    stamp: 'time',
    expected: valid,
  },
  'valid-rsa3072.pdf': {
    title: say('PDF ký bằng khóa RSA 3072', 'PDF signed with an RSA key of 3072 bits'),
    person: 'khanh-linh',
    stamp: 'time',
    expected: valid,
  },
  'two-signers.pdf': {
    title: say('PDF hai người ký lần lượt', 'PDF that two people signed, one after the other'),
    person: 'an',
    second: 'khanh',
    stamp: 'time',
    expected: valid,
  },
  'expired-later.pdf': {
    title: say(
      'Hết hạn sau khi ký: dấu thời gian chứng minh ký lúc còn hạn',
      'Expired later: a time stamp proves that it was valid',
    ),
    person: 'toan',
    when: 'then',
    stamp: 'time',
    expected: valid,
  },
  'revoked-later.pdf': {
    title: say(
      'Bị thu hồi sau khi ký: dấu thời gian chứng minh ký trước đó',
      'Revoked later: a time stamp proves that it was signed before',
    ),
    person: 'son',
    when: 'then',
    stamp: 'time',
    expected: valid,
  },
  'valid-b.xml': { title: say('XML, mức B-B', 'XML, level B-B'), person: 'an', expected: valid },
  'valid-t.xml': {
    title: say('XML có dấu thời gian, mức B-T', 'XML with a time stamp, level B-T'),
    person: 'hoai',
    stamp: 'time',
    expected: valid,
  },
  'valid-lt.xml': {
    title: say('XML kèm bằng chứng chưa bị thu hồi, mức B-LT', 'XML with proof of status, level B-LT'),
    person: 'an',
    stamp: 'time',
    proofs: true,
    expected: valid,
  },
  'two-signers.xml': {
    title: say('XML hai người ký lần lượt', 'XML that two people signed, one after the other'),
    person: 'an',
    second: 'khanh',
    expected: valid,
  },
  'valid-b.p7m': {
    title: say('CMS chứa nội dung, mức B-B', 'CMS with its content, level B-B'),
    person: 'an',
    expected: valid,
  },
  'valid-t.p7m': {
    title: say('CMS có dấu thời gian, mức B-T', 'CMS with a time stamp, level B-T'),
    person: 'an',
    stamp: 'time',
    expected: valid,
  },
  'missing-issuer.pdf': {
    title: say('Thiếu chứng thư của tổ chức cấp', "Without the issuer's certificate"),
    person: 'my',
    stamp: 'time',
    expected: undecided('chain-incomplete'),
  },
  'status-unknown.pdf': {
    title: say('Tổ chức cấp không biết chứng thư này', 'The authority does not know the certificate'),
    person: 'an',
    stamp: 'time',
    unknown: true,
    expected: undecided('status-unknown'),
  },
  'changed.pdf': {
    title: say('PDF bị sửa sau khi ký', 'PDF changed after signing'),
    person: 'an',
    stamp: 'time',
    spoilt: 'content',
    expected: invalid('content-changed'),
  },
  'changed.xml': {
    title: say('XML bị sửa số tiền sau khi ký', 'XML whose amount was changed after signing'),
    person: 'an',
    stamp: 'time',
    spoilt: 'content',
    expected: invalid('content-changed'),
  },
  'changed.p7m': {
    title: say('CMS bị sửa số tiền sau khi ký', 'CMS whose amount was changed after signing'),
    person: 'an',
    spoilt: 'content',
    expected: invalid('content-changed'),
  },
  'signature-wrong.xml': {
    title: say('XML có giá trị chữ ký bị thay', 'XML with another signature value'),
    person: 'an',
    spoilt: 'signature',
    expected: invalid('signature-wrong'),
  },
  'signature-wrong.p7m': {
    title: say('CMS có giá trị chữ ký bị thay', 'CMS with another signature value'),
    person: 'an',
    spoilt: 'signature',
    expected: invalid('signature-wrong'),
  },
  'added.pdf': {
    title: say('PDF bị thêm chữ vào trang sau khi ký', 'PDF with text added to its page after signing'),
    person: 'an',
    stamp: 'time',
    spoilt: 'added',
    expected: invalid('added-after-signing'),
  },
  'added.xml': {
    title: say('XML bị nhét thêm nội dung vào trong chữ ký', 'XML with content put into its signature'),
    person: 'an',
    spoilt: 'added',
    expected: invalid('added-after-signing'),
  },
  'revoked.pdf': {
    title: say('Bị thu hồi trước khi ký', 'Revoked before it was signed'),
    person: 'son',
    stamp: 'time',
    expected: invalid('revoked'),
  },
  'revoked-no-stamp.pdf': {
    title: say(
      'Bị thu hồi sau khi ký, không có dấu thời gian chứng minh',
      'Revoked later, and no time stamp proves it',
    ),
    person: 'son',
    when: 'then',
    expected: invalid('revoked'),
  },
  'revoked.xml': {
    title: say('XML ký bằng chứng thư bị thu hồi', 'XML by a revoked certificate'),
    person: 'son',
    expected: invalid('revoked'),
  },
  'suspended.pdf': {
    title: say('Chứng thư đang tạm dừng', 'A suspended certificate'),
    person: 'nam',
    stamp: 'time',
    expected: invalid('suspended'),
  },
  'expired.pdf': {
    title: say('Chứng thư hết hạn', 'An expired certificate'),
    person: 'toan',
    stamp: 'time',
    expected: invalid('expired'),
  },
  'expired.xml': {
    title: say('XML ký bằng chứng thư hết hạn', 'XML by an expired certificate'),
    person: 'toan',
    expected: invalid('expired'),
  },
  'not-yet-valid.pdf': {
    title: say('Chứng thư chưa có hiệu lực', 'A certificate that is not valid yet'),
    person: 'hanh',
    stamp: 'time',
    expected: invalid('not-yet-valid'),
  },
  'unknown-issuer.pdf': {
    title: say('Tổ chức cấp không ai biết', 'An issuer that nobody knows'),
    person: 'xuan',
    stamp: 'time',
    expected: invalid('issuer-unknown'),
  },
  'unknown-issuer.xml': {
    title: say('XML, tổ chức cấp không ai biết', 'XML, an issuer that nobody knows'),
    person: 'xuan',
    expected: invalid('issuer-unknown'),
  },
  'wrong-usage.pdf': {
    title: say('Chứng thư không dùng để ký', 'A certificate that is not for signing'),
    person: 'diep',
    stamp: 'time',
    expected: invalid('wrong-usage'),
  },
  'sha1-certificate.pdf': {
    title: say('Chứng thư ký bằng SHA-1', 'A certificate signed over SHA-1'),
    person: 'hien',
    stamp: 'time',
    expected: invalid('weak-hash'),
  },
  'sha1.pdf': {
    title: say('Chữ ký dùng SHA-1', 'A signature over SHA-1'),
    person: 'an',
    stamp: 'time',
    weak: true,
    expected: invalid('weak-hash'),
  },
  'sha1.p7m': {
    title: say('CMS dùng SHA-1', 'CMS over SHA-1'),
    person: 'an',
    weak: true,
    expected: invalid('weak-hash'),
  },
  'stranger-stamp.pdf': {
    title: say('Dấu thời gian của tổ chức lạ', "A stranger's time stamp"),
    person: 'an',
    stamp: 'stranger',
    expected: invalid('time-stamp-untrusted'),
  },
  'wrong-stamp.pdf': {
    title: say('Dấu thời gian của chữ ký khác', 'A time stamp of another signature'),
    person: 'an',
    stamp: 'wrong-hash',
    expected: invalid('time-stamp-wrong'),
  },
  'sha1-stamp.pdf': {
    title: say('Dấu thời gian ký bằng SHA-1', 'A time stamp signed over SHA-1'),
    person: 'an',
    stamp: 'weak-hash',
    expected: invalid('weak-hash'),
  },
  'not-signed.pdf': { title: say('PDF chưa ký', 'PDF that nobody signed'), expected: invalid('not-signed') },
  'not-signed.xml': { title: say('XML chưa ký', 'XML that nobody signed'), expected: invalid('not-signed') },
  'cut.p7m': {
    title: say('CMS bị cắt giữa chừng', 'CMS that ends too early'),
    person: 'an',
    spoilt: 'cut',
    expected: invalid('unreadable'),
  },
} as const satisfies Readonly<Record<string, Sample>>;

export type SampleName = keyof typeof samples;

export const isSample = (name: string): name is SampleName => Object.hasOwn(samples, name);
