import { redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import type { Portal } from '../portal.ts';
import { forgetCookie } from '../session.ts';
import { noted } from './applicant.ts';
import { holderOf, saveApplicants } from './applicants.ts';
import { visitor } from './enter.ts';

/**
 * Rule `consent-withdrawn`: the links go, the account and its dossiers stay, and the same link finds them when the
 * person comes back. @throws Fault sign_in_required
 */
export async function unlink(x: Exchange, portal: Portal) {
  const who = await visitor(x, portal, '/account');
  if (who.elsewhere) throw new Fault('sign_in_required', 'nobody is signed in with a local account');
  const { techIds, sub, former = [], ...kept } = who.applicant;
  const links = [...techIds.map((techId) => `tech:${techId}`), ...(sub === undefined ? [] : [`sub:${sub}`])];
  const applicant = noted(
    { ...kept, techIds: [], former: [...new Set([...former, ...links])] },
    {
      at: new Date(x.clock.now).toISOString(),
      event: 'unlinked',
      rule: 'consent-withdrawn',
      detail: 'by the holder',
    },
  );
  const held = await holderOf(x, portal, applicant.id);
  return redirect(`${x.base}/?state=unlinked`, {
    status: 303,
    headers: forgetCookie(x),
    changes: [...(await saveApplicants(x, portal, [{ held, applicant }])), x.remove(who.session.item)],
  });
}
