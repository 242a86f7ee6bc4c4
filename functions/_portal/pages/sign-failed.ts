import type { Text } from '../../../contracts/_contract.ts';
import { type Content, html, say } from '../../_kit/page/html.ts';
import { heading, link } from '../../_kit/page/parts.ts';
import { type PortalFrame, portalPage } from './frame.ts';

export interface SignFailedProps extends PortalFrame {
  base: string;
  /** `reason`: why just this certificate or signature is not believed. */
  trouble?: { title: Text; reason?: Text; cure: Text };
  againUrl: string;
}

const UNKNOWN: Text = { vi: 'Chưa ký được', en: 'It was not signed' };
const REASON: Text = { vi: 'Lý do', en: 'Why' };
const CURE: Text = { vi: 'Cần làm gì', en: 'What to do' };
const AS_IT_WAS: Text = {
  vi: 'Lần ký này không có kết quả. Hồ sơ vẫn như trước.',
  en: 'Nothing has come of this signing. The dossier is as it was.',
};
const AGAIN: Text = { vi: 'Ký lại', en: 'Begin anew' };
const BACK: Text = { vi: 'Về các hồ sơ', en: 'To the dossiers' };

/** A signing that came to nothing, why, and what to do. */
export const signFailedPage = (props: SignFailedProps): Content => {
  const { lang, base, trouble, againUrl } = props;
  const title = trouble?.title ?? UNKNOWN;
  return portalPage({
    ...props,
    title,
    body: html`<section class="paper" data-testid="sign-failed">${heading(title, lang, AS_IT_WAS)}
      ${trouble?.reason && html`<div class="cure" data-testid="reason"><h2>${say(REASON, lang)}</h2><p>${say(trouble.reason, lang)}</p></div>`}
      ${trouble && html`<div class="cure" data-testid="cure"><h2>${say(CURE, lang)}</h2><p>${say(trouble.cure, lang)}</p></div>`}
      <div class="actions">${link({ href: againUrl, label: AGAIN, lang, testid: 'sign-again', kind: 'primary' })}
        ${link({ href: `${base}/dossiers`, label: BACK, lang, testid: 'back', kind: 'quiet' })}</div>
    </section>`,
  });
};
