import { cscFaults } from '../../../contracts/_csc/faults.ts';
import type { Answer } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { personBySlug } from '../../_kit/people.ts';
import { digest } from '../../_kit/perform.ts';
import { unseal } from '../../_oidc/secret.ts';
import { tryPin } from '../../_sign/pin.ts';
import { steps, type Wish } from '../kinds.ts';
import { approveView } from './approve-view.ts';
import { issueCode } from './authorize.ts';
import { refusedTo } from './request.ts';

/** The person says yes, with the PIN where something will be signed, or no. */
export async function oauthDecide(
  x: Exchange<{ step: string; decision: 'approve' | 'refuse'; pin?: string | undefined }>,
): Promise<Answer> {
  const { step: handle, decision, pin } = x.input;
  const item = await x.read(steps, digest(handle));
  const person = item && (await personBySlug(x, item.value.person));
  if (!item || !person) throw new Fault('page_expired', 'no such step waits for a decision');
  const { person: slug, wish: sealed } = item.value;
  const wish = unseal<Wish>(handle, sealed);
  x.remarks.person = slug;
  x.remarks.client = wish.client;
  const over = x.remove(item);
  if (decision === 'refuse') return refusedTo(wish, denied(), [over]);
  if (wish.scope === 'service') return issueCode(x, wish, slug, [over]);
  const tried = await tryPin(x, slug, pin ?? '');
  if (tried.right) return issueCode(x, wish, slug, [over, ...tried.changes]);
  if (tried.blockedSince !== undefined)
    return refusedTo(wish, new Fault('access_denied', 'PIN locked'), [over, ...tried.changes]);
  const fault = new Fault('invalid_pin', 'The PIN is invalid');
  const wrong = { fault, kind: cscFaults.invalid_pin, triesLeft: tried.triesLeft };
  return { ...(await approveView(x, { wish, person, handle, tried: wrong })), changes: tried.changes };
}

const denied = (): Fault => new Fault('access_denied', 'The signer denied the request');
