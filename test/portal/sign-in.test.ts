import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { implement } from '../../functions/_kit/implement.ts';
import portal from '../../functions/portal/service.ts';
import type { Browser, Page } from '../phone/browser.ts';
import { beginSignIn, openWorld, SPACE, type World } from '../phone/world.ts';

let world: World;
let browser: Browser;
beforeEach(async () => {
  world = await openWorld();
  browser = world.browser();
});
afterEach(() => world.expectPeace());

/** Chooses somebody in the panel, and agrees to share where that is asked. */
async function choose(page: Page, person: string, by = browser): Promise<Page> {
  const next = await by.press(page, `person-${person}`);
  return next.text('who') === undefined && next.attribute('approve', 'value')
    ? by.press(next, 'approve')
    : next;
}

describe('a citizen signs in with the panel', () => {
  test('and sees what the portal received, decoded', async () => {
    const home = await choose(await beginSignIn(world, browser), 'an');
    expect(home.url).toBe(`${world.portal}/`);
    expect(home.text('title')).toBe('Xin chào, Nguyễn Văn An Hello, Nguyễn Văn An');
    const claims = JSON.parse(home.text('id-token-json') ?? '') as Record<string, unknown>;
    expect(claims).toMatchObject({ iss: `${world.root}/vneid`, aud: 'reference-portal', acr: 'LoA2' });
    expect(home.text('who-sub')).toBe(claims.sub);
    expect(JSON.parse(home.text('id-token-header-json') ?? '')).toMatchObject({ alg: 'RS256' });
    expect(JSON.parse(home.text('userinfo-json') ?? '')).toMatchObject({
      sub: claims.sub,
      citizenPid: '099090000001',
      phone_number: '+84950000101',
    });
    expect(home.text('step-up')).toBeUndefined();
    expect(home.text('refresh')).toBeDefined();
  });

  test('and stays signed in, until eight hours of the token clock have passed', async () => {
    await choose(await beginSignIn(world, browser), 'an');
    await world.moveClock(8 * 3600 - 60);
    expect((await browser.open(world.portal)).text('who-citizenPid')).toBe('099090000001');
    await world.moveClock(60);
    const over = await browser.open(world.portal);
    expect(over.text('who')).toBeUndefined();
    expect(over.text('info')).toContain('đã kết thúc');
    expect((await browser.open(world.portal)).text('info')).toBeUndefined();
  });

  test.each([3 * 24 * 3600, -400 * 24 * 3600])('with the token clock %i seconds away', async (seconds) => {
    await world.moveClock(seconds);
    expect((await choose(await beginSignIn(world, browser), 'an')).text('who-acr')).toBe('LoA2');
  });

  test('in two tabs at once', async () => {
    const [one, two] = [await beginSignIn(world, browser), await beginSignIn(world, browser)];
    expect((await choose(one, 'an')).text('who-citizenPid')).toBe('099090000001');
    expect((await choose(two, 'mai')).text('who-citizenPid')).toBe('099192000002');
  });

  test('in any workspace, at any origin', async () => {
    const far = await openWorld({ origin: 'https://hopcat.example', workspace: 'lop-6a' });
    const guest = far.browser();
    const home = await choose(await beginSignIn(far, guest), 'an', guest);
    expect(home.url).toBe('https://hopcat.example/lop-6a/portal/');
    expect(home.text('who-citizenPid')).toBe('099090000001');
    far.expectPeace();
  });
});

describe('assurance levels', () => {
  const atFirstLevel = async (person: string): Promise<Page> =>
    choose(await browser.open(`${world.portal}/sign-in?acr=LoA1`), person);

  test('a citizen of the first level steps up by the code from the phone', async () => {
    const low = await atFirstLevel('an');
    expect(low.text('who-acr')).toBe('LoA1');
    const code = await browser.press(low, 'step-up');
    const high = await browser.press(code, 'confirm', { otp: await world.newestCode('an') });
    expect(high.text('who-acr')).toBe('LoA2');
    expect(high.text('step-up')).toBeUndefined();
  });

  test('an account of level 1 cannot, is told so, and keeps its session', async () => {
    const refused = await browser.press(await atFirstLevel('binh'), 'step-up');
    expect(refused.status).toBe(400);
    expect(refused.text('error')).toBe('unmet_authentication_requirements');
    expect(refused.text('cure')).toContain('mức độ 2');
    expect((await browser.follow(refused, 'home')).text('who-acr')).toBe('LoA1');
  });
});

