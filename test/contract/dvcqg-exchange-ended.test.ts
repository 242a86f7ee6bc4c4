import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import type { Browser } from './kit/browser.ts';
import { type Accounts, accountsIn } from './kit/dvcqg-accounts.ts';
import {
  authorizeAt,
  demoAt,
  type ExchangePortal,
  openWide,
  type TokensAt,
  throughVneid,
  tokensAt,
  told,
  userinfoAt,
} from './kit/exchange.ts';
import { form } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: ExchangePortal;
let accounts: Accounts;
let browser: Browser;
let tokens: TokensAt;
let techId: string;

/** Mai signs in with VNeID; the portal has all that it can get. */
beforeEach(async () => {
  ws = await openWorkspace();
  [portal, accounts, browser] = [demoAt(ws), accountsIn(ws), openWide(ws)];
  const place = await throughVneid(browser, await browser.open(authorizeAt(portal)), 'mai');
  tokens = await tokensAt(portal, told(portal, place).code!);
  techId = ((await (await userinfoAt(portal, tokens.access_token)).json()) as { TechID: string }).TechID;
});

const secrets = () => ({ client_id: portal.id, client_secret: portal.secret });

/** What is still worth something: `session` in the browser, and the tokens of the sign-in. */
async function alive() {
  const introspected = await ws.fetch(
    `${portal.base}/oauth2/introspect`,
    form({ token: tokens.access_token, ...secrets() }),
  );
  const userinfo = await userinfoAt(portal, tokens.access_token);
  const session = told(portal, await browser.open(authorizeAt(portal, { prompt: 'none' })));
  const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token, ...secrets() };
  const refreshed = await ws.fetch(`${portal.base}/oauth2/token`, form(refresh));
  return {
    introspection: ((await introspected.json()) as { active: boolean }).active,
    userinfo: userinfo.status,
    session: 'code' in session,
    refresh: refreshed.status,
  };
}

const all = { introspection: true, userinfo: 200, session: true, refresh: 200 };
const nothing = { introspection: false, userinfo: 401, session: false, refresh: 400 };

test('until then all of it is alive', async () => {
  expect(await alive()).toEqual(all);
});

describe('what was signed in ends', () => {
  test.each([
    ['when the account is locked', 'lock'],
    ['when its holder takes the link away', 'unlink'],
    ['when consent is withdrawn at VNeID', 'withdraw-consent'],
  ])('%s', async (_, step) => {
    expect((await accounts.step(techId, step)).status).toBe(200);
    expect(await alive()).toEqual(nothing);
  });
});

describe('what was ended does not come back', () => {
  const mend = {
    lock: () => accounts.step(techId, 'unlock'),
    unlink: () => accounts.link(techId, 'mai'),
  };

  test.each([
    ['with an account that is unlocked', 'lock', 'active'],
    ['with a new link to the same account', 'unlink', 'active'],
  ] as const)('%s, but a new sign-in is as good as any', async (_, step, status) => {
    await accounts.step(techId, step);
    expect((await mend[step]()).status).toBe(200);
    expect(await accounts.read(techId)).toMatchObject({ status, state: { at: 'linked' } });
    expect(await alive()).toEqual(nothing);
    const place = await throughVneid(browser, await browser.open(authorizeAt(portal)), 'mai');
    tokens = await tokensAt(portal, told(portal, place).code!);
    expect(await alive()).toEqual(all);
  });
});
