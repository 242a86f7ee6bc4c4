import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import type { Browser, Place } from './kit/browser.ts';
import {
  authorizeAt,
  byAccount,
  demoAt,
  type ExchangePortal,
  linkOn,
  openWide,
  throughVneid,
  told,
} from './kit/exchange.ts';
import { textOf } from './kit/html.ts';
import { codeOn } from './kit/phone.ts';
import { askToken, byToken } from './kit/token-sign-in.ts';

let ws: TestWorkspace;
let portal: ExchangePortal;
let browser: Browser;

beforeEach(async () => {
  ws = await openWorkspace({ calendar: '2024-06-14' });
  portal = demoAt(ws);
  browser = openWide(ws);
});

const HUONG = { username: '099187000010', person: 'huong' };
const ask = () => browser.open(authorizeAt(portal));
const retry = (place: Place) => browser.open(linkOn(place, 'retry'));
const hasForm = ({ html }: Place) => html.includes('data-testid="account-form"');

describe('the code by SMS', () => {
  const askCode = async () =>
    browser.submit(await ask(), '/commonauth', { username: HUONG.username, password: 'Aa@123456' });

  test('that is void after five wrong ones can be sent anew from the same page', async () => {
    const page = await askCode();
    const right = await codeOn(ws, 'huong');
    const code = right === '000000' ? '111111' : '000000';
    for (let tries = 1; tries <= 4; tries++) await browser.submit(page, '/sms-code.do', { code });
    const spent = await browser.submit(page, '/sms-code.do', { code });
    expect([spent.status, textOf(spent.html)]).toEqual([429, expect.stringContaining('mã bị hủy')]);
    const again = await browser.submit(spent, '/sms-code/resend.do');
    const place = await browser.submit(again, '/sms-code.do', { code: await codeOn(ws, 'huong') });
    expect(told(portal, place)).toHaveProperty('code');
  });

  test('that may not be sent once more leaves the page, for the one that was sent', async () => {
    let page = await askCode();
    for (let sent = 2; sent <= 5; sent++) page = await browser.submit(page, '/sms-code/resend.do');
    const refused = await browser.submit(page, '/sms-code/resend.do');
    expect(refused.status).toBe(429);
    const place = await browser.submit(refused, '/sms-code.do', { code: await codeOn(ws, 'huong') });
    expect(told(portal, place)).toHaveProperty('code');
  });
});

describe('back to the sign-in page leads', () => {
  test('an account that may not sign in so', async () => {
    const locked = await byAccount(ws, browser, await ask(), { username: '099090000039', person: 'long' });
    expect(locked.status).toBe(403);
    expect(hasForm(await retry(locked))).toBe(true);
  });

  test('a token of nobody, and one whose certificate opens no account', async () => {
    const nobody = await askToken(browser, await ask(), { kind: 'enterprise', holder: 'khong-co-ai' });
    const stranger = await byToken(ws, browser, await ask(), { kind: 'enterprise', holder: 'an' });
    expect([nobody.status, stranger.status]).toEqual([422, 404]);
    for (const refused of [nobody, stranger]) expect(hasForm(await retry(refused))).toBe(true);
  });
});

test('an address of a sign-in that is over leads whoever is signed in to the account', async () => {
  const signIn = await browser.open(`${portal.base}/sign-in?to=/account`);
  const place = await throughVneid(browser, signIn, 'an');
  expect(place.url).toBe(`${portal.base}/account`);
  const over = await browser.open(`${portal.base}/commonauth?code=used&state=used`);
  expect(over.status).toBe(400);
  expect((await browser.open(linkOn(over, 'back'))).html).toContain('Nguyễn Văn An');
});
