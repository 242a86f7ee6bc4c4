import type { SignRequest, StatusMessage } from '../../../contracts/_smartca/sp769-data.ts';
import { type Answer, json } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { guid } from '../../_oidc/secret.ts';
import { beginSigning, signingById } from '../../_sign/signing.ts';
import { providerOf } from '../applications.ts';
import { subscriberOf, usableCertificate } from '../subscriber.ts';
import { tell } from '../tell.ts';
import { opened, type Transaction, transactionByCode, transactionByName } from '../transaction.ts';
import { documentsOf, onWire } from './documents.ts';
import { messageOf } from './message.ts';

/** @throws Fault transaction_invalid */
export async function requireNew(x: Exchange, transaction: string): Promise<void> {
  if (await transactionByName(x, transaction))
    throw new Fault('transaction_invalid', 'this transaction_id was used before');
}

/** Asks the signer on the phone; the result is told by webhook, and by `status`. */
export async function sign(x: Exchange<SignRequest>): Promise<Answer> {
  const application = providerOf(x);
  const { user_id, serial_number, transaction_id, transaction_desc } = x.input;
  const holder = await subscriberOf(x, user_id);
  const documents = documentsOf(x, x.input);
  await requireNew(x, transaction_id);
  const { certificate, changes } = await usableCertificate(x, holder, serial_number);
  const code = guid(x.deps.random);
  const { clientId, title } = application;
  const begun = await beginSigning(x, {
    system: 'smartca',
    client: clientId,
    asks: title ?? clientId,
    certificate,
    description: transaction_desc ?? `Ký ${documents.length} tài liệu / Sign ${documents.length} documents`,
    documents,
    tells: true,
    own: { code },
  });
  const transaction: Transaction = {
    api: 'sp769',
    by: 'app',
    client: clientId,
    person: certificate.person,
    number: certificate.number,
    reference: transaction_id,
    signing: begun.id,
  };
  const body = {
    status_code: 200,
    message: 'sig_wait_for_user_confirm',
    data: { transaction_id, tran_code: code },
  };
  return json(body, {
    changes: [...changes, ...begun.changes, ...opened(x, code, transaction)],
    after: async () => {
      await tell(x, begun.id);
    },
  });
}

interface State {
  message: StatusMessage;
  signatures: ReturnType<typeof onWire> | null;
}

/** Where a transaction of the phone stands. */
async function byApp(x: Exchange, id: string): Promise<State> {
  const signing = (await signingById(x, id))?.value;
  if (!signing) return { message: 'EXPIRED', signatures: null };
  const { outcome, documents } = signing;
  const signatures = outcome.at === 'signed' ? onWire(documents, outcome.signatures) : null;
  return { message: messageOf(x, signing), signatures };
}

function bySad(x: Exchange, { documents, signatures, until }: Transaction & { by: 'sad' }): State {
  if (signatures) return { message: 'SUCCESS', signatures: onWire(documents, signatures) };
  const message = until <= x.clock.now ? 'EXPIRED' : 'sig_wait_for_user_confirm';
  return { message, signatures: null };
}

/** By transaction_id or by tran_code; whoever knows one may ask, as VNPT has it. */
export async function status(x: Exchange): Promise<Answer> {
  const { tranId = '' } = x.params;
  const held = (await transactionByCode(x, tranId)) ?? (await transactionByName(x, tranId));
  if (held?.value.api !== 'sp769') throw new Fault('transaction_invalid', 'there is no such transaction');
  const transaction = held.value;
  Object.assign(x.remarks, { person: transaction.person, client: transaction.client });
  const { message, signatures } =
    transaction.by === 'app' ? await byApp(x, transaction.signing) : bySad(x, transaction);
  return json({ status_code: 200, message, data: { transaction_id: transaction.reference, signatures } });
}
