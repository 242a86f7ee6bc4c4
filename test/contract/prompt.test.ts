import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  agree,
  type Browser,
  broughtTo,
  choosePerson,
  openBrowser,
  type Place,
  signIn,
} from './kit/browser.ts';
import { verified } from './kit/jwt.ts';
import {
  authorizeUrl,
  type Parameters,
  type Portal,
  redeem,
  registerPortal,
  type Tokens,
} from './kit/portal.ts';

let ws: TestWorkspace;
let portal: Portal;
let browser: Browser;

beforeAll(async () => {
  ws = await openWorkspace();
  portal = await registerPortal(ws);
});

beforeEach(() => {
  browser = openBrowser(ws);
});

const ask = (changes: Parameters = {}) => browser.open(authorizeUrl(portal, changes));
const isSignIn = ({ html }: Place) => html.includes('data-testid="sign-in-form"');
const isConsent = ({ html }: Place) => html.includes('data-testid="consent-form"');

async function tokensOf({ code }: Record<string, string>): Promise<Tokens> {
  const answer = await redeem(portal, code!);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Tokens;
}

test('somebody new meets the sign-in page, then the question what to share, then the portal', async () => {
  const page = await ask({ state: 's' });
  expect([page.status, isSignIn(page)]).toEqual([200, true]);
  const question = await browser.submit(page, '/sign-in/person', { person: 'an' });
  expect([question.status, isConsent(question)]).toEqual([200, true]);
  const sent = broughtTo(portal, await agree(browser, question));
  expect(sent).toEqual({ code: expect.any(String), state: 's', iss: ws.issuer });
});

test('whoever refuses to share goes back with access_denied', async () => {
  const question = await choosePerson(browser, portal, 'an', { state: 's', prompt: 'consent' });
  const sent = broughtTo(portal, await browser.submit(question, '/consent', { decision: 'refuse' }));
  expect(sent).toMatchObject({ error: 'access_denied', state: 's', iss: ws.issuer });
});

test('nobody agrees in the name of somebody in another browser', async () => {
  const question = await choosePerson(browser, portal, 'an', { prompt: 'consent' });
  const place = await agree(openBrowser(ws), question);
  expect([place.status, place.outside]).toEqual([400, false]);
  expect(place.html).toContain('sign_in_expired:');
});

test('whoever is signed in and has agreed goes straight through', async () => {
  await signIn(browser, portal, 'an');
  expect(broughtTo(portal, await ask())).toHaveProperty('code');
});

test('consent is asked for once a portal, a person and a scope', async () => {
  await signIn(browser, portal, 'mai');
  expect(isConsent(await ask({ scope: 'openid phone' }))).toBe(true);
  const other = await registerPortal(ws);
  expect(isConsent(await browser.open(authorizeUrl(other)))).toBe(true);
  const elsewhere = openBrowser(ws);
  expect((await choosePerson(elsewhere, portal, 'mai')).outside).toBe(true);
});

describe('prompt=none', () => {
  test('without anybody signed in is login_required', async () => {
    const sent = broughtTo(portal, await ask({ prompt: 'none', state: 's' }));
    expect(sent).toMatchObject({ error: 'login_required', state: 's', iss: ws.issuer });
  });

  test('by POST, where a browser may keep the cookie back, is led to where it sends it', async () => {
    const request = new URL(authorizeUrl(portal, { prompt: 'none' })).searchParams;
    const answer = await ws.fetch('/auth', { method: 'POST', body: request });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${ws.issuer}/auth?${request}`]);
  });

  test('without consent is consent_required', async () => {
    await signIn(browser, portal, 'an');
    const other = await registerPortal(ws);
    const place = await browser.open(authorizeUrl(other, { prompt: 'none' }));
    expect(broughtTo(other, place)).toMatchObject({ error: 'consent_required' });
  });

  test('with both is a code', async () => {
    await signIn(browser, portal, 'an');
    expect(broughtTo(portal, await ask({ prompt: 'none' }))).toHaveProperty('code');
  });
});

describe.each(['login', 'select_account'])('prompt=%s', (prompt) => {
  test('asks again, and is content with what was answered', async () => {
    await signIn(browser, portal, 'an');
    const page = await ask({ prompt });
    expect(isSignIn(page)).toBe(true);
    const next = await browser.submit(page, '/sign-in/person', { person: 'an' });
    expect(broughtTo(portal, next)).toHaveProperty('code');
  });

  test('asks again even when the very same request comes twice', async () => {
    const same = { prompt, state: 'same', nonce: 'same' };
    await signIn(browser, portal, 'an', same);
    expect(isSignIn(await ask(same))).toBe(true);
  });
});

test('prompt=consent asks again what to share', async () => {
  await signIn(browser, portal, 'an');
  const same = { prompt: 'consent', state: 'same', nonce: 'same' };
  const question = await ask(same);
  expect(isConsent(question)).toBe(true);
  expect(broughtTo(portal, await agree(browser, question))).toHaveProperty('code');
  expect(isConsent(await ask(same))).toBe(true);
});

test('prompt=login consent asks both, in this order', async () => {
  await signIn(browser, portal, 'an');
  const page = await ask({ prompt: 'login consent' });
  expect(isSignIn(page)).toBe(true);
  const question = await browser.submit(page, '/sign-in/person', { person: 'an' });
  expect(isConsent(question)).toBe(true);
});

test('another person may take over the browser', async () => {
  const first = await tokensOf(await signIn(browser, portal, 'an'));
  const second = await tokensOf(await signIn(browser, portal, 'mai', { prompt: 'select_account' }));
  const [an, mai] = [await verified(ws, first.id_token), await verified(ws, second.id_token)];
  expect(mai.payload.sub).not.toBe(an.payload.sub);
  expect(mai.payload.sid).not.toBe(an.payload.sid);
});

test('the browser of another workspace is not signed in', async () => {
  await signIn(browser, portal, 'an');
  const foreign = await openWorkspace();
  const elsewhere = await registerPortal(foreign);
  const url = authorizeUrl(elsewhere, { prompt: 'none' });
  const answer = await foreign.fetch(url, { headers: { cookie: 'hopcat_session=made-up' } });
  expect(answer.headers.get('location')).toContain('error=login_required');
});
