import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { agree, type Browser, broughtTo, openBrowser, type Place } from './kit/browser.ts';
import { textOf } from './kit/html.ts';
import { codeOn, messagesOf } from './kit/phone.ts';
import { authorizeUrl, type Portal, registerPortal } from './kit/portal.ts';

const AN = { username: '099090000001', password: 'Aa@123456' };

let ws: TestWorkspace;
let portal: Portal;
let browser: Browser;
let step: Place;

const begin = async (by: Browser = browser) =>
  by.submit(await by.open(authorizeUrl(portal)), '/sign-in/password', AN);

beforeEach(async () => {
  ws = await openWorkspace();
  portal = await registerPortal(ws);
  browser = openBrowser(ws);
  step = await begin();
});

const give = (otp: string, place: Place = step, by: Browser = browser) =>
  by.submit(place, '/sign-in/otp', { otp });
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('the code comes by text message, six digits in Vietnamese words', async () => {
  const [message, ...more] = await messagesOf(ws, 'an');
  expect(more).toEqual([]);
  expect(message).toMatchObject({ from: 'VNeID', code: expect.stringMatching(/^\d{6}$/) });
  expect(message!.text).toContain(message!.code);
  expect(message!.text).toContain('Không đưa mã này cho bất kỳ ai');
});

test('the page shows where the code went, without the whole number', async () => {
  const text = textOf(step.html);
  expect(text).toContain('101');
  expect(text).not.toContain('0950000101');
});

test.each([
  (code: string) => code,
  (code: string) => ` ${code} `,
  (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`,
])('the right code goes on, spaces or not (%#)', async (written) => {
  const place = await agree(browser, await give(written(await codeOn(ws, 'an'))));
  expect(broughtTo(portal, place)).toHaveProperty('code');
});

test('a code works once', async () => {
  const code = await codeOn(ws, 'an');
  await give(code);
  const again = await give(code);
  expect([again.status, again.outside]).toEqual([400, false]);
  expect(again.html).toContain('sign_in_expired:');
});

test.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('%j is a wrong code', async (otp) => {
  expect((await give(otp)).status).toBe(401);
});

describe('wrong codes', () => {
  test('say how many tries are left, and the fifth locks the sign-in', async () => {
    const wrong = other(await codeOn(ws, 'an'));
    const statuses = [];
    for (let turn = 0; turn < 5; turn += 1) statuses.push((await give(wrong)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 429]);
    const after = await give(await codeOn(ws, 'an'));
    expect(after.outside).toBe(false);
    expect(after.status).toBeGreaterThanOrEqual(400);
    expect((await begin(openBrowser(ws))).status).toBe(429);
  });

  test('count together with wrong passwords', async () => {
    const wrong = other(await codeOn(ws, 'an'));
    for (let turn = 0; turn < 3; turn += 1) await give(wrong);
    const elsewhere = openBrowser(ws);
    const page = await elsewhere.open(authorizeUrl(portal));
    for (let turn = 0; turn < 2; turn += 1) {
      await elsewhere.submit(page, '/sign-in/password', { ...AN, password: 'wrong' });
    }
    expect((await give(await codeOn(ws, 'an'))).status).toBe(429);
  });

  test('the lock ends by the clock', async () => {
    const wrong = other(await codeOn(ws, 'an'));
    for (let turn = 0; turn < 5; turn += 1) await give(wrong);
    await ws.configure({ clockOffsetSeconds: 16 * 60 });
    const fresh = openBrowser(ws);
    const next = await begin(fresh);
    const place = await agree(fresh, await give(await codeOn(ws, 'an'), next, fresh));
    expect(broughtTo(portal, place)).toHaveProperty('code');
  });

  test('are counted however many come at once', async () => {
    const wrong = other(await codeOn(ws, 'an'));
    const all = await Promise.all(Array.from({ length: 12 }, () => give(wrong)));
    expect(all.filter(({ status }) => status === 401)).toHaveLength(4);
    expect(all.every(({ status }) => [400, 401, 429].includes(status))).toBe(true);
  });
});

describe('a code ends by the clock, after three minutes', () => {
  test('and a new one can be asked for', async () => {
    const code = await codeOn(ws, 'an');
    await ws.configure({ clockOffsetSeconds: 170 });
    expect((await give(other(code))).status).toBe(401);
    await ws.configure({ clockOffsetSeconds: 190 });
    const late = await give(code);
    expect(late.status).toBe(401);
    const next = await browser.submit(late, '/sign-in/otp/resend');
    const fresh = await codeOn(ws, 'an');
    expect(await messagesOf(ws, 'an')).toHaveLength(2);
    const place = await agree(browser, await give(fresh, next));
    expect(broughtTo(portal, place)).toHaveProperty('code');
  });

  test('a late code is not a wrong try', async () => {
    const code = await codeOn(ws, 'an');
    await ws.configure({ clockOffsetSeconds: 190 });
    for (let turn = 0; turn < 6; turn += 1) expect((await give(code)).status).toBe(401);
    const next = await browser.submit(step, '/sign-in/otp/resend');
    expect((await give(await codeOn(ws, 'an'), next)).status).toBe(200);
  });
});

test('asking for a new code makes the old one worthless, and is no way around the count', async () => {
  const old = await codeOn(ws, 'an');
  await give(other(old));
  const next = await browser.submit(step, '/sign-in/otp/resend');
  const fresh = await codeOn(ws, 'an');
  if (fresh !== old) expect((await give(old, next)).status).toBe(401);
  for (let turn = 0; turn < 2; turn += 1) await give(other(fresh), next);
  expect((await give(other(fresh), next)).status).toBe(429);
});

test('another browser cannot give the code', async () => {
  const thief = openBrowser(ws);
  await thief.open(authorizeUrl(portal));
  const place = await give(await codeOn(ws, 'an'), step, thief);
  expect([place.status, place.outside]).toEqual([400, false]);
});

test('the code of one portal does not sign in at another', async () => {
  const elsewhere = await registerPortal(ws);
  const request = new URL(authorizeUrl(elsewhere)).searchParams;
  const place = await browser.submit(step, '/sign-in/otp', {
    request: `${request}`,
    otp: await codeOn(ws, 'an'),
  });
  expect([place.status, place.outside]).toEqual([400, false]);
  expect(place.html).toContain('sign_in_expired:');
});

test('the page can be loaded again', async () => {
  const again = await browser.open(step.url);
  expect([again.status, again.html.includes('data-testid="otp-form"')]).toEqual([200, true]);
  expect(await messagesOf(ws, 'an')).toHaveLength(1);
});
