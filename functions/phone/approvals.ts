import { type Answer, empty, json, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { qrApproval } from './domain.ts';
import { ownerOf } from './owner.ts';
import { phonePath } from './paths.ts';
import { passedOn, passedOnAsPage } from './refusal.ts';
import { decideSignIn, openSignIns } from './vneid.ts';

type Decision = Exchange<{ decision: 'approve' | 'refuse' }>;

const idOf = (x: Exchange): string => x.params.id ?? '';

export async function approvals(x: Exchange) {
  await ownerOf(x);
  const pending = (await openSignIns(x)).map(qrApproval);
  return json({
    approvals: pending.map((each) => ({ ...each, expiresAt: new Date(each.expiresAt).toISOString() })),
  });
}

export async function decide(x: Decision): Promise<Answer> {
  const { slug } = await ownerOf(x);
  const refused = await decideSignIn(x, idOf(x), { person: slug, decision: x.input.decision });
  if (!refused) return empty();
  return passedOn(refused);
}

/** The same from the page's form. */
export async function answer(x: Decision): Promise<Answer> {
  const { slug } = await ownerOf(x);
  const refused = await decideSignIn(x, idOf(x), { person: slug, decision: x.input.decision });
  if (!refused) return redirect(phonePath(x, slug), { status: 303 });
  return passedOnAsPage(x, slug, refused);
}
