import { STATUS_CODES } from 'node:http';
import type { Body, Contract, Operation } from '../../../contracts/_contract.ts';
import type { JsonSchema, MediaType, NamedExample, ResponseObject } from './document.ts';
import { oauthError, problem } from './error-bodies.ts';
import type { RefusalExample } from './refusals.ts';
import { jsonSchemaOf } from './schema.ts';

const text: JsonSchema = { type: 'string' };

/** How each kind of text goes out. */
const texts: Readonly<Record<Exclude<Body, object>, Record<string, MediaType>>> = {
  html: { 'text/html': { schema: text } },
  text: { 'text/plain': { schema: text } },
  xml: { 'text/xml': { schema: text } },
  jwt: { 'application/jwt': { schema: text } },
  asset: { 'text/css': {}, 'text/javascript': {}, 'font/woff2': {}, 'image/svg+xml': {} },
  redirect: {},
  empty: {},
};

const location = { location: { description: 'URL', schema: { type: 'string' } } };

/** What the contract promises for a status, refusals aside. */
function promised(status: number, body: Body): ResponseObject {
  const content =
    typeof body === 'string' ? texts[body] : { 'application/json': { schema: jsonSchemaOf(body, 'output') } };
  return {
    description: STATUS_CODES[status] ?? String(status),
    ...(body === 'redirect' && { headers: location }),
    ...(Object.keys(content).length > 0 && { content: structuredClone(content) }),
  };
}

const mediaTypeOf = ({ answer }: RefusalExample): string => answer.type?.split(';', 1)[0] ?? 'text/plain';

function errorSchema({ errorBody }: Contract, { errors }: Operation, type: string): JsonSchema {
  if (errors === 'problem') return jsonSchemaOf(problem, 'output');
  if (errors === 'oauth') return jsonSchemaOf(oauthError, 'output');
  if (errors === 'page' || !type.includes('json')) return text;
  return errorBody ? jsonSchemaOf(errorBody, 'output') : {};
}

function exampleOf({ kind, answer }: RefusalExample): NamedExample | undefined {
  if (answer.type?.startsWith('text/html')) return undefined;
  return { summary: `${kind.title.vi} / ${kind.title.en}`, value: answer.body };
}

const saying = ({ code, kind }: RefusalExample): string =>
  `- \`${code}\`: ${kind.title.vi}. ${kind.cure.vi}. / ${kind.title.en}. ${kind.cure.en}.`;

/** Adds a refusal to what is said of its status. */
function add(contract: Contract, operation: Operation, to: ResponseObject, refusal: RefusalExample): void {
  const type = mediaTypeOf(refusal);
  to.content ??= {};
  to.content[type] ??= { schema: errorSchema(contract, operation, type) };
  const example = exampleOf(refusal);
  if (example) to.content[type].examples = { ...to.content[type].examples, [refusal.code]: example };
  to.description += `\n${saying(refusal)}`;
  to['x-hopcat-faults'] = [...(to['x-hopcat-faults'] ?? []), refusal.code];
}

/** Every status of an operation: what it promises, and how it refuses. */
export function responsesOf(
  contract: Contract,
  operation: Operation,
  refusals: readonly RefusalExample[],
): Record<string, ResponseObject> {
  const found: Record<string, ResponseObject> = {};
  for (const [status, body] of Object.entries(operation.answers)) {
    found[status] = promised(Number(status), body);
  }
  for (const refusal of refusals) {
    const { status } = refusal.answer;
    found[status] ??= { description: STATUS_CODES[status] ?? String(status) };
    add(contract, operation, found[status], refusal);
  }
  return found;
}
