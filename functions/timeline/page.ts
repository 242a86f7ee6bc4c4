import type { Text } from '../../contracts/_contract.ts';
import { type Content, html, plain, say } from '../_kit/page/html.ts';
import { heading, keyValue, link, type NoticeProps, notice, type Post } from '../_kit/page/parts.ts';
import { type Frame, shell } from '../_kit/page.ts';
import { type Standing, shownDate } from './domain.ts';
import { mover } from './page-mover.ts';
import { ruleItem } from './page-rule.ts';
import { placesToTry } from './page-try.ts';

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
  /** Where the links to what can be tried begin: without a slash at the end. */
  workspaceUrl: string;
  /** `moved`: says so above; `moved-here`: beside today. */
  told?: string | undefined;
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

/** By the calendar as it is now, so that it is true on a reload too. */
const moved = ({ today, calendar }: TimelineProps): NoticeProps => {
  const day = shownDate(today);
  const title: Text =
    calendar === null
      ? { vi: `Lịch đã về ngày thật: ${day}`, en: `The calendar is back at the real date: ${day}` }
      : { vi: `Đã dời lịch: hôm nay là ${day}`, en: `The calendar was moved: today is ${day}` };
  return { kind: 'done', title, testid: 'moved' };
};

/** Where a button among the dates leads back to: it says what that did, and what to do next. */
const todayMark = (props: TimelineProps): Content => {
  const { today, lang, told, workspaceUrl } = props;
  const news = told === 'moved-here' && html`${notice(moved(props), lang)}${placesToTry(workspaceUrl, lang)}`;
  return html`<li class="today" id="today" tabindex="-1" data-testid="today-mark"><p class="here"><strong>${say(HERE, lang)}</strong> <time class="digits" datetime="${today}">${shownDate(today)}</time></p>${news}</li>`;
};

/** The rules in the order of time, and today among them. */
const items = (props: TimelineProps): Content[] => {
  const { rules, lang } = props;
  const shown = rules.map((rule) => ruleItem(rule, lang));
  const come = rules.filter((rule) => rule.come).length;
  return [...shown.slice(0, come), todayMark(props), ...shown.slice(come)];
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
  const { lang, assets, today, post, jsonUrl, trouble, told } = props;
  const news = trouble?.notice ?? (told === 'moved' ? moved(props) : undefined);
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
    ...(news && { notice: news }),
    body: html`<form method="post" action="${post.action}" data-testid="move">
      <section class="paper">${heading(TITLE, lang, LEAD)}${about}${told !== 'moved-here' && placesToTry(props.workspaceUrl, lang)}${mover(props, call(props))}</section>
      <section class="paper" aria-labelledby="rules-title">
        <h2 id="rules-title">${say(RULES, lang)}</h2>
        <ol class="timeline" aria-label="${plain(RULES, lang)}">${items(props)}</ol>
        <p>${link({ href: jsonUrl, label: JSON_LINK, lang, testid: 'rules-json' })}</p>
      </section>
    </form>`,
  });
};
