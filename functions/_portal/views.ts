import { decodeProtectedHeader } from 'jose/decode/protected_header';
import { decodeJwt } from 'jose/jwt/decode';
import { type Answer, page, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import type { Row } from '../_kit/page/data.ts';
import type { NoticeProps } from '../_kit/page/parts.ts';
import { HIGHEST, reaches } from './domain.ts';
import { isLowLevel } from './linking/enter.ts';
import type { Claims } from './pages/claims.ts';
import { frameOf, pages } from './pages/frame-of.ts';
import type { Portal } from './portal.ts';
import { issuerOf, providers } from './provider.ts';
import { forgetCookie, hasCookie, readSession, type Session } from './session.ts';
import { nameIn, whoRows } from './who.ts';

const SIGNED_OUT: NoticeProps = { kind: 'done', title: { vi: 'Bạn đã đăng xuất', en: 'You are signed out' } };
const UNLINKED: NoticeProps = {
  kind: 'done',
  title: { vi: 'Đã bỏ liên kết và đăng xuất', en: 'The link is gone, and you are signed out' },
  cure: {
    vi: 'Hồ sơ của bạn vẫn còn; đăng nhập lại sẽ liên kết lại với chính tài khoản này.',
    en: 'Your dossiers stay; signing in again links this same account.',
  },
};
/** By the `state` with which somebody comes back. */
const afterwards = new Map([
  ['signed-out', SIGNED_OUT],
  ['unlinked', UNLINKED],
]);
const REFRESHED: NoticeProps = {
  kind: 'done',
  title: { vi: 'Token đã được làm mới', en: 'The tokens were refreshed' },
};
const ENDED: NoticeProps = {
  kind: 'info',
  title: { vi: 'Phiên của bạn ở cổng này đã kết thúc', en: 'Your session here has ended' },
  cure: {
    vi: 'Bên cấp định danh đã báo đăng xuất, hoặc phiên đã hết hạn. Hãy đăng nhập lại.',
    en: 'The provider announced a logout, or the session expired. Sign in again.',
  },
};
const FIRST: NoticeProps = {
  kind: 'info',
  title: { vi: 'Trang bạn muốn mở cần đăng nhập', en: 'The page that you want needs a sign-in' },
};

const row = (wire: string, vi: string, en: string, value: string): Row => ({
  label: { vi, en },
  wire,
  value,
});

const configuration = (x: Exchange, portal: Portal): Row[] => [
  ...portal.providers.map((provider) =>
    row('issuer', `Bên phát hành: ${providers[provider].name}`, 'Issuer', issuerOf(x, provider)),
  ),
  row('client_id', 'Mã ứng dụng', 'Client ID', portal.clientId),
  row('redirect_uri', 'Địa chỉ quay lại', 'Redirect URI', `${x.base}/callback`),
  ...portal.providers.map((provider) =>
    row('scope', `Phạm vi xin: ${providers[provider].name}`, 'Scope', providers[provider].scope),
  ),
  row('post_logout_redirect_uri', 'Địa chỉ sau khi đăng xuất', 'After a logout', `${x.base}/`),
  row(
    'backchannel_logout_uri',
    'Nơi nhận logout token',
    'Back-channel logout',
    `${x.base}/backchannel-logout`,
  ),
];

async function signedInView(
  x: Exchange,
  portal: Portal,
  session: Session,
  notice?: NoticeProps,
): Promise<Answer> {
  const { provider } = session;
  const { idToken, accessToken, refreshToken, userinfo, timing } = session.received;
  const claims: Claims = decodeJwt(idToken);
  const { portalSignedInPage } = await pages();
  const content = portalSignedInPage({
    ...frameOf(portal),
    base: x.base,
    name: String(nameIn(userinfo) ?? claims.sub),
    who: whoRows(provider, { idToken: claims, userinfo }),
    idToken: { header: { ...decodeProtectedHeader(idToken) }, claims },
    userinfo,
    accessToken,
    timing,
    signOut: { action: `${x.base}/sign-out` },
    ...(provider === 'vneid' &&
      !reaches(String(claims.acr), HIGHEST) && {
        stepUp: { action: `${x.base}/sign-in`, hidden: { acr: HIGHEST } },
      }),
    ...(refreshToken && { refresh: { action: `${x.base}/refresh` } }),
    ...(notice && { notice }),
  });
  return page(content);
}

/** Names of a deep link that the national portal may append to any of our addresses. */
interface Home {
  state?: string | undefined;
  notice?: string | undefined;
  to?: string | undefined;
  vnconnect?: string | undefined;
}

export async function home(x: Exchange<Home>, portal: Portal) {
  const { to, state, vnconnect } = x.input;
  if (vnconnect !== undefined) return redirect(`${x.base}/launch?${x.url.split('?')[1] ?? ''}`);
  const session = await readSession(x, portal);
  if (session && session.applicant === undefined && !isLowLevel(session)) return redirect(`${x.base}/enter`);
  if (session)
    return signedInView(x, portal, session, x.input.notice === 'refreshed' ? REFRESHED : undefined);
  const stale = hasCookie(x);
  const said = afterwards.get(state ?? '');
  const notice = said ?? (stale ? ENDED : to === undefined ? undefined : FIRST);
  const { portalHomePage } = await pages();
  const content = portalHomePage({
    ...frameOf(portal),
    base: x.base,
    signIn: portal.providers.map((provider) => ({
      provider,
      post: { action: `${x.base}/sign-in`, hidden: { provider, ...(to !== undefined && { to }) } },
    })),
    configuration: configuration(x, portal),
    ...(notice && { notice }),
  });
  return page(content, stale ? { headers: forgetCookie(x) } : {});
}
