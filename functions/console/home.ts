import type { Contract } from '../../contracts/_contract.ts';
import { type Answer, page, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { ASSETS } from '../_kit/wire.ts';
import { DEFAULT_WORKSPACE } from '../_kit/workspace.ts';
import { createdPage } from './pages/created.ts';
import { doorsAt, startAt } from './pages/doors.ts';
import { homePage } from './pages/home.ts';
import { workspacePage as pageOf } from './pages/workspace.ts';
import { create, existing } from './workspaces.ts';

const frame = { lang: 'vi', assets: ASSETS } as const;

/** Systems that a portal calls, as its developer reads of them. */
async function systemsAt(base: string) {
  const { contracts } = await import('../../contracts/index.ts');
  return contracts
    .filter(({ root }: Contract) => !root)
    .map(({ name, title }: Contract) => ({ title, url: `${base}/${name}/docs` }));
}

export async function home({ deps }: Exchange): Promise<Answer> {
  const base = `${deps.origin}/${DEFAULT_WORKSPACE}`;
  const start = startAt(base);
  const cast = deps.people.people;
  return page(
    homePage({
      ...frame,
      cast,
      create: { action: '/' },
      ...(deps.local && { start, doors: doorsAt(base), systems: await systemsAt(base) }),
    }),
  );
}

export async function createOnPage(x: Exchange): Promise<Answer> {
  const { body, changes } = await create(x, {});
  const { id, key, urls } = body;
  const expiresAt = Date.parse(body.expiresAt ?? '');
  return page(createdPage({ ...frame, id, key, urls, expiresAt, own: `/${id}/`, home: '/' }), {
    status: 201,
    changes,
  });
}

/** Stands in the commands for a key that only its owner knows. */
const KEY_PLACE = 'KHOA-CUA-BAN';

/** Where people begin in the workspace that the path names. On a laptop the start page is that of `default`. */
export async function workspacePage(x: Exchange): Promise<Answer> {
  const { id, expiresAt, keyHash } = (await existing(x)).value;
  if (id === DEFAULT_WORKSPACE) return redirect('/', { status: 303 });
  const base = `${x.deps.origin}/${id}`;
  const start = { ...startAt(base), ...(keyHash !== null && { key: KEY_PLACE }) };
  const [doors, systems] = [doorsAt(base), await systemsAt(base)];
  return page(pageOf({ ...frame, id, expiresAt, start, doors, systems, home: '/' }));
}
