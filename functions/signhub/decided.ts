import type { SignhubAccount } from '../../contracts/_signhub/settings.ts';
import { empty } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Change } from '../_kit/store.ts';
import { type HeldSigning, idOf, signingById, stageOf } from '../_sign/signing.ts';
import { told } from '../_sign/telling.ts';
import { accountCalled } from './accounts.ts';
import { activated } from './credentials.ts';
import { registrations, shownRegistration } from './registration-state.ts';
import { isSigningOfHub, shownSigning } from './signing.ts';
import { notify } from './webhook.ts';

/** What follows from a decision. */
interface Consequence {
  changes: Change[];
  tell: (account: SignhubAccount) => Promise<void>;
}

async function ofRegistration(
  x: Exchange,
  code: string,
  { value: signing }: HeldSigning,
): Promise<Consequence> {
  const held = (await x.read(registrations, code))?.value;
  if (!held) throw new Fault('not_found', 'its registration is gone');
  const isSigned = signing.outcome.at === 'signed';
  const changes = isSigned ? [activated(x, held.person, held.provider, held.serial)] : [];
  const tell = async (account: SignhubAccount) =>
    notify(x, account, 'CERT_REGISTER_WEBHOOK_RESULT', await shownRegistration(x, code, held, signing));
  return { changes, tell };
}

const ofSigning = (x: Exchange, held: HeldSigning): Consequence => ({
  changes: [],
  tell: (account) => notify(x, account, 'SIGNHASH_WEBHOOK_RESULT', shownSigning(x, idOf(held), held.value)),
});

/** The signer has decided, or the time is over: a certificate is activated, and the account is told, once. */
export async function decided(x: Exchange) {
  const held = await signingById(x, x.params.id ?? '');
  if (!isSigningOfHub(held)) throw new Fault('not_found', 'there is no such transaction');
  const { client, person, own } = held.value;
  [x.remarks.client, x.remarks.person] = [client, person];
  if (stageOf(x, held.value) === 'waiting' || own.told === true) return empty();
  const code = own.registration;
  const { changes, tell } =
    typeof code === 'string' ? await ofRegistration(x, code, held) : ofSigning(x, held);
  const account = accountCalled(x, client);
  const after = async () => {
    if (account) await tell(account);
  };
  return empty({ changes: [told(x, held), ...changes], after });
}
