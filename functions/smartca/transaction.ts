import { digest } from '../_kit/admit.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { type Change, type Item, kind } from '../_kit/store.ts';
import type { DocumentToSign } from '../_sign/signing.ts';

interface Common {
  /** Which of VNPT's interfaces it came by. */
  api: 'sp769' | 'csc';
  client: string;
  /** Slug, and the number that the subscriber goes by. */
  person: string;
  number: string;
  /** As the caller names it: transaction_id, or refTranId. */
  reference: string | null;
}

/** Decided on the phone. */
export interface ByApp extends Common {
  by: 'app';
  /** Id of the request to sign. */
  signing: string;
}

/** Decided by password and one-time password: signed once, for the SAD that was handed out. Times: token clock. */
export interface BySad extends Common {
  by: 'sad';
  serial: string;
  documents: readonly DocumentToSign[];
  /** SHA-256 of the SAD. */
  sadHash: string;
  until: number;
  /** Null: not yet. */
  signatures: readonly string[] | null;
}

export type Transaction = ByApp | BySad;

export const transactions = kind<Transaction>(
  'smartca',
  'transaction',
  'id: tran_code or tranId, a GUID. Who asked whom, and the request to sign that it stands for; or documents, hash of the SAD and signatures. A day.',
  { hot: true },
);

const names = kind<{ code: string }>(
  'smartca',
  'name',
  'id: SHA-256 of a transaction_id of sp769. Its tran_code. A day.',
);

const lifetime = 86_400;

/** A new transaction; of parallel ones with one transaction_id only one is saved. */
export function opened(x: Exchange, code: string, transaction: Transaction): Change[] {
  const { api, reference } = transaction;
  const changes = [x.put(transactions, code, transaction, { lifetime, if: 'absent' })];
  if (api === 'sp769' && reference !== null)
    changes.push(x.put(names, digest(reference), { code }, { lifetime, if: 'absent' }));
  return changes;
}

export const transactionByCode = (x: Exchange, code: string): Promise<Item<Transaction> | undefined> =>
  x.read(transactions, code);

/** Of sp769, by the caller's own transaction_id. */
export async function transactionByName(x: Exchange, name: string): Promise<Item<Transaction> | undefined> {
  const named = await x.read(names, digest(name));
  return named && transactionByCode(x, named.value.code);
}

/** The transaction as it is now, as long as nobody else changed it meanwhile. */
export const changed = (x: Exchange, held: Item<Transaction>, transaction: Transaction): Change =>
  x.put(transactions, held.key[3], transaction, {
    ...(held.expires !== undefined && { expires: held.expires }),
    if: { version: held.version },
  });
