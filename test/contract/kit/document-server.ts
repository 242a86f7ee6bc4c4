import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A signed document that was handed in. */
export interface HandedIn {
  name: string;
  content: Buffer;
  fields: Record<string, string>;
  headers: IncomingHttpHeaders;
}

/** A page's own server on loopback: gives documents out by their path, takes signed ones at `/upload`. */
export interface DocumentServer extends AsyncDisposable {
  url: string;
  handler: string;
  /** By path; what is not there is 404. May be changed. */
  documents: Record<string, Uint8Array | Response>;
  asked: { path: string; headers: IncomingHttpHeaders }[];
  taken: HandedIn[];
}

const asServer = (name: string): Response =>
  Response.json({
    Status: true,
    Message: '',
    FileName: `luu-${name}`,
    FileServer: `https://kho.example/${name}`,
  });

async function handedIn(headers: IncomingHttpHeaders, body: Buffer): Promise<HandedIn> {
  const type = { 'content-type': headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(body), { headers: type }).formData();
  const file = form.get('uploadfile') as File;
  const fields = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const content = Buffer.from(await file.arrayBuffer());
  return { name: file.name, content, fields: Object.fromEntries(fields), headers };
}

export async function serveDocuments(
  documents: DocumentServer['documents'],
  answer: (name: string) => Response = asServer,
): Promise<DocumentServer> {
  const [asked, taken]: [DocumentServer['asked'], HandedIn[]] = [[], []];
  const server = createServer(async (incoming, outgoing) => {
    const { url: path = '', method, headers } = incoming;
    const body = await buffer(incoming);
    let reply: Response;
    if (method === 'POST') {
      const file = await handedIn(headers, body);
      taken.push(file);
      reply = answer(file.name);
    } else {
      asked.push({ path, headers });
      const found = documents[path];
      reply =
        found instanceof Response
          ? found.clone()
          : found
            ? new Response(new Uint8Array(found))
            : new Response(null, { status: 404 });
    }
    outgoing.writeHead(reply.status, Object.fromEntries(reply.headers));
    outgoing.end(Buffer.from(await reply.arrayBuffer()));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    handler: `${url}/upload`,
    documents,
    asked,
    taken,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
