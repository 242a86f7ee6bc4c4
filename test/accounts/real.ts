import { sqliteStore } from '../../functions/_kit/sqlite.ts';
import type { Store } from '../../functions/_kit/store.ts';
import { createSandbox } from '../../mocks/sandbox.ts';
import { type Accounts, accountsIn } from '../contract/kit/dvcqg-accounts.ts';
import { baseOf, byAccount, openWide, throughVneid } from '../contract/kit/exchange.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { workspaceOver } from '../targets/workspace.ts';

const ORIGIN = 'http://localhost:4100';

/** The sandbox in this process, whose clock goes on a second with each step. */
export function openReal(store: Store = sqliteStore(':memory:')) {
  const time = { now: Date.parse('2026-11-22T03:00:00Z') };
  const log: string[] = [];
  const write = (message: string, about: Record<string, unknown>) =>
    void log.push(`${message} ${JSON.stringify(about)}`);
  const sandbox = createSandbox({
    store,
    origin: ORIGIN,
    now: () => time.now,
    log: { error: write, warn: write },
  });
  const open = (settings = {}) =>
    workspaceOver(ORIGIN, (url, init) => sandbox.fetch(new Request(url, init)), settings);
  return { time, log, open, store };
}

/** One workspace, as the steps drive it. */
export interface Real {
  ws: TestWorkspace;
  accounts: Accounts;
  time: { now: number };
  /** VNeID's subject of a person at the national portal, once a sign-in has told it. */
  subjects: Map<string, string>;
}

const page = (ws: TestWorkspace): string => `${baseOf(ws)}/sign-in?to=/account`;

/** In a browser of their own: whether the account page is reached. */
export async function byPassword({ ws }: Real, username: string, person: string): Promise<boolean> {
  const browser = openWide(ws);
  const asks = await browser.open(page(ws));
  if (!asks.html.includes('name="password"')) return false;
  return (await byAccount(ws, browser, asks, { username, person })).html.includes('data-testid="identity"');
}

/** The TechID that is signed in, or nothing where VNeID or the portal refused. */
export async function byVneid({ ws }: Real, person: string): Promise<string | undefined> {
  const browser = openWide(ws);
  const { html } = await throughVneid(browser, await browser.open(page(ws)), person);
  return /data-testid="tech-id"[^>]*>\s*<code>([^<]+)/.exec(html)?.[1];
}

export const realOf = (ws: TestWorkspace, time: { now: number }): Real => ({
  ws,
  accounts: accountsIn(ws),
  time,
  subjects: new Map(),
});
