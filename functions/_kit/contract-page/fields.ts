import type { Text } from '../../../contracts/_contract.ts';
import type { JsonSchema } from '../openapi/document.ts';
import { type Content, html, type Lang } from '../page/html.ts';
import { table } from '../page/parts.ts';
import { alternatives, isShape, propertiesOf, type Shapes, shapesOf } from './shapes.ts';

/** One field of a body, or one parameter. */
export interface FieldRow {
  /** Dotted; `[]` for the items of a list. */
  name: string;
  schema: JsonSchema;
  required: boolean;
}

const DEEPEST = 4;

/** Fields below a schema, in the order of the wire; of a choice, those of every alternative. None of a shared shape. */
export function fieldsOf(schema: JsonSchema, shapes: Shapes, prefix = '', depth = 0): FieldRow[] {
  if (depth > DEEPEST || (isShape(schema, shapes) && depth > 0)) return [];
  const chosen = alternatives(schema).flatMap((each) => fieldsOf(each, shapes, prefix, depth || 1));
  const items = schema.items ? fieldsOf(schema.items as JsonSchema, shapes, `${prefix}[]`, depth + 1) : [];
  const required = (schema.required ?? []) as string[];
  const own = propertiesOf(schema).flatMap(([name, each]) => {
    const path = prefix ? `${prefix}.${name}` : name;
    return [
      { name: path, schema: each, required: required.includes(name) },
      ...fieldsOf(each, shapes, path, depth + 1),
    ];
  });
  const seen = new Set<string>();
  return [...chosen, ...own, ...items].filter(({ name }) => !seen.has(name) && seen.add(name));
}

const quoted = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The kind of a value, as a programmer says it. */
export function kindOf(schema: JsonSchema): string {
  const either = alternatives(schema);
  if (either.length > 0) return [...new Set(either.map(kindOf))].join(' | ');
  if (schema.const !== undefined) return quoted(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map(quoted).join(' | ');
  if (schema.type === 'array') return `${kindOf((schema.items ?? {}) as JsonSchema)}[]`;
  return typeof schema.type === 'string'
    ? schema.format
      ? `${schema.type} (${schema.format})`
      : schema.type
    : 'any';
}

const RANGES = [
  ['minLength', 'maxLength', ' ký tự / characters'],
  ['minimum', 'maximum', ''],
  ['minItems', 'maxItems', ' mục / items'],
] as const;

/** JavaScript's own bounds say nothing to a reader. */
const isMeant = (value: unknown): boolean =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER;

function rangeOf(least: unknown, most: unknown, unit: string): string[] {
  const [from, to] = [isMeant(least), isMeant(most)];
  if (from && to) return [`${least === most ? least : `${least}–${most}`}${unit}`];
  return from ? [`≥ ${least}${unit}`] : to ? [`≤ ${most}${unit}`] : [];
}

function limitsOf(schema: JsonSchema): string[] {
  const ranges = RANGES.flatMap(([least, most, unit]) => rangeOf(schema[least], schema[most], unit));
  const standard =
    schema.default === undefined ? [] : [`mặc định / default: ${JSON.stringify(schema.default)}`];
  const pattern = typeof schema.pattern === 'string' && !schema.format ? [schema.pattern] : [];
  return [...ranges, ...pattern, ...standard];
}

const HEAD: readonly Text[] = [
  { vi: 'Trường (* bắt buộc)', en: 'Field (* required)' },
  { vi: 'Giá trị', en: 'Value' },
  { vi: 'Giới hạn', en: 'Limits' },
];

const LONGEST_LIMIT = 120;
const shortened = (text: string): string =>
  text.length > LONGEST_LIMIT ? `${text.slice(0, LONGEST_LIMIT)}…` : text;

/** Links to the shared shapes that a value is made of. */
export const shapeLinks = (schema: JsonSchema, shapes: Shapes): Content[] =>
  shapesOf(schema, shapes).map(
    ({ id, name }) =>
      html` <a class="shape" href="#${id}" data-testid="shape-link">→ <code>${name}</code></a>`,
  );

const limits = (text: string): Content => html`${text !== '' && html`<code class="limits">${text}</code>`}`;

const row =
  (shapes: Shapes) =>
  ({ name, schema, required }: FieldRow): Content[] => [
    html`<code>${name}</code>${required && html`<b class="must">*</b>`}`,
    html`<code>${kindOf(schema)}</code>${shapeLinks(schema, shapes)}`,
    limits(shortened(limitsOf(schema).join(' · '))),
  ];

/** Fields as a table; the caption tells it from the page's other tables. */
export const fieldTable = (caption: Text, rows: readonly FieldRow[], shapes: Shapes, lang: Lang): Content =>
  table({ caption, head: HEAD, rows: rows.map(row(shapes)), lang, testid: 'fields' });
