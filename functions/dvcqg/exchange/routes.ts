import type { Exchange } from '../../_kit/exchange.ts';
import type { Before } from '../../_kit/implement.ts';
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

/** Steps of a browser, loaded when the first one is taken: most calls are a portal's own server's. */
const later =
  <X, A>(load: () => Promise<(x: X) => A>) =>
  async (x: X): Promise<Awaited<A>> =>
    await (await load())(x);

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
  endSession: later(async () => (await import('./logout.ts')).logout),
  confirmLogout: (x: Exchange<{ request: string; decision: 'sign-out' | 'stay' }>) =>
    confirmLogout(x, exchange, x.input.request, x.input.decision === 'sign-out'),
  logoutPage: later(async () => (await import('./logout.ts')).logoutPage),
  backchannelLogout: later(async () => (await import('./backchannel.ts')).backchannelLogout),
  loginPage: later(async () => (await import('./login.ts')).loginPage),
  commonauth: later(async () => (await import('./login.ts')).password),
  commonauthReturn: later(async () => (await import('./begin.ts')).commonauthReturn),
  codePage: later(async () => (await import('./code.ts')).codePage),
  code: later(async () => (await import('./code.ts')).code),
  resendCode: later(async () => (await import('./code.ts')).resendCode),
  signature: later(async () => (await import('./signature.ts')).signature),
  confirmSignature: later(async () => (await import('./signature.ts')).confirmSignature),
  errorPage: later(async () => (await import('./error-page.ts')).errorPage),
  signIn: later(async () => (await import('./begin.ts')).signIn),
  bridgeAuthorize: later(async () => (await import('./bridge.ts')).bridgeAuthorize),
  bridgeCallback: later(async () => (await import('./bridge.ts')).bridgeCallback),
  bridgeByVneid: later(async () => (await import('./bridge.ts')).bridgeByVneid),
  bridgeVneidCallback: later(async () => (await import('./bridge.ts')).bridgeVneidCallback),
};
