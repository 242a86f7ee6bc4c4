import type { Hono } from 'hono';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { phoneFragment } from '../../functions/phone/pages.ts';
import { signedOutPage } from '../../functions/vneid/pages/index.ts';
import { judge } from './judge.ts';
import { phoneState } from './samples/phone.ts';
import { samples } from './samples.ts';
import { listen, nothingNew, openBrowser, sampleSite } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

/** Opens a path of an app in a tab of its own, and closes both after the visit. */
async function visit(
  app: Hono,
  path: string,
  look: (page: Page, origin: string) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const site = await listen(app);
  const context = await browser.newContext({
    viewport: { width: 375, height: 800 },
    ...options,
    baseURL: site.origin,
  });
  try {
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(path);
    await look(page, site.origin);
  } finally {
    await context.close();
    site.close();
  }
}

/** The sample site with the answer to the QR code's poll. */
function polled(answer: { status: string; next?: string }): Hono {
  const app = sampleSite();
  app.get('/poll/pending', (c) => c.json(answer));
  app.get('/next', (c) => c.html('<!doctype html><title>next</title>'));
  return app;
}

describe.each([
  { width: 375, colorScheme: 'light', lang: 'vi' },
  { width: 1280, colorScheme: 'dark', lang: 'en' },
] as const)('at $width px, $colorScheme, $lang', ({ width, colorScheme, lang }) => {
  test('every page fits, has targets to hit, breaks no rule of axe, and keeps to its content security policy', async () => {
    const site = await listen(nothingNew(sampleSite()));
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 800 },
      baseURL: site.origin,
    });
    const page = await context.newPage();
    await page.route('**/submit.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    const problems: string[] = [];
    page.on('console', (line) => problems.push(line.text()));
    for (const name of Object.keys(samples)) {
      await page.goto(`/${lang}/${name}`);
      problems.push(...(await judge(page)).map((problem) => `${name}: ${problem}`));
    }
    await context.close();
    site.close();
    expect(problems).toEqual([]);
  }, 240_000);
});

test('the linked accounts can be read at 375 px without scrolling sideways', async () => {
  await visit(sampleSite(), '/vi/dvcqg-account-linked', async (page) => {
    const list = page.getByTestId('linked-accounts');
    expect(await list.getByText('990000001').isVisible()).toBe(true);
    const scrolled = await page.evaluate(
      `[...document.querySelectorAll('[data-testid="links"] *')].filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth).length`,
    );
    expect(scrolled).toBe(0);
  });
});

describe('the QR code', () => {
  test('moves on by itself once the phone has approved', async () => {
    await visit(polled({ status: 'approved', next: '/next' }), '/vi/sign-in', (page) =>
      page.waitForURL('**/next'),
    );
  });

  test.each(['refused', 'expired'])('says that it was %s and offers a new code', async (status) => {
    await visit(polled({ status }), '/vi/sign-in', async (page) => {
      await page.getByTestId('qr-reload').waitFor();
      expect(await page.getByTestId('qr').getAttribute('data-state')).toBe(status);
      expect(await page.getByTestId('qr-continue').isVisible()).toBe(false);
    });
  });

  test('does not even try an address that would run as script', async () => {
    const app = polled({ status: 'approved', next: 'javascript:document.title="run"' });
    await visit(app, '/vi/sign-in-plain', async (page) => {
      const lines: string[] = [];
      page.on('console', (line) => lines.push(line.text()));
      await page.goto('/vi/sign-in');
      await page.locator('[data-state="approved"]').waitFor();
      await page.evaluate('Promise.resolve()');
      expect(lines).toEqual([]);
    });
  });

  test('offers a link to a browser without script', async () => {
    const look = async (page: Page) => {
      expect(await page.getByTestId('qr-continue').isVisible()).toBe(true);
      expect(await page.getByTestId('people-filter').isVisible()).toBe(false);
    };
    await visit(polled({ status: 'pending' }), '/vi/sign-in', look, { javaScriptEnabled: false });
  });

  test('counts its time down', async () => {
    await visit(polled({ status: 'pending' }), '/vi/sign-in', async (page) => {
      await page.clock.fastForward(60_000);
      expect(await page.getByTestId('qr-time-left').textContent()).toMatch(/^0:5\d$/);
    });
  });
});

