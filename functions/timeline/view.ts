import { type Answer, page } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import type { Fault } from '../_kit/fault.ts';
import type { NoticeProps } from '../_kit/page/controls.ts';
import { ASSETS } from '../_kit/wire.ts';
import { standingsOn } from './domain.ts';

/** What was wrong with a move, on the page that it came from. */
export interface Trouble {
  notice: NoticeProps;
  status: number;
  fault: Fault;
  /** Which field it is about. */
  about?: 'date' | 'key';
  date?: string | undefined;
}

interface Shown {
  trouble?: Trouble;
  /** What a redirect brought: that the calendar was moved just now, and where to say so. */
  told?: string | undefined;
}

export async function timelineView(x: Exchange, { trouble, told }: Shown = {}): Promise<Answer> {
  const { timelinePage } = await import('./page.ts');
  const here = new URL(x.base).pathname;
  const { settings, keyHash } = x.workspace;
  const body = timelinePage({
    lang: 'vi',
    assets: ASSETS,
    today: x.clock.today,
    calendar: settings.calendar,
    offsetSeconds: settings.clockOffsetSeconds,
    keyed: keyHash !== null,
    rules: standingsOn(x.clock.today),
    post: { action: `${here}/` },
    jsonUrl: `${here}/api/rules`,
    workspaceUrl: here.slice(0, here.lastIndexOf('/')),
    told,
    settingsUrl: `${x.deps.origin}/${x.workspace.id}/control/settings`,
    ...(trouble && { trouble: { notice: trouble.notice, about: trouble.about, date: trouble.date } }),
  });
  return page(body, trouble && { status: trouble.status, fault: trouble.fault });
}
