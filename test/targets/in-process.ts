import type { Log } from '../../functions/_kit/deps.ts';
import { sqliteStore } from '../../functions/_kit/sqlite.ts';
import { createSandbox } from '../../mocks/sandbox.ts';
import type { Target } from './target.ts';
import { workspaceOver } from './workspace.ts';

const ORIGIN = 'http://localhost:4100';

/** Every system behind one function, without a socket. */
export async function inProcess(): Promise<Target> {
  const store = sqliteStore(':memory:');
  const errors: string[] = [];
  const log: Log = {
    error: (message, about) => errors.push(`${message} ${JSON.stringify(about)}`),
    warn() {},
  };
  const sandbox = createSandbox({ store, origin: ORIGIN, log });
  return {
    openWorkspace: (settings) =>
      workspaceOver(ORIGIN, (url, init) => sandbox.fetch(new Request(url, init)), settings),
    async stop() {
      await store.close();
      if (errors.length > 0) throw new Error(`the sandbox logged:\n${errors.join('\n')}`);
    },
  };
}
