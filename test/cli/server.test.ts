import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../mocks/server.ts';

let server: RunningServer;
let port: string;
beforeAll(async () => {
  server = await startServer({ port: 0, data: ':memory:', origin: 'http://hopcat.internal:4100' });
  port = server.port.toString();
});
afterAll(() => server.close());

const discovery = '/default/vneid/.well-known/openid-configuration';

/** Sends what fetch would not let through. */
async function send(
  options: { method?: string; path?: string; headers?: Record<string, string> },
  chunks: Iterable<string> = [],
) {
  const outgoing = request({ host: '127.0.0.1', port, path: discovery, ...options });
  for (const chunk of chunks) outgoing.write(chunk);
  outgoing.end();
  const [response] = await once(outgoing, 'response');
  let body = '';
  for await (const text of response.setEncoding('utf8')) body += text;
  return { status: response.statusCode, body };
}

test.each([
  'localhost',
  'localhost:9',
  '127.0.0.1',
  '127.0.0.2:80',
  '[::1]:4100',
  'a.localhost',
  'hopcat.internal',
])('it answers under %s', async (host) => {
  expect((await send({ headers: { host } })).status).toBe(200);
});

test.each(['evil.example', 'localhost.evil.example', '192.168.1.5', '127.0.0.1.evil.example', 'xlocalhost'])(
  'it does not answer under %s, because a page of another site may have brought that name',
  async (host) => {
    const { status, body } = await send({ headers: { host } });
    expect(status).toBe(421);
    expect(JSON.parse(body)).toMatchObject({ code: 'unknown_host', detail: `Host: ${host}` });
  },
);

test('the issuer is the origin that was asked for, whatever name the caller used', async () => {
  const { body } = await send({ headers: { host: 'localhost' } });
  expect(JSON.parse(body).issuer).toBe('http://hopcat.internal:4100/default/vneid');
});

const post = {
  method: 'POST',
  path: '/default/vneid/register',
  headers: { host: 'localhost', 'content-type': 'application/json' },
};

test('a body without a length is read', async () => {
  const { status } = await send(post, ['{"redirect_uris":', '["https://portal.example/"]}']);
  expect(status).toBe(201);
});

test('a body without a length and without an end is refused as too large, and the server goes on', async () => {
  const megabyte = 'x'.repeat(1_048_576);
  const { status } = await send(
    post,
    [...Array(17)].map(() => megabyte),
  );
  expect(status).toBe(413);
  expect((await send({ headers: { host: 'localhost' } })).status).toBe(200);
});

test('a stop cuts a long poll off, without a word in the log, and leaves no socket behind', async () => {
  const own = await startServer({ port: 0, data: ':memory:' });
  const logged: string[] = [];
  own.sandbox.deps.log = {
    error: (message) => logged.push(message),
    warn: (message) => logged.push(message),
  };
  const polled = fetch(`${own.origin}/default/phone/an/api/messages?wait=25`).catch(() => 'cut off');
  await fetch(own.origin + discovery);
  await own.close();
  await expect(fetch(own.origin + discovery)).rejects.toThrow();
  await polled;
  expect(logged).toEqual([]);
});
