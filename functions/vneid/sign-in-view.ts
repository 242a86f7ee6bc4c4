import contract from '../../contracts/vneid.ts';
import { type Answer, page } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import type { Fault } from '../_kit/fault.ts';
import { everybody } from '../_kit/people.ts';
import { digest } from '../_kit/perform.ts';
import { faultKind } from '../_kit/wire.ts';
import type { AuthorizationRequest } from '../_oidc/request.ts';
import { secret } from '../_oidc/secret.ts';
import { cookieHeader } from '../_oidc/session.ts';
import { SIGN_IN_COOKIE } from './cookies.ts';
import { QR_SECONDS } from './domain.ts';
import { pages } from './pages.ts';
import { qrSignIns } from './qr.ts';
import { cancelUrl, carried, castMember, clientOf, frameOf, qrPath } from './views.ts';

const SHORT = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

const shortCode = (random: (bytes: number) => Uint8Array): string =>
  [...random(6)].map((byte) => SHORT[byte % SHORT.length]).join('');

/** The sign-in page, with a fresh QR code bound to this browser. */
export async function signInView(
  x: Exchange,
  request: AuthorizationRequest,
  error?: { fault: Fault; username: string; changes?: Answer['changes'] },
): Promise<Answer> {
  const cookie = secret(x.deps.random);
  const id = digest(cookie);
  const code = shortCode(x.deps.random);
  const carry = new URLSearchParams(carried(request));
  const qr = x.put(
    qrSignIns,
    id,
    { code, client: clientOf(request).name, requestHash: request.hash, status: 'pending' },
    { lifetime: QR_SECONDS },
  );
  const kind = error && faultKind(contract, error.fault.code);
  const { signInPage } = await pages();
  const content = signInPage({
    ...frameOf(request),
    client: clientOf(request),
    post: { action: `${x.base}/sign-in/password`, hidden: carried(request) },
    cancel: cancelUrl(x, request),
    ...(error ? { username: error.username } : hinted(request)),
    ...(kind && { error: { title: kind.title, cure: kind.cure } }),
    qr: {
      text: `${x.deps.origin}/${x.workspace.id}/phone?scan=${id}`,
      shortCode: code,
      status: 'waiting',
      secondsLeft: QR_SECONDS,
      pollUrl: `${qrPath(x, id)}?${carry}`,
      reloadUrl: `${x.base}/auth?${request.query}`,
      continueUrl: `${qrPath(x, id)}/finish?${carry}`,
    },
    panel: {
      people: (await everybody(x)).map(castMember),
      post: { action: `${x.base}/sign-in/person`, hidden: carried(request) },
    },
  });
  return page(content, {
    status: kind?.status ?? 200,
    headers: { 'set-cookie': cookieHeader(x, SIGN_IN_COOKIE, cookie, 600) },
    changes: [qr, ...(error?.changes ?? [])],
    ...(error && { fault: error.fault }),
  });
}

const hinted = ({ loginHint }: AuthorizationRequest) =>
  loginHint === undefined ? {} : { username: loginHint };
