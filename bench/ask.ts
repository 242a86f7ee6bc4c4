import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Question {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Makes one HTTP request, follows no redirect. */
export type Ask = (url: string, question?: Question) => Promise<Answer>;

/** One keep-alive connection for each sign-in under way. */
export const connections = (count: number): Agent =>
  new Agent({ keepAlive: true, maxSockets: count, scheduling: 'fifo' });

/** Asks over sockets, as lightly as Node can. */
export const askOver =
  (agent: Agent): Ask =>
  (url, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const sent =
        body === undefined ? headers : { ...headers, 'content-length': `${Buffer.byteLength(body)}` };
      const outgoing = request(url, { agent, method, headers: sent }, (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => {
          text += chunk;
        });
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }),
        );
        incoming.on('error', reject);
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
