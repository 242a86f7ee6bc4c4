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

const texts = new WeakMap<Request, string>();

/** The body as it was sent, for wires that sign it; empty where there was none. */
export const sentText = (request: Request): string => texts.get(request) ?? '';

async function readText({ maxBytes = MAX_BYTES }: Operation, request: Request): Promise<string> {
  const tooLarge = () => new Fault('too_large', `the body is larger than ${maxBytes} bytes`);
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const text = await request.text();
  if (text.length > maxBytes) throw tooLarge();
  texts.set(request, text);
  return text;
}

const mediaType = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();

/** Media types of bodies; what is first is what a refusal names. */
const mediaTypes = {
  form: ['application/x-www-form-urlencoded'],
  json: ['application/json', 'application/merge-patch+json'],
  xml: ['text/xml', 'application/xml', 'application/soap+xml'],
  csv: ['text/csv', 'application/csv'],
  files: ['multipart/form-data'],
} as const;

const kinds = ['form', 'json', 'xml', 'csv', 'files'] as const;

const kindOf = (operation: Operation, type: string) =>
  operation.bytes === type
    ? 'bytes'
    : kinds.find((kind) => operation[kind] && (mediaTypes[kind] as readonly string[]).includes(type));

/** Whether an operation reads a body. */
export const takesBody = ({ form, json, xml, csv, bytes }: Operation): boolean =>
  Boolean(form ?? json ?? xml ?? csv ?? bytes);

const base64 = /^[\w+/\s-]*=*\s*$/;

/** Bytes as they came, or base64 where the header says so. */
async function readBytes(
  request: Request,
  { maxBytes = MAX_BYTES, tooLarge }: Operation,
): Promise<Uint8Array> {
  const { whole } = await import('./pieces.ts');
  const bytes = await whole(request, maxBytes, tooLarge);
  if (request.headers.get('content-transfer-encoding')?.toLowerCase() !== 'base64') return bytes;
  const text = bytes.toString('latin1');
  if (!base64.test(text)) throw new Fault('invalid_input', 'the body is not base64');
  return Buffer.from(text, 'base64');
}

const fileNames = new WeakMap<Uint8Array, string>();

/** What a file of a form was called by whoever sent it: anything at all; undefined: no file, or without a name. */
export const fileNameOf = (file: unknown): string | undefined =>
  file instanceof Uint8Array ? fileNames.get(file) : undefined;

async function bytesOf(file: File): Promise<Uint8Array> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  fileNames.set(bytes, file.name);
  return bytes;
}

/** The fields of a form with files: texts, and bytes for what was chosen. */
async function readFiles(request: Request, { maxBytes = MAX_BYTES, tooLarge }: Operation): Promise<unknown> {
  const { whole } = await import('./pieces.ts');
  const bytes = await whole(request, maxBytes, tooLarge);
  const type = request.headers.get('content-type') ?? '';
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Fault('invalid_input', 'the body is not multipart/form-data');
  });
  const fields: Record<string, unknown> = Object.create(null);
  for (const [name, value] of form) {
    const before = fields[name];
    const field = typeof value === 'string' ? value : await bytesOf(value);
    fields[name] = before === undefined ? field : [before, field].flat();
  }
  return fields;
}

const takenBy = (operation: Operation) => [
  ...(operation.bytes ? [operation.bytes] : []),
  ...kinds.filter((kind) => operation[kind]).map((kind) => mediaTypes[kind][0]),
];

async function readBody(operation: Operation, request: Request): Promise<unknown> {
  const type = mediaType(request);
  const kind = kindOf(operation, type);
  if (!kind) throw new Fault('unsupported_media_type', `the body must be ${takenBy(operation).join(' or ')}`);
  if (kind === 'csv') return undefined;
  if (kind === 'bytes') return readBytes(request, operation);
  if (kind === 'files') return readFiles(request, operation);
  const text = await readText(operation, request);
  if (kind === 'form') return parameters(new URLSearchParams(text));
  if (kind === 'xml') return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault('invalid_input', 'the body is not JSON');
  }
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
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && takesBody(operation);
  return { query, body: hasBody ? await readBody(operation, request) : undefined };
}

/** Holds the input against a schema. @throws Fault invalid_input, with one entry for each thing that is wrong. */
export const checked = (schema: z.ZodType | undefined, raw: unknown): unknown =>
  schema ? parsed(schema, raw) : raw;
