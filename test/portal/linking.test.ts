import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../phone/browser.ts';
import { openWorld, type World } from '../phone/world.ts';
import { accountsAt, apply, dossiersAt, signIn, throughVneid } from './walk.ts';

let world: World;
let browser: Browser;
beforeEach(async () => {
  world = await openWorld();
  browser = world.browser();
});
afterEach(() => world.expectPeace());

/** Those that a sign-in made or linked. */
const linkedAt = async (portal: 'portal' | 'bocongan' = 'portal') =>
  (await accountsAt(world, portal)).filter(({ sub, TechIDs }) => sub !== null || TechIDs.length > 0);

describe('a first sign-in', () => {
  test('makes a local account, enriched from the population database', async () => {
    await signIn(world, browser, 'portal', 'an');
    const [account, ...others] = await linkedAt();
    expect(others).toEqual([]);
    expect(account).toMatchObject({
      name: 'Nguyễn Văn An',
      number: '099090000001',
      numberFrom: 'vneid',
      verified: true,
      TechIDs: [],
    });
    expect(account?.cmnd).toMatch(/^\d{9}$/);
    expect(account?.notes.map(({ rule }) => rule)).toEqual(['link-once', 'enrich-once-verified']);
  });

  test('in two browsers at once makes one', async () => {
    const other = world.browser();
    /** As far as the linking, which then begins in both at the same moment. */
    const waiting = (by: Browser) =>
      by.stopBefore(`${world.portal}/enter`, () => signIn(world, by, 'portal', 'mai'));
    const [one, two] = [await waiting(browser), await waiting(other)];
    await Promise.all([browser.open(one.url), other.open(two.url)]);
    expect(await linkedAt()).toHaveLength(1);
    expect((await browser.open(`${world.portal}/account`)).text('account-number')).toBe('099192000002');
    expect((await other.open(`${world.portal}/account`)).text('account-number')).toBe('099192000002');
  });

  test('at the other portal makes another: accounts are each portal’s own', async () => {
    await signIn(world, browser, 'bocongan', 'an');
    expect(await linkedAt('bocongan')).toHaveLength(1);
    expect(await linkedAt('portal')).toEqual([]);
  });

  test('while the population database is down stays unverified, and the next one asks again', async () => {
    const down = { failure: 'down', system: 'population' };
    await world.post('/control/faults', down);
    await signIn(world, browser, 'portal', 'an');
    expect((await linkedAt())[0]).toMatchObject({ verified: false });
    await world.ask('/control/faults', { method: 'DELETE' });
    await signIn(world, world.browser(), 'portal', 'an');
    const [account] = await linkedAt();
    expect(account).toMatchObject({ verified: true });
    expect(account?.notes.map(({ event }) => event)).toEqual(['created', 'not-verified', 'verified']);
  });

  test('of level 1 links nothing until there is level 2', async () => {
    const home = await throughVneid(browser, await browser.open(`${world.portal}/sign-in?acr=LoA1`), 'an');
    expect(home.text('who-acr')).toBe('LoA1');
    expect(await linkedAt()).toEqual([]);
    const code = await browser.open(`${world.portal}/account`);
    expect(code.url).toContain('/vneid/');
    const account = await browser.press(code, 'confirm', { otp: await world.newestCode('an') });
    expect(account.url).toBe(`${world.portal}/account`);
    expect(account.text('account-number')).toBe('099090000001');
  });
});

describe('a later sign-in', () => {
  test('finds the account, and asks the population database no more', async () => {
    await signIn(world, browser, 'portal', 'an');
    await signIn(world, world.browser(), 'portal', 'an');
    const [account] = await linkedAt();
    expect(account?.notes).toHaveLength(2);
    const journal = await (await world.ask('/control/journal?system=population')).text();
    expect(journal.match(/"operation":"lookupAsJson"/g)).toHaveLength(1);
  });

  test('under another subject of the same number relinks, with a note', async () => {
    await signIn(world, browser, 'portal', 'an');
    const [before] = await world.deps.store.list(['reset-once', 'portal', 'applicant'], { now: 0 });
    const value = { ...(before!.value as object), sub: 'the-subject-of-yesterday' };
    await world.deps.store.commit([{ put: before!.key, value }], 0);
    await signIn(world, world.browser(), 'portal', 'an');
    const accounts = await linkedAt();
    expect(accounts).toHaveLength(1);
    expect(accounts[0]?.sub).not.toBe('the-subject-of-yesterday');
    expect(accounts[0]?.notes.at(-1)).toMatchObject({ event: 'relinked', rule: 'relink-on-subject-change' });
  });
});

