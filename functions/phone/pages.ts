import type { Text } from '../../contracts/_contract.ts';
import { timeOfDay } from '../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../_kit/page/html.ts';
import { sandboxPanel } from '../_kit/page/panel.ts';
import { heading, link, notice, type Post } from '../_kit/page/parts.ts';
import { type Frame, shell } from '../_kit/page.ts';
import { type Approval, approvalCard } from './pages/approval.ts';
import { type Compose, composeFold } from './pages/compose.ts';
import { type Message, messageCard } from './pages/message.ts';
import { type Scan, scanRow } from './pages/scan.ts';
import { blockedNotice, type Signature, signatureCard } from './pages/signature.ts';

export type { Approval, Compose, Message, Scan, Signature };

export interface PhoneState {
  lang: Lang;
  person: { name: string; phone: string };
  /** The workspace's token clock, epoch milliseconds. */
  now: number;
  /** Changes whenever anything below does: the script compares it with what `stateUrl` says. */
  version: string;
  approvals: readonly Approval[];
  /** What the person is asked to sign. */
  signatures?: readonly Signature[];
  /** Where there are more requests to sign than one page shows: older ones, and the newest again. */
  pages?: { older?: string; newest?: string };
  /** What was decided a moment ago. */
  done?: 'approve' | 'refuse';
  /** The signing PIN is blocked: unblocks it. */
  blocked?: Post;
  scans: readonly Scan[];
  /** Newest first. */
  messages: readonly Message[];
}

export interface PhoneProps extends Frame, PhoneState {
  /** Answers `{ version: string }`. */
  stateUrl: string;
  /** This page again, for a browser without script. */
  reloadUrl: string;
  /** All phones. */
  phonesUrl?: string;
  /** Absent: there is no SIM in this phone. */
  compose?: Compose;
}

const APPROVALS: Text = { vi: 'Chờ bạn duyệt', en: 'Waiting for you' };
const SCAN: Text = { vi: 'Quét mã QR', en: 'Scan a QR code' };
const MESSAGES: Text = { vi: 'Tin nhắn', en: 'Messages' };
const EMPTY: Text = {
  vi: 'Chưa có gì. Mã xác thực và yêu cầu duyệt sẽ hiện ở đây.',
  en: 'Nothing yet. One-time codes and requests for approval will show up here.',
};
const DONE: Readonly<Record<'approve' | 'refuse', Text>> = {
  approve: { vi: 'Bạn đã đồng ý', en: 'You have approved' },
  refuse: { vi: 'Bạn đã từ chối', en: 'You have refused' },
};
const GO_BACK: Text = {
  vi: 'Quay lại trang đã hỏi bạn: trang đó tự biết câu trả lời.',
  en: 'Go back to the page that asked you: it learns of your answer by itself.',
};
const CLOCK: Text = { vi: 'Giờ hộp cát', en: 'Sandbox time' };
const INTRO: Text = {
  vi: 'Đây là điện thoại của một người trong hộp cát. Tin nhắn và yêu cầu tự hiện ra; không có gì được gửi ra ngoài.',
  en: 'The phone of a person in the sandbox. Messages and requests appear by themselves; nothing leaves the sandbox.',
};
const RELOAD: Text = { vi: 'Tải lại', en: 'Reload' };
const OTHERS: Text = { vi: 'Chọn điện thoại khác', en: 'Choose another phone' };

const OLDER: Text = { vi: 'Yêu cầu ký cũ hơn', en: 'Older requests to sign' };
const NEWEST: Text = { vi: 'Yêu cầu ký mới nhất', en: 'Newest requests to sign' };

const pageLinks = ({ lang, pages: { older, newest } = {} }: PhoneState): Content | false =>
  (older ?? newest) !== undefined &&
  html`<p class="phone-pages">${older !== undefined && link({ href: older, label: OLDER, lang, testid: 'older' })}
    ${newest !== undefined && link({ href: newest, label: NEWEST, lang, testid: 'newest' })}</p>`;

const section = (id: string, title: Text, items: readonly Content[], lang: Lang): Content | false =>
  items.length > 0 &&
  html`<section class="phone-part" aria-labelledby="${id}-title" data-testid="${id}">
    <h2 id="${id}-title">${say(title, lang)}</h2>
    <ul>${items.map((item) => html`<li>${item}</li>`)}</ul>
  </section>`;

