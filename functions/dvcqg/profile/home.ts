import { type CalendarRuleId, calendarRules } from '../../../contracts/_calendar.ts';
import { type Answer, page } from '../../_kit/answer.ts';
import { hasCome } from '../../_kit/calendar.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { saveAccount } from '../accounts.ts';
import { signInPath } from '../exchange/session.ts';
import { doneNotice } from './notices.ts';
import type { Door } from './pages/home.ts';
import { shownDate } from './pages/words.ts';
import { isToBePrompted, lastDay, linkPath, shownPrompt, visitor } from './visitor.ts';

/** Each way in, with what is said of it while it is open and once the rule has closed it. */
const doors: readonly (Omit<Door, 'open' | 'how'> & {
  until: CalendarRuleId;
  open: Door['how'];
  shut: Door['how'];
})[] = [
  {
    who: { vi: 'Công dân, bằng tài khoản của Cổng', en: "Citizens, by the portal's own account" },
    until: 'national-portal-vneid-only',
    open: {
      vi: 'Đăng ký, đăng nhập được; nên liên kết với VNeID',
      en: 'Registers and signs in; link it to VNeID',
    },
    shut: {
      vi: 'Từ 15/06/2024 công dân chỉ dùng VNeID trên Cổng',
      en: 'Since 15 June 2024 citizens use VNeID only',
    },
  },
  {
    who: {
      vi: 'Công dân, ở các cổng khác qua VNConnect',
      en: 'Citizens, at other portals through VNConnect',
    },
    until: 'citizens-vneid-only',
    open: { vi: 'Tài khoản của Cổng còn đăng nhập được', en: "The portal's own account still signs in" },
    shut: {
      vi: 'Từ 01/07/2024 tài khoản công dân do Cổng cấp dừng hoạt động',
      en: 'Since 1 July 2024 the accounts given to citizens have stopped',
    },
  },
  {
    who: {
      vi: 'Doanh nghiệp, bằng USB ký số, SIM ký số, ký số từ xa',
      en: 'Enterprises, by USB token, SIM PKI or remote signature',
    },
    until: 'organisations-own-identity',
    open: {
      vi: 'Đăng ký, đăng nhập được đến hết 30/06/2025',
      en: 'Registers and signs in until 30 June 2025',
    },
    shut: {
      vi: 'Từ 01/07/2025 chỉ dùng định danh điện tử của tổ chức',
      en: 'Since 1 July 2025 only by their own electronic identity',
    },
  },
];

const always: Door = {
  who: { vi: 'Công dân, bằng VNeID', en: 'Citizens, by VNeID' },
  how: { vi: 'Đăng nhập được mọi ngày', en: 'Signs in on any day' },
  open: true,
};

function doorsToday(x: Exchange): Door[] {
  return [
    always,
    ...doors.map(({ who, until, open, shut }) => {
      const closed = hasCome(until, x.clock);
      return { who, how: closed ? shut : open, open: !closed };
    }),
  ];
}

const urlsOf = ({ base, deps, workspace }: Exchange) => ({
  signIn: base + signInPath('/account'),
  register: `${base}/registration`,
  recover: `${base}/recovery`,
  services: `${base}/services`,
  account: `${base}/account`,
  signOut: `${base}/oidc/logout`,
  officer: `${base}/officer`,
  timeline: `${deps.origin}/${workspace.id}/timeline/`,
  docs: `${base}/docs`,
});

/** The start page; it shows the prompt to whoever came by password. */
export async function home(x: Exchange<{ notice?: string | undefined }>): Promise<Answer> {
  const { homePage } = await import('./pages/index.ts');
  const who = await visitor(x);
  const prompts = who && isToBePrompted(who.held.account, who.via, x);
  const account = who && (prompts ? shownPrompt(who.held.account, x) : who.held.account);
  const notice = doneNotice(x.input.notice);
  const content = homePage({
    lang: 'vi',
    assets: ASSETS,
    today: shownDate(x.clock.today),
    doors: doorsToday(x),
    urls: urlsOf(x),
    ...(account && { name: account.name }),
    ...(prompts && { prompt: { linkUrl: x.base + linkPath('/account'), lastDay: lastDay() } }),
    ...(notice && { notice }),
  });
  const changed = who && account && account !== who.held.account;
  return page(content, { changes: changed ? await saveAccount(x, who.held, account) : [] });
}

/** Only for the table's own test: every date that the page writes out is the calendar's. */
export const doorRules = doors.map(({ until, open, shut }) => ({
  from: calendarRules[until].from,
  said: `${open.vi} ${shut.vi} ${open.en} ${shut.en}`,
}));
