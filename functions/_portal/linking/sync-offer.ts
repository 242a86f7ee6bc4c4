import { hasCome } from '../../_kit/calendar.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import type { NoticeProps, Post } from '../../_kit/page/parts.ts';
import type { Portal } from '../portal.ts';
import type { Session } from '../session.ts';

/** The two pages that have the function. */
export type SyncPage = 'account' | 'dossiers';

const SYNCED: NoticeProps = {
  kind: 'done',
  title: {
    vi: 'Tài khoản cũ và hồ sơ của nó đã về tài khoản VNeID',
    en: 'The old account and its dossiers have come to the VNeID account',
  },
};
const NOTHING: NoticeProps = {
  kind: 'info',
  title: {
    vi: 'Cổng DVCQG không có tài khoản cũ nào dưới số định danh này',
    en: 'The national portal has no old account under this personal number',
  },
};
const ALREADY: NoticeProps = {
  kind: 'info',
  title: {
    vi: 'Tài khoản cũ đã ở trong tài khoản này rồi, không còn gì để cập nhật',
    en: 'The old account is in this one already: there is nothing more to bring',
  },
};
const notices = new Map([
  ['synced', SYNCED],
  ['nothing-to-sync', NOTHING],
  ['already-synced', ALREADY],
]);

/** Whether the function is there today, for whoever is signed in: from its first day on, for a VNeID account. */
export const maySync = (x: Exchange, portal: Portal): boolean =>
  portal.syncs && hasCome('police-portal-syncs', x.clock);

/** The button, and what came of it the last time. */
export function syncOffer(
  x: Exchange<{ notice?: string | undefined }>,
  portal: Portal,
  { provider }: Session,
  on: SyncPage,
): { sync?: Post; notice?: NoticeProps } {
  const notice = notices.get(x.input.notice ?? '');
  return {
    ...(maySync(x, portal) && provider === 'vneid' && { sync: { action: `${x.base}/sync`, hidden: { on } } }),
    ...(notice && { notice }),
  };
}
