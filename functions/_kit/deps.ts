import type { Person } from '../../contracts/person.ts';
import type { CitizenRecord } from '../../people/country/citizen.ts';
import type { Directory } from '../../people/directory.ts';
import type { Store } from './store.ts';

/** `people/country`: each look-up answers undefined for what is in nobody's block. */
export interface Country {
  citizenOf(personalNumber: string): Person | undefined;
  recordOf(personalNumber: string): CitizenRecord | undefined;
  citizenBySlug(slug: string): Person | undefined;
  citizenByPhone(number: string): Person | undefined;
  citizenByCmnd(cmnd: string): Person | undefined;
  citizenByInsurance(number: string): Person | undefined;
}

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
  /** Loads what `people` answers from, where a front does not have it at once: while a call waits for its workspace. */
  loadPeople?(): Promise<void>;
  /** The citizens that nobody wrote down, derived from their numbers; loaded when somebody first asks for one. */
  country(): Promise<Country>;
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
