import contract from '../../contracts/vneid.ts';
import { defineService } from '../_kit/implement.ts';
import { authorize } from '../_oidc/authorize.ts';
import { discovery, jwks } from '../_oidc/discovery.ts';
import { introspect, revoke } from '../_oidc/introspect.ts';
import { confirmLogout, endSession } from '../_oidc/logout.ts';
import { preloadAuthorize } from '../_oidc/open-request.ts';
import { par } from '../_oidc/pushed.ts';
import { deleteClient, readClient, register, updateClient } from '../_oidc/register.ts';
import type { RawParameters } from '../_oidc/request.ts';
import { sessionIdIn } from '../_oidc/session.ts';
import { preloadToken, token } from '../_oidc/token.ts';
import { preloadBearer, userinfo } from '../_oidc/userinfo.ts';
import { otp, otpPage, resendOtp } from './one-time-password.ts';
import { vneid } from './profile.ts';
import { decideQr, openQr, qrFinish, qrStatus } from './qr.ts';
import { cancel } from './refusals.ts';
import { consent, password, person } from './sign-in.ts';

export default defineService(contract, {
  discovery: (x) => discovery(x, vneid),
  jwks: (x) => jwks(x),
  authorize: {
    preload: ({ workspace, input, request }) =>
      preloadAuthorize(vneid, workspace, input as RawParameters, sessionIdIn(request)),
    run: (x) => authorize(x, vneid),
  },
  par: { preload: (before) => preloadToken(vneid, before), run: (x) => par(x, vneid) },
  token: { preload: (before) => preloadToken(vneid, before), run: (x) => token(x as never, vneid) },
  userinfo: { preload: (before) => preloadBearer(vneid, before), run: (x) => userinfo(x, vneid) },
  introspect: { preload: (before) => preloadToken(vneid, before), run: (x) => introspect(x as never, vneid) },
  revoke: { preload: (before) => preloadToken(vneid, before), run: (x) => revoke(x as never, vneid) },
  endSession: (x) => endSession(x, vneid),
  confirmLogout: (x) => confirmLogout(x, vneid, x.input.request, x.input.decision === 'sign-out'),
  register: (x) => register(x, vneid),
  readClient: (x) => readClient(x, vneid),
  updateClient: (x) => updateClient(x, vneid),
  deleteClient: (x) => deleteClient(x, vneid),
  password,
  person,
  cancel,
  otpPage,
  otp,
  resendOtp,
  qrStatus,
  qrFinish,
  openQr,
  decideQr,
  consent,
});
