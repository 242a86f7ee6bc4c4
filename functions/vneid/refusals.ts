import contract from '../../contracts/vneid.ts';
import { type Answer, page, type Refusal } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { faultKind } from '../_kit/wire.ts';
import { refuseAt } from '../_oidc/channel.ts';
import type { AuthorizationRequest, RawParameters } from '../_oidc/request.ts';
import { pages } from './pages.ts';
import { vneid } from './profile.ts';
import { readForm } from './steps.ts';
import { cancelUrl, clientOf, frameOf } from './views.ts';

async function refusal(x: Exchange, request: AuthorizationRequest, fault: Fault): Promise<Answer> {
  const { status, title, cure } = faultKind(contract, fault.code);
  const { refusalPage } = await pages();
  const content = refusalPage({
    ...frameOf(request),
    title,
    cure,
    detail: `${fault.code}: ${fault.detail}`,
    retry: `${x.base}${vneid.paths.authorize}?${request.query}`,
    cancel: cancelUrl(x, request),
    client: clientOf(request),
  });
  return page(content, { status, fault, headers: fault.extra.headers });
}

/**
 * One step of a sign-in, for the request that its page carried. What refuses it leads on: to the sign-in page, and
 * back to the portal. What refuses the request itself has no portal that it could trust.
 */
export async function stepping(
  x: Exchange,
  carried: string,
  step: (request: AuthorizationRequest) => Promise<Answer | Refusal>,
): Promise<Answer> {
  const request = await readForm(x, carried);
  try {
    const done = await step(request);
    return 'refuse' in done ? { ...(await refusal(x, request, done.refuse)), changes: done.changes } : done;
  } catch (error) {
    if (error instanceof Fault) return refusal(x, request, error);
    throw error;
  }
}

/** Nobody wants to go on. A link may do it: it changes nothing, and the portal learns what any address could tell it. */
export async function cancel(x: Exchange<RawParameters>): Promise<Answer> {
  const request = await readForm(x, new URLSearchParams(x.url.split('?')[1]).toString());
  return refuseAt(vneid, request, x, new Fault('access_denied', 'the person did not sign in'));
}
