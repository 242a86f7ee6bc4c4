import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../phone/browser.ts';
import { openWorld, type World } from '../phone/world.ts';
import {
  apply,
  byAccount,
  byVneid,
  dossiersAt,
  huong,
  linkedAt,
  setCalendar,
  signIn,
  throughVneid,
  toExchange,
} from './walk.ts';

let world: World;
let browser: Browser;

beforeEach(async () => {
  world = await openWorld();
  browser = world.browser();
});

afterEach(() => world.expectPeace());

const failUserinfo = (failure: string) =>
  world.post('/control/faults', { failure, system: 'dvcqg', operation: 'userinfo' });

describe('through the national portal', () => {
  test('by VNeID: one local account, keyed by TechID, and VNeID vouches for the number', async () => {
    const home = await byVneid(browser, await toExchange(world, browser, 'portal'), 'mai');
    expect(home.url).toBe(`${world.portal}/`);
    expect(home.text('who-SoDinhDanh')).toBe('099192000002');
    expect(home.text('who-NgayThangNamSinh')).toMatch(/^\d{2}\/\d{2}\/1992$/);
    expect(home.text('who-acr')).toBe('LoA2');
    const [account, ...others] = await linkedAt(world, 'portal');
    expect(others).toEqual([]);
    expect(account).toMatchObject({ numberFrom: 'vneid', verified: true, sub: null });
    expect(account?.TechIDs).toEqual([home.text('who-TechID')]);
  });

  test('and by VNeID alone afterwards: the same local account', async () => {
    await byVneid(browser, await toExchange(world, browser, 'portal'), 'mai');
    await signIn(world, world.browser(), 'portal', 'mai');
    const accounts = await linkedAt(world, 'portal');
    expect(accounts).toHaveLength(1);
    expect(accounts[0]?.sub).not.toBeNull();
    expect(accounts[0]?.notes.at(-1)).toMatchObject({ event: 'linked', rule: 'verified-number' });
  });

  test('by an old account: the account is known, the number is not VNeID’s', async () => {
    await setCalendar(world, '2024-06-14');
    const home = await byAccount(world, browser, await toExchange(world, browser, 'portal'), huong);
    expect(home.text('who-acr')).toBe('LoA1');
    expect((await linkedAt(world, 'portal'))[0]).toMatchObject({ numberFrom: 'exchange', verified: true });
  });

  test('the same TechID by VNeID later keeps account and dossiers', async () => {
    await setCalendar(world, '2024-06-14');
    await byAccount(world, browser, await toExchange(world, browser, 'portal'), huong);
    await apply(world, browser, 'portal', '1.990001', 'Khai sinh.');
    const later = world.browser();
    await setCalendar(world, '2026-11-22');
    await byVneid(later, await toExchange(world, later, 'portal'), 'huong');
    expect(await linkedAt(world, 'portal')).toHaveLength(1);
    const list = await later.open(`${world.portal}/dossiers`);
    expect(list.text('dossier')).toContain('Khai sinh.');
  });

  test('two at once make one local account', async () => {
    const other = world.browser();
    const waiting = (by: Browser) =>
      by.stopBefore(`${world.portal}/enter`, async () =>
        byVneid(by, await toExchange(world, by, 'portal'), 'mai'),
      );
    const [one, two] = [await waiting(browser), await waiting(other)];
    await Promise.all([browser.open(one.url), other.open(two.url)]);
    expect(await linkedAt(world, 'portal')).toHaveLength(1);
  });

  test('signing out ends the session here and there', async () => {
    const home = await byVneid(browser, await toExchange(world, browser, 'portal'), 'mai');
    const farewell = await browser.press(home, 'sign-out');
    expect(farewell.url).toContain('/dvcqg/oidc/logout?');
    expect((await browser.open(world.portal)).text('sign-in')).toBeDefined();
    const silent = await browser.open(`${world.portal}/sign-in?provider=exchange&prompt=none`);
    expect(silent.text('error')).toBe('login_required');
  });

  test('a logout that another portal began ends the session by the back channel', async () => {
    await byVneid(browser, await toExchange(world, browser, 'portal'), 'mai');
    const police = await toExchange(world, browser, 'bocongan');
    expect(police.text('who-SoDinhDanh')).toBe('099192000002');
    await browser.press(police, 'sign-out');
    expect((await browser.open(world.portal)).text('info')).toContain('đã kết thúc');
  });

  test('refreshing brings new tokens of the exchange', async () => {
    const home = await byVneid(browser, await toExchange(world, browser, 'portal'), 'mai');
    expect((await browser.press(home, 'refresh')).text('done')).toContain('Token đã được làm mới');
  });
});

describe('what the exchange leaves out', () => {
  test.each([
    ['no-tech-id', 'tech_id_missing'],
    ['no-number', 'number_missing'],
  ])('%s: 404, no account, no session', async (failure, code) => {
    await failUserinfo(failure);
    const refused = await byVneid(browser, await toExchange(world, browser, 'portal'), 'mai');
    expect(refused.status).toBe(404);
    expect(refused.html).toContain(code);
    expect(await linkedAt(world, 'portal')).toEqual([]);
    expect((await browser.open(world.portal)).text('sign-in')).toBeDefined();
  });

  test('somebody else’s userinfo is refused', async () => {
    await failUserinfo('wrong-person');
    const refused = await byVneid(browser, await toExchange(world, browser, 'portal'), 'mai');
    expect(refused.status).toBe(400);
    expect(await linkedAt(world, 'portal')).toEqual([]);
  });
});

