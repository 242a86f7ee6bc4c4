import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { agree, type Browser, broughtTo, openBrowser, type Place } from './kit/browser.ts';
import { attributesOf } from './kit/html.ts';
import { verified } from './kit/jwt.ts';
import { approvalsOn, decide } from './kit/phone.ts';
import { authorizeUrl, type Portal, redeem, registerPortal, type Tokens } from './kit/portal.ts';

let ws: TestWorkspace;
let portal: Portal;
let browser: Browser;
let page: Place;

beforeEach(async () => {
  ws = await openWorkspace();
  portal = await registerPortal(ws, { client_name: 'Cổng thử QR' });
  browser = openBrowser(ws);
  page = await browser.open(authorizeUrl(portal));
});

const tagged = ({ html }: Place, testid: string) =>
  attributesOf(new RegExp(`<[^>]*data-testid="${testid}"[^>]*>`).exec(html)?.[0] ?? '');
const shortCode = ({ html }: Place) => /data-testid="qr-short-code"[^>]*>([^<]+)</.exec(html)?.[1];

/** Where the page's script asks, and where its link leads. */
const absolute = (url = '', { url: base }: Place = page) => new URL(url, base).href;
const pollUrl = (place: Place = page) => absolute(tagged(place, 'qr')['data-poll-url'], place);
const finishUrl = (place: Place = page) => absolute(tagged(place, 'qr-continue').href, place);

async function poll(place: Place = page, by: Browser = browser) {
  const answer = await by.send(pollUrl(place));
  expect(answer.status).toBe(200);
  return (await answer.json()) as { status: string; next?: string };
}

const scanned = async (person = 'an') => (await approvalsOn(ws, person))[0]!;

test('the phone approves what the page shows, and the page goes on at level 2', async () => {
  expect(await poll()).toEqual({ status: 'pending' });
  const approval = await scanned();
  expect(approval.asks).toBe('Cổng thử QR');
  expect((await decide(ws, 'an', approval.id, 'approve')).status).toBe(204);
  const { status, next } = await poll();
  expect(status).toBe('approved');
  const { code } = broughtTo(portal, await agree(browser, await browser.open(absolute(next))));
  const { id_token } = (await (await redeem(portal, code!)).json()) as Tokens;
  expect((await verified(ws, id_token)).payload).toMatchObject({
    acr: 'LoA2',
    amr: expect.arrayContaining(['mfa']),
  });
});

test('a refusal on the phone shows on the page, and leads back to it', async () => {
  const approval = await scanned();
  expect((await decide(ws, 'an', approval.id, 'refuse')).status).toBe(204);
  const { status, next } = await poll();
  expect([status, next]).toEqual(['refused', undefined]);
  const place = await browser.open(finishUrl());
  expect([place.status, place.html.includes('data-testid="sign-in-form"')]).toEqual([200, true]);
});

test('a code ends by the clock, after two minutes, and a reload gives another', async () => {
  const approval = await scanned();
  await ws.configure({ clockOffsetSeconds: 121 });
  expect(await poll()).toEqual({ status: 'expired' });
  expect((await decide(ws, 'an', approval.id, 'approve')).status).toBe(410);
  const fresh = await browser.open(page.url);
  expect(shortCode(page)).toMatch(/^\w{6}$/);
  expect(shortCode(fresh)).not.toBe(shortCode(page));
  expect(await poll(fresh)).toEqual({ status: 'pending' });
});

test('an approved code ends too', async () => {
  await decide(ws, 'an', (await scanned()).id, 'approve');
  const { next } = await poll();
  await ws.configure({ clockOffsetSeconds: 121 });
  const place = await browser.open(absolute(next));
  expect([place.status, place.outside]).toEqual([410, false]);
});

test('only the browser that showed the code goes on', async () => {
  await decide(ws, 'an', (await scanned()).id, 'approve');
  const { next } = await poll();
  const thief = openBrowser(ws);
  await thief.open(authorizeUrl(portal));
  const place = await thief.open(absolute(next));
  expect([place.status, place.outside]).toEqual([400, false]);
});

test('an approval is for the request that showed the code', async () => {
  await decide(ws, 'an', (await scanned()).id, 'approve');
  const { next } = await poll();
  const other = await registerPortal(ws);
  const url = new URL(absolute(next));
  url.searchParams.set('request', new URL(authorizeUrl(other)).searchParams.toString());
  const place = await browser.open(url.href);
  expect([place.status, place.outside]).toEqual([400, false]);
});

test('an approval works once', async () => {
  await decide(ws, 'an', (await scanned()).id, 'approve');
  const { next } = await poll();
  await browser.open(absolute(next));
  const again = await openBrowser(ws).open(absolute(next));
  expect(again.outside).toBe(false);
  expect(again.status).toBeGreaterThanOrEqual(400);
});

test('a code is decided once', async () => {
  const { id } = await scanned();
  expect((await decide(ws, 'an', id, 'refuse')).status).toBe(204);
  expect((await decide(ws, 'mai', id, 'approve')).status).toBe(410);
  expect((await poll()).status).toBe('refused');
});

describe('a phone whose account may not sign in', () => {
  test.each(['hung', 'cuong', 'dung'])('of %s cannot approve', async (person) => {
    const { id } = await scanned(person);
    expect((await decide(ws, person, id, 'approve')).status).toBe(403);
    expect((await poll()).status).toBe('pending');
  });
});

test('going on too early shows the page again', async () => {
  const place = await browser.open(finishUrl());
  expect([place.status, place.html.includes('data-testid="sign-in-form"')]).toEqual([200, true]);
});

test.each(['nonsense', '%00', '__proto__'])('a made-up code %s has expired', async (id) => {
  const answer = await browser.send(`/sign-in/qr/${id}?request=${encodeURIComponent('client_id=x')}`);
  expect(await answer.json()).toEqual({ status: 'expired' });
});
