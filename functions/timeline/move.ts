import contract from '../../contracts/timeline.ts';
import { refuseForeignPages } from '../_kit/admit.ts';
import { type Answer, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { faultKind } from '../_kit/wire.ts';
import { timelineView } from './view.ts';

interface Move {
  to: string;
  date?: string | undefined;
  key?: string | undefined;
}

const wanted = ({ to, date = '' }: Move): string | null =>
  to === 'typed' ? date.trim() : to === 'real' ? null : to;

/** The page that says so. Who pressed among the dates comes back to where today stands now, right beside them. */
const moved = (to: string): string =>
  to === 'typed' || to === 'real' ? '?notice=moved' : '?notice=moved-here#today';

/** The control API's answer to the change; 502 when there is none. */
async function changed(x: Exchange, calendar: string | null, key: string | undefined): Promise<number> {
  const answer = await x.deps
    .fetch(`${x.deps.origin}/${x.workspace.id}/control/settings`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ calendar }),
    })
    .catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.status ?? 502;
}

const faults = {
  400: new Fault('invalid_input', 'there is no such day'),
  401: new Fault('key_required', 'the form does not carry the key of this workspace'),
};

const texts = {
  400: {
    title: { vi: 'Không có ngày này trong lịch', en: 'There is no such day in the calendar' },
    about: 'date',
  },
  401: {
    title: { vi: 'Chưa đúng khóa của không gian làm việc', en: "That is not the workspace's key" },
    about: 'key',
  },
} as const;

/** Moves the calendar through the control API, in the name of whoever gives the workspace's key. */
export async function move(x: Exchange<Move>): Promise<Answer> {
  refuseForeignPages(x.deps, x.request);
  const status = await changed(x, wanted(x.input), x.input.key);
  if (status === 200) return redirect(`${new URL(x.base).pathname}/${moved(x.input.to)}`, { status: 303 });
  if (status !== 400 && status !== 401) {
    throw new Fault('date_not_taken', `the control API answered ${status}`);
  }
  const fault = faults[status];
  const { title, about } = texts[status];
  const { cure } = faultKind(contract, fault.code);
  const notice = { kind: 'error', id: 'trouble', title, cure } as const;
  return timelineView(x, { trouble: { notice, status, fault, about, date: x.input.date } });
}
