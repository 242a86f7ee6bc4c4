import type { Operation } from '../../../contracts/_contract.ts';
import type { MediaType, NamedExample, RequestBody } from './document.ts';
import { jsonSchemaOf } from './schema.ts';
import { titleOf } from './title.ts';
import { filled } from './variables.ts';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const MERGE_PATCH = 'application/merge-patch+json';
const XML = 'text/xml';
const CSV = 'text/csv';
const MULTIPART = 'multipart/form-data';

/** The media types that an operation takes, the plainest first. */
export function mediaTypesOf({ method, form, json, xml, csv, bytes, files }: Operation): string[] {
  const merges = [method].flat().includes('PATCH');
  return [
    ...(json ? [JSON_TYPE, ...(merges ? [MERGE_PATCH] : [])] : []),
    ...(form ? [FORM] : []),
    ...(xml ? [XML] : []),
    ...(csv ? [CSV] : []),
    ...(bytes ? [bytes] : []),
    ...(files ? [MULTIPART] : []),
  ];
}

function examplesOf(
  { examples = [] }: Operation,
  fits: (body: unknown) => boolean = () => true,
): { examples?: Record<string, NamedExample> } {
  const found = examples
    .filter(({ body }) => fits(body))
    .map((example, at): [string, NamedExample] => {
      const { vi, en } = titleOf(example);
      return [`example${at + 1}`, { summary: `${vi} / ${en}`, value: filled(example.body) }];
    })
    .filter(([, { value }]) => value !== undefined);
  return found.length > 0 ? { examples: Object.fromEntries(found) } : {};
}

const isText = (body: unknown): boolean => typeof body === 'string';

function mediaTypeOf(operation: Operation, type: string): MediaType {
  // OpenAPI 3.1: bytes as they are have no schema, and no example that could be written down.
  if (type === operation.bytes) return {};
  if (type === CSV) return { schema: { type: 'string' }, ...examplesOf(operation, isText) };
  if (type === XML) return { schema: { type: 'string' }, ...examplesOf(operation) };
  const schema = type === FORM || type === MULTIPART ? operation.form : operation.json;
  const fits = (body: unknown) => !operation.csv || !isText(body);
  return { ...(schema && { schema: jsonSchemaOf(schema, 'input') }), ...examplesOf(operation, fits) };
}

export function requestBodyOf(operation: Operation): RequestBody | undefined {
  const types = mediaTypesOf(operation);
  if (types.length === 0) return undefined;
  return {
    required: true,
    content: Object.fromEntries(types.map((type) => [type, mediaTypeOf(operation, type)])),
  };
}
