import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html, say } from '../../../_kit/page/html.ts';
import { details, heading, link } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { exchangePage } from './frame.ts';

export interface RefusalProps extends Frame {
  title: Text;
  cure: Text;
  detail?: string;
  /** The sign-in page. */
  retry?: string;
  /** Back to the client, which learns that access was denied. */
  cancel?: string;
  /** Its name. */
  client?: string;
}

const CURE: Text = { vi: 'Cần làm gì', en: 'What to do' };
const DETAIL: Text = { vi: 'Chi tiết kỹ thuật', en: 'Technical detail' };
const RETRY: Text = { vi: 'Về trang đăng nhập', en: 'Back to the sign-in page' };

/** Why nobody was signed in, what to do, and both ways back. */
export const refusalPage = (props: RefusalProps): Content => {
  const { lang, title, cure, detail, retry, cancel, client } = props;
  const back = client && { vi: `Quay lại ${client}`, en: `Back to ${client}` };
  return exchangePage({
    ...props,
    body: html`<div data-testid="fault">${heading(title, lang)}
      <div class="cure" data-testid="cure"><h2>${say(CURE, lang)}</h2><p>${say(cure, lang)}</p></div>
      ${detail && details(DETAIL, html`<pre class="json" data-testid="detail"><code>${detail}</code></pre>`, lang, 'detail-toggle')}
      ${
        (retry ?? cancel) &&
        html`<p class="actions stretch">${retry && link({ href: retry, label: RETRY, lang, testid: 'retry', kind: 'primary' })}
        ${cancel && back && link({ href: cancel, label: back, lang, testid: 'cancel', kind: 'plain' })}</p>`
      }</div>`,
  });
};
