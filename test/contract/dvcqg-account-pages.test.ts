import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import type { Browser, Place } from './kit/browser.ts';
import { type Accounts, accountsIn, LAST_DAY } from './kit/dvcqg-accounts.ts';
import { baseOf, byAccount, linkOn, openWide, throughVneid } from './kit/exchange.ts';
import { codeOn } from './kit/phone.ts';
import { byToken } from './kit/token-sign-in.ts';

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

/** From the prompt through VNeID, and back. */
async function toVneid(place: Place, person: string): Promise<Place> {
  let next = await browser.open(linkOn(place, 'link-vneid'));
  if (has(next, 'sign-in-form')) next = await browser.submit(next, '/sign-in/person', { person });
  return has(next, 'consent-form') ? browser.submit(next, '/consent', { decision: 'approve' }) : next;
}

const stateOf = async (person: string) => (await accounts.of(person))[0]?.state;

describe('the steps by which an old account is linked', () => {
  test('update from the population database, sign in again, go on to VNeID, see both in the list', async () => {
    const first = await an();
    expect(has(first, 'identity')).toBe(true);
    expect(has(first, 'vneid-prompt')).toBe(false);
    const compared = await browser.submit(first, '/account/population');
    expect(compared.html).toContain('Nguyễn Văn An');
    expect(has(compared, 'take-over')).toBe(true);
    const taken = await browser.submit(compared, '/take-over');
    expect(taken.html).toContain('Đã xác thực');
    expect(taken.html).toContain('Tổ dân phố số 5, Phường Dịch Vọng, Quận Cầu Giấy, Thành phố Hà Nội');
    expect(taken.url).toContain('notice=taken-over');
    expect(has(taken, 'vneid-prompt')).toBe(true);
    expect(taken.html).toContain('đăng nhập bằng VNeID để liên kết, ngay bây giờ');

    browser = openWide(ws);
    const again = await an();
    expect(has(again, 'vneid-prompt')).toBe(true);
    expect(await stateOf('an')).toMatchObject({ at: 'prompted' });
    const linked = await toVneid(again, 'an');
    expect(linked.url).toBe(at('/account'));
    expect(has(linked, 'vneid-prompt')).toBe(false);
    expect(linked.html).toMatch(/linked-accounts.*099090000001.*Ngày liên kết.*14\/06\/2024/s);
    expect(await stateOf('an')).toMatchObject({ at: 'linked', number: '099090000001' });
  });

  test('the comparison has an address of its own: it can be loaded again, and gone back to', async () => {
    const account = await an();
    expect((await open('/account/population')).url).toBe(at('/account'));
    const compared = await browser.submit(account, '/account/population');
    expect(compared.url).toBe(at('/account/population'));
    const again = await open('/account/population');
    expect([again.status, has(again, 'comparison')]).toEqual([200, true]);
    expect((await browser.submit(again, '/take-over')).url).toContain('notice=taken-over');
  });

  test('an account without a number is asked for it, or is looked up by the old card', async () => {
    const page = await signIn('990000063', 'nghia');
    expect(has(page, 'number')).toBe(true);
    expect(has(page, 'ask-by-card')).toBe(true);
    const compared = await browser.submit(page, '/account/population', { number: '' });
    expect(compared.html).toContain('099071000063');
    expect(await stateOf('nghia')).toEqual({ at: 'verified', number: '099071000063' });
  });

  test('a number that is typed with spaces is read; one that is none is refused beside the field', async () => {
    const { techId } = (await accounts.of('nghia'))[0]!;
    const page = await signIn('990000063', 'nghia');
    const wrong = await browser.submit(page, '/account/population', { number: '12345' });
    expect(wrong.status).toBe(400);
    expect(has(wrong, 'number-error')).toBe(true);
    const right = await browser.submit(page, '/account/population', { number: '0990 7100 0063' });
    expect(has(right, 'comparison')).toBe(true);
    expect((await accounts.history(techId)).map(({ event }) => event).slice(-2)).toEqual([
      'number-given',
      'number-verified',
    ]);
  });

  test('what the register does not confirm is named, mended, and confirmed', async () => {
    const page = await signIn('099096000046', 'nhat-minh');
    const refused = await browser.submit(page, '/account/population');
    expect(refused.status).toBe(409);
    expect(has(refused, 'name-error')).toBe(true);
    expect(refused.html).toContain('Trần Văn Tèo');
    const mended = await browser.submit(refused, '/account/population', { name: 'Trần Nhật Minh' });
    expect(has(mended, 'comparison')).toBe(true);
  });

  test.each([
    ['31/02/1974', 400],
    ['abc', 400],
  ])('a birth such as %s is refused', async (birth, status) => {
    const { state } = (await accounts.of('hai'))[0]!;
    const page = await signIn(state.number!, 'hai');
    const refused = await browser.submit(page, '/account/population');
    expect(has(refused, 'birth-error')).toBe(true);
    expect((await browser.submit(refused, '/account/population', { birth })).status).toBe(status);
  });

  test('whoever signs in at VNeID as somebody else links nothing', async () => {
    await accounts.make({ person: 'mai', state: 'verified' });
    const prompt = await signIn('099192000002', 'mai');
    const refused = await toVneid(prompt, 'an');
    expect(refused.status).toBe(409);
    expect(await stateOf('mai')).toMatchObject({ at: 'prompted' });
    expect((await accounts.of('an'))[0]?.state.at).toBe('unverified');
  });
});

