import type { Settings } from '../../contracts/control.ts';
import { settingsSchema } from '../../contracts/control.ts';
import { holdsForeignNumber, type IsOurs } from './mask.ts';
import { kind } from './store.ts';

/** One item a workspace, read consistently on every request. */
export interface Workspace {
  id: string;
  /** Real time, epoch milliseconds. */
  createdAt: number;
  /** Real time, epoch milliseconds; null: never. */
  expiresAt: number | null;
  /** SHA-256 of the key, base64url; null: no key is needed (the `default` workspace of a laptop). */
  keyHash: string | null;
  settings: Settings;
  /** Personal numbers of the people that this workspace added or changed, by slug. */
  people: Readonly<Record<string, string>>;
  /** Which keys of the deployment's pool sign here; see `_oidc/keys.ts`. */
  signing: { current: number; overlapping: readonly number[] };
}

/** The workspace that exists from the start on a laptop. */
export const DEFAULT_WORKSPACE = 'default';

export const workspaces = kind<Workspace>(
  'control',
  'workspace',
  'id: `self`. The workspace itself: settings, clocks, autopilot, expiry, hash of its key.',
);

export const workspaceKey = (id: string) => workspaces.key(id, 'self');

/** Lower-case letters, digits and hyphens, 3 to 40 characters, a letter first, never twelve digits in a row. */
export const isWorkspaceId = (id: string): boolean =>
  /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/.test(id) &&
  !holdsForeignNumber(id, () => false) &&
  id !== 'api' &&
  id !== 'assets';

export const newWorkspace = (
  id: string,
  at: number,
  about: Partial<Pick<Workspace, 'expiresAt' | 'keyHash' | 'settings'>> = {},
): Workspace => ({
  id,
  createdAt: at,
  expiresAt: about.expiresAt ?? null,
  keyHash: about.keyHash ?? null,
  settings: about.settings ?? settingsSchema.parse({}),
  people: {},
  signing: { current: 0, overlapping: [] },
});

/** The sandbox's own numbers: province 099, and those of the people that the workspace added itself. */
export const ownNumbers = (workspace: Workspace | undefined): IsOurs => {
  const added = new Set(Object.values(workspace?.people ?? {}));
  return (number) => number.startsWith('099') || added.has(number);
};
