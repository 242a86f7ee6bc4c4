import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../../_kit/page/html.ts';
import { sandboxPanel } from '../../../_kit/page/panel.ts';
import { link } from '../../../_kit/page/parts.ts';
import type { PluggedIn } from './sign.ts';

/** Somebody whose token may be plugged in, with one click. */
export interface Owner {
  slug: string;
  name: string;
  reason: Text;
  url: string;
}

const NOBODY: Text = {
  vi: 'Chưa chọn USB của ai. Trang đang chờ phần mềm ký trên máy, chẳng hạn «hopcat token».',
  en: 'Nobody’s token was chosen. The page waits for a plug-in on this computer, such as "hopcat token".',
};
const CHOOSE: Text = { vi: 'Cắm USB của', en: 'Plug in the token of' };
const OTHERS: Text = { vi: 'Chọn USB của người khác', en: 'Choose another token' };
const SOMEBODY: Text = { vi: 'Chọn USB của một người', en: 'Choose somebody’s token' };

const nowText = (name: string): Text => ({
  vi: `Trang nạp sẵn một tập lệnh trả lời thay phần mềm ký, với USB của ${name}; mã PIN là 123456. Hệ thống thật không có bảng này.`,
  en: `A script answers in place of the plug-in, with the token of ${name}; the PIN is 123456. The real system has no such panel.`,
});

const owners = (people: readonly Owner[], lang: Lang): Content =>
  html`<div class="group"><ul>${people.map(
    ({ slug, name, reason, url }) =>
      html`<li><a class="person" href="${url}" data-testid="token-of-${slug}"><span class="person-name">${name}</span> <span class="person-reason">${say(reason, lang)}</span></a></li>`,
  )}</ul></div>`;

/** Whose token is plugged in, and whose may be. `othersUrl`: where others are chosen. */
export const tokenPanel = (
  {
    pluggedIn,
    people = [],
    othersUrl,
  }: { pluggedIn?: PluggedIn | undefined; people?: readonly Owner[]; othersUrl?: string },
  lang: Lang,
): Content =>
  sandboxPanel(
    lang,
    html`<p class="panel-intro" data-testid="plugged-in">${say(pluggedIn ? nowText(pluggedIn.name) : NOBODY, lang)}</p>
    ${people.length > 0 && html`<p class="panel-intro"><strong>${say(CHOOSE, lang)}</strong></p>${owners(people, lang)}`}
    ${othersUrl !== undefined && html`<p class="panel-more">${link({ href: othersUrl, label: pluggedIn ? OTHERS : SOMEBODY, lang, testid: 'other-token' })}</p>`}`,
  );
