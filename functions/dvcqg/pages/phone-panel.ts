import type { Text } from '../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { sandboxPanel } from '../../_kit/page/panel.ts';
import { link } from '../../_kit/page/parts.ts';

const OPEN_PHONE: Text = { vi: 'Mở điện thoại', en: 'Open the phone' };

const introOf = (what: 'code' | 'signature', person: string): Text =>
  what === 'code'
    ? {
        vi: `Không có tin nhắn nào được gửi ra ngoài. Mã nằm trong điện thoại hộp cát của ${person}.`,
        en: `No message leaves the sandbox. The code is on the sandbox phone of ${person}.`,
      }
    : {
        vi: `Yêu cầu ký nằm trong điện thoại hộp cát của ${person}; mã PIN là 123456.`,
        en: `The request to sign is on the sandbox phone of ${person}; the PIN is 123456.`,
      };

/** Where the SMS is to be read, or the signature to be given. */
export function phonePanel(
  { url, person }: { url: string; person: string },
  lang: Lang,
  what: 'code' | 'signature' = 'code',
): Content {
  const intro = introOf(what, person);
  const open = link({
    href: url,
    label: OPEN_PHONE,
    lang,
    testid: 'open-phone',
    kind: 'plain',
    newTab: true,
  });
  return sandboxPanel(
    lang,
    html`<p class="panel-intro">${say(intro, lang)}</p><p class="panel-more">${open}</p>`,
  );
}
