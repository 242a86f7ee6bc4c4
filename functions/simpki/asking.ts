import type { SimpkiAccount } from '../../contracts/_simpki/settings.ts';
import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { callerOf } from './caller.ts';
import { refuseStrangers } from './client-certificate.ts';
import { refusedIn } from './envelope.ts';
import { type Head, requestOf } from './read.ts';

/** A request that was read, and who sent it. */
export interface Asker {
  head: Head;
  account: SimpkiAccount;
}

type Act = (x: Exchange, asker: Asker) => Answer | Promise<Answer>;

/** Whatever is refused goes out in the caller's version of SOAP, later too. */
async function inVersion(head: Head, act: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    const answer = await act();
    const { settles } = answer;
    return settles ? { ...answer, settles: () => inVersion(head, settles) } : answer;
  } catch (error) {
    throw refusedIn(head.version, error);
  }
}

/** The route of an operation: reads the request, asks who calls, acts. */
export const asking =
  (operation: string, act: Act) =>
  async (x: Exchange): Promise<Answer> => {
    const head = await requestOf(x, operation);
    return inVersion(head, async () => {
      const account = callerOf(x, head);
      await refuseStrangers(x, account);
      return act(x, { head, account });
    });
  };
