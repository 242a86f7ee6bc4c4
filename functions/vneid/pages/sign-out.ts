import type { Text } from '../../../contracts/_contract.ts';
import type { Content } from '../../_kit/page/html.ts';
import type { Frame } from '../../_kit/page.ts';
import { type AskProps, askSignOut, type DoneProps, signedOut } from '../../_oidc/sign-out-pages.ts';
import { type Client, vneidPage } from './frame.ts';

export type SignOutProps = Frame & Pick<AskProps, 'person' | 'post'> & { client?: Client };
export type SignedOutProps = Frame & Pick<DoneProps, 'frames' | 'next'>;

const ASK: Text = { vi: 'Đăng xuất khỏi VNeID?', en: 'Sign out of VNeID?' };
const DONE_LEAD: Text = {
  vi: 'Phiên đăng nhập VNeID trên trình duyệt này đã kết thúc.',
  en: 'The VNeID session in this browser has ended.',
};

/** Yes or no, before a session ends that nobody proved to be theirs. */
export const signOutPage = (props: SignOutProps): Content =>
  vneidPage({ ...props, ...askSignOut({ ...props, ask: ASK, client: props.client?.name }) });

/** The session is over; the page tells the other portals. */
export const signedOutPage = (props: SignedOutProps): Content =>
  vneidPage({ ...props, ...signedOut({ ...props, lead: DONE_LEAD }) });
