import type { Text } from '../../../contracts/_contract.ts';
import { type Content, html, say } from '../../_kit/page/html.ts';
import { details, heading, link } from '../../_kit/page/parts.ts';
import type { Frame } from '../../_kit/page.ts';
import { backTo, type Client, vneidPage } from './frame.ts';

export interface RefusalProps extends Frame {
  title: Text;
  cure: Text;
  /** For whoever builds the portal. */
  detail: string;
  /** The sign-in page. */
  retry: string;
  /** Back to the client, which learns that access was denied. */
  cancel: string;
  client: Client;
}

const CURE: Text = { vi: 'Cần làm gì', en: 'What to do' };
const DETAIL: Text = { vi: 'Chi tiết kỹ thuật', en: 'Technical detail' };
const RETRY: Text = { vi: 'Về trang đăng nhập', en: 'Back to the sign-in page' };

/** Why nobody was signed in, what to do, and both ways back. */
export const refusalPage = (props: RefusalProps): Content => {
  const { lang, title, cure, detail, retry, cancel, client } = props;
  return vneidPage({
    ...props,
    body: html`<div data-testid="fault">${heading(title, lang)}
      <div class="cure" data-testid="cure"><h2>${say(CURE, lang)}</h2><p>${say(cure, lang)}</p></div>
      ${details(DETAIL, html`<pre class="json" data-testid="detail"><code>${detail}</code></pre>`, lang, 'detail-toggle')}
      <p class="actions stretch">${link({ href: retry, label: RETRY, lang, testid: 'retry', kind: 'primary' })}
        ${link({ href: cancel, label: backTo(client), lang, testid: 'cancel', kind: 'plain' })}</p></div>`,
  });
};
