import type { TransactionStatus } from '../../contracts/_mysign/data.ts';
import { empty, json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { type HeldSigning, signingById, stageOf } from '../_sign/signing.ts';
import { told } from '../_sign/telling.ts';
import { statusOf } from './outcome.ts';
import { accountOf, sessionOf } from './session.ts';
import { tell } from './webhook.ts';

interface StatusRequest {
  client_id?: string | undefined;
  client_secret?: string | undefined;
  profile_id?: string | undefined;
  user_id?: string | undefined;
  transactionId: string;
}

/** What the failures of `requests/status` make it say. */
const asFailing: Readonly<Record<string, TransactionStatus>> = {
  signing: '6000',
  'no-quota': '4005',
  'system-error': '50000',
};

const ours = (held: HeldSigning | undefined): HeldSigning | undefined =>
  held?.value.system === 'mysign' ? held : undefined;

/** Where a transaction of this client and user stands. @throws Fault transaction_unknown */
export async function status(x: Exchange<StatusRequest>) {
  const { account, person, as } = await sessionOf(x);
  const signing = ours(await signingById(x, x.input.transactionId))?.value;
  const isOwn = signing?.person === person.slug && signing.own.as === as;
  if (signing?.client !== account.clientId || !isOwn)
    throw new Fault('transaction_unknown', 'this client has no such transaction for this user');
  const asked = asFailing[x.failure ?? ''];
  const status = asked ?? (await statusOf(x, signing));
  const { outcome } = signing;
  const isSigned = asked === undefined && outcome.at === 'signed';
  return json({ signatures: isSigned ? outcome.signatures : null, status });
}

/** The signer has decided, or the time is over: the service provider is told, once. */
export async function decided(x: Exchange) {
  const held = ours(await signingById(x, x.params.id ?? ''));
  if (!held) throw new Fault('not_found', 'there is no such transaction');
  const { value: signing } = held;
  [x.remarks.client, x.remarks.person] = [signing.client, signing.person];
  const account = accountOf(x, signing.client);
  const isOver = stageOf(x, signing) !== 'waiting';
  if (!isOver || !account || !signing.tells || signing.own.told === true) return empty();
  return empty({ changes: [told(x, held)], after: () => tell(x, account, held.key[3], signing) });
}
