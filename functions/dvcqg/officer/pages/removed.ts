import type { Document } from '../../../../contracts/_calendar.ts';
import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html, say } from '../../../_kit/page/html.ts';
import { heading, link, notice } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { dvcqgPage } from '../../pages/frame.ts';
import { FOR, TITLE } from './words.ts';

const SIGN_IN_FIRST: Text = {
  vi: 'Đăng nhập bằng tài khoản cơ quan nhà nước (USB ký số) trước. Trong hộp cát: Lê Thị Ngọc, ngoc.h99.01.',
  en: 'Sign in with an account of a state agency (USB token) first. In the sandbox: Lê Thị Ngọc, ngoc.h99.01.',
};
const SIGN_IN: Text = { vi: 'Đăng nhập', en: 'Sign in' };
const TIMELINE: Text = { vi: 'Xem dòng thời gian pháp lý', en: 'See the timeline of the law' };

const day = (date: string): string => date.split('-').toReversed().join('/');

const cited = ({ name, issued }: Document): Text =>
  issued === undefined ? name : { vi: `${name.vi} ngày ${day(issued)}`, en: `${name.en} of ${day(issued)}` };

/** That the function is gone: since when, and by which dispatch. */
export function removedPage(
  props: Frame & {
    removal: { from: string; documents: readonly Document[] };
    today: string;
    timeline: string;
  },
): Content {
  const { lang, assets, removal, today, timeline } = props;
  const says: Text = {
    vi: `Từ ngày ${day(removal.from)}, chức năng này đã bỏ; hôm nay theo lịch là ${day(today)}.`,
    en: `This function is gone since ${day(removal.from)}; today by the calendar is ${day(today)}.`,
  };
  const cure: Text = {
    vi: 'Hướng dẫn công dân đăng ký, đăng nhập bằng VNeID; vướng mắc thì gọi tổng đài 1900.0368 của Bộ Công an.',
    en: 'Help citizens to register and sign in with VNeID; the hotline of the Ministry of Public Security is 1900.0368.',
  };
  return dvcqgPage({
    lang,
    assets,
    title: TITLE,
    body: html`<section class="paper" data-testid="officer-removed">${heading(TITLE, lang, FOR)}
      ${notice({ kind: 'info', title: says, cure }, lang)}
      ${removal.documents.map((document) => html`<p data-testid="officer-document">${say(cited(document), lang)}</p>`)}
      <p>${link({ href: timeline, label: TIMELINE, lang, testid: 'officer-timeline' })}</p></section>`,
  });
}

export function signInFirstPage(props: Frame & { signIn: string; timeline: string }): Content {
  const { lang, assets, signIn, timeline } = props;
  return dvcqgPage({
    lang,
    assets,
    title: TITLE,
    body: html`<section class="paper">${heading(TITLE, lang, FOR)}
      <p>${say(SIGN_IN_FIRST, lang)}</p>
      <p class="actions">${link({ href: signIn, label: SIGN_IN, lang, testid: 'officer-sign-in', kind: 'primary' })}
      ${link({ href: timeline, label: TIMELINE, lang, testid: 'officer-timeline', kind: 'plain' })}</p></section>`,
  });
}
