import type { ConfirmRequest } from '../../../contracts/_smartca/sp769-data.ts';
import { matches } from '../../_kit/admit.ts';
import { type Answer, json, type Refusal, refuse } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import type { Item } from '../../_kit/store.ts';
import type { Holder } from '../../_sign/holder.ts';
import { signAll } from '../../_sign/signing.ts';
import { providerOf } from '../applications.ts';
import { counted, isPassword } from '../password.ts';
import { subscriberOf, usableCertificate } from '../subscriber.ts';
import { type BySad, changed, type Transaction, transactionByName } from '../transaction.ts';
import { refusal } from './activate.ts';
import { onWire } from './documents.ts';

const isBySad = (held: Item<Transaction> | undefined): held is Item<BySad> => held?.value.by === 'sad';

/** The transaction that this SAD activates. @throws Fault transaction_invalid, sad_invalid */
async function activated(x: Exchange<ConfirmRequest>, client: string, { person, kind }: Holder) {
  const { transaction_id, sad } = x.input;
  const held = await transactionByName(x, transaction_id);
  if (!isBySad(held) || held.value.client !== client)
    throw new Fault('transaction_invalid', 'no such transaction waits for a SAD');
  const { value } = held;
  const number = kind === 'enterprise' ? person.organisation?.taxCode : person.personalNumber;
  if (value.person !== person.slug || value.number !== number)
    throw new Fault('sad_invalid', "the SAD is another subscriber's");
  if (!matches(sad, value.sadHash)) throw new Fault('sad_invalid', "the SAD is not this transaction's");
  if (value.signatures) throw new Fault('sad_invalid', 'the SAD was used before');
  if (value.until <= x.clock.now) throw new Fault('sad_invalid', 'the SAD has expired');
  return held;
}

/** Signs what the SAD was made for, once. */
export async function confirm(x: Exchange<ConfirmRequest>): Promise<Answer | Refusal> {
  const { clientId } = providerOf(x);
  const { user_id, password, transaction_id } = x.input;
  const holder = await subscriberOf(x, user_id);
  const tried = await counted(x, holder.person, () => isPassword(holder.person, password));
  if (!tried.right) return refuse(refusal('user_password_invalid', 'wrong password', tried), tried.changes);
  const held = await activated(x, clientId, holder);
  const { documents, serial, until } = held.value;
  const { certificate } = await usableCertificate(x, holder, serial);
  const signatures = await signAll(certificate, documents);
  const data = {
    transaction_id,
    expired_in: Math.ceil((until - x.clock.now) / 1000),
    signatures: onWire(documents, signatures),
  };
  const done = changed(x, held, { ...held.value, signatures });
  return json({ status_code: 200, message: 'Success', data }, { changes: [...tried.changes, done] });
}
