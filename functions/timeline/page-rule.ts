import type { Text } from '../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../_kit/page/html.ts';
import { dayBefore, type Standing, shownDate } from './domain.ts';

const TOLD: Text = {
  vi: 'Chỉ nêu để biết, hộp cát không đổi cách chạy',
  en: 'Told only: the sandbox does not behave otherwise',
};
const SANDBOX: Text = { vi: 'Trong hộp cát', en: 'In the sandbox' };
const SOURCES: Text = { vi: 'Văn bản', en: 'Documents' };
const NO_DAY: Text = { vi: 'bản công khai không ghi ngày', en: 'no day on the public copy' };
const BEFORE: Text = { vi: 'Ngày trước', en: 'Day before' };
const ON: Text = { vi: 'Đúng ngày', en: 'The day itself' };

const several = (days: number, day: string): string => `${days} ${day}${days === 1 ? '' : 's'}`;

const standing = ({ days }: Standing): Text => {
  if (days === 0) return { vi: 'Đến hôm nay', en: 'Comes today' };
  if (days > 0) return { vi: `Còn ${days} ngày`, en: `In ${several(days, 'day')}` };
  return { vi: `Đã qua ${-days} ngày`, en: `${several(-days, 'day')} ago` };
};

/** In the page's own language only: a number says the same in both. */
const documentsOf = ({ documents }: Standing, lang: Lang): Content =>
  html`<p class="hint">${say(SOURCES, lang)}: ${documents.map(
    ({ name, issued }, at) =>
      html`${at > 0 && '; '}${name[lang]} (${issued === null ? NO_DAY[lang] : html`<span class="digits">${shownDate(issued)}</span>`})`,
  )}</p>`;

/** Two of them stand at each rule, so each says its day. */
const moveTo = (date: string, label: Text, testid: string, lang: Lang): Content => {
  return html`<button class="button plain" type="submit" name="to" value="${date}" data-testid="${testid}">${say(label, lang)} <span class="digits">${shownDate(date)}</span></button>`;
};

/** One rule: when, for whom, what, by which documents, what changes here, and the two days at its boundary. */
export const ruleItem = (rule: Standing, lang: Lang): Content => {
  const { id, from, come, who, what, sandbox } = rule;
  return html`<li class="${come ? 'come' : 'ahead'}" data-testid="rule-${id}">
    <p class="when"><time class="digits" datetime="${from}">${shownDate(from)}</time> <span class="tag" data-testid="standing-${id}">${say(standing(rule), lang)}</span></p>
    <h3>${say(who, lang)}</h3>
    <p class="what">${say(what, lang)}</p>
    <p class="${sandbox ? 'sandbox' : 'hint'}">${sandbox ? html`<strong>${say(SANDBOX, lang)}</strong><br>${say(sandbox, lang)}` : say(TOLD, lang)}</p>
    ${documentsOf(rule, lang)}
    <p class="moves">${moveTo(dayBefore(from), BEFORE, `before-${id}`, lang)} ${moveTo(from, ON, `on-${id}`, lang)}</p>
  </li>`;
};
