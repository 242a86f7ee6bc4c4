import type { Text } from '../../../contracts/_contract.ts';
import type { TokenState } from '../../../contracts/_usbtoken/data.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { button, form, notice, type Post } from '../../_kit/page/parts.ts';

const TITLE: Text = { vi: 'USB ký số', en: 'The token' };
const NOW: Text = { vi: 'Hiện giờ', en: 'Now' };
const INTRO: Text = {
  vi: 'Thử những gì người dùng gặp ngoài đời: mỗi trạng thái cho mã lỗi riêng của phần mềm ký.',
  en: 'Try what happens to people: each state gives the plug-ins’ own code.',
};
const BLOCKED: Text = { vi: 'Mã PIN của USB ký số đang bị khóa', en: 'The token’s PIN is blocked' };
const CURE: Text = {
  vi: 'Bấm “Cắm vào, mở khóa” bên dưới rồi ký lại từ đầu.',
  en: 'Press “Plug in, unblock” below, then sign anew.',
};

const states: Readonly<Record<TokenState, Text>> = {
  ok: { vi: 'đã cắm, sẵn sàng', en: 'plugged in, ready' },
  'not-plugged-in': { vi: 'chưa cắm', en: 'not plugged in' },
  'no-driver': { vi: 'thiếu driver', en: 'no driver' },
  'no-certificate': { vi: 'không có chứng thư số', en: 'no certificate' },
  'pin-blocked': { vi: 'mã PIN bị khóa', en: 'PIN blocked' },
  'two-tokens': { vi: 'cắm hai USB', en: 'two tokens' },
};

const labels: Readonly<Record<TokenState, Text>> = {
  ok: { vi: 'Cắm vào, mở khóa', en: 'Plug in, unblock' },
  'not-plugged-in': { vi: 'Rút ra', en: 'Pull out' },
  'no-driver': { vi: 'Gỡ driver', en: 'Remove the driver' },
  'no-certificate': { vi: 'Xóa chứng thư', en: 'Remove the certificate' },
  'pin-blocked': { vi: 'Khóa mã PIN', en: 'Block the PIN' },
  'two-tokens': { vi: 'Cắm hai USB', en: 'Plug in two' },
};

/** How the token stands, and buttons to change that. */
export const tokenSection = (state: TokenState, post: Post, lang: Lang): Content => {
  const others = (Object.keys(labels) as TokenState[]).filter((each) => each !== state);
  const buttons = others.map((each) =>
    button({
      label: labels[each],
      lang,
      testid: `token-${each}`,
      name: 'state',
      value: each,
      kind: each === 'ok' ? 'primary' : 'plain',
    }),
  );
  return html`<section class="paper" aria-labelledby="token-title">
    <h2 id="token-title">${say(TITLE, lang)}</h2>
    ${state === 'pin-blocked' && notice({ kind: 'error', title: BLOCKED, cure: CURE, id: 'pin-blocked', testid: 'pin-blocked' }, lang)}
    <p>${say(NOW, lang)}: <strong data-testid="token-state" data-state="${state}">${say(states[state], lang)}</strong></p>
    <p class="hint">${say(INTRO, lang)}</p>
    ${form(post, html`<div class="token-buttons">${buttons}</div>`, 'token-form')}
  </section>`;
};