describe('an old account of the portal with the same number', () => {
  test('is linked once its password is known', async () => {
    const asked = await signIn(world, browser, 'portal', 'thom');
    expect(asked.url).toBe(`${world.portal}/link`);
    expect(asked.text('old-username')).toBe('thom.daothi');
    expect(await linkedAt()).toEqual([]);
    const home = await browser.press(asked, 'link-account', { password: 'Aa@123456' });
    expect(home.text('who-citizenPid')).toBe('099189000062');
    const [account] = await linkedAt();
    expect(account).toMatchObject({ id: 'old-thom.daothi', numberFrom: 'vneid', verified: true });
    expect(account?.notes.at(-1)).toMatchObject({ event: 'linked', rule: 'local-proof' });
    expect((await signIn(world, world.browser(), 'portal', 'thom')).text('who')).toBeDefined();
  });

  test('is not linked by a wrong password, and is locked after five', async () => {
    const asked = await signIn(world, browser, 'portal', 'thom');
    let page = asked;
    for (const left of [4, 3, 2, 1]) {
      page = await browser.press(page, 'link-account', { password: 'Sai@123456' });
      expect(page.status).toBe(401);
      expect(page.text('password-error')).toContain(`Còn ${left} lần thử`);
    }
    const locked = await browser.press(page, 'link-account', { password: 'Sai@123456' });
    expect([locked.status, locked.html]).toEqual([401, expect.stringContaining('applicant_locked')]);
    expect((await browser.follow(locked, 'back')).text('sign-in')).toBeDefined();
    const again = await signIn(world, browser, 'portal', 'thom');
    expect([again.status, again.html]).toEqual([401, expect.stringContaining('applicant_locked')]);
    expect(await linkedAt()).toEqual([]);
  });

  test('opens no page while it waits for the proof', async () => {
    await signIn(world, browser, 'portal', 'thom');
    for (const path of ['', '/account', '/dossiers', '/dossiers/new?service=1.990001']) {
      expect((await browser.open(`${world.portal}${path}`)).url).toBe(`${world.portal}/link`);
    }
  });

  test('is found by the old card, which only the population database ties to the number', async () => {
    const asked = await signIn(world, browser, 'portal', 'nghia');
    expect(asked.text('old-username')).toBe('nghia.vohuu');
    await browser.press(asked, 'link-account', { password: 'Aa@123456' });
    expect((await linkedAt())[0]).toMatchObject({ username: 'nghia.vohuu', number: '099071000063' });
  });

  test('that is locked keeps its owner out, with 401 and without a session', async () => {
    const refused = await signIn(world, browser, 'portal', 'yen');
    expect(refused.status).toBe(401);
    expect(refused.html).toContain('applicant_locked');
    expect((await browser.follow(refused, 'back')).text('sign-in')).toBeDefined();
    expect(await linkedAt()).toEqual([]);
  });

  test('of nobody who waits cannot be proved', async () => {
    const answer = await world.ask('/portal/link', {
      method: 'POST',
      body: new URLSearchParams({ password: 'Aa@123456' }),
    });
    expect(answer.status).toBe(409);
  });
});

describe('an e-mail address that two people share', () => {
  test('keeps the second one out, with 409, and merges nobody', async () => {
    await signIn(world, browser, 'portal', 'lien');
    const refused = await signIn(world, world.browser(), 'portal', 'ngan');
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('email_taken');
    expect((await linkedAt()).map(({ name }) => name)).toEqual(['Trần Thị Bích Liên']);
  });
});

describe('the link that its holder takes away', () => {
  test('ends the session; account and dossiers stay, and the same link finds them again', async () => {
    await signIn(world, browser, 'portal', 'an');
    await apply(world, browser, 'portal', '1.990001', 'Khai sinh.');
    const gone = await browser.press(await browser.open(`${world.portal}/account`), 'unlink');
    expect(gone.text('done')).toContain('Đã bỏ liên kết');
    expect(await linkedAt()).toEqual([]);
    await signIn(world, browser, 'portal', 'an');
    expect((await browser.open(`${world.portal}/dossiers`)).text('dossier')).toContain('Khai sinh.');
    const accounts = await linkedAt();
    expect(accounts).toHaveLength(1);
    expect(accounts[0]?.notes.slice(-2)).toMatchObject([
      { event: 'unlinked', rule: 'consent-withdrawn' },
      { event: 'linked', rule: 'consent-withdrawn' },
    ]);
  });

  test('is nobody’s who is signed out', async () => {
    const answer = await world.ask('/portal/account/unlink', { method: 'POST', body: new URLSearchParams() });
    expect(answer.status).toBe(401);
  });
});

