import type { Access } from './files.ts';
import type { Sent } from './vgca-says.ts';

export interface FileAsked {
  /** As the page calls it. */
  id: string | number;
  given: string;
  url: string;
  /** For people, and for the signed document. */
  name: string;
}

/** What the functions for files are sent: one document in `FileName`, or several in `Files`. */
export interface FilesAsked {
  files: readonly FileAsked[];
  handler: string;
  access: Access;
  number: string;
  date: string;
  meta: readonly [name: string, value: string][];
}

const [MOST_FILES, MOST_FIELDS, LONGEST] = [10, 20, 2_000];

const textIn = (value: unknown): string =>
  typeof value === 'string' && value.length <= LONGEST ? value : '';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** What `decodeURIComponent` cannot read stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The last part of a path or an address, fit to be a file's name. */
function lastPart(text: string): string {
  const path = URL.canParse(text) ? new URL(text).pathname : text;
  const last = decoded(path.split('/').at(-1) ?? '').replace(/[^\p{L}\p{M}\p{N} ._()-]/gu, '_');
  return last.slice(-100) || 'document';
}

function fileIn(value: unknown): FileAsked | undefined {
  if (!isRecord(value)) return undefined;
  const [given, url] = [textIn(value.FileName), textIn(value.URL)];
  const id = typeof value.FileID === 'number' ? value.FileID : textIn(value.FileID);
  return url === '' ? undefined : { id, given, url, name: lastPart(given || url) };
}

function listIn(files: unknown): FileAsked[] | undefined {
  if (!Array.isArray(files) || files.length === 0 || files.length > MOST_FILES) return undefined;
  const all = files.map(fileIn);
  return all.every((each) => each !== undefined) ? all : undefined;
}

function onlyFile(url: string): FileAsked[] | undefined {
  return url === '' ? undefined : [{ id: '', given: url, url, name: lastPart(url) }];
}

const metaIn = (value: unknown): [string, string][] =>
  (Array.isArray(value) ? value : []).slice(0, MOST_FIELDS).flatMap((each) => {
    const name = isRecord(each) ? textIn(each.Key) : '';
    return name === '' ? [] : [[name, textIn(each.Value)]];
  });

export const accessIn = ({ SessionId, JWTToken }: Sent['fields']): Access => ({
  session: textIn(SessionId),
  token: textIn(JWTToken),
});

/** Undefined: there is no document, or nobody takes it. */
export function filesAsked(fields: Sent['fields']): FilesAsked | undefined {
  const files = fields.Files === undefined ? onlyFile(textIn(fields.FileName)) : listIn(fields.Files);
  const handler = textIn(fields.FileUploadHandler).trim();
  if (!files || handler === '') return undefined;
  return {
    files,
    handler,
    access: accessIn(fields),
    number: textIn(fields.DocNumber),
    date: textIn(fields.IssuedDate),
    meta: metaIn(fields.MetaData),
  };
}
