import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Browser } from './browser.ts';
import { beginSignIn, enterPassword, openWorld, type World } from './world.ts';

const AN = '099090000001';
const CUONG = '099088000006';

let world: World;
let browser: Browser;
beforeEach(async () => {
  world = await openWorld();
  browser = world.browser();
});
afterEach(() => world.expectPeace());

const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('a citizen signs in by password and the code from the phone, and agrees to share', async () => {
  const code = await enterPassword(browser, await beginSignIn(world, browser), AN);
  expect(code.text('title')).toBe('Nhập mã xác thực Enter the SMS code');
  const consent = await browser.press(code, 'confirm', { otp: await world.newestCode('an') });
  expect(consent.text('person')).toBe('Nguyễn Văn An');
  const home = await browser.press(consent, 'approve');
  expect(home.url).toBe(`${world.portal}/`);
  expect(home.text('who-citizenPid')).toBe(AN);
});

test('a wrong code is refused, and counted', async () => {
  const page = await enterPassword(browser, await beginSignIn(world, browser), AN);
  expect(page.text('tries-left')).toBe('5');
  const again = await browser.press(page, 'confirm', { otp: wrong(await world.newestCode('an')) });
  expect(again.status).toBe(401);
  expect(again.text('tries-left')).toBe('4');
  expect(again.text('error')).toContain('Mã xác thực không đúng');
});

test('a code is too old after three minutes of the token clock, and the one sent anew works', async () => {
  const page = await enterPassword(browser, await beginSignIn(world, browser), AN);
  const old = await world.newestCode('an');
  await world.moveClock(180);
  const late = await browser.press(page, 'confirm', { otp: old });
  expect(late.status).toBe(401);
  expect(late.text('error')).toContain('Mã xác thực đã hết hạn');
  const fresh = await browser.press(late, 'resend');
  const consent = await browser.press(fresh, 'confirm', { otp: await world.newestCode('an') });
  expect(consent.text('title')).toBe('Chia sẻ thông tin Share your information');
});

test('a locked account is refused with the right password, and no code is sent', async () => {
  const page = await enterPassword(browser, await beginSignIn(world, browser), CUONG);
  expect(page.status).toBe(403);
  expect(page.text('title')).toBe('Tài khoản VNeID đang bị khóa The VNeID account is locked');
  expect(page.text('cure')).toContain('chọn người khác');
  expect(await world.messages('cuong')).toEqual([]);
});
