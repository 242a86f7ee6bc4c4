import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { KEEP_ALIVE_MS } from './front.ts';
import type { Permission } from './stack.ts';

/** Whose key signed a request: DynamoDB Local checks nobody's. */
const callerOf = (request: IncomingMessage): string =>
  /Credential=([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';

const transactActions: Record<string, string> = {
  Put: 'PutItem',
  Delete: 'DeleteItem',
  Update: 'UpdateItem',
  ConditionCheck: 'ConditionCheckItem',
};

interface Body {
  TableName?: string;
  RequestItems?: Record<string, unknown>;
  TransactItems?: Record<string, { TableName: string }>[];
}

/** What an operation needs: for each table the action that IAM asks for. A transaction needs those of its parts. */
function needsOf(
  operation: string,
  { TableName, RequestItems, TransactItems }: Body,
): [action: string, table: string][] {
  if (TransactItems) {
    return TransactItems.flatMap((item) =>
      Object.entries(item).map(([kind, { TableName: table }]): [string, string] => [
        `dynamodb:${transactActions[kind] ?? kind}`,
        table,
      ]),
    );
  }
  const tables = TableName === undefined ? Object.keys(RequestItems ?? {}) : [TableName];
  return tables.map((table) => [`dynamodb:${operation}`, table]);
}

function forward(request: IncomingMessage, body: Buffer, response: ServerResponse, endpoint: string): void {
  const passed = send(endpoint, { method: request.method, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  });
  passed.once('error', () => response.destroy());
  passed.end(body);
}

export interface Gate {
  endpoint: string;
  /** Every call that no policy allowed. */
  refusals: readonly string[];
  /** Closes every connection that carries no request now. */
  dropConnections(): void;
  stop(): Promise<void>;
}

/** Stands before DynamoDB Local and holds each caller to its role's policy, as IAM would. */
export async function startGate(
  endpoint: string,
  permissionsOf: (caller: string) => readonly Permission[],
  arnOf: (table: string) => string,
): Promise<Gate> {
  const refusals: string[] = [];
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, async (request, response) => {
    const body = await buffer(request);
    const caller = callerOf(request);
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    const permissions = permissionsOf(caller);
    const refused = needsOf(operation, JSON.parse(body.toString())).find(
      ([action, table]) =>
        !permissions.some(
          ({ actions, resources }) => actions.includes(action) && resources.includes(arnOf(table)),
        ),
    );
    if (!refused) return forward(request, body, response, endpoint);
    const message = `${caller} is not authorized to perform ${refused[0]} on ${refused[1]}`;
    refusals.push(message);
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', message }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refusals,
    dropConnections: () => server.closeIdleConnections(),
    async stop() {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
