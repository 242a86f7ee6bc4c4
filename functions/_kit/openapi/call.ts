import type { Example, Method, Operation } from '../../../contracts/_contract.ts';
import { mediaTypesOf } from './bodies.ts';
import { pathNames } from './parameters.ts';

/** A call as text, its variables still in it: `{{name}}`. */
export interface DraftCall {
  method: Method;
  /** Below the system's base, with the query. */
  path: string;
  /** By lower-case name. */
  headers: Record<string, string>;
  body?: string;
}

/** Percent-encoded, but for the variables. */
const encoded = (text: string): string =>
  text
    .split(/(\{\{[^}]*\}\})/)
    .map((part) => (part.startsWith('{{') ? part : encodeURIComponent(part)))
    .join('');

const pairs = (values: Readonly<Record<string, unknown>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === '' ? encoded(name) : `${encoded(name)}=${encoded(String(value))}`))
    .join('&');

function pathOf({ path }: Operation, { params = {}, query = {} }: Example): string {
  const filled = pathNames(path).reduce(
    (text, name) =>
      text.replace(new RegExp(`:${name}(?:\\{\\.\\+\\})?`), () => encoded(params[name] ?? `{{${name}}}`)),
    path,
  );
  return Object.keys(query).length > 0 ? `${filled}?${pairs(query)}` : filled;
}

function bodyOf(operation: Operation, { body }: Example): string | undefined {
  if (body === undefined || typeof body === 'string') return body;
  return operation.json ? JSON.stringify(body, null, 2) : pairs(body as Record<string, unknown>);
}

function methodOf({ method }: Operation, { body }: Example): Method {
  const all = [method].flat() as Method[];
  return (
    (body === undefined ? undefined : all.find((each) => each !== 'GET' && each !== 'DELETE')) ?? all[0]!
  );
}

/** One example of an operation, as it is to be sent. */
export function callOf(operation: Operation, example: Example): DraftCall {
  const headers = Object.entries(example.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  const body = bodyOf(operation, example);
  const [type] = mediaTypesOf(operation);
  const typed = body !== undefined && type ? { 'content-type': type === 'text/xml' ? XML : type } : {};
  const asText = body !== undefined && operation.bytes ? { 'content-transfer-encoding': 'base64' } : {};
  return {
    method: methodOf(operation, example),
    path: pathOf(operation, example),
    headers: { ...typed, ...asText, ...Object.fromEntries(headers) },
    ...(body !== undefined && { body }),
  };
}

const XML = 'text/xml; charset=utf-8';
