import type { Text } from '../../../contracts/_contract.ts';
import { keyValue, type Row } from '../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { button, countdown, form, type Post } from '../../_kit/page/parts.ts';

/** Something that waits for the person's yes or no. */
export interface Approval {
  id: string;
  title: Text;
  /** Who asks. */
  asks: string;
  details?: readonly Row[];
  secondsLeft: number;
  /** Receives `decision`: `approve` or `refuse`. */
  post: Post;
}

const FROM: Text = { vi: 'Từ', en: 'From' };
const LEFT: Text = { vi: 'Hết hạn sau', en: 'Expires in' };
const APPROVE: Text = { vi: 'Đồng ý', en: 'Approve' };
const REFUSE: Text = { vi: 'Từ chối', en: 'Refuse' };

/** Who asks, about what, and for how long. */
export const facts = ({ asks, details = [], secondsLeft }: Approval, lang: Lang): Content =>
  keyValue(
    [
      { label: FROM, value: asks, testid: 'approval-client' },
      ...details,
      { label: LEFT, value: countdown(secondsLeft, 'approval-time-left') },
    ],
    lang,
  );

/** `approve`: what it says; absent: it cannot be approved now. */
export const decisions = (lang: Lang, approve?: Text): Content => html`<p class="actions stretch">
    ${approve && button({ label: approve, lang, testid: 'approve', name: 'decision', value: 'approve' })}
    ${button({ label: REFUSE, lang, testid: 'refuse', name: 'decision', value: 'refuse', kind: 'plain', unchecked: true })}
  </p>`;

export const approvalCard = (approval: Approval, lang: Lang): Content => {
  const { id, title, post } = approval;
  const decide = decisions(lang, APPROVE);
  return html`<article class="card" aria-labelledby="approval-${id}" data-testid="approval">
    <h3 id="approval-${id}">${say(title, lang)}</h3>${facts(approval, lang)}${form(post, decide, 'approval-form')}
  </article>`;
};
