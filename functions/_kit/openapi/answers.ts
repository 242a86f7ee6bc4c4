import { STATUS_CODES } from 'node:http';
import type { Body, Operation, PlainBody } from '../../../contracts/_contract.ts';
import { mediaTypeOfBytes } from '../../../contracts/_contract.ts';
import type { JsonSchema, MediaType, NamedExample, ResponseObject } from './document.ts';
import { oauthError, problem } from './error-bodies.ts';
import { schemaOfSamples } from './infer.ts';
import type { RefusalExample } from './refusals.ts';
import { jsonSchemaOf } from './schema.ts';

const text: JsonSchema = { type: 'string' };

/** How each kind of text goes out. */
const texts: Readonly<Record<PlainBody, Record<string, MediaType>>> = {
  html: { 'text/html': { schema: text } },
  text: { 'text/plain': { schema: text } },
  xml: { 'text/xml': { schema: text } },
  // SOAP 1.2, or 1.1 where the call was of that.
  soap: { 'application/soap+xml': { schema: text }, 'text/xml': { schema: text } },
  csv: { 'text/csv': { schema: text } },
  rows: {
    'text/csv': { schema: text },
    'application/x-ndjson': { schema: text },
    'application/json': { schema: { type: 'object' } },
  },
  jwt: { 'application/jwt': { schema: text } },
  asset: { 'text/css': {}, 'text/javascript': {}, 'font/woff2': {}, 'image/svg+xml': {} },
  redirect: {},
  empty: {},
};

const location = { location: { description: 'URL', schema: { type: 'string' } } };

function contentOf(body: Body): Record<string, MediaType> {
  if (typeof body === 'object') return { 'application/json': { schema: jsonSchemaOf(body, 'output') } };
  const type = mediaTypeOfBytes(body);
  return type === undefined ? texts[body as PlainBody] : { [type]: {} };
}

/** What the contract promises for a status, refusals aside. */
function promised(status: number, body: Body): ResponseObject {
  const content = contentOf(body);
  return {
    description: STATUS_CODES[status] ?? String(status),
    ...(body === 'redirect' && { headers: location }),
    ...(Object.keys(content).length > 0 && { content: structuredClone(content) }),
  };
}

const mediaTypeOf = ({ answer }: RefusalExample): string => answer.type?.split(';', 1)[0] ?? 'text/plain';

/** What the refusals of one status and media type look like. */
function errorSchema({ errors }: Operation, type: string, refusals: readonly RefusalExample[]): JsonSchema {
  if (errors === 'problem') return jsonSchemaOf(problem, 'output');
  if (errors === 'oauth') return jsonSchemaOf(oauthError, 'output');
  if (errors === 'page' || !type.includes('json')) return text;
  return schemaOfSamples(refusals.map(({ answer }) => answer.body));
}

function exampleOf({ kind, answer }: RefusalExample): NamedExample | undefined {
  if (answer.type?.startsWith('text/html')) return undefined;
  return { summary: `${kind.title.vi} / ${kind.title.en}`, value: answer.body };
}

const saying = ({ code, kind }: RefusalExample): string =>
  `- \`${code}\`: ${kind.title.vi}. ${kind.cure.vi}. / ${kind.title.en}. ${kind.cure.en}.`;

/** Some wires refuse with the status of a success: then the answer is one or the other. */
function either(promised: MediaType | undefined, schema: JsonSchema): JsonSchema {
  const before = promised?.schema as JsonSchema | undefined;
  return !before || before.type === 'string' ? schema : { anyOf: [before, schema] };
}

/** Adds the refusals of one status to what is said of it. */
function add(operation: Operation, to: ResponseObject, refusals: readonly RefusalExample[]): void {
  to.content ??= {};
  for (const [type, some] of Map.groupBy(refusals, mediaTypeOf)) {
    const examples = some.map((refusal) => [refusal.code, exampleOf(refusal)] as const);
    const shown = examples.filter((each): each is [string, NamedExample] => each[1] !== undefined);
    to.content[type] = {
      schema: either(to.content[type], errorSchema(operation, type, some)),
      ...(shown.length > 0 && { examples: Object.fromEntries(shown) }),
    };
  }
  to.description = [to.description, ...refusals.map(saying)].join('\n');
  to['x-hopcat-faults'] = refusals.map(({ code }) => code);
}

/** Every status of an operation: what it promises, and how it refuses. */
export function responsesOf(
  operation: Operation,
  refusals: readonly RefusalExample[],
): Record<string, ResponseObject> {
  const found: Record<string, ResponseObject> = {};
  for (const [status, body] of Object.entries(operation.answers)) {
    found[status] = promised(Number(status), body);
  }
  for (const [status, some] of Map.groupBy(refusals, ({ answer }) => answer.status)) {
    found[status] ??= { description: STATUS_CODES[status] ?? String(status) };
    add(operation, found[status], some);
  }
  return found;
}
