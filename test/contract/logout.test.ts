import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Browser, broughtTo, openBrowser, type Place, signIn } from './kit/browser.ts';
import {
  authorizeUrl,
  type Parameters,
  type Portal,
  redeem,
  registerPortal,
  search,
  type Tokens,
} from './kit/portal.ts';

const HOME = 'https://portal.example.vn/bye';

let ws: TestWorkspace;
let portal: Portal;
let browser: Browser;

beforeAll(async () => {
  ws = await openWorkspace();
  portal = await registerPortal(ws, { post_logout_redirect_uris: [HOME, `${HOME}?from=vneid`] });
});

beforeEach(() => {
  browser = openBrowser(ws);
});

async function signedIn(by: Browser = browser, person = 'an'): Promise<Tokens> {
  const { code } = await signIn(by, portal, person);
  return (await (await redeem(portal, code!)).json()) as Tokens;
}

const logout = (parameters: Parameters, by: Browser = browser) => by.open(`/logout?${search(parameters)}`);

async function isSignedIn(by: Browser = browser): Promise<boolean> {
  return 'code' in broughtTo(portal, await by.open(authorizeUrl(portal, { prompt: 'none' })));
}

const asks = ({ status, html }: Place) => status === 200 && html.includes('value="sign-out"');

describe('a portal that proves whose session it ends', () => {
  test('gets the person back at once, with its state', async () => {
    const { id_token } = await signedIn();
    const place = await logout({ id_token_hint: id_token, post_logout_redirect_uri: HOME, state: 'a & b' });
    expect(place.url).toBe(`${HOME}?state=a+%26+b`);
    expect(await isSignedIn()).toBe(false);
  });

  test('without an address shows that the person is signed out', async () => {
    const { id_token } = await signedIn();
    const place = await logout({ id_token_hint: id_token });
    expect([place.status, place.outside]).toEqual([200, false]);
    expect(await isSignedIn()).toBe(false);
  });

  test('gets no state back that it did not send', async () => {
    const { id_token } = await signedIn();
    const place = await logout({ id_token_hint: id_token, post_logout_redirect_uri: HOME });
    expect(place.url).toBe(HOME);
  });

  test('keeps the query of its own address', async () => {
    const { id_token } = await signedIn();
    const place = await logout({
      id_token_hint: id_token,
      post_logout_redirect_uri: `${HOME}?from=vneid`,
      state: 's',
    });
    expect(place.url).toBe(`${HOME}?from=vneid&state=s`);
  });

  test('may do so by POST', async () => {
    const { id_token } = await signedIn();
    const answer = await browser.send('/logout', {
      method: 'POST',
      body: search({ id_token_hint: id_token, post_logout_redirect_uri: HOME }),
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, HOME]);
    expect(await isSignedIn()).toBe(false);
  });

  test('may do so long after the ID token has expired', async () => {
    const own = await openWorkspace();
    const there = await registerPortal(own, { post_logout_redirect_uris: [HOME] });
    const far = openBrowser(own);
    const { code } = await signIn(far, there, 'an');
    const { id_token } = (await (await redeem(there, code!)).json()) as Tokens;
    await own.configure({ clockOffsetSeconds: 7 * 3600 });
    const place = await logout({ id_token_hint: id_token, post_logout_redirect_uri: HOME }, far);
    expect(place.url).toBe(HOME);
  });

  test('gets the person back even when the session is over already', async () => {
    const { id_token } = await signedIn();
    for (const turn of [1, 2]) {
      const place = await logout({ id_token_hint: id_token, post_logout_redirect_uri: HOME });
      expect([turn, place.url]).toEqual([turn, HOME]);
    }
  });
});

test('a logout by POST that brings no cookie is led to where it does', async () => {
  const sent = search({ client_id: portal.id, post_logout_redirect_uri: HOME });
  const answer = await ws.fetch('/logout', { method: 'POST', body: sent });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${ws.issuer}/logout?${sent}`]);
});

describe('the person is asked first', () => {
  test.each<[string, (tokens: Tokens) => Parameters]>([
    ['when nothing proves anything', () => ({})],
    ['when only the client is named', () => ({ client_id: portal.id, post_logout_redirect_uri: HOME })],
  ])('%s', async (_, parameters) => {
    const question = await logout(parameters(await signedIn()));
    expect(asks(question)).toBe(true);
    expect(await isSignedIn()).toBe(true);
  });

  test('when the hint is about the session of another browser', async () => {
    const { id_token } = await signedIn(openBrowser(ws));
    await signedIn();
    const question = await logout({ id_token_hint: id_token, post_logout_redirect_uri: HOME });
    expect(asks(question)).toBe(true);
    expect(await isSignedIn()).toBe(true);
  });

  test('and goes back to the portal after a yes', async () => {
    await signedIn();
    const question = await logout({ client_id: portal.id, post_logout_redirect_uri: HOME, state: 's' });
    const place = await browser.submit(question, '/logout/confirm', { decision: 'sign-out' });
    expect(place.url).toBe(`${HOME}?state=s`);
    expect(await isSignedIn()).toBe(false);
  });

  test('and stays signed in after a no', async () => {
    await signedIn();
    const question = await logout({});
    const place = await browser.submit(question, '/logout/confirm', { decision: 'stay' });
    expect([place.status, place.outside]).toEqual([200, false]);
    expect(await isSignedIn()).toBe(true);
  });

  test('but not when nobody is signed in', async () => {
    const place = await logout({ client_id: portal.id, post_logout_redirect_uri: HOME });
    expect(place.url).toBe(HOME);
  });

  test('and a page of another site cannot answer for them', async () => {
    await signedIn();
    const elsewhere = openBrowser(ws);
    const answer = await elsewhere.send('/logout/confirm', {
      method: 'POST',
      body: search({ request: '', decision: 'sign-out' }),
    });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([303, []]);
    expect(await isSignedIn()).toBe(true);
  });
});

test('a logout ends one browser only', async () => {
  const other = openBrowser(ws);
  const { id_token } = await signedIn();
  await signedIn(other);
  await logout({ id_token_hint: id_token });
  expect([await isSignedIn(), await isSignedIn(other)]).toEqual([false, true]);
});

test('the page of a logout cannot be framed by another site', async () => {
  const answer = await browser.send('/logout');
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});
