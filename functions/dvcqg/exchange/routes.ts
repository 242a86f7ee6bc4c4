import type { Exchange } from '../../_kit/exchange.ts';
import type { Before } from '../../_kit/implement.ts';
import { later } from '../../_kit/later.ts';
import { authorize } from '../../_oidc/authorize.ts';
import { discovery, jwks } from '../../_oidc/discovery.ts';
import { revoke } from '../../_oidc/introspect.ts';
import { confirmLogout } from '../../_oidc/logout.ts';
import { preloadAuthorize } from '../../_oidc/open-request.ts';
import type { RawParameters } from '../../_oidc/request.ts';
import { sessionIdIn } from '../../_oidc/session.ts';
import { preloadToken, token } from '../../_oidc/token.ts';
import { preloadBearer, userinfo } from '../../_oidc/userinfo.ts';
import { introspectAsPortals } from './introspect.ts';
import './kinds.ts';
import { exchange } from './profile.ts';

const metadata = (x: Exchange) => discovery(x, exchange);

export const exchangeRoutes = {
  discovery: metadata,
  discoveryByIssuerPath: metadata,
  jwks: (x: Exchange) => jwks(x),
  authorize: {
    preload: ({ workspace, input, request }: Before) =>
      preloadAuthorize(exchange, workspace, input as RawParameters, sessionIdIn(request)),
    run: (x: Exchange<RawParameters>) => authorize(x, exchange),
  },
  token: {
    preload: (before: Before) => preloadToken(exchange, before),
    run: (x: Exchange) => token(x as never, exchange),
  },
  userinfo: {
    preload: (before: Before) => preloadBearer(exchange, before),
    run: (x: Exchange) => userinfo(x, exchange),
  },
  introspect: {
    preload: (before: Before) => preloadToken(exchange, before),
    run: (x: Exchange) => introspectAsPortals(x as never),
  },
  revoke: {
    preload: (before: Before) => preloadToken(exchange, before),
    run: (x: Exchange) => revoke(x as never, exchange),
  },
  confirmLogout: (x: Exchange<{ request: string; decision: 'sign-out' | 'stay' }>) =>
    confirmLogout(x, exchange, x.input.request, x.input.decision === 'sign-out'),
  // Steps of a browser: most calls are those of a portal's own server.
  ...later(() => import('../on-demand.ts'), 'endSession', 'logoutPage'),
  ...later(() => import('../on-demand.ts'), 'backchannelLogout'),
  ...later(() => import('../on-demand.ts'), 'loginPage', 'commonauth'),
  ...later(() => import('../on-demand.ts'), 'commonauthReturn', 'signIn'),
  ...later(() => import('../on-demand.ts'), 'codePage', 'code', 'resendCode'),
  ...later(() => import('../on-demand.ts'), 'signature', 'confirmSignature', 'awaitSignature', 'tokenPage'),
  ...later(() => import('../on-demand.ts'), 'errorPage'),
  ...later(
    () => import('../on-demand.ts'),
    ...(['bridgeAuthorize', 'bridgeCallback', 'bridgeByVneid', 'bridgeVneidCallback'] as const),
  ),
};
