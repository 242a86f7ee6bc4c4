import type { Text } from '../../../../contracts/_contract.ts';
import type { Content } from '../../../_kit/page/html.ts';
import { heading } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { type AskProps, askSignOut, type DoneProps, signedOut } from '../../../_oidc/sign-out-pages.ts';
import { exchangePage } from './frame.ts';

export type SignOutProps = Frame & Pick<AskProps, 'client' | 'person' | 'post'>;
export type SignedOutProps = Frame & Pick<DoneProps, 'frames' | 'next'>;

const ASK: Text = {
  vi: 'Đăng xuất khỏi Cổng Dịch vụ công quốc gia?',
  en: 'Sign out of the national portal?',
};
const DONE_LEAD: Text = {
  vi: 'Phiên của Cổng Dịch vụ công quốc gia trên trình duyệt này đã kết thúc. Phiên VNeID, nếu có, vẫn còn.',
  en: "The national portal's session in this browser has ended. A VNeID session, where there is one, goes on.",
};
const STILL: Text = { vi: 'Bạn vẫn đang đăng nhập', en: 'You are still signed in' };
const CLOSE: Text = { vi: 'Có thể đóng trang này.', en: 'You may close this page.' };

/** Yes or no, before a session ends that nobody proved to be theirs. */
export const signOutPage = ({ lang, assets, ...about }: SignOutProps): Content =>
  exchangePage({ lang, assets, ...askSignOut({ ...about, lang, ask: ASK }) });

/** The session is over; the page tells the other portals. */
export const signedOutPage = ({ lang, assets, ...about }: SignedOutProps): Content =>
  exchangePage({ lang, assets, ...signedOut({ ...about, lang, lead: DONE_LEAD }) });

export const stillSignedInPage = ({ lang, assets }: Frame): Content =>
  exchangePage({ lang, assets, title: STILL, body: heading(STILL, lang, CLOSE) });
