import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Browser, broughtTo, openBrowser } from './kit/browser.ts';
import { linkOn } from './kit/exchange.ts';
import { formsOf } from './kit/html.ts';
import { authorizeUrl, type Portal, registerPortal } from './kit/portal.ts';

let ws: TestWorkspace;
let portal: Portal;
let browser: Browser;

beforeEach(async () => {
  ws = await openWorkspace();
  portal = await registerPortal(ws);
  browser = openBrowser(ws);
});

const signInPage = (changes = {}) => browser.open(authorizeUrl(portal, { state: 's-1', ...changes }));
const denied = { error: 'access_denied', state: 's-1' };

describe('who may not sign in is led on', () => {
  const cases = [
    ['chosen in the panel, locked', '/sign-in/person', { person: 'cuong' }, 'account_locked'],
    ['chosen in the panel, deceased', '/sign-in/person', { person: 'hung' }, 'person_deceased'],
    [
      'by number and password',
      '/sign-in/password',
      { username: '099088000006', password: 'Aa@123456' },
      'account_locked',
    ],
    ['whose step is over', '/sign-in/otp', { otp: '000000' }, 'sign_in_expired'],
  ] as const;

  const refusedPage = async (action: string, typed: Record<string, string>) => {
    const page = await signInPage();
    if (action !== '/sign-in/otp') return browser.submit(page, action, typed);
    const { request = '' } = formsOf(page.html, page.url).find(({ fields }) => fields.request)?.fields ?? {};
    const body = new URLSearchParams({ request, ...typed });
    const answer = await browser.send(action, { method: 'POST', body });
    return { ...page, status: answer.status, html: await answer.text() };
  };

  test.each(cases)(
    '%s: to the sign-in page, where somebody else signs in',
    async (_, action, typed, code) => {
      const refused = await refusedPage(action, typed);
      expect(refused.html).toContain(`${code}:`);
      const again = await browser.open(linkOn(refused, 'retry'));
      const place = await browser.submit(again, '/sign-in/person', { person: 'mai' });
      expect(place.html).toContain('data-testid="consent-form"');
    },
  );

  test.each(cases)('%s: to the portal, which learns that access was denied', async (_, action, typed) => {
    const refused = await refusedPage(action, typed);
    expect(broughtTo(portal, await browser.open(linkOn(refused, 'cancel')))).toMatchObject(denied);
  });
});

describe('whoever does not want to sign in goes back', () => {
  test('from the sign-in page, by a link', async () => {
    const place = await browser.open(linkOn(await signInPage(), 'cancel'));
    expect(broughtTo(portal, place)).toMatchObject({ ...denied, iss: ws.issuer });
  });

  test('by a form, where the portal asked for one', async () => {
    const page = await signInPage({ response_mode: 'form_post' });
    const { html } = await browser.open(linkOn(page, 'cancel'));
    expect(formsOf(html, ws.issuer)[0]).toMatchObject({ fields: denied });
  });

  test('and whoever is signed in stays so', async () => {
    await browser.submit(await signInPage(), '/sign-in/person', { person: 'mai' });
    await browser.open(linkOn(await signInPage({ prompt: 'login' }), 'cancel'));
    expect((await signInPage()).html).toContain('data-testid="consent-form"');
  });

  test('but never to an address that is not the portal’s', async () => {
    const link = new URL(linkOn(await signInPage(), 'cancel'));
    link.searchParams.set('redirect_uri', 'https://evil.example/');
    const place = await browser.open(link.href);
    expect([place.status, place.outside, place.html.includes('invalid_redirect:')]).toEqual([
      400,
      false,
      true,
    ]);
  });
});
