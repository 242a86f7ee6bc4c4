import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

interface Batch {
  Keys: unknown[];
}

/** A call as DynamoDB gets it: the command's name, and the parts of its body that a test asks about. */
export interface Seen {
  command: string;
  body: {
    RequestItems?: Record<string, Batch>;
    TransactItems?: { Put?: { Item: { value: { S: string } } } }[];
  };
}

/**
 * `pass`: nothing happens to it. `lose`: DynamoDB does it, but nobody hears the answer.
 * An error: DynamoDB never sees it. `first`: of a BatchGetItem only so many keys are read, the rest is unprocessed.
 */
export type Fate = 'pass' | 'lose' | { status: number; error: object } | { first: number };

const failure = (status: number, type: string, more: object = {}): Fate => ({
  status,
  error: { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'made by the test', ...more },
});

export const throughputExceeded = failure(400, 'ProvisionedThroughputExceededException');
export const throttled = failure(400, 'ThrottlingException');
export const inProgress = failure(400, 'TransactionInProgressException');
export const broken = failure(500, 'InternalServerError');
export const transactionConflict = failure(400, 'TransactionCanceledException', {
  CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
});

async function textOf(message: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of message.setEncoding('utf8')) text += chunk;
  return text;
}

async function forward(target: string, request: IncomingMessage, seen: Seen) {
  const { 'content-length': _, host: __, connection: ___, ...headers } = request.headers;
  const answer = await fetch(target, {
    method: 'POST',
    headers: Object.entries(headers).map(([name, value]) => [name, `${value}`] as [string, string]),
    body: JSON.stringify(seen.body),
  });
  return { status: answer.status, text: await answer.text() };
}

async function readFirst(target: string, request: IncomingMessage, { command, body }: Seen, first: number) {
  const [[table, { Keys, ...rest }]] = Object.entries(body.RequestItems ?? {}) as [[string, Batch]];
  const some = { ...body, RequestItems: { [table]: { ...rest, Keys: Keys.slice(0, first) } } };
  const nothing = { status: 200, text: JSON.stringify({ Responses: { [table]: [] } }) };
  const { status, text } = first === 0 ? nothing : await forward(target, request, { command, body: some });
  const left = Keys.slice(first);
  const UnprocessedKeys = left.length > 0 ? { [table]: { ...rest, Keys: left } } : {};
  return { status, text: JSON.stringify({ ...JSON.parse(text), UnprocessedKeys }) };
}

/** Stands between a client and DynamoDB Local and decides the fate of every call. */
export async function startLossyProxy(target: string, fateOf: (seen: Seen) => Fate) {
  async function meet(request: IncomingMessage, response: ServerResponse) {
    const command = `${request.headers['x-amz-target']}`.split('.')[1] ?? '';
    const seen = { command, body: JSON.parse(await textOf(request)) };
    const fate = fateOf(seen);
    if (typeof fate === 'object' && 'error' in fate) {
      response
        .writeHead(fate.status, { 'content-type': 'application/x-amz-json-1.0' })
        .end(JSON.stringify(fate.error));
      return;
    }
    const some = typeof fate === 'object' ? fate.first : undefined;
    const answer = await (some === undefined
      ? forward(target, request, seen)
      : readFirst(target, request, seen, some));
    if (fate === 'lose') request.socket.destroy();
    else response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(answer.text);
  }
  const server = createServer((request, response) => {
    meet(request, response).catch(() => request.socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
