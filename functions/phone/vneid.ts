import * as z from 'zod';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { QrSignIn } from './domain.ts';
import { ask, type Problem, refusalIn } from './refusal.ts';

const openAnswer = z.lazy(() =>
  z.object({
    signIns: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        client: z.string(),
        expiresAt: z.iso.datetime().transform((at) => Date.parse(at)),
      }),
    ),
  }),
);

const QR = '/app/qr';

/** The QR codes that a phone can scan now, newest first. @throws Fault no_answer */
export async function openSignIns(x: Exchange): Promise<QrSignIn[]> {
  const answer = await ask(x, 'vneid', QR);
  if (!answer.ok) throw new Fault('no_answer', `vneid answered ${answer.status}`);
  const { signIns } = openAnswer.parse(await answer.json());
  return signIns.toSorted((a, b) => b.expiresAt - a.expiresAt);
}

/** @throws Fault qr_expired, no_answer */
export async function openSignIn(x: Exchange, id: string): Promise<QrSignIn> {
  const found = (await openSignIns(x)).find((signIn) => signIn.id === id);
  if (!found) throw new Fault('qr_expired', 'no QR sign-in with this id is open');
  return found;
}

/** Approves or refuses; the answer is why VNeID will not have it, if it will not. @throws Fault no_answer */
export async function decideSignIn(
  x: Exchange,
  id: string,
  said: { person: string; decision: 'approve' | 'refuse' },
): Promise<Problem | undefined> {
  const answer = await ask(x, 'vneid', `${QR}/${encodeURIComponent(id)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(said),
  });
  return answer.ok ? undefined : refusalIn(answer, 'vneid');
}
