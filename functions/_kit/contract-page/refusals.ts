import type { Contract, FaultKind, Operation, Text } from '../../../contracts/_contract.ts';
import { type Described, type RefusalExample, refusalsOf } from '../openapi/refusals.ts';
import { type Content, html, type Lang, say } from '../page/html.ts';
import { faultKind } from '../wire.ts';
import { texts } from './texts.ts';

/** What each operation refuses, and what all of them refuse with the same status. */
export async function allRefusals(described: Described) {
  const pairs = Object.entries<Operation>(described.contract.operations).map(
    async ([name, operation]) => [name, await refusalsOf(described, name, operation)] as const,
  );
  const of = new Map(await Promise.all(pairs));
  const asText = ({ code, answer }: RefusalExample) => `${code} ${answer.status}`;
  const count = new Map<string, number>();
  for (const each of [...of.values()].flat()) count.set(asText(each), (count.get(asText(each)) ?? 0) + 1);
  return { of, isCommon: (each: RefusalExample) => count.get(asText(each)) === of.size };
}

export type Refusals = Awaited<ReturnType<typeof allRefusals>>;

/** Those of one operation. */
export const refusalsIn = ({ of, isCommon }: Refusals, name: string): Refusals => ({
  of: new Map([...of].filter(([operation]) => operation === name)),
  isCommon,
});

const fault = (code: string, { status, title, cure }: FaultKind, lang: Lang): Content =>
  html`<div id="fault-${code}" data-testid="fault-kind"><dt><code>${code}</code> <span class="digits">${status}</span></dt>
    <dd><strong>${say(title, lang)}</strong> <span class="cure-text">${say(cure, lang)}</span></dd></div>`;

/** Every code with its cure: those of all operations, then those of some. */
export function refusalList(contract: Contract, { of, isCommon }: Refusals, lang: Lang): Content {
  const all = [...of.values()].flat();
  const always = new Set(all.filter(isCommon).map(({ code }) => code));
  const sometimes = new Set(all.filter((each) => !always.has(each.code)).map(({ code }) => code));
  const part = (title: Text, codes: Set<string>) =>
    codes.size > 0 &&
    html`<h3>${say(title, lang)}</h3><dl class="legend">${[...codes].map((code) => fault(code, faultKind(contract, code), lang))}</dl>`;
  return html`<section class="paper faults" aria-labelledby="faults-title">
    <h2 id="faults-title">${say(texts.refusals, lang)}</h2>
    <p class="lead">${say(texts.refusalsLead, lang)}</p>
    ${part(texts.ofAll, always)}${part(texts.ofSome, sometimes)}
  </section>`;
}
