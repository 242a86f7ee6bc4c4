import type { Contract, Operation } from '../../../contracts/_contract.ts';
import type { JsonSchema } from '../openapi/document.ts';
import { jsonSchemaOf } from '../openapi/schema.ts';

/** An object that several operations take or answer: shown once on the page, and linked from where it stands. */
export interface Shape {
  id: string;
  /** The field or operation where it comes first; both, when another shape has that name. */
  name: string;
  schema: JsonSchema;
}

/** By `keyOf` their schema. */
export type Shapes = ReadonlyMap<string, Shape>;

export const list = (value: unknown): readonly JsonSchema[] => (Array.isArray(value) ? value : []);

export const alternatives = (schema: JsonSchema): readonly JsonSchema[] => [
  ...list(schema.anyOf),
  ...list(schema.oneOf),
];

export const propertiesOf = (schema: JsonSchema): [string, JsonSchema][] =>
  Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);

const keyOf = ({ default: _, description: __, ...schema }: JsonSchema): string => JSON.stringify(schema);

/** The object itself, those it may be, or those it is a list of. */
const objectsOf = (schema: JsonSchema): JsonSchema[] =>
  schema.properties
    ? [schema]
    : [...alternatives(schema), ...(schema.items ? [schema.items as JsonSchema] : [])].flatMap(objectsOf);

/** The shared shapes that a value is made of. */
export const shapesOf = (schema: JsonSchema, shapes: Shapes): Shape[] =>
  objectsOf(schema).flatMap((object) => shapes.get(keyOf(object)) ?? []);

export const isShape = (schema: JsonSchema, shapes: Shapes): boolean =>
  schema.properties !== undefined && shapes.has(keyOf(schema));

const FEWEST_FIELDS = 7;

const sizeOf = (schema: JsonSchema): number =>
  objectsOf(schema)
    .flatMap(propertiesOf)
    .reduce((sum, [, each]) => sum + 1 + sizeOf(each), 0);

interface Seen {
  operation: string;
  name: string;
  times: number;
  schema: JsonSchema;
}

function note(schema: JsonSchema, operation: string, name: string, seen: Map<string, Seen>): void {
  for (const object of objectsOf(schema)) {
    const before = seen.get(keyOf(object));
    if (before) before.times += 1;
    else {
      seen.set(keyOf(object), { operation, name, times: 1, schema: object });
      for (const [field, each] of propertiesOf(object)) note(each, operation, field, seen);
    }
  }
}

/** Every body of an operation, by what to call it. */
function schemasOf(name: string, { json, form, answers }: Operation): [string, JsonSchema][] {
  const body = json ?? form;
  const outputs = Object.entries(answers).flatMap(([status, answer]): [string, JsonSchema][] =>
    typeof answer === 'string' ? [] : [[`${name} ${status}`, jsonSchemaOf(answer, 'output')]],
  );
  return [
    ...(body ? [[`${name} body`, jsonSchemaOf(body, 'input')] as [string, JsonSchema]] : []),
    ...outputs,
  ];
}

/** Objects of some size that come more than once in a contract. */
export function sharedShapes({ operations }: Contract): Shapes {
  const seen = new Map<string, Seen>();
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    for (const [title, schema] of schemasOf(name, operation)) note(schema, name, title, seen);
  }
  const shared = [...seen].filter(([, { times, schema }]) => times > 1 && sizeOf(schema) >= FEWEST_FIELDS);
  const taken = new Set<string>();
  const named = ({ operation, name }: Seen) => {
    const own = taken.has(name) ? `${operation}.${name}` : name;
    taken.add(own);
    return own;
  };
  return new Map(
    shared.map(([key, each], at) => [key, { id: `shape-${at + 1}`, name: named(each), schema: each.schema }]),
  );
}

const linked = (schema: JsonSchema, shapes: Shapes): Shape[] => {
  const inside = [...propertiesOf(schema).map(([, each]) => each), ...alternatives(schema)];
  const items = schema.items ? [schema.items as JsonSchema] : [];
  return [...inside, ...items].flatMap((each) => [...shapesOf(each, shapes), ...linked(each, shapes)]);
};

/** The shared shapes that a part of the page links to, and those that these are made of. */
export function shapesIn(markup: string, shapes: Shapes): Shapes {
  const found = new Set<Shape>();
  const add = (shape: Shape): void => {
    if (found.has(shape)) return;
    found.add(shape);
    linked(shape.schema, shapes).forEach(add);
  };
  for (const shape of shapes.values()) if (markup.includes(`href="#${shape.id}"`)) add(shape);
  return new Map([...shapes].filter(([, shape]) => found.has(shape)));
}
