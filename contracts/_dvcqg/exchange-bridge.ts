import * as z from 'zod';
import type { Operation } from '../_contract.ts';
import * as oidc from '../_oidc.ts';
import { examples } from './exchange-examples.ts';

const shared = {
  method: 'GET',
  errors: 'page',
  fidelity: 'M',
  note: {
    vi: 'Hình dạng mà một số tỉnh dùng. NGUY HIỂM: access token nằm trên thanh địa chỉ, nên lọt vào lịch sử trình duyệt, nhật ký máy chủ và Referer; state không gắn với phiên. Chỉ bật (dvcqg.bridge) để thử một cổng đã làm như vậy. client_id và redirect_uri là tham số của HopCat, vì ở đây một cầu nối phục vụ nhiều cổng',
    en: 'The shape that some provinces use. DANGER: the access token stands in the address, and so gets into the browser’s history, servers’ logs and Referer; state is not tied to the session. Switch it on (dvcqg.bridge) only to test a portal that was built so. client_id and redirect_uri are our own parameters, since one bridge serves many portals here',
  },
} as const;

const start = z.lazy(() => {
  const optional = z.string().max(4_096).optional();
  return z.object({ state: optional, client_id: z.string().max(200).optional(), redirect_uri: optional });
});

/** The bridge between the exchange and a portal: it finishes OAuth, and hands the access token to the portal. */
export const bridgeOperations = {
  bridgeAuthorize: {
    ...shared,
    path: '/sso/authorize',
    title: { vi: 'Cầu nối: đăng nhập qua Cổng DVCQG', en: 'Bridge: sign in by the national portal' },
    examples: examples.bridgeAuthorize,
    query: start,
    answers: { 302: 'redirect' },
  },
  bridgeCallback: {
    ...shared,
    path: '/sso/callback',
    title: { vi: 'Cầu nối: Cổng DVCQG trả lời', en: 'Bridge: the national portal answers' },
    query: oidc.authorizeParameters,
    answers: { 302: 'redirect' },
  },
  bridgeByVneid: {
    ...shared,
    path: '/vneidsso/authorize',
    title: { vi: 'Cầu nối: đăng nhập qua VNeID', en: 'Bridge: sign in by VNeID' },
    examples: examples.bridgeByVneid,
    query: start,
    answers: { 302: 'redirect' },
  },
  bridgeVneidCallback: {
    ...shared,
    path: '/vneidsso/callback',
    title: { vi: 'Cầu nối: VNeID trả lời', en: 'Bridge: VNeID answers' },
    query: oidc.authorizeParameters,
    answers: { 302: 'redirect' },
  },
} as const satisfies Readonly<Record<string, Operation>>;
