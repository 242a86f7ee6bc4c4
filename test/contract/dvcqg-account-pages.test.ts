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
    expect(first.html).toMatch(/linked-accounts.*Trước hết bấm «Cập nhật từ CSDL Quốc gia về dân cư»/s);
    expect(has(first, 'links-vneid')).toBe(false);
    const compared = await browser.submit(first, '/account/population');
    expect(compared.html).toContain('Nguyễn Văn An');
    expect(has(compared, 'take-over')).toBe(true);
    const taken = await browser.submit(compared, '/take-over');
    expect(taken.html).toContain('Đã xác thực');
    expect(taken.html).toContain('Tổ dân phố số 5, Phường Dịch Vọng, Quận Cầu Giấy, Thành phố Hà Nội');
    expect(taken.url).toContain('notice=taken-over');
    expect(has(taken, 'vneid-prompt')).toBe(true);
    expect(taken.html).toContain('đăng nhập bằng VNeID để liên kết, ngay bây giờ');
    expect(taken.html).not.toContain('Trước hết bấm');
    expect(linkOn(taken, 'links-vneid')).toBe(linkOn(taken, 'link-vneid'));

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