describe('an enterprise', () => {
  test('is kept by its tax code, and is not its representative', async () => {
    await setCalendar(world, '2024-06-14');
    await signIn(world, browser, 'portal', 'khanh');
    expect((await linkedAt(world, 'portal')).map(({ number }) => number)).toEqual(['099080000015']);
  });
});

describe('a deep link', () => {
  const link = async (service: string): Promise<string> => {
    const { services } = (await (await world.ask('/dvcqg/api/services')).json()) as {
      services: { MaDVC: string; url: string }[];
    };
    return services.find(({ MaDVC }) => MaDVC === service)?.url ?? '';
  };

  test('leads a stranger over the sign-in pages into the filled-in form', async () => {
    const page = await browser.open(`${world.root}/dvcqg/services/1.990101/open`);
    expect(page.url).toContain('/dvcqg/authenticationendpoint/login.do');
    const form = await byVneid(browser, page, 'mai');
    expect(form.url).toBe(`${world.root}/bocongan/dossiers/new?service=1.990101`);
    expect(form.text('field-HoVaTen')).toBe('Trần Thị Mai');
    expect(form.text('from-HoVaTen')).toContain('từ Cổng DVCQG');
    expect(form.text('from-ThuongTru')).toContain('từ CSDL dân cư');
    await browser.press(form, 'submit-dossier', { content: 'Đăng ký thường trú.' });
    const [dossier] = await dossiersAt(world, 'bocongan');
    expect(dossier).toMatchObject({
      MaDVC: '1.990101',
      SoDinhDanh: '099192000002',
      TaiKhoanDuocXacThucVoiVNeID: true,
      content: 'Đăng ký thường trú.',
    });
    expect(dossier?.TechID).toBe((await linkedAt(world, 'bocongan'))[0]?.TechIDs[0]);
  });

  test('leads whoever is signed in at the national portal there without a page', async () => {
    await byVneid(browser, await browser.open(await link('1.990101')), 'mai');
    const form = await browser.open(await link('1.990001'));
    expect(form.url).toBe(`${world.portal}/dossiers/new?service=1.990001`);
    expect(form.text('field-SoDinhDanh')).toBe('099192000002');
  });

  test('is about who is signed in at the national portal, not who was here before', async () => {
    await signIn(world, browser, 'bocongan', 'an');
    const page = await browser.open(`${world.root}/dvcqg/sign-in?to=/services&with=vneid`);
    await throughVneid(browser, page, 'an');
    const form = await browser.open(await link('1.990102'));
    expect(form.text('from-HoVaTen')).toContain('từ Cổng DVCQG');
  });

  test('leaves whoever is signed in here where nobody is signed in there', async () => {
    await signIn(world, browser, 'bocongan', 'an');
    const form = await browser.open(await link('1.990102'));
    expect(form.url).toBe(`${world.root}/bocongan/dossiers/new?service=1.990102`);
    expect(form.text('from-HoVaTen')).toContain('từ VNeID');
  });

  test('on the portal’s first page works too', async () => {
    const url = new URL(await link('1.990001'));
    const page = await browser.open(`${world.portal}/${url.search}`);
    expect(page.url).toContain('/dvcqg/authenticationendpoint/login.do');
  });

  test('without vnconnect=1 signs nobody in', async () => {
    const url = (await link('1.990001')).replace('vnconnect=1', 'vnconnect=0');
    expect((await browser.open(url)).text('info')).toContain('cần đăng nhập');
  });

  test.each([
    ['MaDVC', '9.999999'],
    ['MaDVC', '1.990101'],
    ['MaTTHCDP', '1.990002.000.00.00.H99'],
    ['MaCoQuanThucHien', '000.00.12.H99'],
  ])('whose %s is %s is refused with a page', async (name, value) => {
    const url = new URL(await link('1.990001'));
    url.searchParams.set(name, value);
    const refused = await browser.open(url.href);
    expect(refused.status).toBe(404);
    expect(refused.html).toContain('unknown_service');
  });
});

describe('under the autopilot', () => {
  test('a whole story, from the national portal’s list into a dossier, without a page of VNeID', async () => {
    await world.ask('/control/settings', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ autopilot: { person: 'an' } }),
    });
    const list = await browser.open(`${world.root}/dvcqg/services`);
    const form = await browser.follow(list, 'choose-1.990101');
    expect(form.url).toBe(`${world.root}/bocongan/dossiers/new?service=1.990101`);
    expect(form.text('field-SoDinhDanh')).toBe('099090000001');
    await browser.press(form, 'submit-dossier', { content: 'Đăng ký thường trú.' });
    expect((await dossiersAt(world, 'bocongan'))[0]).toMatchObject({
      HoVaTen: 'Nguyễn Văn An',
      TaiKhoanDuocXacThucVoiVNeID: true,
    });
  });
});
