import type { Text } from '../../../../contracts/_contract.ts';
import { actorNames, eventNames, type HistoryEntry } from '../../../../contracts/_dvcqg/account.ts';
import { dateAndTime } from '../../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../../_kit/page/html.ts';
import { table } from '../../../_kit/page/parts.ts';
import { type FieldName, fieldNames, ruleText, shownDate } from './words.ts';

const CAPTION: Text = { vi: 'Lịch sử tài khoản', en: 'History' };
const HEAD: readonly Text[] = [
  { vi: 'Khi nào', en: 'When' },
  { vi: 'Điều gì', en: 'What' },
  { vi: 'Ai', en: 'Who' },
  { vi: 'Theo quy định', en: 'By which rule' },
];

const fieldsOf = ({ fields = [] }: HistoryEntry, lang: Lang): Content | undefined =>
  fields.length === 0
    ? undefined
    : html`<br><span class="hint">${fields.map(
        (name, at) => html`${at > 0 && '; '}${say(fieldNames[name as FieldName], lang)}`,
      )}</span>`;

const rowOf = (entry: HistoryEntry, lang: Lang): Content[] => [
  html`<span class="digits">${shownDate(entry.date)}</span><br><span class="hint">${dateAndTime(Date.parse(entry.at))}</span>`,
  html`${say(eventNames[entry.event], lang)}${fieldsOf(entry, lang)}`,
  say(actorNames[entry.by], lang),
  entry.rule === null ? html`–` : say(ruleText(entry.rule), lang),
];

/** What happened to an account, oldest first: the calendar's day, and below it the token clock's time. */
export const historySection = (history: readonly HistoryEntry[], lang: Lang): Content =>
  html`<section class="paper" data-testid="history">
    ${table({ caption: CAPTION, head: HEAD, rows: history.map((entry) => rowOf(entry, lang)), lang, testid: 'history-table' })}
    <p class="hint">${say(
      {
        vi: 'Dòng trên: ngày theo lịch của không gian làm việc. Dòng dưới: giờ theo đồng hồ.',
        en: "Upper line: the workspace's calendar. Lower line: its clock.",
      },
      lang,
    )}</p>
  </section>`;
