import type { SettingsInput } from '../../contracts/_settings.ts';

/** What a front may be unable to offer by its nature. */
export type Capability =
  /** The sandbox calls a portal's own server on this machine. */
  | 'calls to loopback'
  /** An answer that ends in its middle. */
  | 'hanging up';

/** A workspace as a portal team's own test would see it: by HTTP alone. */
export interface TestWorkspace {
  id: string;
  /** Where the sandbox's own systems are. */
  origin: string;
  /** VNeID's issuer in this workspace, no trailing slash. */
  issuer: string;
  /** Sends a request as it is: follows no redirect, keeps no cookie. A path is taken below the issuer. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** Where it needs one. */
  key?: string | undefined;
  /** Calls the control API, with the workspace's key: `control('/settings')`. */
  control(path: string, init?: RequestInit): Promise<Response>;
  /** Somebody's phone: `phone('/an/api/messages')`. */
  phone(path: string, init?: RequestInit): Promise<Response>;
  /** Merges into the settings. */
  configure(settings: SettingsInput): Promise<void>;
}

/** A front on which the contract suite runs. No test knows which one it is. */
export interface Target {
  openWorkspace(settings?: SettingsInput): Promise<TestWorkspace>;
  /** Throws when the front has logged that it broke, or that it broke its contract. */
  stop(): Promise<void>;
}

/** How a test process finds its front: one of those that live inside it, or one that runs elsewhere already. */
export type Front =
  | { kind: 'in process' }
  | { kind: 'msw' }
  | { kind: 'remote'; origin: string; lacks: Partial<Record<Capability, string>> };
