import type { SignhubAccount } from '../../contracts/_signhub/settings.ts';
import { type Answer, type Refusal, refuse } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Change } from '../_kit/store.ts';
import { callerOf } from './accounts.ts';
import { type Partner, partnerOf } from './partner.ts';

const withChanges = <A extends Answer | Refusal>(answer: A, changes: readonly Change[]): A => ({
  ...answer,
  changes: [...(answer.changes ?? []), ...changes],
});

/** The nonce is spent whatever becomes of the call. */
async function spending(partner: Partner | undefined, run: () => Answer | Promise<Answer>) {
  if (!partner) return run();
  try {
    return withChanges(await run(), partner.changes);
  } catch (error) {
    if (error instanceof Fault) return refuse(error, partner.changes);
    throw error;
  }
}

/** A route behind the partner's headers, where they are there or needed. */
export const behindHmac =
  <Input>(route: (x: Exchange<Input>) => Answer | Promise<Answer>) =>
  async (x: Exchange<Input>): Promise<Answer | Refusal> => {
    const partner = await partnerOf(x);
    return spending(partner, () => route(x));
  };

/** A route behind both: the headers, and an access token of the same account. */
export const forAccounts =
  <Input>(route: (x: Exchange<Input>, account: SignhubAccount) => Answer | Promise<Answer>) =>
  async (x: Exchange<Input>): Promise<Answer | Refusal> => {
    const partner = await partnerOf(x);
    return spending(partner, async () => {
      const account = await callerOf(x);
      if (partner && partner.account.username !== account.username)
        throw new Fault('partner_unknown', "the partner is not the token's account");
      return route(x, account);
    });
  };
