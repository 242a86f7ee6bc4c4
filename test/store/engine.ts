import { type Change, type Key, kind, type Store } from '../../functions/_kit/store.ts';

/** How long a single law may take on a busy machine. */
export const PATIENCE_MS = 60_000;

/** A running engine with one set of data; each `open` is another caller's handle on it. */
export interface Engine {
  open(): Store;
  stop(): Promise<void>;
}

export const plain = kind<unknown>('law', 'plain', 'The law suite: one partition.');
export const hot = kind<unknown>('law', 'hot', 'The law suite: spread over partitions.', { hot: true });

let workspaces = 0;

/** A workspace that no other test has. */
export const newWorkspace = (): string => `w${++workspaces}`;

/** The order that lists keep. */
export const byteOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** The version that an item is at. */
export async function versionOf(store: Store, key: Key): Promise<string> {
  const [item] = await store.get([key], 0);
  if (!item) throw new Error(`nothing at ${key.join('/')}`);
  return item.version;
}

/** Puts items with some values, a hundred a commit. */
export async function fill(
  store: Store,
  puts: readonly (Change & { put: Key })[],
  size = 100,
): Promise<void> {
  for (let at = 0; at < puts.length; at += size) await store.commit(puts.slice(at, at + size), 0);
}
