import type { Text } from '../../../../contracts/_contract.ts';
import { actorNames, eventNames, type HistoryEntry } from '../../../../contracts/_dvcqg/account.ts';
import { vietnamDate } from '../../../_kit/clock.ts';
import { dateAndTime, timeOfDay } from '../../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../../_kit/page/html.ts';
import { type FieldName, fieldNames, ruleText, shownDate } from './words.ts';

const TITLE: Text = { vi: 'Lịch sử tài khoản', en: 'History' };
const LEAD: Text = {
  vi: 'Ngày theo lịch của không gian làm việc; trong ngoặc là đồng hồ của nó.',
  en: "Days by the workspace's calendar; in brackets its clock.",
};

const fieldsOf = ({ fields = [] }: HistoryEntry, lang: Lang): Content | undefined =>
  fields.length === 0
    ? undefined
    : html`<p class="hint">${fields.map(
        (name, at) => html`${at > 0 && '; '}${say(fieldNames[name as FieldName], lang)}`,
      )}</p>`;

/** The clock's day too, where it is another than the calendar's. */
function timeIn({ at, date }: HistoryEntry): string {
  const ms = Date.parse(at);
  return vietnamDate(ms) === date ? timeOfDay(ms) : dateAndTime(ms);
}

const item = (entry: HistoryEntry, lang: Lang): Content =>
  html`<li data-event="${entry.event}" data-testid="history-entry">
    <p class="hint"><span class="digits">${shownDate(entry.date)}</span> <span class="digits">(${timeIn(entry)})</span> · ${say(actorNames[entry.by], lang)}</p>
    <p><strong>${say(eventNames[entry.event], lang)}</strong></p>${fieldsOf(entry, lang)}${
      entry.rule !== null &&
      html`<p class="hint">${say(ruleText(entry.rule), lang)} <code>${entry.rule}</code></p>`
    }
  </li>`;

/** What happened to an account, oldest first: when, what, who, and by which rule. */
export const historySection = (history: readonly HistoryEntry[], lang: Lang): Content =>
  html`<section class="paper part" aria-labelledby="history" data-testid="history">
    <h2 id="history">${say(TITLE, lang)}</h2>
    <p class="hint">${say(LEAD, lang)}</p>
    <ol class="steps">${history.map((entry) => item(entry, lang))}</ol>
  </section>`;
