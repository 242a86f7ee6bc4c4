import type * as z from 'zod';
import type * as data from '../../../contracts/_dvcqg/profile-data.ts';
import { type Answer, json, type Refusal } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { saveAccount } from '../accounts.ts';
import { beginPhone, finishPhone, refused, sentAnswer, withEmail } from './contact.ts';
import { namedAccount } from './held.ts';
import { beginRecovery as begin, finishRecovery as finish } from './recovery.ts';
import { authenticatePolice, synced } from './sync.ts';
import { viewOf } from './view.ts';

type Input<Schema extends z.ZodType> = Exchange<z.output<Schema>>;

export const changePhone = async (x: Input<typeof data.phoneWanted>): Promise<Answer> =>
  sentAnswer(await beginPhone(x, await namedAccount(x), x.input.phone));

export async function confirmPhone(x: Input<typeof data.codeShown>): Promise<Answer | Refusal> {
  const done = await finishPhone(x, await namedAccount(x), x.input);
  return done.ok ? json(await viewOf(x, done.account), { changes: done.changes }) : refused(done);
}

export async function changeEmail(x: Input<typeof data.emailWanted>): Promise<Answer> {
  const held = await namedAccount(x);
  const account = await withEmail(x, held, x.input.email);
  const changes = account === held.account ? [] : await saveAccount(x, held, account);
  return json(await viewOf(x, account), { changes });
}

export const beginRecovery = async (x: Input<typeof data.recoveryWanted>): Promise<Answer> =>
  sentAnswer(await begin(x, x.input));

export async function finishRecovery(x: Input<typeof data.recoveryShown>): Promise<Answer | Refusal> {
  const done = await finish(x, x.input);
  if (!done.ok) return refused(done);
  const { usernames, passwordChanged, changes } = done;
  return json({ usernames, passwordChanged }, { changes });
}

export async function sync(x: Input<typeof data.syncRequest>): Promise<Answer> {
  authenticatePolice(x);
  const { answer, changes } = await synced(x, x.input);
  return json(answer, { changes });
}
