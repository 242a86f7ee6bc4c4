import type { Text } from '../../contracts/_contract.ts';
import type { VerdictView } from '../../contracts/_pki/verify-data.ts';
import { reasons } from '../../contracts/_sign/verdict.ts';
import type { Finding, Verdict } from '../_verify/verdict.ts';
import { answers } from '../_verify/verdict-words.ts';

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