test.each([
  ['duc', 'dang huu duc'],
  ['cuong', 'LE MANH'],
  ['binh', '024'],
])('the panel finds %s by "%s", folded group or not', async (slug, words) => {
  await visit(polled({ status: 'pending' }), '/vi/sign-in', async (page) => {
    const shown = () =>
      page
        .locator('.person:visible')
        .evaluateAll((people) => people.map((each) => each.getAttribute('value')));
    expect(await shown()).toHaveLength(5);
    for (const group of [1, 2]) await page.locator('.group > summary').nth(group).click();
    expect(await shown()).toEqual(['an', 'binh']);
    await page.getByTestId('people-filter').fill(words);
    expect(await shown()).toEqual([slug]);
    await page.getByTestId('people-filter').fill('');
    expect(await shown()).toEqual(['an', 'binh']);
  });
});

test('the phone shows what is new without a reload, and leaves open what was open', async () => {
  const app = sampleSite();
  let version = '7';
  app.get('/state', (c) => c.json({ version }));
  app.get('/phone', (c) => {
    const state = { ...phoneState, lang: 'vi' as const };
    if (c.req.query('fragment') === undefined)
      return c.html(samples.phone!({ lang: 'vi', assets: '/assets' }));
    return c.html(
      phoneFragment({ ...state, version, messages: [{ id: 'm3', sender: 'VNeID', at: 0, text: 'Mới' }] }),
    );
  });
  await visit(app, '/phone', async (page) => {
    await page.getByTestId('scans').click();
    version = '8';
    await page.clock.runFor(5000);
    await page.getByText('Mới', { exact: true }).waitFor();
    expect(await page.getByTestId('message').count()).toBe(1);
    expect(await page.getByTestId('scan-qr').isVisible()).toBe(true);
  });
});

test('one press copies the code of a message', async () => {
  const look = async (page: Page) => {
    await page.getByTestId('copy-code').click();
    await page.locator('[data-copied]').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('482915');
  };
  await visit(nothingNew(sampleSite()), '/vi/phone', look, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
});

describe('the form_post page', () => {
  const portal = () => {
    const app = sampleSite();
    app.post('/stay', async (c) => c.text(String((await c.req.formData()).get('code'))));
    return app;
  };

  test('sends itself', async () => {
    await visit(portal(), '/vi/form-post', async (page) => {
      await page.waitForURL('**/stay');
      expect(await page.textContent('body')).toBe('SplxlOBeZQQYbYS6WxSbIA');
    });
  });

  test('is sent by its button where there is no script', async () => {
    const look = async (page: Page) => {
      await page.getByTestId('continue').click();
      await page.waitForURL('**/stay');
    };
    await visit(portal(), '/vi/form-post', look, { javaScriptEnabled: false });
  });
});

test('the signed-out page goes on to the portal once every frame has loaded', async () => {
  const app = sampleSite();
  const seen: string[] = [];
  const answered = Promise.withResolvers<void>();
  app.get('/slow', async (c) => {
    await answered.promise;
    return c.html('<!doctype html><title>told</title>');
  });
  app.get('/home', (c) => {
    seen.push('home');
    return c.html('<!doctype html><title>home</title>');
  });
  const next = { url: '/home', name: 'Cổng Mẫu' };
  app.get('/out', (c) =>
    c.html(signedOutPage({ lang: 'vi', assets: '/assets', next, frames: ['/frame/1', '/slow'] })),
  );
  await visit(app, '/vi/signed-out', async (page) => {
    await page.goto('/out', { waitUntil: 'domcontentloaded' });
    await page.evaluate('fetch("/assets/icon.svg").then((answer) => answer.text())');
    expect(seen).toEqual([]);
    answered.resolve();
    await page.waitForURL('**/home');
  });
});
