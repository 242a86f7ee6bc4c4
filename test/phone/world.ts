import { expect } from 'vitest';
import { sqliteStore } from '../../functions/_kit/sqlite.ts';
import { newWorkspace, type Workspace, workspaceKey } from '../../functions/_kit/workspace.ts';
import { createSandbox } from '../../mocks/sandbox.ts';
import { type Browser, openBrowser, type Page } from './browser.ts';

const PASSWORD = 'Aa@123456';
export const SPACE = 'reset-once';

interface Message {
  id: string;
  from: string;
  text: string;
  at: string;
  code?: string;
}

export interface Approval {
  id: string;
  title: { vi: string; en: string };
  asks: string;
  details: { name: string; value: string }[];
  expiresAt: string;
}

/** A sandbox of one workspace, and what a tester does with it. */
export async function openWorld({ origin = 'http://localhost:4100', workspace = 'default' } = {}) {
  const complaints: unknown[] = [];
  const complain = (...about: unknown[]) => complaints.push(about);
  const sandbox = createSandbox({
    store: sqliteStore(':memory:'),
    origin,
    log: { error: complain, warn: complain },
  });
  const { store } = sandbox.deps;
  const key = workspaceKey(workspace);
  // As after a reset: the space of its items has not the name of the workspace.
  const opened = { ...newWorkspace(workspace, Date.now()), space: SPACE };
  await store.commit([{ put: key, value: opened }], 0);
  const root = `${origin}/${workspace}`;
  const ask = (path: string, init?: RequestInit) => sandbox.fetch(new Request(`${root}${path}`, init));

  const post = (path: string, body: unknown) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  async function messages(person: string, query = ''): Promise<Message[]> {
    const answer = await ask(`/phone/${person}/api/messages${query}`);
    return ((await answer.json()) as { messages: Message[] }).messages;
  }

  async function approvals(person: string): Promise<Approval[]> {
    const answer = await ask(`/phone/${person}/api/approvals`);
    return ((await answer.json()) as { approvals: Approval[] }).approvals;
  }

  async function moveClock(seconds: number): Promise<void> {
    const [item] = await store.get([key], 0);
    const before = item?.value as Workspace;
    const settings = { ...before.settings, clockOffsetSeconds: before.settings.clockOffsetSeconds + seconds };
    await store.commit([{ put: key, value: { ...before, settings } }], 0);
  }

  return {
    ...sandbox,
    root,
    portal: `${root}/portal`,
    ask,
    post,
    messages,
    approvals,
    moveClock,
    newestCode: async (person: string) => (await messages(person))[0]?.code ?? '',
    decide: (person: string, id: string, decision: string) =>
      post(`/phone/${person}/api/approvals/${id}`, { decision }),
    browser: () => openBrowser(sandbox.fetch),
    /** Nothing went wrong inside the house. */
    expectPeace: () => expect(complaints).toEqual([]),
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

/** From the portal's start page to VNeID's sign-in page. */
export const beginSignIn = async (world: World, browser: Browser): Promise<Page> =>
  browser.press(await browser.open(world.portal), 'sign-in');

export const enterPassword = (browser: Browser, page: Page, username: string): Promise<Page> =>
  browser.press(page, 'sign-in', { username, password: PASSWORD });

/** The id of the QR sign-in that a page shows. */
export const qrIdOf = (page: Page): string => {
  const url = new URL(page.attribute('qr', 'data-poll-url') ?? '', page.url);
  return url.pathname.split('/').at(-1) ?? '';
};
