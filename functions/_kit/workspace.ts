import type { FaultRule } from '../../contracts/_control/failures.ts';
import { type Settings, settingsSchema } from '../../contracts/_settings.ts';
import { holdsForeignNumber, type IsOurs } from './mask.ts';
import { type Change, kind } from './store.ts';

/** One item a workspace, read consistently on every request. */
export interface Workspace {
  /** Of the settings and of this item; see `upgraded`. */
  format: number;
  id: string;
  /** Real time, epoch milliseconds. */
  createdAt: number;
  /** Real time, epoch milliseconds; null: never. */
  expiresAt: number | null;
  /** SHA-256 of the key, base64url; null: no key is needed (the `default` workspace of a laptop). */
  keyHash: string | null;
  /**
   * First part of the keys of all its items but this one. A reset, an import and a new workspace under an old id
   * get another space, so that in one write everything old is out of reach for good.
   */
  space: string;
  settings: Settings;
  /** Those that it was created with, as far as they are not the defaults: a reset brings them back. */
  firstSettings: Partial<Settings>;
  /** What is to go wrong, in order: the first rule that fires counts. */
  faults: readonly FaultRule[];
  /** Personal numbers of the people that this workspace added or changed, by slug: present, then former ones. */
  people: Readonly<Record<string, readonly string[]>>;
  /** Which keys of the deployment's pool sign here; see `_oidc/keys.ts`. */
  signing: { current: number; overlapping: readonly number[] };
}

/** Goes up whenever a workspace that was stored before lacks something. */
export const WORKSPACE_FORMAT = 6;

/** The workspace that exists from the start on a laptop. */
export const DEFAULT_WORKSPACE = 'default';

export const workspaces = kind<Workspace>(
  'control',
  'workspace',
  'id: `self`. The workspace itself: settings (also those it was created with), clocks, autopilot, expiry, hash of its key, space of its items.',
  { exported: false },
);

export const workspaceKey = (id: string) => workspaces.key(id, 'self');

/** How long the table may keep an item past its logical end, so that clocks can be set back. */
export const GRACE_MS = 7 * 24 * 3_600_000;

/** A change that stores a workspace as it is now. */
export const workspaceChange = (workspace: Workspace, condition: 'absent' | { version: string }): Change => ({
  put: workspaceKey(workspace.id),
  value: workspace,
  ...(workspace.expiresAt !== null && { purge: workspace.expiresAt + GRACE_MS }),
  if: condition,
});

/** Lower-case letters, digits and hyphens, 3 to 40 characters, a letter first, never twelve digits in a row. */
export const isWorkspaceId = (id: string): boolean =>
  /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/.test(id) &&
  !holdsForeignNumber(id, () => false) &&
  id !== 'api' &&
  id !== 'assets';

/** A space that nothing was ever written to. No id holds a `~`, so it is nobody else's either. */
export const freshSpace = (id: string, random: (bytes: number) => Uint8Array): string =>
  `${id}~${Buffer.from(random(9)).toString('base64url')}`;

/** The settings that are not as they are by default. */
function notByDefault(settings: Settings): Partial<Settings> {
  const defaults = new Map<string, unknown>(Object.entries(settingsSchema.parse({})));
  const isOther = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(defaults.get(name));
  return Object.fromEntries(Object.entries(settings).filter(isOther));
}

/** A workspace as it is at first. Only an id that nobody can have used before may be its own space. */
export const newWorkspace = (
  id: string,
  at: number,
  about: Partial<Pick<Workspace, 'expiresAt' | 'keyHash' | 'settings' | 'space'>> = {},
): Workspace => ({
  format: WORKSPACE_FORMAT,
  id,
  createdAt: at,
  expiresAt: about.expiresAt ?? null,
  keyHash: about.keyHash ?? null,
  space: about.space ?? id,
  settings: about.settings ?? settingsSchema.parse({}),
  firstSettings: about.settings ? notByDefault(about.settings) : {},
  faults: [],
  people: {},
  signing: { current: 0, overlapping: [] },
});

/** A workspace that an older version stored, with the defaults of what was not there yet. */
export const upgraded = (workspace: Workspace): Workspace =>
  workspace.format === WORKSPACE_FORMAT
    ? workspace
    : {
        ...newWorkspace(workspace.id, workspace.createdAt),
        ...workspace,
        format: WORKSPACE_FORMAT,
        settings: settingsSchema.parse(workspace.settings),
      };

/** The sandbox's own numbers: province 099, and those of the people that the workspace added itself. */
export const ownNumbers = (workspace: Workspace | undefined): IsOurs => {
  let added: ReadonlySet<string> | undefined;
  return (number) => {
    if (number.startsWith('099')) return true;
    added ??= new Set(Object.values(workspace?.people ?? {}).flat());
    return added.has(number);
  };
};
