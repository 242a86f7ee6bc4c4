import type { Text } from '../../../contracts/_contract.ts';
import { type Frame, shell } from '../page.ts';
import { button, heading, hiddenFields } from './controls.ts';
import { type Content, html, safeUrl } from './html.ts';

/** `lang` is `vi` and `assets` is `/assets` unless told. */
export interface FormPostFrame extends Partial<Frame> {
  /** Whose page this is. */
  system?: Text;
  /** The name of the client. */
  client?: string;
}

const CONTINUE: Text = { vi: 'Tiếp tục', en: 'Continue' };
const LEAD: Text = {
  vi: 'Nếu trang không tự chuyển, hãy bấm Tiếp tục.',
  en: 'If nothing happens, press Continue.',
};

/**
 * OAuth 2.0 Form Post Response Mode: a form that sends itself to the redirect URI, with a button for when it cannot.
 * The page's `form-action` has to allow the redirect URI's origin.
 */
export function formPostPage(
  redirectUri: string,
  response: Readonly<Record<string, string>>,
  { lang = 'vi', assets = '/assets', system, client }: FormPostFrame = {},
): Content {
  const title: Text = {
    vi: `Đang quay lại ${client ?? 'cổng'}`,
    en: `Returning to ${client ?? 'the portal'}`,
  };
  const body = html`<section class="paper">${heading(title, lang, LEAD)}
    <form method="post" action="${safeUrl(redirectUri)}" data-submit-now data-testid="form-post">
      ${hiddenFields(response)}${button({ label: CONTINUE, lang, testid: 'continue' })}
    </form></section>`;
  return shell({ lang, assets, system, title, scripts: ['submit'], body });
}
