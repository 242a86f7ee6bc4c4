import type { Text } from '../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../_kit/page/html.ts';
import { link } from '../_kit/page/parts.ts';

const TRY: Text = { vi: 'Thử theo ngày này', en: 'Try what holds on this day' };

/** Below the workspace: pages on which the law of the day shows. */
const PLACES: readonly (readonly [path: string, testid: string, label: Text])[] = [
  ['dvcqg/', 'try-national-portal', { vi: 'Cổng Dịch vụ công quốc gia', en: 'National portal' }],
  ['dvcqg/registration', 'try-registration', { vi: 'Đăng ký tài khoản', en: 'Register an account' }],
  ['portal/', 'try-portal', { vi: 'Cổng của một tỉnh', en: 'A province’s portal' }],
  ['bocongan/', 'try-police-portal', { vi: 'Cổng của Bộ Công an', en: 'The police ministry’s portal' }],
];

/** Where to go once the calendar stands right. `workspaceUrl`: without a slash at the end. */
export const placesToTry = (workspaceUrl: string, lang: Lang): Content =>
  html`<nav class="try" aria-labelledby="try-title" data-testid="try">
    <p id="try-title">${say(TRY, lang)}</p>
    <ul>${PLACES.map(
      ([path, testid, label]) =>
        html`<li>${link({ href: `${workspaceUrl}/${path}`, label, lang, testid })}</li>`,
    )}</ul>
  </nav>`;
