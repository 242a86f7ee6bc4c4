import type { Text } from '../../contracts/_contract.ts';
import type { VerdictView } from '../../contracts/_pki/verify-data.ts';
import { reasons, type VerdictStatus } from '../../contracts/_sign/verdict.ts';
import type { Finding, Verdict } from '../_verify/verdict.ts';

/** The answer in a few words. */
export const answers: Readonly<Record<VerdictStatus, Text>> = {
  valid: { vi: 'Chữ ký hợp lệ', en: 'The signature is valid' },
  undecided: { vi: 'Chưa kết luận được', en: 'It cannot be said yet' },
  invalid: { vi: 'Chữ ký không hợp lệ', en: 'The signature is not valid' },
};

const severalValid: Text = { vi: 'Mọi chữ ký đều hợp lệ', en: 'All signatures are valid' };

const worded = (finding: Finding) => ({ ...finding, ...reasons[finding.code] });

function answerOf({ status, reasons: why, signatures }: Verdict): Text {
  if (signatures.length === 0 && why[0]) return reasons[why[0].code].title;
  return status === 'valid' && signatures.length > 1 ? severalValid : answers[status];
}

/** A verdict with its words, as programs and the page see it. */
export const verdictView = (verdict: Verdict): VerdictView => ({
  ...verdict,
  answer: answerOf(verdict),
  reasons: verdict.reasons.map(worded),
  signatures: verdict.signatures.map((each) => ({ ...each, reasons: each.reasons.map(worded) })),
});
