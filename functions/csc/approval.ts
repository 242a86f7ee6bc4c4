import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { maskNumbers } from '../_kit/mask.ts';
import { digest } from '../_kit/perform.ts';
import type { Change, Item } from '../_kit/store.ts';
import { secret } from '../_oidc/secret.ts';
import { decided } from '../_sign/patience.ts';
import { beginSigning, type DocumentToSign, type Signing, signingById, stageOf } from '../_sign/signing.ts';
import { hashByLength } from './algorithms.ts';
import type { Wanted } from './authority.ts';
import { type Pending, pendings } from './kinds.ts';
import { type IssuedSad, issueSad } from './sad.ts';
import { clientOf, settingsOf } from './token.ts';

/** How long after the signer's time an approval may still be asked for. */
const GRACE_MS = 5 * 60_000;

const documentsOf = ({ hashes }: Wanted): DocumentToSign[] =>
  (hashes ?? []).map((digest, at) => ({
    id: String(at + 1),
    name: `Tài liệu ${at + 1}`,
    hash: hashByLength(digest),
    digest,
  }));

const nameOfClient = (x: Exchange, client: string | null): string =>
  (client !== null && clientOf(x, client)?.name) || 'Ứng dụng ký số';

/** How many signatures, before the application's own words, so that none of those can stand in its place. */
function descriptionOf({ count, hashes }: Wanted, words: string | undefined): string {
  const more = count > (hashes?.length ?? 0);
  const vi = `Cho phép ký ${count} lần${more ? ', kể cả tài liệu không hiện ở đây' : ''}`;
  const en = `${count} signature${count > 1 ? 's' : ''}${more ? ', also of documents not shown here' : ''}`;
  return `${vi} / ${en}${words ? ` · ${words}` : ''}`;
}

/** Asks the signer on the phone, and says what is to be saved. */
async function ask(x: Exchange, wanted: Wanted, id: string, description: string | undefined) {
  const { caller, credential, count, hashes } = wanted;
  const { client } = caller;
  const begun = await beginSigning(x, {
    system: 'csc',
    client: client ?? 'csc',
    asks: nameOfClient(x, client),
    certificate: credential,
    description: maskNumbers(descriptionOf(wanted, description), x.isOurs),
    documents: documentsOf(wanted),
    tells: false,
    own: { count },
  });
  const { serial, person } = credential;
  const pending: Pending = { signing: begun.id, credential: serial, person, client, count, hashes };
  const put = x.put(pendings, id, pending, { expires: begun.signing.until + GRACE_MS, if: 'absent' });
  const waits = begun.signing.outcome.at === 'waiting';
  return { ...begun, pending, changes: waits ? [...begun.changes, put] : begun.changes };
}

export type Approval = { at: 'waiting' } | ({ at: 'given' } & IssuedSad) | { at: 'denied'; fault: Fault };

const denied = (detail: string, code = 'access_denied'): Approval => ({
  at: 'denied',
  fault: new Fault(code, detail),
});

/** What came of it. */
export function outcomeOf(x: Exchange, signing: Signing, pending: Omit<Pending, 'signing'>): Approval {
  const { count, credential, person, client, hashes } = pending;
  switch (stageOf(x, signing)) {
    case 'waiting':
      return { at: 'waiting' };
    case 'signed':
      return { at: 'given', ...issueSad(x, { credential, person, client, hashes, left: count }) };
    case 'blocked':
      return denied('Credential locked', 'invalid_request');
    case 'expired':
      return denied('The signer did not answer in time');
    default:
      return denied('The signer denied the request');
  }
}

export const pendingOf = (x: Exchange, id: string): Promise<Item<Pending> | undefined> =>
  x.read(pendings, id);

export const signingOf = async (x: Exchange, { signing }: Pending): Promise<Signing | undefined> =>
  (await signingById(x, signing))?.value;

/** Version 2: a handle to ask with. */
export async function asked(
  x: Exchange,
  wanted: Wanted,
  description: string | undefined,
): Promise<{ handle: string; approval: Approval; changes: Change[] }> {
  const handle = secret(x.deps.random, 24);
  const { signing, pending, changes } = await ask(x, wanted, digest(handle), description);
  return { handle, approval: outcomeOf(x, signing, pending), changes };
}

const sameWish = ({ caller, credential, count, hashes }: Wanted): string =>
  digest(JSON.stringify([caller.client, caller.person, credential.serial, count, hashes]));

/**
 * Version 1, where nothing can be polled: the call waits for the signer. Whoever calls with the same wish again waits
 * for the same signer's answer.
 */
export async function awaited(
  x: Exchange,
  wanted: Wanted,
  description: string | undefined,
): Promise<{ approval: Approval; changes: Change[] }> {
  const id = sameWish(wanted);
  const [held] = await x.deps.store.get([pendings.key(x.workspace.space, id)], x.clock.now);
  if (!held) {
    const { signing, pending, changes } = await ask(x, wanted, id, description);
    const approval = outcomeOf(x, signing, pending);
    if (approval.at !== 'waiting') return { approval, changes };
    // Saved before the answer, so that the signer sees it; of parallel calls one asks.
    await x.deps.store.commit(changes, x.clock.now);
    return awaited(x, wanted, description);
  }
  const item = held as Item<Pending>;
  const signing = await decided(x, item.value.signing, settingsOf(x).waitSeconds);
  const approval = outcomeOf(x, signing, item.value);
  return { approval, changes: approval.at === 'waiting' ? [] : [x.remove(item)] };
}
