import type { Directory } from '../../people/directory.ts';
import type { Store } from './store.ts';

/** What went wrong inside the house; never what a caller did wrong. */
export interface Log {
  error(message: string, about: Record<string, unknown>): void;
  warn(message: string, about: Record<string, unknown>): void;
}

/** Everything that a system needs from outside. A front makes it once; a test overrides a field. */
export interface Deps {
  store: Store;
  /** The people that every workspace starts with. */
  people: Directory;
  /** Real time, epoch milliseconds. */
  now(): number;
  /** Cryptographically strong bytes. */
  random(bytes: number): Uint8Array;
  /** Every outgoing request, to the sandbox's own systems and to portals. */
  fetch: typeof fetch;
  /** Where the sandbox is seen from outside, no trailing slash: `http://localhost:4100`. */
  origin: string;
  /** The `default` workspace exists from the start and needs no key: a laptop or a test, never a deployment. */
  local: boolean;
  log: Log;
}
