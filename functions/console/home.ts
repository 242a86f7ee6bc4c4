import type { Contract } from '../../contracts/_contract.ts';
import { type Answer, page } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { ASSETS } from '../_kit/wire.ts';
import { DEFAULT_WORKSPACE } from '../_kit/workspace.ts';
import { createdPage } from './pages/created.ts';
import { doorsAt } from './pages/doors.ts';
import { homePage } from './pages/home.ts';
import { create } from './workspaces.ts';

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
  const start = {
    issuer: `${base}/vneid`,
    control: `${base}/control`,
    portal: `${base}/portal`,
    phone: `${base}/phone`,
    people: `${base}/people`,
  };
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
  return page(createdPage({ ...frame, id, key, urls, expiresAt, home: '/' }), { status: 201, changes });
}
