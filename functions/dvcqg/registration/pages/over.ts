import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html } from '../../../_kit/page/html.ts';
import { heading, link } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { registrationPage, type Trouble } from './frame.ts';

const TITLE: Text = { vi: 'Không tiếp tục được', en: 'This cannot go on' };
const ANEW: Text = { vi: 'Đăng ký lại từ đầu', en: 'Begin anew' };

/** The registration has come to an end without an account. */
export const overPage = ({
  lang,
  assets,
  trouble,
  startUrl,
}: Frame & { trouble: Trouble; startUrl: string }): Content =>
  registrationPage({
    lang,
    assets,
    title: TITLE,
    trouble,
    body: html`${heading(TITLE, lang)}<p class="actions">${link({ href: startUrl, label: ANEW, lang, testid: 'begin-anew', kind: 'primary' })}</p>`,
  });
