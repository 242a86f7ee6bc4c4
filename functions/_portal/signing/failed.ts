import { type Answer, page } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { frameOf, pages } from '../pages/frame-of.ts';
import type { Portal } from '../portal.ts';
import type { Signing } from './signing.ts';
import { failureOf } from './view.ts';

export const signPath = (code: string): string => `/dossiers/${code}/sign`;

/** Why a dossier was not signed, in whichever way it was tried, and the way to try again. */
export async function failed(
  x: Exchange,
  portal: Portal,
  { dossier, failure }: Pick<Signing, 'dossier' | 'failure'>,
): Promise<Answer> {
  const { code = '', detail = '', status = 409, title, reason, cure } = failureOf({ failure }) ?? {};
  const { signFailedPage } = await pages();
  const content = signFailedPage({
    ...frameOf(portal),
    base: x.base,
    ...(title && cure && { trouble: { title, cure, ...(reason && { reason }) } }),
    againUrl: `${x.base}${signPath(dossier)}`,
  });
  return page(content, { status, fault: new Fault(code, detail) });
}
