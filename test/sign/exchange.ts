import type { Settings } from '../../contracts/_settings.ts';
import { settingsSchema } from '../../contracts/_settings.ts';
import { readClock } from '../../functions/_kit/clock.ts';
import type { Deps } from '../../functions/_kit/deps.ts';
import { Exchange } from '../../functions/_kit/exchange.ts';
import { random } from '../../functions/_kit/random.ts';
import { sqliteStore } from '../../functions/_kit/sqlite.ts';
import { newWorkspace } from '../../functions/_kit/workspace.ts';
import { castDirectory } from '../../people/cast.ts';

export const store = sqliteStore(':memory:');

type Signing = Partial<Settings['signing']>;

/** A request of its own in the workspace `default`, as far as signing looks at one. `now`: token clock. */
export function request(now = Date.now(), signing: Signing = {}): Exchange {
  const settings = settingsSchema.parse({ signing });
  const workspace = { ...newWorkspace('default', now), settings };
  const deps = {
    store,
    random,
    origin: 'http://hopcat.test',
    people: castDirectory,
    now: () => now,
  } as unknown as Deps;
  const facts = { system: 'pki', operation: 'test', deps, request: new Request('http://hopcat.test/') };
  const rest = { url: '/', base: 'http://hopcat.test/default/pki', params: {}, query: {}, body: undefined };
  const known = {
    workspace,
    workspaceVersion: '1',
    clock: readClock(now, settings),
    isOurs: () => true,
    loaded: new Map(),
  };
  return new Exchange({ ...facts, ...rest, ...known }, undefined);
}
