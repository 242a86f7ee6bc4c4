import type { ServiceProvider } from '../../contracts/_ca769/settings.ts';
import { digest } from '../_kit/admit.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { type Change, kind } from '../_kit/store.ts';
import { writeTimeStamp } from '../_sign/decision769.ts';
import { type Signing, signingById, stageOf } from '../_sign/signing.ts';
import { messageOf } from './domain.ts';

interface Transaction {
  /** Id of the request to sign. */
  signing: string;
  /** SHA-256 of what was asked. */
  asked: string;
}

const transactions = kind<Transaction>(
  'ca769',
  'transaction',
  'id: SHA-256 of authority, service provider and its transaction_id. Which request to sign it stands for. A day.',
);

const DAY_SECONDS = 86_400;

/** Whose transaction it is, and where. */
export interface Name {
  authority: string;
  provider: ServiceProvider;
  transaction: string;
}

const idOf = ({ authority, provider, transaction }: Name): string =>
  digest(JSON.stringify([authority, provider.spId, transaction]));

export const opened = (x: Exchange, name: Name, signing: string, asked: string): Change =>
  x.put(transactions, idOf(name), { signing, asked }, { lifetime: DAY_SECONDS, if: 'absent' });

/** The request to sign that a transaction stands for. */
async function signingOf(x: Exchange, name: Name): Promise<(Transaction & { held: Signing }) | undefined> {
  const transaction = (await x.read(transactions, idOf(name)))?.value;
  const held = transaction && (await signingById(x, transaction.signing));
  return held && { ...transaction, held: held.value };
}

/** Where a request to sign stands, as both `/sign` and `/get_status` tell it. */
export function told(x: Exchange, { transaction }: Name, signing: Signing, changes: Change[] = []): Answer {
  const { outcome, documents } = signing;
  const signed_files =
    outcome.at === 'signed'
      ? documents.map(({ id }, at) => ({
          doc_id: id,
          signature_value: outcome.signatures[at],
          timestamp_signature: writeTimeStamp(outcome.when),
        }))
      : null;
  const message = messageOf(stageOf(x, signing));
  return json(
    { status_code: 200, message, data: { transaction_id: transaction, signed_files } },
    { changes },
  );
}

/** What became of this transaction, when it was asked before. @throws Fault duplicate_transaction */
export async function toldAgain(x: Exchange, name: Name, asked: string): Promise<Answer | undefined> {
  const found = await signingOf(x, name);
  if (!found) return undefined;
  if (found.asked !== asked)
    throw new Fault('duplicate_transaction', 'this transaction_id was sent with something else to sign');
  x.remarks.person = found.held.person;
  return told(x, name, found.held);
}

/** @throws Fault unknown_transaction */
export async function toldOf(x: Exchange, name: Name): Promise<Answer> {
  const found = await signingOf(x, name);
  if (!found) throw new Fault('unknown_transaction', 'this account began no such transaction here');
  x.remarks.person = found.held.person;
  return told(x, name, found.held);
}
