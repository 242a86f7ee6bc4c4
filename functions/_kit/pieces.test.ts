import { expect, test } from 'vitest';
import { createSandbox } from '../../mocks/sandbox.ts';
import { sqliteStore } from './sqlite.ts';

const origin = 'http://localhost:4100';
const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();

const sandbox = () => {
  const store = sqliteStore(':memory:');
  const { fetch } = createSandbox({ store, origin });
  const call = (path: string, init: RequestInit = {}) => fetch(new Request(`${origin}/default${path}`, init));
  const journal = async () =>
    ((await (await call('/control/journal')).json()) as { entries: Record<string, never>[] }).entries;
  return { call, journal };
};

/** A body that is given out by hand. */
function byHand() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
  });
  return {
    give: (part: string) => controller?.enqueue(Buffer.from(part)),
    end: () => controller?.close(),
    init: {
      method: 'POST',
      headers: { 'content-type': 'text/csv', accept: 'application/x-ndjson' },
      body,
      duplex: 'half',
    } as RequestInit,
  };
}

const line = '099090000001,Nguyễn Văn An\n';

test('an answer begins before the body has ended, and is written down when it has ended itself', async () => {
  const { call, journal } = sandbox();
  const { give, end, init } = byHand();
  give(`number,name\n${line.repeat(3000)}`);
  const answer = await call('/clean/api/accounts', init);
  const reader = answer.body!.getReader();
  const first = await reader.read();
  expect(text(first.value)).toMatch(/^\{"row":2,/);
  expect(await journal()).toEqual([]);
  give(line);
  end();
  let rest = '';
  for (let next = await reader.read(); !next.done; next = await reader.read()) rest += text(next.value);
  expect(rest).toContain('"summary":{"rows":3001');
  expect(await journal()).toMatchObject([
    { request: { body: `(${12 + 3001 * line.length + 3001 * 3} bytes)` } },
  ]);
});

test('whoever goes away in the middle is told of in the journal', async () => {
  const { call, journal } = sandbox();
  const { give, init } = byHand();
  give(`number,name\n${line.repeat(3000)}`);
  const answer = await call('/clean/api/accounts', init);
  await answer.body!.cancel();
  expect(await journal()).toMatchObject([{ notes: [expect.stringContaining('cut off')] }]);
});

test('a table that goes wrong on the way is cut off, and the journal says why', async () => {
  const { call, journal } = sandbox();
  const { give, end, init } = byHand();
  give(`number,name\n${line.repeat(3000)}`);
  const answer = await call('/clean/api/accounts', init);
  give('x'.repeat(1_100_000));
  end();
  await expect(answer.text()).rejects.toThrow();
  expect(await journal()).toMatchObject([{ fault: { code: 'not_a_table' } }]);
});

test('a streamed answer can be made to fail like any other', async () => {
  const { call } = sandbox();
  const ask = async (failure: string) => {
    const { give, end, init } = byHand();
    give(`number,name\n${line}`);
    end();
    const headers = { ...(init.headers as object), 'x-hopcat-fault': failure };
    return call('/clean/api/accounts', { ...init, headers });
  };
  expect((await ask('down')).status).toBe(503);
  const half = await (await ask('malformed')).text();
  expect(half).toMatch(/^\{"row":2/);
  expect(half).not.toContain('summary');
});
