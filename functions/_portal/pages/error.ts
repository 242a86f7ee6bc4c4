import type { Text } from '../../../contracts/_contract.ts';
import { keyValue, type Row } from '../../_kit/page/data.ts';
import { type Content, html, say } from '../../_kit/page/html.ts';
import { button, form, heading, link, type Post } from '../../_kit/page/parts.ts';
import { adviceFor } from './advice.ts';
import { type PortalFrame, portalPage } from './frame.ts';

export interface PortalErrorProps extends PortalFrame {
  /** Who answered so, by name: VNeID. */
  provider: string;
  /** The OAuth error code, or one of the portal's own such as `state_mismatch`. */
  error: string;
  /** `error_description` as it arrived. */
  description?: string;
  /** Anything else worth showing: the step, the HTTP status, … */
  facts?: readonly Row[];
  retry: Post;
  home: string;
}

const TITLE: Text = { vi: 'Chưa đăng nhập được', en: 'Sign-in did not succeed' };
const CURE: Text = { vi: 'Cần làm gì', en: 'What to do' };
const ERROR: Text = { vi: 'Mã lỗi', en: 'Error' };
const DESCRIPTION: Text = { vi: 'Mô tả', en: 'Description' };
const RETRY: Text = { vi: 'Đăng nhập lại', en: 'Sign in again' };
const HOME: Text = { vi: 'Về trang đầu', en: 'To the start' };

/** What the provider answered instead of a sign-in, and what to do about it. */
export const portalErrorPage = (props: PortalErrorProps): Content => {
  const { lang, error, description, facts = [], retry, home } = props;
  const { happened, cure } = adviceFor(error, props.provider);
  const rows: Row[] = [
    { label: ERROR, value: html`<code>${error}</code>`, testid: 'error' },
    ...(description === undefined
      ? []
      : [{ label: DESCRIPTION, value: description, testid: 'error-description' }]),
    ...facts,
  ];
  return portalPage({
    ...props,
    title: TITLE,
    body: html`<section class="paper">${heading(TITLE, lang, happened)}
      <div class="cure" data-testid="cure"><h2>${say(CURE, lang)}</h2><p>${say(cure, lang)}</p></div>
      <div class="received">${keyValue(rows, lang)}</div>
      <div class="actions">${form(retry, button({ label: RETRY, lang, testid: 'retry' }), 'retry-form')}
        ${link({ href: home, label: HOME, lang, testid: 'home', kind: 'plain' })}</div>
    </section>`,
  });
};
