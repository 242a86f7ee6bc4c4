import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Settings } from '../../contracts/_settings.ts';
import { type Listener, listen } from '../contract/kit/listener.ts';
import { authorizeUrl, demoPortal, type Parameters, type Portal } from '../contract/kit/portal.ts';
import { startSocket } from '../targets/socket.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { workspaceOver } from '../targets/workspace.ts';
import { judge } from './judge.ts';
import { openBrowser } from './site.ts';

/** A citizen at a screen, in a workspace of their own, on the way to a portal. */
export interface Citizen {
  ws: TestWorkspace;
  portal: Portal;
  /** What the portal's own server was asked. */
  received: Listener['received'];
  page: Page;
  /** Begins a sign-in at the portal. */
  begin(changes?: Parameters): Promise<void>;
  /** Another tab of the same browser. */
  newTab(url: string): Promise<Page>;
  /** A browser on another machine. */
  elsewhere(url: string, options?: BrowserContextOptions): Promise<Page>;
  /** Fails on whatever is wrong with the page: axe, small targets, too wide, lines in the console. */
  look(page?: Page): Promise<void>;
  /** What the portal was told, once the browser has come back to it. */
  broughtBack(): Promise<Record<string, string>>;
}

export interface Street {
  /** Lets a citizen walk; everything is closed afterwards. */
  walk(way: (citizen: Citizen) => Promise<void>, options?: Walk): Promise<void>;
}

interface Walk extends BrowserContextOptions {
  width?: number;
  settings?: Partial<Settings>;
  /** Lines of the console that belong to what the test does. */
  tolerates?: RegExp;
}

const portalPage = '<!doctype html><html lang="vi"><title>Cổng</title><h1>Cổng</h1></html>';

/** A running sandbox and a browser, for the tests of one file. */
export function street(): Street {
  let browser: Browser;
  let socket: Awaited<ReturnType<typeof startSocket>>;
  beforeAll(async () => {
    [browser, socket] = await Promise.all([openBrowser(), startSocket()]);
  });
  afterAll(async () => {
    await browser?.close();
    await socket?.stop();
  });

  return {
    async walk(way, { width = 1280, settings, tolerates, ...options } = {}) {
      const ws = await workspaceOver(socket.origin, fetch, settings);
      await using server = await listen(
        () => new Response(portalPage, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
      );
      const portal = { ...demoPortal(ws), redirectUri: `${server.url}/callback` };
      const contexts: BrowserContext[] = [];
      const complaints: string[] = [];
      const open = async (more: BrowserContextOptions) => {
        const context = await browser.newContext({ viewport: { width, height: 800 }, ...more });
        contexts.push(context);
        context.setDefaultTimeout(20_000);
        context.on('page', (page) => listenTo(page, complaints, socket.origin));
        return context;
      };
      try {
        const context = await open(options);
        const page = await context.newPage();
        const visit = async (tab: Page, url: string) => {
          await tab.goto(url);
          return tab;
        };
        await way({
          ws,
          portal,
          received: server.received,
          page,
          begin: async (changes) => {
            await page.goto(authorizeUrl(portal, changes));
          },
          newTab: async (url) => visit(await context.newPage(), url),
          elsewhere: async (url, more = {}) => visit(await (await open(more)).newPage(), url),
          async look(tab = page) {
            expect({ url: tab.url(), wrong: await judge(tab) }).toEqual({ url: tab.url(), wrong: [] });
          },
          async broughtBack() {
            await page.waitForURL((url) => url.href.startsWith(portal.redirectUri));
            return Object.fromEntries(new URL(page.url()).searchParams);
          },
        });
        expect(complaints.filter((line) => !tolerates?.test(line))).toEqual([]);
      } finally {
        for (const context of contexts) await context.close();
      }
    },
  };
}

/** The browser itself logs refusals (a 401 after a wrong password); whatever else is logged is a fault of the page. */
function listenTo(page: Page, complaints: string[], origin: string): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (line) => {
    const isStatus = /^Failed to load resource: the server responded with a status of 4\d\d/.test(
      line.text(),
    );
    if (['error', 'warning'].includes(line.type()) && !isStatus)
      complaints.push(`${page.url()}: ${line.text()}`);
  });
  page.on('response', (answer) => {
    if (answer.url().startsWith(origin) && answer.status() >= 500)
      complaints.push(`${answer.status()} ${answer.url()}`);
  });
}
