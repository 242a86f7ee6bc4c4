import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(
  new URL('../node_modules/amplify-dynamodb-simulator/emulator/', import.meta.url),
);
const PATIENCE_MS = 60_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function launch(port: number): ChildProcess {
  const options = ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar'];
  // One data set, whatever region and access key a client signs with; no word to anybody outside.
  const arguments_ = ['-inMemory', '-sharedDb', '-disableTelemetry', '-port', `${port}`];
  const server = spawn('java', [...options, ...arguments_], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  process.once('exit', () => server.kill('SIGKILL'));
  return server;
}

/** Resolves to the reason why it can never answer. */
function failure(server: ChildProcess): Promise<string> {
  let said = '';
  server.stderr?.on('data', (text) => {
    said += text;
  });
  return new Promise((resolve) => {
    server.once('error', () =>
      resolve(
        'the tests need DynamoDB Local, and DynamoDB Local needs Java 11 or newer: there is no `java` on the path. ' +
          'Debian and Ubuntu: apt-get install default-jre-headless. macOS: brew install openjdk.',
      ),
    );
    server.once('exit', (code) => resolve(`DynamoDB Local ended with ${code}: ${said.trim()}`));
  });
}

/** A real call, because the first one takes DynamoDB Local longer than it takes to listen. */
const listTables = {
  method: 'POST',
  headers: {
    authorization:
      'AWS4-HMAC-SHA256 Credential=local/20250101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'DynamoDB_20120810.ListTables',
  },
  body: '{}',
};

async function answers(endpoint: string, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    const answer = await fetch(endpoint, { ...listTables, signal }).catch(() => undefined);
    if (answer?.ok) return true;
    await setTimeout(100);
  }
  return false;
}

/** The official DynamoDB Local in memory, on a port of its own. Throws, saying what to install, without Java. */
export async function startDynamoDBLocal(): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const port = await freePort();
  const server = launch(port);
  const endpoint = `http://127.0.0.1:${port}`;
  const tooLate = setTimeout(PATIENCE_MS, `DynamoDB Local did not answer in ${PATIENCE_MS} ms`, {
    ref: false,
  });
  const waiting = new AbortController();
  const outcome = await Promise.race([answers(endpoint, waiting.signal), failure(server), tooLate]);
  waiting.abort();
  if (typeof outcome === 'string') {
    server.kill('SIGKILL');
    throw new Error(outcome);
  }
  return {
    endpoint,
    async stop() {
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
    },
  };
}
