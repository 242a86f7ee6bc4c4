import { createServer } from 'node:http';
import { sqliteStore } from '../../functions/_kit/sqlite.ts';
import { hot, plain } from './engine.ts';

/** A server that only `kill -9` ends: each request writes two items in one commit, and is answered after it. */
const store = sqliteStore(process.argv[2] as string);
const filler = 'x'.repeat(2_000);

const server = createServer(async (request, response) => {
  const id = (request.url as string).slice(1);
  await store.commit(
    [
      { put: plain.key('w', id), value: filler, if: 'absent' },
      { put: hot.key('w', id), value: id },
    ],
    1,
  );
  response.end('written');
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') console.log(address.port);
});
