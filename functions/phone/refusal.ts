import * as z from 'zod';
import { type Answer, page } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { faultPage } from '../_kit/page/fault.ts';
import { ASSETS } from '../_kit/wire.ts';
import { phonePath } from './paths.ts';

const problem = z.lazy(() =>
  z.looseObject({
    status: z.int().min(400).max(599),
    code: z.string(),
    title: z.string(),
    detail: z.string().default(''),
    cure: z.string(),
    en: z.object({ title: z.string(), cure: z.string() }),
  }),
);

/** A refusal of another system (RFC 9457), passed on in its own words. */
export type Problem = z.output<typeof problem>;

/** Why another system refused. @throws Fault no_answer, when it says nothing that can be passed on */
export async function refusalIn(answer: Response, system: string): Promise<Problem> {
  const refusal = problem.safeParse(await answer.json().catch(() => undefined));
  if (!refusal.success)
    throw new Fault('no_answer', `${system} answered ${answer.status}, and not a problem`);
  return refusal.data;
}

/** @throws Fault no_answer */
export async function ask(x: Exchange, system: string, path: string, init?: RequestInit): Promise<Response> {
  try {
    return await x.deps.fetch(`${x.deps.origin}/${x.workspace.id}/${system}${path}`, init);
  } catch {
    throw new Fault('no_answer', `${system} could not be reached`);
  }
}

const asFault = ({ code, detail }: Problem): Fault => new Fault(code, detail);

/** The refusal as it came. */
export const passedOn = (refused: Problem): Answer => ({
  status: refused.status,
  body: refused,
  type: 'application/problem+json',
  fault: asFault(refused),
});

/** The refusal as a page that leads back to the phone. */
export function passedOnAsPage(x: Exchange, slug: string, refused: Problem): Promise<Answer> {
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
