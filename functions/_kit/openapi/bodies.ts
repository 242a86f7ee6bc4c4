import type { Operation } from '../../../contracts/_contract.ts';
import type { MediaType, NamedExample, RequestBody } from './document.ts';
import { jsonSchemaOf } from './schema.ts';
import { titleOf } from './title.ts';
import { filled } from './variables.ts';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const MERGE_PATCH = 'application/merge-patch+json';
const XML = 'text/xml';

/** The media types that an operation takes, the plainest first. */
export function mediaTypesOf({ method, form, json, xml }: Operation): string[] {
  const merges = [method].flat().includes('PATCH');
  return [
    ...(json ? [JSON_TYPE, ...(merges ? [MERGE_PATCH] : [])] : []),
    ...(form ? [FORM] : []),
    ...(xml ? [XML] : []),
  ];
}

function examplesOf({ examples = [] }: Operation): { examples?: Record<string, NamedExample> } {
  const found = examples
    .map((example, at): [string, NamedExample] => {
      const { vi, en } = titleOf(example);
      return [`example${at + 1}`, { summary: `${vi} / ${en}`, value: filled(example.body) }];
    })
    .filter(([, { value }]) => value !== undefined);
  return found.length > 0 ? { examples: Object.fromEntries(found) } : {};
}

function mediaTypeOf(operation: Operation, type: string): MediaType {
  if (type === XML) return { schema: { type: 'string' }, ...examplesOf(operation) };
  const schema = type === FORM ? operation.form : operation.json;
  return { ...(schema && { schema: jsonSchemaOf(schema, 'input') }), ...examplesOf(operation) };
}

export function requestBodyOf(operation: Operation): RequestBody | undefined {
  const types = mediaTypesOf(operation);
  if (types.length === 0) return undefined;
  return {
    required: true,
    content: Object.fromEntries(types.map((type) => [type, mediaTypeOf(operation, type)])),
  };
}
