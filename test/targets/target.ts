import type { Settings } from '../../contracts/control.ts';

/** What a front may be unable to offer by its nature. */
export type Capability =
  /** The console's and the control API's paths. */
  | 'control'
  /** The people's phones. */
  | 'phone';

/** A workspace as a portal team's own test would see it: by HTTP alone. */
export interface TestWorkspace {
  id: string;
  /** Where the sandbox is. */
  origin: string;
  /** VNeID's issuer in this workspace, no trailing slash. */
  issuer: string;
  /** Sends a request as it is: follows no redirect, keeps no cookie. A path is taken below the issuer. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** Calls the control API, with the workspace's key: `control('/settings')`. */
  control(path: string, init?: RequestInit): Promise<Response>;
  /** Merges into the settings. */
  configure(settings: Partial<Settings>): Promise<void>;
}

/** A front on which the contract suite runs. No test knows which one it is. */
export interface Target {
  /** For reports. */
  name: string;
  /** What cannot be offered here, and why. The suite skips by this and by nothing else. */
  lacks: Partial<Record<Capability, string>>;
  openWorkspace(settings?: Partial<Settings>): Promise<TestWorkspace>;
  /** Throws when the front has logged that it broke or that it broke its contract. */
  stop(): Promise<void>;
}
