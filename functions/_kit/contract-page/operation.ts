import {
  type Body,
  type BytesBody,
  type Method,
  mediaTypeOfBytes,
  type Operation,
  type PlainBody,
} from '../../../contracts/_contract.ts';
import { mediaTypesOf } from '../openapi/bodies.ts';
import type { JsonSchema } from '../openapi/document.ts';
import { parametersOf } from '../openapi/parameters.ts';
import type { RefusalExample } from '../openapi/refusals.ts';
import { jsonSchemaOf } from '../openapi/schema.ts';
import { type Content, html, type Lang, say } from '../page/html.ts';
import { details } from '../page/parts.ts';
import { fidelityBadge, methodBadge } from './badges.ts';
import { failureList } from './failures.ts';
import { fieldsOf, fieldTable, shapeLinks } from './fields.ts';
import { isShape, type Shapes } from './shapes.ts';
import { bodies, texts } from './texts.ts';
import { tryForm } from './try.ts';

export interface OperationProps {
  name: string;
  operation: Operation;
  /** Those that not every operation of the system may answer. */
  refusals: readonly RefusalExample[];
  shapes: Shapes;
  canFail: boolean;
  lang: Lang;
}

const captionFor = (text: { vi: string; en: string }, name: string) => ({
  vi: `${text.vi}: ${name}`,
  en: `${text.en}: ${name}`,
});

const note = ({ operation, lang }: OperationProps): Content | undefined =>
  operation.note && html`<p class="prose" data-testid="note">${say(operation.note, lang)}</p>`;

function parameters({ name, operation, shapes, lang }: OperationProps): Content | false {
  const rows = parametersOf(operation, false).filter(({ style }) => style === undefined);
  if (rows.length === 0) return false;
  const shown = rows.map(({ name: field, in: place, ...each }) => ({ ...each, name: `${field} (${place})` }));
  return fieldTable(captionFor(texts.parameters, name), shown, shapes, lang);
}

const LONG = 20;

type Caption = ReturnType<typeof captionFor>;

/** The fields of a schema, folded away when there are many; of a shared shape, where it is shown. */
function shape(schema: JsonSchema, caption: Caption, { shapes, lang }: OperationProps): Content {
  const links = shapeLinks(schema, shapes);
  const rows = isShape(schema, shapes) ? [] : fieldsOf(schema, shapes);
  if (rows.length === 0) {
    return html`<p class="hint">${links.length > 0 ? links : say(texts.anything, lang)}</p>`;
  }
  const table = fieldTable(caption, rows, shapes, lang);
  return html`${links.length > 0 && html`<p class="hint">${links}</p>`}${rows.length > LONG ? details(caption, table, lang, 'fields-toggle') : table}`;
}

function requestBody(props: OperationProps): Content | false {
  const { name, operation, lang } = props;
  const types = mediaTypesOf(operation);
  if (types.length === 0) return false;
  const schema = operation.json ?? operation.form;
  return html`<h4>${say(texts.body, lang)}</h4>
    <p class="hint">${types.map((type) => html`<code>${type}</code> `)}</p>
    ${
      schema
        ? shape(jsonSchemaOf(schema, 'input'), captionFor(texts.body, name), props)
        : html`<p class="hint">${say(operation.bytes ? texts.bytes : texts.xml, lang)}</p>`
    }`;
}

const plainBody = (body: PlainBody | BytesBody, lang: Lang): Content => {
  const type = mediaTypeOfBytes(body);
  return type === undefined
    ? say(bodies[body as PlainBody], lang)
    : html`${say(texts.bytes, lang)} <code>${type}</code>`;
};

const answerBody = (status: string, body: Body, props: OperationProps): Content =>
  typeof body === 'string'
    ? html`<p>${plainBody(body, props.lang)}</p>`
    : shape(jsonSchemaOf(body, 'output'), captionFor(texts.answers, `${props.name} ${status}`), props);

const answers = (props: OperationProps): Content =>
  html`<h4>${say(texts.answers, props.lang)}</h4>
  ${Object.entries(props.operation.answers).map(
    ([status, body]) =>
      html`<div class="status"><strong class="digits">${status}</strong><div>${answerBody(status, body, props)}</div></div>`,
  )}`;

function refusing({ refusals, lang }: OperationProps): Content {
  const byStatus = [...Map.groupBy(refusals, ({ answer }) => answer.status)].toSorted(([a], [b]) => a - b);
  const rows = byStatus.map(
    ([status, some]) =>
      html`<div class="status codes"><strong class="digits">${status}</strong><p>${some.map(({ code }) => html`<a href="#fault-${code}" data-testid="fault-link"><code>${code}</code></a> `)}</p></div>`,
  );
  const others = html`<p class="codes"><a href="#faults-title" data-testid="all-refusals">${say(texts.alwaysRefused, lang)}</a></p>`;
  return details(texts.mayRefuse, html`${rows}${others}`, lang, 'refusals-toggle');
}

const failing = ({ operation, canFail, lang }: OperationProps): Content | false =>
  canFail &&
  details(
    texts.failures,
    html`${failureList(operation.fails ?? {}, lang)}
    <p class="codes"><a href="#failures-title" data-testid="all-failures">${say(texts.alwaysFails, lang)}</a></p>`,
    lang,
    'failures-toggle',
  );

const methods = ({ operation }: OperationProps): Content[] =>
  ([operation.method].flat() as Method[]).map((method) => html`${methodBadge(method)} `);

/** What an operation takes, answers, refuses, how it can be made to fail, and a form to try it. */
export const operationBody = (props: OperationProps): Content =>
  html`<div class="operation-body">
      <div class="operation-facts">${note(props)}${parameters(props)}${requestBody(props)}${answers(props)}${refusing(props)}${failing(props)}</div>
      ${tryForm(props)}
    </div>`;

/** One operation, folded unless it is `open`. */
export const operationSection = (props: OperationProps, body: Content, open = false): Content => {
  const { name, operation, lang } = props;
  return html`<details class="operation" id="op-${name}" ${open && html`open`} data-testid="operation">
    <summary data-testid="operation-summary"><h3>${methods(props)} <code>${operation.path}</code> ${say(operation.title, lang)}</h3>${fidelityBadge(operation.fidelity, lang)}</summary>
    ${body}
  </details>`;
};
