import { type Answer, empty, json, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { qrApproval, signatureApproval } from './domain.ts';
import { ownerOf } from './owner.ts';
import { phonePath } from './paths.ts';
import { type Problem, passedOn, passedOnAsPage } from './refusal.ts';
import { decideSignature, isSignRequest, signInbox, unblockPin } from './signer.ts';
import { decideSignIn, openSignIns } from './vneid.ts';

type Decision = Exchange<{ decision: 'approve' | 'refuse'; pin?: string | undefined }>;

const idOf = (x: Exchange): string => x.params.id ?? '';

export async function approvals(x: Exchange<{ older?: string | undefined }>) {
  const { slug } = await ownerOf(x);
  const before = x.input.older;
  const [signIns, { requests, older, pin }] = await Promise.all([
    before === undefined ? openSignIns(x) : [],
    signInbox(x, slug, before),
  ]);
  const pending = [...signIns.map(qrApproval), ...requests.map((request) => signatureApproval(request, pin))];
  return json({
    approvals: pending.map((each) => ({ ...each, expiresAt: new Date(each.expiresAt).toISOString() })),
    older,
  });
}

/** A sign-in or a signature: the signing apps know their own. @throws Fault pin_needed, no_answer */
async function decided(x: Decision, slug: string): Promise<Problem | undefined> {
  const { decision, pin } = x.input;
  const id = idOf(x);
  if (!(await isSignRequest(x, id))) return decideSignIn(x, id, { person: slug, decision });
  if (decision === 'approve' && !pin) throw new Fault('pin_needed', 'a signature is approved with the PIN');
  return decideSignature(x, id, { person: slug, decision, ...(pin && { pin }) });
}

export async function decide(x: Decision): Promise<Answer> {
  const { slug } = await ownerOf(x);
  const refused = await decided(x, slug);
  if (!refused) return empty();
  return passedOn(refused);
}

/** The phone itself says what is wrong with a PIN. */
const isShownThere = ({ code }: Problem): boolean => code === 'wrong_pin' || code === 'pin_blocked';

/** The same from the page's form. */
export async function answer(x: Decision): Promise<Answer> {
  const { slug } = await ownerOf(x);
  const refused = await decided(x, slug);
  const here = phonePath(x, slug);
  if (!refused)
    return redirect(`${here}?${new URLSearchParams({ done: x.input.decision })}`, { status: 303 });
  if (isShownThere(refused)) return redirect(here, { status: 303 });
  return passedOnAsPage(x, slug, refused);
}

export async function unblock(x: Exchange): Promise<Answer> {
  const { slug } = await ownerOf(x);
  const refused = await unblockPin(x, slug);
  return refused ? passedOnAsPage(x, slug, refused) : redirect(phonePath(x, slug), { status: 303 });
}
