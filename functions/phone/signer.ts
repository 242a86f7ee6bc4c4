import * as z from 'zod';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Pin, SignRequest } from './domain.ts';
import { ask, type Problem, refusalIn } from './refusal.ts';

const text = z.lazy(() => z.object({ vi: z.string(), en: z.string() }));
const moment = z.lazy(() => z.iso.datetime().transform((at) => Date.parse(at)));

const inboxAnswer = z.lazy(() =>
  z.object({
    signings: z.array(
      z.object({
        id: z.string(),
        provider: text,
        asks: z.string(),
        description: z.string(),
        documents: z.array(
          z.object({ id: z.string(), name: z.string(), hash: z.string(), digest: z.string() }),
        ),
        certificate: z
          .object({ serial: z.string(), name: z.string(), authority: text, notAfter: moment })
          .nullable(),
        expiresAt: moment,
      }),
    ),
    older: z.string().nullable(),
    pin: z.object({ triesLeft: z.int() }),
  }),
);

/** What a person is asked to sign. */
export interface SignInbox {
  requests: SignRequest[];
  /** Asks for those before; null: there are none. */
  older: string | null;
  pin: Pin;
}

/** @throws Fault no_answer */
export async function signInbox(x: Exchange, slug: string, before?: string): Promise<SignInbox> {
  const query = new URLSearchParams({ person: slug, ...(before !== undefined && { older: before }) });
  const answer = await ask(x, 'signer', `/app?${query}`);
  if (!answer.ok) throw new Fault('no_answer', `signer answered ${answer.status}`);
  const { signings, older, pin } = inboxAnswer.parse(await answer.json());
  const { wrongPins } = x.workspace.settings.signing;
  return {
    requests: signings,
    older,
    pin: { triesLeft: pin.triesLeft, triedWrong: pin.triesLeft < wrongPins },
  };
}

/** Whether an id is that of a request to sign. Where the signing apps do not answer, it is not. */
export async function isSignRequest(x: Exchange, id: string): Promise<boolean> {
  try {
    return (await ask(x, 'signer', `/app/${encodeURIComponent(id)}`)).ok;
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}

/** Signs or refuses; the answer is why the signing apps will not have it, if they will not. @throws Fault no_answer */
export async function decideSignature(
  x: Exchange,
  id: string,
  said: { person: string; decision: 'approve' | 'refuse'; pin?: string },
): Promise<Problem | undefined> {
  const answer = await ask(x, 'signer', `/app/${encodeURIComponent(id)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(said),
  });
  return answer.ok ? undefined : refusalIn(answer, 'signer');
}

/** @throws Fault no_answer */
export async function unblockPin(x: Exchange, slug: string): Promise<Problem | undefined> {
  const answer = await ask(x, 'signer', `/app/pins/${encodeURIComponent(slug)}`, { method: 'DELETE' });
  return answer.ok ? undefined : refusalIn(answer, 'signer');
}
