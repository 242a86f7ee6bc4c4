import type { Example, Operation } from '../../../contracts/_contract.ts';
import { failuresOf } from '../../../contracts/_failures.ts';
import { takesBody } from '../input.ts';
import { callOf } from '../openapi/call.ts';
import type { Parameter } from '../openapi/document.ts';
import { parametersOf, pathNames } from '../openapi/parameters.ts';
import { titleOf } from '../openapi/title.ts';
import { type Content, html, type Lang, plain, say } from '../page/html.ts';
import { texts } from './texts.ts';

export interface TryProps {
  name: string;
  operation: Operation;
  lang: Lang;
  canFail: boolean;
}

const nothing: Example = { title: { vi: 'Trống', en: 'Empty' }, status: 200 };

const lines = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

const parametersIn = (operation: Operation): Parameter[] =>
  parametersOf(operation, false).filter((each) => each.in !== 'header' && each.style === undefined);

/** The part of an example's query that has no field of its own. */
function restOf(operation: Operation, example: Example): string {
  const named = new Set(parametersIn(operation).map(({ name }) => name));
  const query = Object.entries(example.query ?? {}).filter(([name]) => !named.has(name));
  return callOf(operation, { ...example, query: Object.fromEntries(query) }).path.split('?')[1] ?? '';
}

/** What the path names and the call before gives: as variables. */
const takenBefore = ({ path }: Operation, { after }: Example): Record<string, string> =>
  after === undefined ? {} : Object.fromEntries(pathNames(path).map((name) => [name, `{{${name}}}`]));

/** What the script needs to know of each example. */
function filling(operation: Operation, example: Example) {
  const { method, headers, body = '' } = callOf(operation, example);
  const { params = {}, query = {}, after, takes, computes } = example;
  const values = { ...takenBefore(operation, example), ...query, ...params };
  return {
    method,
    values,
    rest: restOf(operation, example),
    headers: lines(headers),
    body,
    after,
    takes,
    computes,
  };
}

type Filling = ReturnType<typeof filling>;

interface Input {
  id: string;
  name: string;
  label: Content;
  place: Parameter['in'] | 'rest';
  value: string;
  required?: boolean;
}

const input = ({ id, name, label, place, value, required }: Input): Content =>
  html`<div class="field">
    <label for="${id}-${name}">${label}${required && html` <span class="must" aria-hidden="true">*</span>`}</label>
    <input class="plain" id="${id}-${name}" name="${name}" value="${value}" data-in="${place}" autocomplete="off" spellcheck="false" ${required && html`required`} data-testid="try-parameter">
  </div>`;

function parameterInputs(id: string, operation: Operation, { values }: Filling): Content[] {
  const given: Readonly<Record<string, string>> = values;
  return parametersIn(operation).map(({ name, required, in: place }) =>
    input({ id, name, label: html`<code>${name}</code>`, place, value: given[name] ?? '', required }),
  );
}

/** For a query whose names the contract leaves open: `a=b&c=d`, as it goes out. */
function restInput(
  id: string,
  operation: Operation,
  fillings: readonly Filling[],
  lang: Lang,
): Content | false {
  const open = parametersOf(operation, false).some(({ style }) => style === 'form');
  if (!open && fillings.every((each) => each.rest === '')) return false;
  const value = fillings[0]?.rest ?? '';
  return input({ id, name: 'query', label: say(texts.query, lang), place: 'rest', value });
}

const area = (id: string, name: 'headers' | 'content', label: Content, text: string): Content =>
  html`<div class="field">
    <label for="${id}-${name}">${label}</label>
    <textarea class="plain" id="${id}-${name}" name="${name}" rows="${Math.min(16, Math.max(2, text.split('\n').length))}" autocomplete="off" spellcheck="false" data-testid="try-${name}">${text}</textarea>
  </div>`;

const choice = (id: string, name: string, label: Content, options: Content[]): Content =>
  html`<div class="field">
    <label for="${id}-${name}">${label}</label>
    <select class="plain" id="${id}-${name}" name="${name}" data-testid="try-${name}">${options}</select>
  </div>`;

const examplePicker = (id: string, examples: readonly Example[], lang: Lang): Content =>
  choice(
    id,
    'example',
    say(texts.example, lang),
    examples.map(
      (example, at) =>
        html`<option value="${at}">${plain(titleOf(example), lang)} (${example.status})</option>`,
    ),
  );

const failurePicker = (id: string, operation: Operation, lang: Lang): Content =>
  choice(id, 'failure', say(texts.failure, lang), [
    html`<option value="">${plain(texts.none, lang)}</option>`,
    ...Object.keys(failuresOf(operation)).map((name) => html`<option value="${name}">${name}</option>`),
  ]);

const answer = (lang: Lang): Content =>
  html`<div class="answer" data-answer hidden>
    <h4>${say(texts.answer, lang)}</h4>
    <p role="status" data-status data-testid="status"></p>
    <pre class="json" tabindex="0" data-body data-testid="answer-body"></pre>
    <pre class="json" tabindex="0" data-headers data-testid="answer-headers"></pre>
  </div>`;

const curl = (lang: Lang): Content =>
  html`<div data-code>
    <h4>${say(texts.curl, lang)}</h4>
    <pre class="json" tabindex="0"><code data-curl data-testid="curl"></code></pre>
    <button class="button plain" type="button" data-copy="" data-testid="copy-curl"><span class="copy-idle">${say(texts.copy, lang)}</span><span class="copy-done">${say(texts.copied, lang)}</span></button>
  </div>`;

/** The answer and the call as curl: `contract.js` puts a copy into each form. */
export const tryResult = (lang: Lang): Content =>
  html`<template data-result>${answer(lang)}${curl(lang)}</template><noscript><p class="hint">${say(texts.noScript, lang)}</p></noscript>`;

/** The example that stands in the form as the page comes: the first. */
export function tryForm({ name, operation, lang, canFail }: TryProps): Content {
  const id = `try-${name}`;
  const examples = operation.examples ?? [nothing];
  const fillings = examples.map((example) => filling(operation, example));
  const first = fillings[0] as Filling;
  const sends = fillings.some(({ method }) => method !== 'GET' && method !== 'DELETE');
  const withBody = sends && takesBody(operation);
  return html`<form class="try" data-operation="${name}" data-path="${operation.path.replace('{.+}', '')}" data-examples="${JSON.stringify(fillings)}" ${operation.keyed && html`data-keyed`} data-testid="try">
    <h4 class="try-title">${say(texts.try, lang)}</h4>
    ${examples.length > 1 && examplePicker(id, examples, lang)}
    ${parameterInputs(id, operation, first)}${restInput(id, operation, fillings, lang)}
    ${area(id, 'headers', say(texts.headers, lang), first.headers)}
    ${withBody && area(id, 'content', say(texts.content, lang), first.body)}
    ${canFail && failurePicker(id, operation, lang)}
    <button class="button primary" type="submit" data-testid="try-send">${say(texts.send, lang)}</button>
  </form>`;
}
