import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import type { Browser } from './kit/browser.ts';
import { baseOf, byAccount, linkOn, openWide, throughVneid } from './kit/exchange.ts';

let ws: TestWorkspace;
let browser: Browser;

beforeEach(async () => {
  ws = await openWorkspace({ calendar: '2024-06-14' });
  browser = openWide(ws);
});

const HUONG = { username: '099187000010', person: 'huong' };
const signIn = (query = 'to=/') => browser.open(`${baseOf(ws)}/sign-in?${query}`);
const agree = async (place: Awaited<ReturnType<typeof signIn>>) =>
  place.html.includes('data-testid="consent-form"')
    ? browser.submit(place, '/consent', { decision: 'approve' })
    : place;

interface View {
  techId: string;
  state: { at: string; number?: string };
}

async function accountOf(username: string): Promise<View> {
  const answer = await ws.fetch(`${baseOf(ws)}/api/accounts?username=${username}`);
  return ((await answer.json()) as { accounts: View[] }).accounts[0]!;
}

describe("the national portal's own sign-in", () => {
  test('comes back to the page that was wanted, by account', async () => {
    const place = await byAccount(ws, browser, await signIn('to=/?tab=1'), HUONG);
    expect([place.status, place.url]).toEqual([200, `${baseOf(ws)}/?tab=1`]);
  });

  test('comes back to it by VNeID too', async () => {
    const place = await throughVneid(browser, await signIn(), 'mai');
    expect(place.url).toBe(`${baseOf(ws)}/`);
  });

  test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'evil'])(
    'goes nowhere else: %s',
    async (to) => {
      expect((await signIn(`${new URLSearchParams({ to })}`)).status).toBe(400);
    },
  );

  test('flies where an autopilot does', async () => {
    await ws.configure({ autopilot: { person: 'mai' } });
    expect((await signIn()).url).toBe(`${baseOf(ws)}/`);
  });

  test('ends when the account is stopped there, though it lives on elsewhere', async () => {
    await byAccount(ws, browser, await signIn(), HUONG);
    const account = async () => new URL((await browser.open(`${baseOf(ws)}/account`)).url).pathname;
    const before = await account();
    await ws.configure({ calendar: '2024-06-15' });
    expect([before, await account()]).toEqual([
      `/${ws.id}/dvcqg/account`,
      `/${ws.id}/dvcqg/authenticationendpoint/login.do`,
    ]);
  });
});

describe('linking', () => {
  test('goes on to VNeID at once, and links the account that is signed in', async () => {
    const before = await accountOf(HUONG.username);
    await byAccount(ws, browser, await signIn(), HUONG);
    let place = await signIn('to=/&with=link');
    place = await agree(await browser.submit(place, '/sign-in/person', { person: 'huong' }));
    expect(place.url).toBe(`${baseOf(ws)}/`);
    const after = await accountOf(HUONG.username);
    expect([before.state.at, after.state.at, after.techId]).toEqual([
      expect.stringMatching(/verified|prompted/),
      'linked',
      before.techId,
    ]);
  });

  test('with the VNeID of somebody else is refused, and links nothing', async () => {
    await byAccount(ws, browser, await signIn(), HUONG);
    const asks = await signIn('to=/&with=link');
    const place = await agree(await browser.submit(asks, '/sign-in/person', { person: 'mai' }));
    expect([place.status, place.html]).toEqual([409, expect.stringContaining('number_differs:')]);
    expect(linkOn(place, 'cancel')).toBe(`${baseOf(ws)}/`);
    expect((await accountOf(HUONG.username)).state.at).not.toBe('linked');
  });

  test('of nobody who is signed in is refused', async () => {
    const asks = await signIn('to=/&with=link');
    const place = await agree(await browser.submit(asks, '/sign-in/person', { person: 'huong' }));
    expect([place.status, place.html]).toEqual([401, expect.stringContaining('sign_in_required:')]);
  });
});