describe('the portal explains', () => {
  test('that the citizen did not agree to share', async () => {
    const consent = await browser.press(await beginSignIn(world, browser), 'person-an');
    const refused = await browser.press(consent, 'refuse');
    expect(refused.status).toBe(400);
    expect(refused.text('error')).toBe('access_denied');
    expect((await browser.press(refused, 'retry')).text('title')).toContain('Chia sẻ thông tin');
  });

  test('that nobody is signed in at VNeID, asked without a page', async () => {
    const refused = await browser.open(`${world.portal}/sign-in?prompt=none`);
    expect(refused.text('error')).toBe('login_required');
  });

  test('that VNeID cannot be reached', async () => {
    const down = () =>
      Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }));
    const lonely = implement(portal, { ...world.deps, fetch: down });
    const mount = { workspace: 'default', base: world.portal, path: '/sign-in' };
    const answer = await lonely.fetch(new Request(`${world.portal}/sign-in`), mount);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('connect ECONNREFUSED');
  });

  test.each(['', '?code=abc', '?code=abc&state=made-up', '?error=access_denied&state=made-up'])(
    'that nobody here waits for the answer “%s”',
    async (query) => {
      const refused = await browser.open(`${world.portal}/callback${query}`);
      expect(refused.status).toBe(400);
      expect(refused.text('error')).toBe('state_mismatch');
    },
  );
});

describe('an answer of VNeID', () => {
  /** Signs in up to the redirect to the portal, which is held back. */
  async function heldBack(by: Browser, person: string): Promise<URL> {
    const consent = await by.press(await beginSignIn(world, by), `person-${person}`);
    const held = await by.stopBefore(`${world.portal}/callback`, () => by.press(consent, 'approve'));
    return new URL(held.url);
  }

  test('counts only in the browser that asked', async () => {
    const answer = await heldBack(browser, 'an');
    const stranger = world.browser();
    await beginSignIn(world, stranger);
    expect((await stranger.open(answer.href)).text('error')).toBe('state_mismatch');
    expect((await browser.open(answer.href)).text('who-citizenPid')).toBe('099090000001');
  });

  test('counts once, and the second time leaves the session alone', async () => {
    const answer = await heldBack(browser, 'an');
    const both = await Promise.all([browser.open(answer.href), browser.open(answer.href)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    const home = await browser.open(world.portal);
    expect((await browser.press(home, 'refresh')).text('done')).toContain('làm mới');
  });

  test('with somebody else’s code fails by PKCE', async () => {
    const [mine, stolen] = [await heldBack(browser, 'an'), await heldBack(world.browser(), 'mai')];
    mine.searchParams.set('code', stolen.searchParams.get('code') ?? '');
    const refused = await browser.open(mine.href);
    expect(refused.text('error')).toBe('invalid_grant');
    expect(refused.text('error-description')).toContain('code_verifier');
    expect((await browser.open(world.portal)).text('who')).toBeUndefined();
  });

  test('that names another issuer is not followed', async () => {
    const answer = await heldBack(browser, 'an');
    answer.searchParams.set('iss', 'https://evil.example');
    expect((await browser.open(answer.href)).status).toBe(400);
    expect((await browser.open(world.portal)).text('who')).toBeUndefined();
  });
});

describe('refreshing', () => {
  test('brings new tokens, again and again', async () => {
    const pages = [await choose(await beginSignIn(world, browser), 'an')];
    for (const _ of [1, 2]) pages.push(await browser.press(pages.at(-1)!, 'refresh'));
    expect(pages.at(-1)?.text('done')).toContain('Token đã được làm mới');
    const hashes = pages.map((page) => JSON.parse(page.text('id-token-json') ?? '').at_hash as string);
    expect(new Set(hashes).size).toBe(3);
    expect(pages.at(-1)?.text('who-citizenPid')).toBe('099090000001');
  });

  test('by a double click does not cost the session', async () => {
    const home = await choose(await beginSignIn(world, browser), 'an');
    await Promise.all([1, 2, 3, 4].map(() => browser.press(home, 'refresh')));
    const again = await browser.press(await browser.open(world.portal), 'refresh');
    expect(again.text('done')).toContain('Token đã được làm mới');
  });

  test('fails, and says why, when the refresh token has expired', async () => {
    const home = await choose(await beginSignIn(world, browser), 'an');
    const [session] = await world.deps.store.list([SPACE, 'portal', 'session'], { now: 0 });
    await world.deps.store.commit([{ put: session!.key, value: session!.value }], 0);
    await world.moveClock(15 * 24 * 3600);
    const refused = await browser.press(home, 'refresh');
    expect(refused.status).toBe(400);
    expect(refused.text('error')).toBe('invalid_grant');
  });
});
