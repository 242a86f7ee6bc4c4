import type { Text } from '../../../contracts/_contract.ts';
import type { TokenState } from '../../../contracts/_usbtoken/data.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { heading, type Post } from '../../_kit/page/parts.ts';
import { type Frame, shell } from '../../_kit/page.ts';
import { type DialogueCard, dialogueCard } from './dialogue.ts';
import { tokenSection } from './token.ts';

export interface WindowState {
  lang: Lang;
  /** Changes whenever anything below does. */
  version: string;
  owner: string;
  token: TokenState;
  /** Receives `state`. */
  tokenPost: Post;
  /** Oldest first. */
  dialogues: readonly DialogueCard[];
}

export interface WindowProps extends Frame, WindowState {
  /** Answers `{ version: string }`. */
  stateUrl: string;
}

const SYSTEM: Text = { vi: 'USB ký số', en: 'USB token' };
const LEAD: Text = {
  vi: 'Cửa sổ này thay cho hộp thoại của phần mềm ký trên máy. Yêu cầu ký tự hiện ra.',
  en: 'This window stands in for the plug-in’s dialogue. Requests to sign appear by themselves.',
};
const EMPTY: Text = { vi: 'Chưa có trang nào yêu cầu ký.', en: 'No page asks for a signature.' };

/** What changes in the window: the answer to `?fragment=1`, and the inside of the whole page. */
export const windowFragment = (state: WindowState): Content => {
  const { lang, dialogues } = state;
  const cards =
    dialogues.length === 0
      ? html`<section class="paper"><p data-testid="dialogues-empty">${say(EMPTY, lang)}</p></section>`
      : html`${dialogues.map((card) => dialogueCard(card, lang))}`;
  return html`<div class="token-window" aria-live="polite" data-version="${state.version}" data-testid="token-window">
    ${cards}${tokenSection(state.token, state.tokenPost, lang)}
  </div>`;
};

export const windowPage = (props: WindowProps): Content => {
  const title: Text = { vi: `USB ký số của ${props.owner}`, en: `${props.owner}’s USB token` };
  const { lang, assets } = props;
  const body = html`${heading(title, lang, LEAD)}<div data-state-url="${props.stateUrl}">${windowFragment(props)}</div>`;
  return shell({
    lang,
    assets,
    system: SYSTEM,
    title,
    scripts: ['clock', 'phone'],
    sheets: ['dvcqg', 'usb-token'],
    body,
  });
};