/** Every sign-in page shows a QR code, so this list is seldom empty: it unfolds by itself only when nothing else is there. */
const scanFold = ({ lang, approvals, signatures = [], scans, messages }: PhoneState): Content =>
  html`<details class="phone-part scans" id="scans" ${approvals.length + signatures.length + messages.length === 0 && html`open`}>
    <summary data-testid="scans"><span>${say(SCAN, lang)}</span> <span class="count">${scans.length}</span></summary>
    <ul>${scans.map((scan) => html`<li>${scanRow(scan, lang)}</li>`)}</ul>
  </details>`;

/** Not beside the next request, which it might be taken to speak of. */
const doneNotice = ({ done, approvals, signatures = [], lang }: PhoneState): Content | false =>
  done !== undefined &&
  approvals.length + signatures.length === 0 &&
  notice({ kind: 'done', title: DONE[done], cure: GO_BACK, testid: 'decided' }, lang);

/** What changes on the phone: the answer to `?fragment=1`, and the inside of the whole page. */
export const phoneFragment = (state: PhoneState): Content => {
  const { lang, person, now, approvals, signatures = [], blocked, scans, messages } = state;
  const quiet =
    approvals.length + signatures.length + scans.length + messages.length === 0 && !blocked && !state.done;
  return html`<div class="phone-screen" data-version="${state.version}" data-testid="phone-screen">
    <p class="phone-status"><span class="unseen">${say(CLOCK, lang)}</span>
      <span class="digits" data-clock="${now}" data-testid="phone-clock">${timeOfDay(now)}</span><span class="phone-network" aria-hidden="true">HopCat</span></p>
    <div class="phone-owner"><h1 data-testid="title">${person.name}</h1><p class="digits" data-testid="phone-number">${person.phone}</p></div>
    ${doneNotice(state)}
    <div role="status">${quiet && html`<p class="phone-empty" data-testid="phone-empty">${say(EMPTY, lang)}</p>`}</div>
    ${blocked && blockedNotice(blocked, lang)}
    <div aria-live="polite">
      ${section(
        'approvals',
        APPROVALS,
        [
          ...approvals.map((approval) => approvalCard(approval, lang)),
          ...signatures.map((signature) => signatureCard(signature, lang)),
        ],
        lang,
      )}
      ${pageLinks(state)}
    </div>
    ${scans.length > 0 && scanFold(state)}
    <div aria-live="polite">
      ${section(
        'messages',
        MESSAGES,
        messages.map((message) => messageCard(message, lang)),
        lang,
      )}
    </div>
  </div>`;
};

/** A person's phone. */
export const phonePage = (props: PhoneProps): Content => {
  const { lang, person, stateUrl, reloadUrl, phonesUrl, compose } = props;
  const links = html`<p class="panel-intro">${say(INTRO, lang)}</p>
    <p class="panel-more">${link({ href: reloadUrl, label: RELOAD, lang, testid: 'reload' })}
    ${phonesUrl && link({ href: phonesUrl, label: OTHERS, lang, testid: 'phones' })}</p>`;
  return shell({
    ...props,
    title: { vi: `Điện thoại của ${person.name}`, en: `Phone of ${person.name}` },
    system: { vi: 'Điện thoại hộp cát', en: 'Sandbox phone' },
    sheets: ['phone'],
    scripts: ['phone', 'clock', 'copy'],
    panel: sandboxPanel(lang, links),
    body: html`<div class="phone" data-state-url="${stateUrl}">${phoneFragment(props)}${compose && composeFold(compose, lang)}</div>`,
  });
};

export interface PhonesProps extends Frame {
  phones: readonly { name: string; phone: string; url: string; slug: string }[];
}

/** Choose a phone. */
export const phonesPage = (props: PhonesProps): Content => {
  const { lang, phones } = props;
  const title: Text = { vi: 'Điện thoại của ai?', en: 'Whose phone?' };
  return shell({
    ...props,
    title,
    system: { vi: 'Điện thoại hộp cát', en: 'Sandbox phone' },
    sheets: ['phone'],
    body: html`<section class="paper">${heading(title, lang)}<ul class="phones">${phones.map(
      ({ name, phone, url, slug }) =>
        html`<li><a href="${url}" data-testid="open-phone-${slug}"><span>${name}</span> <span class="digits hint">${phone}</span></a></li>`,
    )}</ul></section>`,
  });
};
