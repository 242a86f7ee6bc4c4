import type { Example, Operation } from '../../../contracts/_contract.ts';
import type { JsonSchema, Parameter } from './document.ts';
import { jsonSchemaOf } from './schema.ts';
import { filledText } from './variables.ts';

type Place = 'params' | 'query' | 'headers';

/** What the first example that has it says. */
function exampleOf({ examples = [] }: Operation, place: Place, name: string): { example?: string } {
  const found = examples.map((example) => example[place]?.[name]).find((value) => value !== undefined);
  return found === undefined ? {} : { example: filledText(found) };
}

/** A text of the wire as what it stands for there. */
const valued = (text: string, { type }: JsonSchema): unknown =>
  type === 'integer' || type === 'number' ? Number(text) : text;

function typedExample(operation: Operation, name: string, schema: JsonSchema): { example?: unknown } {
  const { example } = exampleOf(operation, 'query', name);
  return example === undefined ? {} : { example: valued(example, schema) };
}

/** Names of the parameters in a path. */
export const pathNames = (path: string): string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);

const inPath = (operation: Operation): Parameter[] =>
  pathNames(operation.path).map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    ...exampleOf(operation, 'params', name),
  }));

const described = ({ description }: JsonSchema) => (typeof description === 'string' ? { description } : {});

/** A schema of any names becomes one parameter that stands for all of them. */
function inQuery(operation: Operation): Parameter[] {
  if (!operation.query) return [];
  const schema = jsonSchemaOf(operation.query, 'input');
  const { properties, required = [] } = schema as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  if (!properties)
    return [{ name: 'params', in: 'query', required: false, style: 'form', explode: true, schema }];
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...described(each),
    schema: each,
    ...typedExample(operation, name, each),
  }));
}

/** OpenAPI has other places for these. */
const elsewhere = new Set(['accept', 'authorization', 'content-type']);

export const headerNames = (examples: readonly Example[]): string[] => [
  ...new Set(examples.flatMap(({ headers = {} }) => Object.keys(headers))),
];

/** Headers that the examples send. */
const inHeaders = (operation: Operation): Parameter[] =>
  headerNames(operation.examples ?? [])
    .filter((name) => !elsewhere.has(name.toLowerCase()))
    .map((name) => ({
      name,
      in: 'header',
      required: false,
      schema: { type: 'string' },
      ...exampleOf(operation, 'headers', name),
    }));

/** Of one of the operation's methods; a POST that takes a form or JSON has its query there too. */
export const parametersOf = (operation: Operation, takesBody: boolean): Parameter[] => [
  ...inPath(operation),
  ...(takesBody && operation.form && operation.form === operation.query ? [] : inQuery(operation)),
  ...inHeaders(operation),
];
