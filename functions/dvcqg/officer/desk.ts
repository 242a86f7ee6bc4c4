import { type OfficerRequest, officerRequest } from '../../../contracts/_dvcqg/officer.ts';
import contract from '../../../contracts/dvcqg.ts';
import { refuseForeignPages } from '../../_kit/admit.ts';
import { type Answer, json, page } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { checked } from '../../_kit/input.ts';
import { ASSETS, faultKind } from '../../_kit/wire.ts';
import { accountByUsername } from '../accounts.ts';
import { currentAccount, requireAccount, signInPath } from '../exchange/session.ts';
import { createFor } from './create.ts';
import { isRemoved, mayCreate, removal } from './law.ts';
import { type Officer, officerOf } from './officer.ts';
import type { Typed } from './pages.ts';

const frame = { lang: 'vi', assets: ASSETS } as const;

const pathOf = (x: Exchange, path: string): string => `${new URL(x.base).pathname}${path}`;

const timelineUrl = (x: Exchange): string => `${new URL(x.base).pathname.replace(/[^/]*$/, '')}timeline/`;

const formAt = (x: Exchange) => ({ action: pathOf(x, '/officer') });

async function officer(x: Exchange): Promise<Answer> {
  const pages = await import('./pages.ts');
  const timeline = timelineUrl(x);
  if (isRemoved(x.clock))
    return page(pages.removedPage({ ...frame, removal, today: x.clock.today, timeline }));
  const held = await currentAccount(x);
  if (!held)
    return page(pages.signInFirstPage({ ...frame, signIn: pathOf(x, signInPath('/officer')), timeline }));
  const who = await officerOf(x, held.account);
  return page(pages.formPage({ ...frame, officer: who, post: formAt(x) }));
}

/** The form again, with what was typed and what was wrong with it. */
async function again(x: Exchange<Typed>, who: Officer, fault: Fault): Promise<Answer> {
  const { formPage } = await import('./pages.ts');
  const { status, title, cure } = faultKind(contract, fault.code);
  const errors = Object.fromEntries((fault.extra.errors ?? []).map(({ path, message }) => [path, message]));
  const trouble = { notice: { kind: 'error', id: 'trouble', title, cure } as const, errors };
  return page(formPage({ ...frame, officer: who, post: formAt(x), typed: x.input, trouble }), {
    status,
    fault,
  });
}

async function officerCreates(x: Exchange<Typed>): Promise<Answer> {
  refuseForeignPages(x.deps, x.request);
  mayCreate(x.clock);
  const who = await officerOf(x, (await requireAccount(x)).account);
  try {
    const { created, changes } = await createFor(x, checked(officerRequest, x.input) as OfficerRequest, who);
    const { createdPage } = await import('./pages.ts');
    const phones = `${pathOf(x, '').replace(/[^/]*$/, '')}phone`;
    const body = createdPage({ ...frame, created, phones, another: pathOf(x, '/officer') });
    return page(body, { status: 201, changes });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return again(x, who, error);
  }
}

async function officerAccounts(x: Exchange<OfficerRequest & { officer: string }>): Promise<Answer> {
  mayCreate(x.clock);
  const { officer: username, ...request } = x.input;
  const who = await officerOf(x, (await accountByUsername(x, username))?.account);
  const { created, changes } = await createFor(x, request, who);
  return json(created, { status: 201, changes });
}

export { officer, officerAccounts, officerCreates };
