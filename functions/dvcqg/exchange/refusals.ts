import { oidcFaults } from '../../../contracts/_oidc-faults.ts';
import contract from '../../../contracts/dvcqg.ts';
import { type Answer, page, type Refusal } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { ASSETS, faultKind } from '../../_kit/wire.ts';
import { refuseAt } from '../../_oidc/channel.ts';
import type { AuthorizationRequest } from '../../_oidc/request.ts';
import type { Way } from './hop.ts';
import { pages } from './pages.ts';
import { exchange } from './profile.ts';
import type { Step } from './waiting.ts';

/** What a portal is told: our own codes mean nothing to it. Anything else is VNeID's, and the standard's. */
function toldToPortal(fault: Fault): Fault {
  if (fault.code in oidcFaults || !(fault.code in contract.faults)) return fault;
  const code = fault.code === 'vneid_failed' ? 'temporarily_unavailable' : 'access_denied';
  return new Fault(code, `${fault.code}: ${fault.detail}`);
}

/** The way back to the sign-in page, and the one back to where it led, from a page that refuses. */
const waysBack = (x: Exchange, { key, target }: Way) => ({
  ...(key !== undefined && {
    retry: `${x.base}/authenticationendpoint/login.do?${new URLSearchParams({ sessionDataKey: key })}`,
  }),
  ...(key !== undefined && 'query' in target && { cancel: cancelUrl(x, key) }),
  ...('to' in target && { cancel: `${x.base}${target.to}` }),
});

const HERE = 'Cổng Dịch vụ công quốc gia';

export const cancelUrl = (x: Exchange, key: string): string =>
  `${x.base}/commonauth?${new URLSearchParams({ sessionDataKey: key, cancel: 'true' })}`;

/**
 * A refusal on the way back from VNeID: a page that says what to do, with the ways back; at the portal, where an
 * autopilot flies and nobody would read the page.
 */
export async function refuseWay(
  x: Exchange,
  way: Way,
  fault: Fault,
  request: AuthorizationRequest | undefined,
): Promise<Answer> {
  if (request && (way.flies || fault.code === 'access_denied')) {
    return refuseAt(exchange, request, x, toldToPortal(fault));
  }
  const { status, title, cure } = faultKind(contract, fault.code);
  const { refusalPage } = await pages();
  const content = refusalPage({
    lang: way.lang,
    assets: ASSETS,
    title,
    cure,
    detail: `${fault.code}: ${fault.detail}`,
    ...waysBack(x, way),
    client: request?.client.metadata.client_name ?? HERE,
  });
  return page(content, { status, fault });
}

/** One step of a sign-in. What refuses it is a page with the ways back, as the sign-in page is still good. */
export async function stepping(
  x: Exchange,
  { key, waiting: { target, lang }, request }: Step,
  work: () => Promise<Answer | Refusal>,
): Promise<Answer> {
  const refused = (fault: Fault) => refuseWay(x, { target, lang, as: 'citizen', key }, fault, request);
  try {
    const done = await work();
    return 'refuse' in done ? { ...(await refused(done.refuse)), changes: done.changes } : done;
  } catch (error) {
    if (error instanceof Fault) return refused(error);
    throw error;
  }
}
