import type { Contract, Operation } from '../../../contracts/_contract.ts';
import { canFail } from '../../../contracts/_failures.ts';
import { type Audience, audienceOf, audiences, audienceTitles } from '../openapi/groups.ts';
import { type Content, html, type Lang, say } from '../page/html.ts';
import { type OperationProps, operationBody, operationSection } from './operation.ts';
import type { Refusals } from './refusals.ts';
import type { Shapes } from './shapes.ts';
import { texts } from './texts.ts';

/** The query parameter that asks for one operation by itself; with `EVERY`, for all of them on one page. */
export const OPERATION = 'operation';
export const EVERY = '*';

/** What a page carries of its operations and their shapes, in characters. Above it, each comes when it is opened. */
const MOST = 200_000;

export interface OperationsProps {
  contract: Contract;
  refused: Refusals;
  shapes: Shapes;
  /** How large the shapes are on the page, in characters. */
  shapesSize: number;
  lang: Lang;
  /** The operation that was asked for, or `EVERY`. */
  asked?: string;
}

const pageOf = (operation: string): string => `docs?${OPERATION}=${encodeURIComponent(operation)}`;

/** Stands where the operation will be: `contract.js` follows the link by itself. */
const later = (name: string, lang: Lang): Content =>
  html`<div class="operation-body"><p><a class="link" href="${pageOf(name)}" data-body-of="${name}" data-testid="operation-page">${say(texts.byItself, lang)}</a></p></div>`;

function propsOf({ contract, refused, shapes, lang }: OperationsProps, name: string): OperationProps {
  const refusals = (refused.of.get(name) ?? []).filter((each) => !refused.isCommon(each));
  const operation = contract.operations[name] as Operation;
  return { name, operation, refusals, shapes, canFail: canFail(contract), lang };
}

type Section = readonly [name: string, section: Content];

function group(audience: Audience, { contract, lang }: OperationsProps, sections: readonly Section[]) {
  const own = sections.filter(([name]) => audienceOf(contract.operations[name] as Operation) === audience);
  return (
    own.length > 0 &&
    html`<section class="paper" aria-labelledby="group-${audience}">
    <h2 id="group-${audience}">${say(audienceTitles[audience], lang)}</h2>${own.map(([, section]) => section)}
  </section>`
  );
}

const elsewhere = (href: string, text: Content, testid: string): Content =>
  html`<p class="actions"><a class="link" href="${href}" data-testid="${testid}">${text}</a></p>`;

/** Every operation of a contract with all that is to say of it; of a large one, with a link to that. */
function everyOperation(props: OperationsProps): { sections: Section[]; above?: Content } {
  const { contract, lang, asked } = props;
  const all = Object.keys(contract.operations).map((name) => propsOf(props, name));
  const whole = all.map((each) => operationBody(each));
  const fits = whole.reduce((sum, body) => sum + body.length, props.shapesSize) <= MOST;
  const section = (each: OperationProps, at: number): Section => [
    each.name,
    operationSection(each, fits || asked === EVERY ? (whole[at] as Content) : later(each.name, lang)),
  ];
  const link = elsewhere(pageOf(EVERY), say(texts.onOnePage, lang), 'every-operation');
  return { sections: all.map(section), ...(!fits && asked !== EVERY && { above: link }) };
}

function oneOperation(name: string, props: OperationsProps): { sections: Section[]; above: Content } {
  const own = propsOf(props, name);
  return {
    sections: [[name, operationSection(own, operationBody(own), true)]],
    above: elsewhere('docs', say(texts.contents, props.lang), 'operations'),
  };
}

/** The operations that a page shows, by who calls them. */
export function operationGroups(props: OperationsProps): Content {
  const { asked, contract } = props;
  const named = asked !== undefined && Object.hasOwn(contract.operations, asked);
  const { sections, above } = named ? oneOperation(asked, props) : everyOperation(props);
  return html`${above}${audiences(contract).map(({ name }) => group(name, props, sections))}`;
}
