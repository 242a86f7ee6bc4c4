import type * as z from 'zod';
import type { Operation } from '../../contracts/_contract.ts';
import { Fault } from './fault.ts';
import { parsed } from './issues.ts';

const MAX_BYTES = 1_048_576;
const MAX_URL = 32_768;

/** Parameters by name; a repeated one is an array, so that a schema of plain strings refuses it. */
export function parameters(search: URLSearchParams): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of search) {
    const before = found[name];
    found[name] = before === undefined ? value : [before, value].flat();
  }
  return found;
}

async function readText({ maxBytes = MAX_BYTES }: Operation, request: Request): Promise<string> {
  const tooLarge = () => new Fault('too_large', `the body is larger than ${maxBytes} bytes`);
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const text = await request.text();
  if (text.length > maxBytes) throw tooLarge();
  return text;
}

const mediaType = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();

async function readBody(operation: Operation, request: Request): Promise<unknown> {
  const type = mediaType(request);
  if (operation.form) {
    if (type !== 'application/x-www-form-urlencoded') {
      throw new Fault('unsupported_media_type', 'the body must be application/x-www-form-urlencoded');
    }
    return parameters(new URLSearchParams(await readText(operation, request)));
  }
  if (operation.json) {
    if (type !== 'application/json' && type !== 'application/merge-patch+json') {
      throw new Fault('unsupported_media_type', 'the body must be application/json');
    }
    const text = await readText(operation, request);
    try {
      return JSON.parse(text);
    } catch {
      throw new Fault('invalid_input', 'the body is not JSON');
    }
  }
  return undefined;
}

/** The raw input of a request: the body where the operation takes one, else the query. */
export async function rawInput(
  operation: Operation,
  request: Request,
): Promise<{ query: unknown; body: unknown }> {
  if (request.url.length > MAX_URL)
    throw new Fault('too_large', `the URL is longer than ${MAX_URL} characters`);
  const at = request.url.indexOf('?');
  const query = at < 0 ? {} : parameters(new URLSearchParams(request.url.slice(at + 1)));
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && (operation.form || operation.json);
  return { query, body: hasBody ? await readBody(operation, request) : undefined };
}

/** Holds the input against a schema. @throws Fault invalid_input, with one entry for each thing that is wrong. */
export const checked = (schema: z.ZodType | undefined, raw: unknown): unknown =>
  schema ? parsed(schema, raw) : raw;
