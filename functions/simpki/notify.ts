import { isRefusal } from '../../contracts/_simpki/codes.ts';
import type { SimpkiAccount } from '../../contracts/_simpki/settings.ts';
import { empty } from '../_kit/answer.ts';
import { deliver } from '../_kit/deliver.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { type Signing, signingById, stageOf } from '../_sign/signing.ts';
import { told } from '../_sign/telling.ts';
import type { Node } from '../_soap/write.ts';
import { type Addressee, mobileUser, refusalStatus } from './answer-xml.ts';
import { resultNodes, resultOf, signatureResponse } from './result.ts';

/** To whom the notice goes: as the request was written. */
const addresseeOf = ({ client, own }: Signing): Addressee => ({
  apId: client,
  transId: String(own.transId),
  mssp: String(own.mssp),
  instant: String(own.instant),
  version: own.version === '1.1' ? '1.1' : '1.2',
  bare: own.bare === true,
});

/** What came of it; a refusal stands in the Status, as there is no answer that could be a fault. */
async function contentOf(x: Exchange, signing: Signing): Promise<readonly Node[]> {
  try {
    const result = await resultOf(x, signing);
    if (result) return resultNodes(x, signing, result);
    throw new Fault('expired_transaction', 'the signer has not answered in time');
  } catch (error) {
    if (!(error instanceof Fault && isRefusal(error.code))) throw error;
    return [mobileUser(String(signing.own.msisdn)), refusalStatus(error.code)];
  }
}

/** The MSS_SignatureResp, to the AP's own address. */
export async function notify(
  x: Exchange,
  { notificationUrl, apId }: SimpkiAccount,
  id: string,
  signing: Signing,
): Promise<void> {
  if (notificationUrl === undefined) return;
  const content = await contentOf(x, signing);
  const profile = String(signing.own.profile);
  const { body, type = '' } = signatureResponse(x, addresseeOf(signing), { id, profile, content });
  const headers = { 'content-type': type };
  const make = () => new Request(notificationUrl, { method: 'POST', headers, body: String(body) });
  await deliver(x, 'notification', make, { client: apId, person: signing.person });
}

/** The signer has decided, or the time is over: the AP is told, once. */
export async function decided(x: Exchange) {
  const held = await signingById(x, x.params.id ?? '');
  if (held?.value.system !== 'simpki') throw new Fault('unknown_transaction', 'there is no such transaction');
  const { value: signing } = held;
  [x.remarks.client, x.remarks.person] = [signing.client, signing.person];
  const account = x.workspace.settings.simpki.accounts.find(({ apId }) => apId === signing.client);
  const isOver = stageOf(x, signing) !== 'waiting';
  if (!isOver || !account || !signing.tells || signing.own.told === true) return empty();
  return empty({ changes: [told(x, held)], after: () => notify(x, account, held.key[3], signing) });
}
