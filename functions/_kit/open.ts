import type { Deps } from './deps.ts';
import { nameOf } from './exchange.ts';
import type { Item, Key } from './store.ts';
import {
  DEFAULT_WORKSPACE,
  isWorkspaceId,
  newWorkspace,
  upgraded,
  type Workspace,
  workspaceKey,
} from './workspace.ts';

/** A workspace as it was read, with the items that were read in the same round trip. */
export interface Opened {
  item: Item<Workspace>;
  /** By `nameOf` their keys; undefined: known to be absent. */
  loaded: Map<string, Item | undefined>;
  /** Real time, epoch milliseconds. */
  real: number;
}

/** Where items of reset or re-made workspaces are, as this process saw it last. Others are under their own id. */
const spaces = new WeakMap<Deps['store'], Map<string, string>>();
const MOST_SPACES = 10_000;

function remember(store: Deps['store'], { id, space }: Workspace): void {
  const known = spaces.get(store) ?? new Map<string, string>();
  spaces.set(store, known);
  if (known.get(id) === space || (space === id && !known.has(id))) return;
  known.set(id, space);
  if (known.size > MOST_SPACES) known.delete(known.keys().next().value as string);
}

async function makeDefault({ store, now, local }: Deps, id: string): Promise<Item | undefined> {
  if (!local || id !== DEFAULT_WORKSPACE) return undefined;
  const key = workspaceKey(id);
  await store.commit([{ put: key, value: newWorkspace(id, now()), if: 'absent' }], 0);
  return (await store.get([key], 0))[0];
}

/**
 * The live workspace of this id, and the items that `wanted` names, in one consistent round trip; undefined: there
 * is none, or its time is over. On a laptop `default` is made when it is first asked for. The keys are wanted
 * before the space is known: where it was another one, they count for nothing.
 */
export async function openWorkspace(
  deps: Deps,
  id: string,
  wanted: (space: string) => readonly Key[] = () => [],
): Promise<Opened | undefined> {
  if (!isWorkspaceId(id)) return undefined;
  const keys = wanted(spaces.get(deps.store)?.get(id) ?? id);
  const [found, ...items] = await deps.store.get([workspaceKey(id), ...keys], 0);
  const item = (found ?? (await makeDefault(deps, id))) as Item<Workspace> | undefined;
  const real = deps.now();
  if (!item || (item.value.expiresAt !== null && item.value.expiresAt <= real)) return undefined;
  remember(deps.store, item.value);
  return {
    item: { ...item, value: upgraded(item.value) },
    real,
    loaded: new Map(keys.map((key, at) => [nameOf(key), items[at]])),
  };
}
