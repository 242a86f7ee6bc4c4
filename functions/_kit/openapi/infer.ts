import type { JsonSchema } from './document.ts';

type Fields = Record<string, unknown>;

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

function objectSchema(samples: readonly Fields[]): JsonSchema {
  const names = [...new Set(samples.flatMap(Object.keys))];
  const required = names.filter((name) => samples.every((sample) => name in sample));
  const valuesOf = (name: string) => samples.filter((sample) => name in sample).map((sample) => sample[name]);
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, schemaOfSamples(valuesOf(name))])),
    ...(required.length > 0 && { required }),
  };
}

function schemaOfType(type: string, samples: readonly unknown[]): JsonSchema {
  if (type === 'object') return objectSchema(samples as Fields[]);
  if (type !== 'array') return { type };
  const items = samples.flat();
  return items.length > 0 ? { type, items: schemaOfSamples(items) } : { type };
}

/**
 * The shape that JSON values have in common. This is how a document says what a system's own refusals look like:
 * the system words each of them, and the document reads the words.
 */
export function schemaOfSamples(samples: readonly unknown[]): JsonSchema {
  const byType = Map.groupBy(samples, typeOf);
  const schemas = [...byType].map(([type, some]) => schemaOfType(type, some));
  return schemas.length === 1 ? schemas[0]! : { anyOf: schemas };
}
