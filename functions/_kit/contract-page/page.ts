import type { Certainty, Contract, Operation, Text } from '../../../contracts/_contract.ts';
import { canFail } from '../../../contracts/_failures.ts';
import { certainties } from '../openapi/certainty.ts';
import type { Described } from '../openapi/refusals.ts';
import { type Content, html, type Lang, say } from '../page/html.ts';
import { details, heading, keyValue, link } from '../page/parts.ts';
import { type Frame, shell } from '../page.ts';
import { fidelityBadge } from './badges.ts';
import { everyFailure } from './failures.ts';
import { fieldsOf, fieldTable } from './fields.ts';
import { operationGroups } from './operations.ts';
import { allRefusals, refusalList, refusalsIn } from './refusals.ts';
import { type Shape, type Shapes, shapesIn, sharedShapes } from './shapes.ts';
import { texts } from './texts.ts';
import { tryResult } from './try.ts';

const entries = ({ operations }: Contract): [string, Operation][] => Object.entries(operations);

const isKeyed = (contract: Contract): boolean => entries(contract).some(([, { keyed }]) => keyed);

const keyField = (lang: Lang): Content =>
  html`<div class="field key-field">
    <label for="workspace-key">${say(texts.key, lang)}</label>
    <input class="plain" id="workspace-key" type="password" autocomplete="off" aria-describedby="workspace-key-hint" data-testid="key">
    <p class="hint" id="workspace-key-hint">${say(texts.keyHint, lang)}</p>
  </div>`;

const downloads = (base: string, lang: Lang): Content =>
  html`<p class="actions">
    ${link({ href: `${base}/openapi.json`, label: texts.openApi, lang, testid: 'openapi', kind: 'plain' })}
    ${link({ href: `${base}/recipes.http`, label: texts.recipes, lang, testid: 'recipes', kind: 'plain' })}
    ${link({ href: `${base}/fidelity.json`, label: texts.fidelity, lang, testid: 'fidelity-json', kind: 'plain' })}
  </p>`;

function legend(contract: Contract, lang: Lang): Content {
  const degrees = new Set(entries(contract).map(([, { fidelity }]) => fidelity));
  const known = Object.keys(certainties) as Certainty[];
  return html`<h2 class="legend-title">${say(texts.certain, lang)}</h2>
    <dl class="legend">${known
      .filter((degree) => degrees.has(degree))
      .map(
        (degree) =>
          html`<div><dt>${fidelityBadge(degree, lang)}</dt><dd>${say(certainties[degree].means, lang)}</dd></div>`,
      )}</dl>`;
}

const partRow = ([name, part]: [string, { fidelity: Certainty; note: Text }], lang: Lang): Content =>
  html`<div><dt>${fidelityBadge(part.fidelity, lang)}</dt><dd><code>${name}</code><br>${say(part.note, lang)}</dd></div>`;

const parts = ({ parts: all }: Contract, lang: Lang): Content | undefined =>
  all &&
  html`<section class="paper" aria-labelledby="parts-title">
    <h2 id="parts-title">${say(texts.parts, lang)}</h2>
    <dl class="legend">${Object.entries(all).map((part) => partRow(part, lang))}</dl>
  </section>`;

function shapeFold({ id, name, schema }: Shape, shapes: Shapes, lang: Lang): Content {
  const caption = { vi: `${texts.shapes.vi}: ${name}`, en: `${texts.shapes.en}: ${name}` };
  const label = { vi: html`<code>${name}</code>`, en: html`<code>${name}</code>` };
  const table = fieldTable(caption, fieldsOf(schema, shapes), shapes, lang);
  return html`<div id="${id}">${details(label, table, lang, 'shape-toggle')}</div>`;
}

const sharedData = (shown: Shapes, shapes: Shapes, lang: Lang): Content | false =>
  shown.size > 0 &&
  html`<section class="paper" aria-labelledby="shapes-title">
    <h2 id="shapes-title">${say(texts.shapes, lang)}</h2>
    <p class="lead">${say(texts.shapesLead, lang)}</p>
    ${[...shown.values()].map((shape) => shapeFold(shape, shapes, lang))}
  </section>`;

const titleOf = ({ title }: Contract): Text => ({
  vi: `Đặc tả API: ${title.vi}`,
  en: `Contract: ${title.en}`,
});

/**
 * A system's contract for a person to read and to try. `base` is where the system answers; `asked` names one
 * operation, which then comes by itself with what it refers to, or is `*` for all of them on one page.
 */
export async function contractPage(
  described: Described,
  base: string,
  { lang, assets }: Frame,
  asked?: string,
): Promise<Content> {
  const { contract } = described;
  const all = { refused: await allRefusals(described), shapes: sharedShapes(contract) };
  const one = asked !== undefined && Object.hasOwn(contract.operations, asked);
  const shapesSize = String(sharedData(all.shapes, all.shapes, lang)).length;
  const groups = operationGroups({
    contract,
    ...all,
    shapesSize,
    lang,
    ...(asked !== undefined && { asked }),
  });
  const refused = one ? refusalsIn(all.refused, asked) : all.refused;
  const shapes = one ? shapesIn(String(groups), all.shapes) : all.shapes;
  return shell({
    lang,
    assets,
    title: titleOf(contract),
    system: contract.title,
    wide: true,
    scripts: ['contract', 'copy'],
    sheets: ['contract', 'contract-try'],
    body: html`<div data-base="${base}"><section class="paper">
        ${heading(titleOf(contract), lang, texts.lead)}
        ${keyValue([{ label: texts.base, value: html`<code>${base}</code>`, testid: 'base' }], lang)}
        ${downloads(base, lang)}
        ${isKeyed(contract) && keyField(lang)}
        ${legend(contract, lang)}
        ${tryResult(lang)}
      </section>
      ${groups}${sharedData(shapes, all.shapes, lang)}${refusalList(contract, refused, lang)}${canFail(contract) && everyFailure(lang)}${parts(contract, lang)}</div>`,
  });
}