describe('a dossier', () => {
  test('is filled in from VNeID and the population database, and carries the identity', async () => {
    await signIn(world, browser, 'portal', 'an');
    const form = await browser.open(`${world.portal}/dossiers/new?service=1.990001`);
    expect(form.text('field-SoDinhDanh')).toBe('099090000001');
    expect(form.text('from-SoDinhDanh')).toContain('từ VNeID');
    expect(form.text('field-NgayThangNamSinh')).toBe('15/05/1990');
    expect(form.text('from-ThuongTru')).toContain('từ CSDL dân cư');
    const list = await browser.press(form, 'submit-dossier', { content: 'Khai sinh cho con.' });
    expect(list.text('done')).toContain('Hồ sơ đã được nộp');
    expect(list.text('dossier')).toContain('Khai sinh cho con.');
    const [dossier] = await dossiersAt(world, 'portal');
    expect(dossier).toMatchObject({
      MaDVC: '1.990001',
      TechID: null,
      SoDinhDanh: '099090000001',
      HoVaTen: 'Nguyễn Văn An',
      TaiKhoanDuocXacThucVoiVNeID: true,
      content: 'Khai sinh cho con.',
    });
    expect(dossier?.MaHoSo).toMatch(/^000\.00\.21\.H99-\d{6}-\d{5}$/);
  });

  test('that is filled in wrongly is shown again as it was, with what is wrong beside each field', async () => {
    await signIn(world, browser, 'portal', 'an');
    const form = await browser.open(`${world.portal}/dossiers/new?service=1.990001`);
    const typed = { phone: 'abc', email: 'x@y', content: '   ' };
    const refused = await browser.press(form, 'submit-dossier', typed);
    expect(refused.status).toBe(400);
    expect(refused.attribute('contact-phone', 'value')).toBe('abc');
    expect(refused.text('phone-error')).toContain('Số điện thoại gồm các chữ số');
    expect(refused.text('email-error')).toContain('Địa chỉ thư điện tử không đúng');
    expect(refused.text('content-error')).toContain('Hãy ghi nội dung đề nghị');
    const mended = { phone: '', email: 'x@y.vn', content: 'Khai sinh.' };
    const list = await browser.press(refused, 'submit-dossier', mended);
    expect(list.text('done')).toContain('Hồ sơ đã được nộp');
  });

  test('that is sent after a sign-out in another tab leads to the sign-in', async () => {
    await signIn(world, browser, 'portal', 'an');
    const form = await browser.open(`${world.portal}/dossiers/new?service=1.990001`);
    await browser.press(await browser.open(`${world.portal}/account`), 'sign-out');
    const refused = await browser.press(form, 'submit-dossier', { content: 'Khai sinh.' });
    expect(refused.status).toBe(401);
    expect((await browser.follow(refused, 'back')).text('sign-in')).toBeDefined();
  });

  test('takes no identity from the browser', async () => {
    await signIn(world, browser, 'portal', 'an');
    const form = await browser.open(`${world.portal}/dossiers/new?service=1.990001`);
    const refused = await browser.press(form, 'submit-dossier', { content: 'x', SoDinhDanh: '099192000002' });
    expect(refused.status).toBe(400);
    expect(await dossiersAt(world, 'portal')).toEqual([]);
  });

  test('of another person is not shown', async () => {
    await signIn(world, browser, 'portal', 'an');
    await apply(world, browser, 'portal', '1.990001');
    const other = world.browser();
    await signIn(world, other, 'portal', 'mai');
    expect((await other.open(`${world.portal}/dossiers`)).text('no-dossiers')).toBeDefined();
  });

  test('needs a sign-in, after which the form is there', async () => {
    const home = await browser.open(`${world.portal}/dossiers/new?service=2.990003`);
    expect(home.text('info')).toContain('cần đăng nhập');
    const form = await throughVneid(browser, await browser.press(home, 'sign-in'), 'mai');
    expect(form.url).toBe(`${world.portal}/dossiers/new?service=2.990003`);
    expect(form.text('field-HoVaTen')).toBe('Trần Thị Mai');
  });

  test('for a procedure of another portal is refused', async () => {
    expect((await browser.open(`${world.portal}/dossiers/new?service=1.990101`)).status).toBe(404);
  });

  test('is not taken from somebody who is signed out', async () => {
    const answer = await world.ask('/portal/dossiers', {
      method: 'POST',
      body: new URLSearchParams({ service: '1.990001', content: 'x' }),
    });
    expect(answer.status).toBe(401);
  });

  test('goes nowhere but to a page of the portal', async () => {
    const answer = await world.ask('/portal/sign-in?to=https://evil.example/');
    expect(answer.status).toBe(400);
    expect((await world.ask('/portal/sign-in?to=//evil.example')).status).toBe(400);
  });
});