test.each([
  ['khanh', 'enterprise'],
  ['ngoc', 'agency'],
])(
  'the account of %s says that it came by a signature, has no password to change and no link',
  async (holder, kind) => {
    const form = await open('/sign-in?to=/account');
    const page = await byToken(ws, browser, form, { kind, holder });
    expect(page.html).toMatch(/data-testid="via".{1,60}Chữ ký số/);
    for (const absent of ['change-password', 'linked-accounts'])
      expect([absent, has(page, absent)]).toEqual([absent, false]);
  },
);

describe('signing in with VNeID', () => {
  const byVneid = async (person: string) => throughVneid(browser, await open('/sign-in?to=/account'), person);

  test('links the old account that is verified, under its TechID', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'verified' });
    expect((await byVneid('mai')).html).toContain(techId);
    expect((await accounts.read(techId)).state.at).toBe('linked');
  });

  test('makes an account for whoever has none, with what VNeID says of them', async () => {
    await byVneid('mai');
    expect(await accounts.of('mai')).toMatchObject([
      {
        username: '099192000002',
        name: 'Trần Thị Mai',
        phone: '0950000102',
        email: 'mai@example.vn',
        state: { at: 'linked', number: '099192000002' },
        passwordWorks: { here: false, elsewhere: false },
      },
    ]);
  });

  test('does not take an account whose number nobody has confirmed: somebody else may have made it', async () => {
    const page = await byVneid('an');
    const [old, made] = await accounts.of('an');
    expect(old?.state.at).toBe('unverified');
    expect(made).toMatchObject({ username: '099090000001.vneid', state: { at: 'linked' } });
    expect(made).not.toHaveProperty('email');
    expect(page.html).toContain(made?.techId);
  });

  test('twelve browsers at once make one account, with one link', async () => {
    const all = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const own = openWide(ws);
        return throughVneid(own, await own.open(at('/sign-in?to=/account')), 'mai');
      }),
    );
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    const [only, ...more] = await accounts.of('mai');
    expect(more).toEqual([]);
    expect((await accounts.history(only!.techId)).map(({ event }) => event)).toEqual([
      'registered',
      'linked',
    ]);
  });

  test('after the end, the old account comes back under VNeID', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'prompted' });
    await ws.configure({ calendar: '2026-11-22' });
    expect((await accounts.read(techId)).state.at).toBe('stopped');
    expect((await byVneid('mai')).html).toContain(techId);
    expect((await accounts.read(techId)).state.at).toBe('linked');
  });

  test('a re-issued number finds the account under the former one', async () => {
    const { techId } = (await accounts.of('kiet'))[0]!;
    expect((await byVneid('kiet')).html).toContain(techId);
    expect((await accounts.read(techId)).state).toMatchObject({ at: 'linked', number: '099094000014' });
  });

  test('an account of somebody else’s that was given the number is not taken for one’s own', async () => {
    const { techId } = await accounts.make({ person: 'quan', state: 'no-number', username: 'cua.quan' });
    const mai = { number: '099192000002', name: 'Trần Thị Mai', birth: '1992-11-20' };
    await accounts.step(techId, 'number', mai);
    expect((await accounts.step(techId, 'verify')).status).toBe(200);
    await byVneid('mai');
    expect((await accounts.read(techId)).state.at).toBe('verified');
    expect(await accounts.of('mai')).toMatchObject([{ method: 'vneid', state: { at: 'linked' } }]);
  });

  test('of a locked linked account nothing else is made', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'linked' });
    await accounts.step(techId, 'lock');
    expect((await byVneid('mai')).status).toBe(403);
    expect(await accounts.of('mai')).toHaveLength(1);
  });
});

