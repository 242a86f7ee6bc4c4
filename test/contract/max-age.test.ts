import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Browser, broughtTo, openBrowser, type Place, signIn } from './kit/browser.ts';
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

beforeEach(async () => {
  ws = await openWorkspace();
  portal = await registerPortal(ws);
  browser = openBrowser(ws);
});

const ask = (changes: Parameters, at: Portal = portal) => browser.open(authorizeUrl(at, changes));
const isSignIn = ({ html }: Place) => html.includes('data-testid="sign-in-form"');

async function authTime(sent: Record<string, string>, at: Portal = portal): Promise<number> {
  const { id_token } = (await (await redeem(at, sent.code!)).json()) as Tokens;
  return Number((await verified(ws, id_token)).payload.auth_time);
}

test('max_age asks again once the sign-in is older', async () => {
  const before = await authTime(await signIn(browser, portal, 'an'));
  await ws.configure({ clockOffsetSeconds: 100 });
  expect(broughtTo(portal, await ask({ max_age: '1000' }))).toHaveProperty('code');
  await ws.configure({ clockOffsetSeconds: 1100 });
  const page = await ask({ max_age: '1000' });
  expect(isSignIn(page)).toBe(true);
  const next = await browser.submit(page, '/sign-in/person', { person: 'an' });
  const after = await authTime(broughtTo(portal, next));
  expect(after - before).toBeGreaterThanOrEqual(1100);
});

test('max_age with prompt=none is login_required once the sign-in is older', async () => {
  await signIn(browser, portal, 'an');
  await ws.configure({ clockOffsetSeconds: 11 });
  const sent = broughtTo(portal, await ask({ max_age: '10', prompt: 'none' }));
  expect(sent).toMatchObject({ error: 'login_required' });
});

describe('max_age=0', () => {
  test('is the same as prompt=login, even in the second of the sign-in', async () => {
    await signIn(browser, portal, 'an');
    const page = await ask({ max_age: '0' });
    expect(isSignIn(page)).toBe(true);
    const next = await browser.submit(page, '/sign-in/person', { person: 'an' });
    expect(broughtTo(portal, next)).toHaveProperty('code');
  });

  test('with prompt=none is login_required', async () => {
    await signIn(browser, portal, 'an');
    const sent = broughtTo(portal, await ask({ max_age: '0', prompt: 'none' }));
    expect(sent).toMatchObject({ error: 'login_required' });
  });
});

test("a client's default_max_age counts when the request names none, and gives way when it does", async () => {
  const strict = await registerPortal(ws, { default_max_age: 60 });
  await signIn(browser, strict, 'an');
  await ws.configure({ clockOffsetSeconds: 61 });
  expect(isSignIn(await ask({}, strict))).toBe(true);
  expect(broughtTo(strict, await ask({ max_age: '600' }, strict))).toHaveProperty('code');
});

test('a session ends by the clock', async () => {
  await signIn(browser, portal, 'an');
  await ws.configure({ clockOffsetSeconds: 8 * 3600 - 60 });
  expect(broughtTo(portal, await ask({}))).toHaveProperty('code');
  await ws.configure({ clockOffsetSeconds: 8 * 3600 + 60 });
  expect(isSignIn(await ask({}))).toBe(true);
});

test('the autopilot signs in anew when the sign-in is too old or a login is asked for', async () => {
  await ws.configure({ autopilot: { person: 'an' } });
  const first = await authTime(broughtTo(portal, await ask({})));
  await ws.configure({ clockOffsetSeconds: 500 });
  expect(await authTime(broughtTo(portal, await ask({})))).toBe(first);
  expect(await authTime(broughtTo(portal, await ask({ max_age: '600' })))).toBe(first);
  expect(await authTime(broughtTo(portal, await ask({ prompt: 'login' })))).toBeGreaterThanOrEqual(
    first + 500,
  );
  await ws.configure({ clockOffsetSeconds: 1000 });
  expect(await authTime(broughtTo(portal, await ask({ max_age: '100' })))).toBeGreaterThanOrEqual(
    first + 1000,
  );
});
