import { afterEach, beforeEach, expect, test } from 'vitest';
import { journalEntries } from '../../functions/_kit/journal.ts';
import { beginSignIn, openWorld, qrIdOf, SPACE, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.expectPeace());

const version = async (): Promise<string> =>
  ((await (await world.ask('/phone/an/state')).json()) as { version: string }).version;

test('every person has a phone in the list', async () => {
  const browser = world.browser();
  const list = await browser.open(`${world.root}/phone`);
  expect(list.html.match(/data-testid="open-phone-/g)).toHaveLength(world.deps.people.people.length);
  const phone = await browser.follow(list, 'open-phone-an');
  expect(phone.text('title')).toBe('Nguyễn Văn An');
  expect(phone.text('phone-number')).toBe('0950 000 101');
});

test('the phone of nobody is a page that says where everybody is', async () => {
  const page = await world.browser().open(`${world.root}/phone/ai-do`);
  expect(page.status).toBe(404);
  expect(page.text('cure')).toContain('/phone');
});

test('the page shows messages with their codes', async () => {
  await world.post('/phone/an/api/messages', { from: 'VNeID', text: 'Mã của bạn là 482915 <b>' });
  const page = await world.browser().open(`${world.root}/phone/an`);
  expect(page.text('message-sender')).toBe('VNeID');
  expect(page.text('message-text')).toBe('Mã của bạn là 482915 <b>');
  expect(page.text('message-code')).toBe('482915');
});

test('the version changes with every message, QR code and scan, and not by itself', async () => {
  const versions = [await version()];
  await world.post('/phone/an/api/messages', { from: 'VNeID', text: 'chào' });
  versions.push(await version());
  const browser = world.browser();
  const id = qrIdOf(await beginSignIn(world, browser));
  versions.push(await version());
  await browser.open(`${world.root}/phone/an?scan=${id}`);
  versions.push(await version());
  expect(new Set(versions).size).toBe(4);
  expect(await version()).toBe(versions.at(-1));
});

test('the page and its fragment carry the version that the state answers', async () => {
  const browser = world.browser();
  const page = await browser.open(`${world.root}/phone/an`);
  const fragment = await browser.open(`${world.root}/phone/an?fragment=1`);
  expect(page.attribute('phone-screen', 'data-version')).toBe(await version());
  expect(fragment.attribute('phone-screen', 'data-version')).toBe(await version());
  expect(page.html).toContain('<!doctype html>');
  expect(fragment.html).not.toContain('<!doctype html>');
  expect(page.html).toContain('data-state-url="/default/phone/an/state"');
});

test('looking at a phone leaves no trace in the journal', async () => {
  const browser = world.browser();
  for (const path of ['', '/state', '/api/messages', '/api/approvals', '?fragment=1']) {
    expect((await browser.open(`${world.root}/phone/an${path}`)).status).toBe(200);
  }
  const kind = [SPACE, journalEntries.system, journalEntries.kind] as const;
  expect(await world.deps.store.list(kind, { now: 0 })).toEqual([]);
});
