import type { Settings } from '../../contracts/_settings.ts';
import { settingsSchema } from '../../contracts/_settings.ts';
import { digest, requireKey } from '../_kit/admit.ts';
import { type Answer, empty, json } from '../_kit/answer.ts';
import type { Deps } from '../_kit/deps.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { forgetSpace } from '../_kit/forget.ts';
import { invalidInput } from '../_kit/issues.ts';
import { maskNumbers } from '../_kit/mask.ts';
import { openWorkspace } from '../_kit/open.ts';
import { readSettings } from '../_kit/settings.ts';
import type { Change, Item } from '../_kit/store.ts';
import {
  DEFAULT_WORKSPACE,
  freshSpace,
  isWorkspaceId,
  newWorkspace,
  type Workspace,
  workspaceChange,
  workspaceKey,
} from '../_kit/workspace.ts';

const DAY_SECONDS = 86_400;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** 130 bits that nobody guesses, in the letters that an id may have. */
const randomId = (random: Deps['random']): string =>
  `w${[...random(26)].map((byte) => LETTERS[byte & 31]).join('')}`;

const newId = (random: Deps['random']): string => {
  const id = randomId(random);
  return isWorkspaceId(id) ? id : newId(random);
};

/** Base URL of every system in a workspace. The registry is loaded when it is first asked for. */
async function urlsOf({ deps }: Exchange, id: string): Promise<Record<string, string>> {
  const { contracts } = await import('../../contracts/index.ts');
  const systems = contracts
    .filter(({ root }) => !root)
    .map(({ name }) => [name, `${deps.origin}/${id}/${name}`]);
  return { ...Object.fromEntries(systems), console: `${deps.origin}/` };
}

async function bodyOf(x: Exchange, { id, createdAt, expiresAt }: Workspace) {
  return {
    id,
    createdAt: new Date(createdAt).toISOString(),
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    urls: await urlsOf(x, id),
  };
}

/** @throws Fault invalid_input */
function checkId({ deps }: Exchange, id: string): void {
  const reserved = id === DEFAULT_WORKSPACE && !deps.local;
  if (isWorkspaceId(id) && !reserved) return;
  const message =
    'Chữ thường không dấu, chữ số, gạch nối, 3–40 ký tự, bắt đầu bằng chữ, không phải tên dành riêng / ' +
    'a-z, 0-9 and hyphens, 3 to 40 characters, a letter first, and no reserved name';
  throw invalidInput([{ path: 'id', message }]);
}

/** What was left of an id: a workspace whose time is over gives it back. @throws Fault workspace_exists */
async function leftOver({ deps }: Exchange, id: string): Promise<Item | undefined> {
  const exists = new Fault('workspace_exists', `there is a workspace '${id}' already`);
  if (await openWorkspace(deps, id)) throw exists;
  return (await deps.store.get([workspaceKey(id)], 0))[0];
}

interface Wanted {
  id?: string | undefined;
  lifetimeSeconds?: number | undefined;
  settings?: Settings | undefined;
}

/** A new workspace and its key, which is told once. Nothing of a former one under its id can come back. */
export async function create(x: Exchange, wanted: Wanted) {
  const { random } = x.deps;
  const id = wanted.id ?? newId(random);
  checkId(x, id);
  const old = wanted.id === undefined ? undefined : await leftOver(x, id);
  const key = Buffer.from(random(32)).toString('base64url');
  const workspace = newWorkspace(id, x.clock.real, {
    expiresAt: x.clock.real + (wanted.lifetimeSeconds ?? DAY_SECONDS) * 1000,
    keyHash: digest(key),
    settings: await readSettings(x, wanted.settings ?? settingsSchema.parse({})),
    ...(wanted.id !== undefined && { space: freshSpace(id, random) }),
  });
  const changes: Change[] = [workspaceChange(workspace, old ? { version: old.version } : 'absent')];
  return { body: { ...(await bodyOf(x, workspace)), key }, changes };
}

export async function createWorkspace(x: Exchange<Wanted>): Promise<Answer> {
  const { body, changes } = await create(x, x.input);
  return json(body, { status: 201, changes });
}

/** The workspace that the path names. @throws Fault unknown_workspace */
export async function existing(x: Exchange): Promise<Item<Workspace>> {
  const id = x.params.workspace ?? '';
  const opened = await openWorkspace(x.deps, id);
  if (!opened) throw new Fault('unknown_workspace', `no workspace '${maskNumbers(id, x.isOurs)}'`);
  return opened.item;
}

/** The same, for whoever has its key. @throws Fault unknown_workspace, key_required */
async function named(x: Exchange): Promise<Item<Workspace>> {
  const item = await existing(x);
  requireKey(x.request, item.value);
  return item;
}

export const readWorkspace = async (x: Exchange): Promise<Answer> =>
  json(await bodyOf(x, (await named(x)).value));

export async function deleteWorkspace(x: Exchange): Promise<Answer> {
  const { key, value, version } = await named(x);
  if (value.id === DEFAULT_WORKSPACE)
    throw new Fault('default_stays', 'default is there as long as the laptop');
  return empty({
    changes: [{ remove: key, if: { version } }],
    after: () => forgetSpace(x.deps, value.space),
  });
}