describe('the account page', () => {
  test('sends whoever is not signed in to the sign-in, and so does everything below it', async () => {
    for (const path of ['/account', '/account/phone', '/account/email', '/account/password'])
      expect((await open(path)).url).toContain('/authenticationendpoint/login.do');
  });

  test('unlinks, and says so', async () => {
    await accounts.make({ person: 'mai', state: 'verified' });
    const page = await toVneid(await signIn('099192000002', 'mai'), 'mai');
    const after = await browser.submit(page, '/account/unlink');
    expect(has(after, 'done')).toBe(true);
    expect(await stateOf('mai')).toMatchObject({ at: 'unlinked' });
  });

  test('a browser that came by password is signed out on the day after the last one', async () => {
    await an();
    await ws.configure({ calendar: '2024-06-15' });
    expect((await open('/account')).url).toContain('/authenticationendpoint/login.do');
    expect(has(await open('/'), 'hello')).toBe(false);
    await ws.configure({ calendar: LAST_DAY });
    expect(has(await open('/'), 'hello')).toBe(true);
  });

  test('changes the telephone by a code to the new one', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'verified', phone: '0950000105' });
    const form = await throughVneid(browser, await open('/sign-in?to=/account/phone'), 'mai');
    const refused = await browser.submit(form, '/account/phone', { phone: '0950000101' });
    expect(refused.status).toBe(409);
    const asks = await browser.submit(refused, '/account/phone', { phone: '+84950000102' });
    const wrong = await browser.submit(asks, '/phone/confirm', { code: '000000' });
    expect(wrong.status).toBe(401);
    const done = await browser.submit(wrong, '/phone/confirm', { code: await codeOn(ws, 'mai') });
    expect(done.html).toContain('0950000102');
    expect((await accounts.read(techId)).phone).toBe('0950000102');
  });

  test('changes address and password, and shows the form again when it cannot', async () => {
    await an();
    const email = await open('/account/email');
    expect((await browser.submit(email, '/account/email', { email: 'khong-phai' })).status).toBe(400);
    expect((await browser.submit(email, '/account/email', { email: 'an.moi@example.vn' })).html).toContain(
      'an.moi@example.vn',
    );
    const password = await open('/account/password');
    const typed = { current: 'Aa@123456', password: 'Moi@654321', again: 'Moi@654321' };
    const tried = async (changes: Partial<typeof typed>) =>
      (await browser.submit(password, '/account/password', { ...typed, ...changes })).status;
    expect(await tried({ again: 'khac' })).toBe(400);
    expect(await tried({ current: 'khac' })).toBe(401);
    expect(await tried({ password: 'abc', again: 'abc' })).toBe(400);
    expect(await tried({})).toBe(200);
  });
});

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
