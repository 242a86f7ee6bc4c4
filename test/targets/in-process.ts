import { sqliteStore } from '../../functions/_kit/sqlite.ts';
import { createSandbox } from '../../mocks/sandbox.ts';
import { interim } from './interim.ts';
import { loudLog } from './loud-log.ts';
import type { Target } from './target.ts';
import { workspaceOver } from './workspace.ts';

const ORIGIN = 'http://localhost:4100';

/** Every system behind one function, without a socket. */
export async function inProcess(): Promise<Target> {
  const store = sqliteStore(':memory:');
  const { log, complain } = loudLog();
  const sandbox = createSandbox({ store, origin: ORIGIN, log });
  return {
    name: 'in process',
    lacks: {},
    openWorkspace: (settings) =>
      workspaceOver(
        ORIGIN,
        interim(store, (url, init) => sandbox.fetch(new Request(url, init))),
        settings,
      ),
    async stop() {
      await store.close();
      complain();
    },
  };
}
