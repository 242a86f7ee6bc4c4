import { type Answer, empty, json, page, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { faultPage } from '../_kit/page/fault.ts';
import { ASSETS } from '../_kit/wire.ts';
import { qrApproval } from './domain.ts';
import { ownerOf } from './owner.ts';
import { phonePath } from './paths.ts';
import { decideSignIn, openSignIns, type Problem } from './vneid.ts';

type Decision = Exchange<{ decision: 'approve' | 'refuse' }>;

const idOf = (x: Exchange): string => x.params.id ?? '';

const asFault = ({ code, detail }: Problem): Fault => new Fault(code, detail);

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
  return { status: refused.status, body: refused, type: 'application/problem+json', fault: asFault(refused) };
}

/** The same from the page's form. */
export async function answer(x: Decision): Promise<Answer> {
  const { slug } = await ownerOf(x);
  const refused = await decideSignIn(x, idOf(x), { person: slug, decision: x.input.decision });
  if (!refused) return redirect(phonePath(x, slug), { status: 303 });
  const { status, code, title, cure, en, detail } = refused;
  const content = faultPage({
    lang: 'vi',
    assets: ASSETS,
    system: { vi: 'Điện thoại hộp cát', en: 'Sandbox phone' },
    title: { vi: title, en: en.title },
    cure: { vi: cure, en: en.cure },
    detail: `${code}: ${detail}`,
    back: { url: phonePath(x, slug) },
  });
  return page(content, { status, fault: asFault(refused) });
}
