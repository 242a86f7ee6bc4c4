import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { broughtTo, choosePerson, openBrowser, signIn } from './kit/browser.ts';
import {
  authorizeUrl,
  demoPortal,
  type Portal,
  redeem,
  refresh,
  type Tokens,
  userinfo,
} from './kit/portal.ts';
import { expectOAuthError } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Portal;

beforeEach(async () => {
  ws = await openWorkspace();
  portal = demoPortal(ws);
});

const change = async (person: string, patch: unknown) => {
  const answer = await ws.control(`/people/${person}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/merge-patch+json' },
    body: JSON.stringify(patch),
  });
  expect(answer.status).toBe(200);
};

test('what a workspace changes about a person is what a portal gets', async () => {
  await change('an', { vneid: { email: 'moi@example.vn' } });
  const { code } = await signIn(openBrowser(ws), portal, 'an', { scope: 'openid email' });
  const { access_token } = (await (await redeem(portal, code!)).json()) as Tokens;
  expect(await (await userinfo(ws, access_token)).json()).toMatchObject({ email: 'moi@example.vn' });
});

test('another workspace does not see it', async () => {
  await change('an', { vneid: { status: 'locked' } });
  const other = await openWorkspace();
  expect(await signIn(openBrowser(other), demoPortal(other), 'an')).toHaveProperty('code');
});

test('somebody without an account is told so', async () => {
  await change('an', { vneid: { status: 'none', level: null } });
  const place = await choosePerson(openBrowser(ws), portal, 'an');
  expect([place.status, place.html.includes('no_account:')]).toEqual([403, true]);
});

describe('an account that is locked meanwhile', () => {
  test('cannot sign in', async () => {
    await change('an', { vneid: { status: 'locked' } });
    const place = await choosePerson(openBrowser(ws), portal, 'an');
    expect([place.status, place.html.includes('account_locked:')]).toEqual([403, true]);
  });

  test('gets no new code out of an old session', async () => {
    const browser = openBrowser(ws);
    await signIn(browser, portal, 'an');
    await change('an', { vneid: { status: 'locked' } });
    const silent = await browser.open(authorizeUrl(portal, { prompt: 'none' }));
    expect(broughtTo(portal, silent)).toMatchObject({ error: 'login_required' });
    const place = await browser.open(authorizeUrl(portal));
    expect(place.html).toContain('data-testid="sign-in-form"');
  });

  test('gets nothing for a code or a refresh token that it has', async () => {
    const browser = openBrowser(ws);
    const first = await signIn(browser, portal, 'an', { scope: 'openid offline_access' });
    const { refresh_token } = (await (await redeem(portal, first.code!)).json()) as Tokens;
    const second = await signIn(browser, portal, 'an');
    await change('an', { vneid: { status: 'locked' } });
    await expectOAuthError(await redeem(portal, second.code!), 'invalid_grant');
    await expectOAuthError(await refresh(portal, refresh_token), 'invalid_grant');
  });
});
