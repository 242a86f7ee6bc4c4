import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { Text } from '../../contracts/_contract.ts';
import { type Answer, page } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import type { Row } from '../_kit/page/data.ts';
import type { NoticeProps } from '../_kit/page/parts.ts';
import { ASSETS } from '../_kit/wire.ts';
import { HIGHEST, reaches, SCOPE } from './domain.ts';
import type { Claims } from './pages/claims.ts';
import { portalHomePage, portalSignedInPage } from './pages.ts';
import { CLIENT_ID, issuerOf } from './provider.ts';
import { forgetCookie, hasCookie, readSession, type Session } from './session.ts';

const frame = { lang: 'vi', assets: ASSETS } as const;

const SIGNED_OUT: NoticeProps = { kind: 'done', title: { vi: 'Bạn đã đăng xuất', en: 'You are signed out' } };
const REFRESHED: NoticeProps = {
  kind: 'done',
  title: { vi: 'Token đã được làm mới', en: 'The tokens were refreshed' },
};
const ENDED: NoticeProps = {
  kind: 'info',
  title: { vi: 'Phiên của bạn ở cổng này đã kết thúc', en: 'Your session here has ended' },
  cure: {
    vi: 'VNeID đã báo đăng xuất, hoặc phiên đã hết hạn. Hãy đăng nhập lại.',
    en: 'VNeID announced a logout, or the session expired. Sign in again.',
  },
};

const row = (wire: string, vi: string, en: string, value: string): Row => ({
  label: { vi, en },
  wire,
  value,
});

const configuration = (x: Exchange): Row[] => [
  row('issuer', 'Bên phát hành', 'Issuer', issuerOf(x)),
  row('client_id', 'Mã ứng dụng', 'Client ID', CLIENT_ID),
  row('redirect_uri', 'Địa chỉ quay lại', 'Redirect URI', `${x.base}/callback`),
  row('scope', 'Phạm vi xin', 'Scope', SCOPE),
  row('post_logout_redirect_uri', 'Địa chỉ sau khi đăng xuất', 'After a logout', `${x.base}/`),
  row(
    'backchannel_logout_uri',
    'Nơi nhận logout token',
    'Back-channel logout',
    `${x.base}/backchannel-logout`,
  ),
];

/** What a portal would show of a person, where each thing came from, and its name there. */
const shown: readonly (readonly [wire: string, label: Text, from: 'idToken' | 'userinfo'])[] = [
  ['fullName', { vi: 'Họ và tên', en: 'Full name' }, 'userinfo'],
  ['citizenPid', { vi: 'Số định danh cá nhân', en: 'Personal number' }, 'userinfo'],
  ['birthDate', { vi: 'Ngày sinh', en: 'Date of birth' }, 'userinfo'],
  ['acr', { vi: 'Mức độ bảo đảm', en: 'Assurance level' }, 'idToken'],
  ['sub', { vi: 'Mã người dùng ở cổng này', en: 'Who this is to the portal' }, 'idToken'],
];

function whoRows(from: Record<'idToken' | 'userinfo', Claims>): Row[] {
  return shown.flatMap(([wire, label, source]) => {
    const value = from[source][wire];
    return value === undefined ? [] : [{ label, wire, value: String(value), testid: `who-${wire}` }];
  });
}

function signedInView(x: Exchange, { received }: Session, notice?: NoticeProps): Promise<Answer> {
  const { idToken, accessToken, refreshToken, userinfo, timing } = received;
  const claims: Claims = decodeJwt(idToken);
  const content = portalSignedInPage({
    ...frame,
    name: String(userinfo.fullName ?? claims.sub),
    who: whoRows({ idToken: claims, userinfo }),
    idToken: { header: { ...decodeProtectedHeader(idToken) }, claims },
    userinfo,
    accessToken,
    timing,
    signOut: { action: `${x.base}/sign-out` },
    ...(!reaches(String(claims.acr), HIGHEST) && {
      stepUp: { action: `${x.base}/sign-in`, hidden: { acr: HIGHEST } },
    }),
    ...(refreshToken && { refresh: { action: `${x.base}/refresh` } }),
    ...(notice && { notice }),
  });
  return page(content);
}

export async function home(x: Exchange<{ state?: string | undefined; notice?: string | undefined }>) {
  const session = await readSession(x);
  if (session) return signedInView(x, session, x.input.notice === 'refreshed' ? REFRESHED : undefined);
  const stale = hasCookie(x);
  const notice = x.input.state === 'signed-out' ? SIGNED_OUT : stale ? ENDED : undefined;
  const content = portalHomePage({
    ...frame,
    signIn: { action: `${x.base}/sign-in` },
    configuration: configuration(x),
    ...(notice && { notice }),
  });
  return page(content, stale ? { headers: forgetCookie(x) } : {});
}
