import { nationalPortal } from '../../../contracts/_national-portal.ts';
import type { Answer } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { autopilotFor } from '../../_oidc/autopilot.ts';
import { refuseAt } from '../../_oidc/channel.ts';
import { type RawParameters, single } from '../../_oidc/request.ts';
import { fromVneid } from './callback.ts';
import { toVneid } from './hop.ts';
import { chooseVneid } from './login.ts';
import { exchange } from './profile.ts';
import { begin, readStep } from './waiting.ts';

/** The national portal's own sign-in: the page, or straight on to VNeID where that is wanted or an autopilot flies. */
export async function signIn(
  x: Exchange<{ to: string; with?: 'vneid' | 'link' | undefined }>,
): Promise<Answer> {
  const target = { to: x.input.to };
  const way = { target, lang: 'vi', as: 'citizen' } as const;
  const links = x.input.with === 'link';
  const flies = x.input.with === undefined && autopilotFor(x, nationalPortal.id).pilot !== null;
  if (links || flies || x.input.with) {
    return toVneid(x, { ...way, ...(links && { links }), ...(flies && { flies }) }, undefined);
  }
  const about = { client_id: nationalPortal.id, relyingParty: nationalPortal.id, type: 'portal' };
  return begin(x, target, { lang: 'vi', about });
}

/** Nobody wants to go on: back to the portal. */
async function cancel(x: Exchange, key: string): Promise<Answer> {
  const { request } = await readStep(x, key);
  if (!request) throw new Fault('access_denied', 'the sign-in was cancelled');
  return refuseAt(exchange, request, x, new Fault('access_denied', 'the person did not sign in'));
}

/** By what it carries: a choice on the sign-in page, or an answer of VNeID. */
export async function commonauthReturn(x: Exchange<RawParameters>): Promise<Answer> {
  const key = single(x.input, 'sessionDataKey');
  if (key === undefined) return fromVneid(x);
  if (single(x.input, 'cancel') !== undefined) return cancel(x, key);
  return chooseVneid(x, key, single(x.input, 'idp') ?? '');
}
