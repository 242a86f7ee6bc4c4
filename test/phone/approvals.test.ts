import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { implement } from '../../functions/_kit/implement.ts';
import phone from '../../functions/phone/service.ts';
import type { Browser, Page } from './browser.ts';
import { beginSignIn, openWorld, qrIdOf, type World } from './world.ts';

let world: World;
let browser: Browser;
let page: Page;
let id: string;
beforeEach(async () => {
  world = await openWorld();
  browser = world.browser();
  page = await beginSignIn(world, browser);
  id = qrIdOf(page);
});
afterEach(() => world.expectPeace());

const status = async (): Promise<unknown> =>
  (await browser.open(new URL(page.attribute('qr', 'data-poll-url') ?? '', page.url).href)).html;

describe('by JSON', () => {
  test('an open QR sign-in waits with the short code of the page and the name of the portal', async () => {
    expect(await world.approvals('an')).toEqual([
      {
        id,
        kind: 'sign-in',
        title: { vi: 'Đăng nhập VNeID bằng mã QR', en: 'VNeID sign-in by QR code' },
        asks: 'Cổng dịch vụ mẫu',
        details: [
          {
            name: 'short_code',
            label: { vi: 'Mã ngắn', en: 'Short code' },
            value: page.text('qr-short-code'),
          },
        ],
        expiresAt: expect.any(String),
      },
    ]);
  });

  test('approved, it signs the browser in', async () => {
    expect((await world.decide('an', id, 'approve')).status).toBe(204);
    expect(await status()).toContain('"approved"');
    const consent = await browser.follow(page, 'qr-continue');
    expect(consent.text('person')).toBe('Nguyễn Văn An');
    const home = await browser.press(consent, 'approve');
    expect(home.text('who-acr')).toBe('LoA2');
    expect(home.text('id-token-json')).toContain('"swk"');
    expect(await world.approvals('an')).toEqual([]);
  });

  test('refused, it does not', async () => {
    expect((await world.decide('an', id, 'refuse')).status).toBe(204);
    expect(await status()).toContain('"refused"');
    const again = await browser.follow(page, 'qr-continue');
    expect(again.attribute('sign-in-form', 'action')).toContain('/sign-in/password');
    expect(qrIdOf(again)).not.toBe(id);
  });

  test('approved by a locked person, VNeID’s own refusal comes back', async () => {
    const answer = await world.decide('cuong', id, 'approve');
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({
      code: 'account_locked',
      title: 'Tài khoản VNeID đang bị khóa',
      en: { title: 'The VNeID account is locked' },
    });
    expect(await status()).toContain('"pending"');
  });

  test('it is decided once', async () => {
    await world.decide('an', id, 'refuse');
    const answer = await world.decide('mai', id, 'approve');
    expect(answer.status).toBe(410);
    expect(await answer.json()).toMatchObject({ code: 'qr_expired' });
  });

  test('it is gone two minutes later on the token clock', async () => {
    await world.moveClock(120);
    expect(await world.approvals('an')).toEqual([]);
    expect((await world.decide('an', id, 'approve')).status).toBe(410);
  });

  test('without VNeID the answer says that nobody answers', async () => {
    const down = () => Promise.reject(new TypeError('fetch failed'));
    const lonely = implement(phone, { ...world.deps, fetch: down });
    const path = '/an/api/approvals';
    const base = `${world.root}/phone`;
    const answer = await lonely.fetch(new Request(base + path), { workspace: 'default', base, path });
    expect(answer.status).toBe(502);
    expect(await answer.json()).toMatchObject({ code: 'no_answer' });
  });
});

describe('on the page', () => {
  test('a code is scanned on the phone, then approved there', async () => {
    const owner = world.browser();
    const seen = await owner.open(`${world.root}/phone/an`);
    expect(seen.text('scan-short-code')).toBe(page.text('qr-short-code'));
    expect(seen.text('approval')).toBeUndefined();
    const asked = await owner.press(seen, 'scan-qr');
    expect(asked.url).toBe(seen.url);
    expect(asked.text('approval-client')).toBe('Cổng dịch vụ mẫu');
    expect(asked.text('scan')).toBeUndefined();
    const done = await owner.press(asked, 'approve');
    expect(done.url).toBe(`${seen.url}?done=approve`);
    expect(done.text('decided')).toContain('Bạn đã đồng ý');
    const consent = await browser.follow(page, 'qr-continue');
    expect(consent.text('person')).toBe('Nguyễn Văn An');
  });

  test('the link in the QR code asks whose phone scans it', async () => {
    const owner = world.browser();
    const choice = await owner.open(`${world.root}/phone?scan=${id}`);
    const asked = await owner.follow(choice, 'open-phone-mai');
    expect(asked.url).toBe(`${world.root}/phone/mai`);
    expect(asked.text('approval-client')).toBe('Cổng dịch vụ mẫu');
    const other = await owner.open(`${world.root}/phone/bao`);
    expect(other.text('approval')).toBeUndefined();
  });

  test.each(['?scan=gone', '/an?scan=gone'])(
    'a code that is gone, at /phone%s, is a page that says so',
    async (rest) => {
      const gone = await world.browser().open(`${world.root}/phone${rest}`);
      expect(gone.status).toBe(410);
      expect(gone.text('cure')).toContain('Tải mã mới');
    },
  );

  test('a locked person reads why, and can go back', async () => {
    const owner = world.browser();
    const asked = await owner.press(await owner.open(`${world.root}/phone/cuong`), 'scan-qr');
    const refused = await owner.press(asked, 'approve');
    expect(refused.status).toBe(403);
    expect(refused.text('title')).toBe('Tài khoản VNeID đang bị khóa The VNeID account is locked');
    expect(refused.attribute('back', 'href')).toBe('/default/phone/cuong');
  });
});
