import type { Text } from '../../contracts/_contract.ts';
import { type Content, html, type Lang, plain, say } from '../_kit/page/html.ts';
import { heading, keyValue, link, type NoticeProps, type Post } from '../_kit/page/parts.ts';
import { type Frame, shell } from '../_kit/page.ts';
import { type Standing, shownDate } from './domain.ts';
import { mover } from './page-mover.ts';
import { ruleItem } from './page-rule.ts';

export interface TimelineProps extends Frame {
  today: string;
  /** What the calendar was set to; null: the token clock's date. */
  calendar: string | null;
  offsetSeconds: number;
  /** Whether moving needs the workspace's key. */
  keyed: boolean;
  rules: readonly Standing[];
  post: Post;
  /** The same as JSON. */
  jsonUrl: string;
  /** The one call that moves the calendar. */
  settingsUrl: string;
  trouble?: { notice: NoticeProps; about?: 'date' | 'key' | undefined; date?: string | undefined };
}

const TITLE: Text = { vi: 'Dòng thời gian pháp lý', en: 'Timeline of the law' };
const LEAD: Text = {
  vi: 'Từ tài khoản Cổng Dịch vụ công quốc gia sang VNeID: mốc nào đã đến, mốc nào chưa, theo lịch của không gian làm việc này.',
  en: 'From accounts of the national portal to VNeID: which dates have come and which have not, by the calendar of this workspace.',
};
const TODAY: Text = { vi: 'Hôm nay theo lịch', en: 'Today by the calendar' };
const SOURCE: Text = { vi: 'Lịch đang', en: 'The calendar is' };
const SET: Text = {
  vi: 'đặt riêng; đồng hồ của mã và phiên không đổi',
  en: 'set; the clock of codes and sessions is not',
};
const REAL: Text = { vi: 'theo ngày thật ở Việt Nam', en: 'the real date in Viet Nam' };
const OFFSET: Text = {
  vi: 'theo đồng hồ của không gian làm việc, đã chỉnh lệch giờ thật',
  en: "by the workspace's clock, which is set apart from real time",
};
const HERE: Text = { vi: 'Hôm nay', en: 'Today' };
const RULES: Text = { vi: 'Các mốc', en: 'The dates' };
const JSON_LINK: Text = { vi: 'Các mốc này dạng JSON', en: 'These dates as JSON' };

const sourceOf = ({ calendar, offsetSeconds }: TimelineProps): Text =>
  calendar !== null ? SET : offsetSeconds === 0 ? REAL : OFFSET;

const todayMark = (today: string, lang: Lang): Content =>
  html`<li class="today" data-testid="today-mark"><p><strong>${say(HERE, lang)}</strong> <time class="digits" datetime="${today}">${shownDate(today)}</time></p></li>`;

/** The rules in the order of time, and today among them. */
const items = ({ rules, today, lang }: TimelineProps): Content[] => {
  const shown = rules.map((rule) => ruleItem(rule, lang));
  const come = rules.filter((rule) => rule.come).length;
  return [...shown.slice(0, come), todayMark(today, lang), ...shown.slice(come)];
};

const call = ({ settingsUrl, keyed }: TimelineProps): string =>
  [
    `curl -X PATCH ${settingsUrl}`,
    ...(keyed ? ['-H "Authorization: Bearer $KEY"'] : []),
    "-H 'content-type: application/json'",
    `-d '{"calendar": "2024-06-14"}'`,
  ].join(' \\\n  ');

/** The dates of the law, where today stands among them, and ways to move it. */
export const timelinePage = (props: TimelineProps): Content => {
  const { lang, assets, today, post, jsonUrl, trouble } = props;
  const about = keyValue(
    [
      {
        label: TODAY,
        value: html`<time class="digits" datetime="${today}">${shownDate(today)}</time>`,
        testid: 'today',
      },
      { label: SOURCE, value: say(sourceOf(props), lang), testid: 'calendar-source' },
    ],
    lang,
  );
  return shell({
    lang,
    assets,
    title: TITLE,
    wide: true,
    sheets: ['timeline'],
    ...(trouble && { notice: trouble.notice }),
    body: html`<form method="post" action="${post.action}" data-testid="move">
      <section class="paper">${heading(TITLE, lang, LEAD)}${about}${mover(props, call(props))}</section>
      <section class="paper" aria-labelledby="rules-title">
        <h2 id="rules-title">${say(RULES, lang)}</h2>
        <ol class="timeline" aria-label="${plain(RULES, lang)}">${items(props)}</ol>
        <p>${link({ href: jsonUrl, label: JSON_LINK, lang, testid: 'rules-json' })}</p>
      </section>
    </form>`,
  });
};
