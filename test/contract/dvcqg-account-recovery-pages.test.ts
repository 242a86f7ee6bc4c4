import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import type { Browser, Place } from './kit/browser.ts';
import { type Accounts, accountsIn, LAST_DAY } from './kit/dvcqg-accounts.ts';
import { baseOf, byAccount, linkOn, openWide } from './kit/exchange.ts';
import { codeOn } from './kit/phone.ts';

let ws: TestWorkspace;
let accounts: Accounts;
let browser: Browser;

beforeEach(async () => {
  ws = await openWorkspace({ calendar: LAST_DAY });
  accounts = accountsIn(ws);
  browser = openWide(ws);
});

const at = (path: string): string => `${baseOf(ws)}${path}`;
const open = (path: string): Promise<Place> => browser.open(at(path));
const has = ({ html }: Place, testid: string): boolean => html.includes(`data-testid="${testid}"`);

const signIn = async (username: string, person: string): Promise<Place> =>
  byAccount(ws, browser, await open('/sign-in?to=/account'), { username, person });

const an = () => signIn('099090000001', 'an');

describe('a new password', () => {
  const change = async (): Promise<void> => {
    const form = await open('/account/password');
    const typed = { current: 'Aa@123456', password: 'Moi@654321', again: 'Moi@654321' };
    expect((await browser.submit(form, '/account/password', typed)).status).toBe(200);
  };

  test('ends what other browsers had signed in with the old one, and not the browser that changed it', async () => {
    const elsewhere = browser;
    await an();
    browser = openWide(ws);
    await an();
    await ws.configure({ clockOffsetSeconds: 5 });
    await change();
    expect(has(await open('/account'), 'identity')).toBe(true);
    expect((await elsewhere.open(at('/account'))).url).toContain('/login.do');
  });
});

test('the sign-in page leads to the recovery, and names the password of the sandbox’s people', async () => {
  const form = await open('/sign-in?to=/account');
  expect(form.html).toMatch(/id="password-hint".*Aa@123456/s);
  expect((await browser.open(linkOn(form, 'recover'))).url).toBe(at('/recovery'));
  await ws.configure({ calendar: '2024-06-15' });
  const closed = await open('/sign-in?to=/account');
  expect(has(closed, 'recover')).toBe(false);
  expect((await browser.open(linkOn(closed, 'foreigner-recover'))).url).toBe(at('/recovery'));
});

describe('forms', () => {
  test("are refused when another site's page sends them, whoever is signed in", async () => {
    const post = (path: string, origin: string) =>
      ws.fetch(at(path), {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
        body: '',
      });
    expect((await post('/account/unlink', 'http://evil.example')).status).toBe(403);
    expect((await post('/account/unlink', ws.origin)).status).toBe(303);
    const portal = (path: string) =>
      ws.fetch(`${ws.origin}/${ws.id}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:3000' },
        body: '',
      });
    for (const path of ['/portal/account/unlink', '/bocongan/sync', '/portal/sign-out'])
      expect([path, (await portal(path)).status]).toEqual([path, 403]);
  });
});

describe('recovery', () => {
  test('a new password signs in, the old one no longer does', async () => {
    const asks = await browser.submit(await open('/recovery'), '/recovery', {
      number: '099090000001',
      phone: '0950 000 101',
    });
    const done = await browser.submit(asks, '/recovery/finish', {
      code: await codeOn(ws, 'an'),
      password: 'Moi@654321',
    });
    expect(done.html).toContain('099090000001');
    expect(has(await an(), 'identity')).toBe(false);
    const page = await open('/sign-in?to=/account');
    const code = await browser.submit(page, '/commonauth', {
      username: '099090000001',
      password: 'Moi@654321',
    });
    expect(has(code, 'code-form')).toBe(true);
  });

  test('after a wrong code the page still says where it went, opens that phone, and sends another', async () => {
    const asks = await browser.submit(await open('/recovery'), '/recovery', {
      number: '099090000001',
      phone: '0950 000 101',
    });
    const code = (await codeOn(ws, 'an')) === '000000' ? '111111' : '000000';
    const wrong = await browser.submit(asks, '/recovery/finish', { code });
    expect(wrong.status).toBe(401);
    expect(wrong.html).toContain('Mã đã gửi tới 09•• ••• 101');
    expect(linkOn(wrong, 'phone-link')).toBe(`${ws.origin}/${ws.id}/phone/an`);
    const again = await browser.submit(wrong, '/recovery');
    const done = await browser.submit(again, '/recovery/finish', { code: await codeOn(ws, 'an') });
    expect(done.html).toContain('099090000001');
  });

  test('a code that may not be sent once more leaves the page for the one that was', async () => {
    const begin = { number: '099090000001', phone: '0950000101' };
    let page = await browser.submit(await open('/recovery'), '/recovery', begin);
    for (let sent = 2; sent <= 5; sent++) page = await browser.submit(page, '/recovery');
    const refused = await browser.submit(page, '/recovery');
    expect(refused.status).toBe(429);
    const done = await browser.submit(refused, '/recovery/finish', { code: await codeOn(ws, 'an') });
    expect(done.html).toContain('099090000001');
  });

  test('says what is wrong, and keeps what was typed', async () => {
    const refused = await browser.submit(await open('/recovery'), '/recovery', {
      number: '123',
      phone: '0950000101',
    });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('value="0950000101"');
    const nobody = await browser.submit(refused, '/recovery', {
      number: '099090000001',
      phone: '0950000102',
    });
    expect(nobody.status).toBe(404);
  });
});

describe('the start page', () => {
  test.each([
    ['2024-06-14', 0],
    ['2024-06-15', 1],
    ['2024-07-01', 2],
    ['2025-07-01', 3],
  ])('on %s, %i ways in are closed', async (calendar, closed) => {
    await ws.configure({ calendar });
    const { html } = await open('/');
    expect(html).toContain(calendar.split('-').reverse().join('/'));
    expect(html.match(/Đã đóng/g) ?? []).toHaveLength(closed);
  });

  test('prompts whoever came by password to a verified account, once in the history', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'verified' });
    await signIn('099192000002', 'mai');
    for (let n = 0; n < 3; n++) expect(has(await open('/'), 'vneid-prompt')).toBe(true);
    expect((await accounts.history(techId)).map(({ event }) => event)).toEqual(['registered', 'prompted']);
  });

  test('before the change was announced nobody is prompted', async () => {
    await ws.configure({ calendar: '2024-01-10' });
    await accounts.make({ person: 'mai', state: 'verified' });
    expect(has(await signIn('099192000002', 'mai'), 'vneid-prompt')).toBe(false);
  });
});
