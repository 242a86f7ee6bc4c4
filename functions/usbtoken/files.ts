import type { Exchange } from '../_kit/exchange.ts';
import { outgoing } from '../_kit/outgoing.ts';
import { Unable } from './job.ts';

/** Larger documents are neither fetched nor signed. */
const MOST_BYTES = 4_000_000;

/** How the page's server knows who asks: its cookie, and a token. */
export interface Access {
  session: string;
  token: string;
}

const headersOf = ({ session, token }: Access): Record<string, string> => ({
  ...(session && { cookie: session.includes('=') ? session : `ASP.NET_SessionId=${session}` }),
  ...(token && { authorization: `Bearer ${token}` }),
});

async function bounded({ body }: Response): Promise<Buffer> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.byteLength;
    if (size > MOST_BYTES) throw new Unable('no-file', `more than ${MOST_BYTES} bytes`);
    all.push(piece);
  }
  return Buffer.concat(all);
}

/** What came of a body that is cut off or too slow is told like a connection that failed. */
async function read(response: Response): Promise<Buffer> {
  try {
    return await bounded(response);
  } catch (error) {
    if (error instanceof Unable) throw error;
    throw new Unable('no-file', 'the body breaks off');
  }
}

const isWeb = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/**
 * Nobody has agreed to anything yet, and a page may name any address of this machine: it is not told what answers
 * there. The journal says it.
 */
const NOT_FETCHED = 'the document could not be fetched: the journal of the workspace says why';

/** Fetches a document from where the page says it is. @throws Unable */
export async function download(x: Exchange, url: string, access: Access): Promise<Buffer> {
  if (!isWeb(url)) throw new Unable('no-file', 'FileName or URL is no address of a document');
  const { response, refused } = await outgoing(
    x,
    'download',
    () => new Request(url, { headers: headersOf(access) }),
    { ...(x.remarks.person && { person: x.remarks.person }) },
  );
  if (refused !== undefined) throw new Unable('no-file', refused);
  if (response?.status !== 200) throw new Unable('no-file', NOT_FETCHED);
  return read(response);
}

/** A signed document on its way to the page's server. */
export interface Upload {
  name: string;
  content: Buffer;
  type: string;
  /** The page's own fields, which go along. */
  meta: readonly [name: string, value: string][];
}

/** What the server says of what it took; what is no JSON object is told as it is. */
export interface Taken {
  /** As the server calls it, where it says so. */
  fileName: string | undefined;
  fileServer: string;
}

function formOf({ name, content, type, meta }: Upload): FormData {
  const form = new FormData();
  for (const [field, value] of meta) form.append(field, value);
  form.append('uploadfile', new Blob([new Uint8Array(content)], { type }), name);
  return form;
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function takenIn(text: string): Taken {
  const told = parsed(text);
  if (!told) return { fileName: undefined, fileServer: text.trim() };
  const { Status, Message, FileName, FileServer } = told;
  if (Status === false || (typeof Status === 'number' && Status !== 0))
    throw new Unable('not-taken', textIn(Message)?.slice(0, 200) ?? 'Status');
  // A server that answers in its own words has them passed on.
  const fileServer = textIn(FileServer) ?? JSON.stringify(FileServer ?? told);
  return { fileName: textIn(FileName), fileServer };
}

/** Hands a signed document in where the page says. @throws Unable */
export async function upload(x: Exchange, url: string, access: Access, file: Upload): Promise<Taken> {
  if (!isWeb(url)) throw new Unable('not-taken', 'FileUploadHandler is no address');
  const { response, refused, failed } = await outgoing(
    x,
    'upload',
    () => new Request(url, { method: 'POST', headers: headersOf(access), body: formOf(file) }),
    {
      ...(x.remarks.person && { person: x.remarks.person }),
      body: { uploadfile: file.name, bytes: file.content.length },
    },
  );
  if (!response?.ok)
    throw new Unable('not-taken', refused ?? failed ?? `the server answers ${response?.status}`);
  return takenIn((await read(response)).toString());
}
