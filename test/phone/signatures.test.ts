import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { implement } from '../../functions/_kit/implement.ts';
import phone from '../../functions/phone/service.ts';
import type { Browser, Page } from './browser.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let owner: Browser;
beforeEach(async () => {
  world = await openWorld();
  owner = world.browser();
});
afterEach(() => world.expectPeace());

const provider = { sp_id: 'demo-portal', sp_password: 'demo-portal-secret', user_id: '099090000001' };
const digest = createHash('sha256').update('Đơn').digest('hex');

async function provide(path: string, body: object) {
  return (await (await world.post(`/ca769/vnpt-ca/${path}`, { ...provider, ...body })).json()).data;
}

/** An is asked to sign one document, and opens his phone. */
async function asked(transaction_id = 'HS-1'): Promise<Page> {
  const { user_certificates: found } = await provide('get_certificate', {});
  const sign_files = [{ doc_id: 'Đơn đề nghị', data_to_be_signed: digest }];
  await provide('sign', { transaction_id, serial_number: found[0].serial_number, sign_files });
  return owner.open(`${world.root}/phone/an`);
}

const signedFiles = async (transaction_id = 'HS-1') =>
  (
    await (
      await world.post('/ca769/vnpt-ca/get_status', { ...provider, user_id: undefined, transaction_id })
    ).json()
  ).data.signed_files;

test('the card says who asks, and shows the document with its digest', async () => {
  const page = await asked();
  expect(page.text('document-name')).toBe('Đơn đề nghị');
  expect(page.text('document-digest')).toBe(digest);
  expect(page.text('pin-error')).toBeUndefined();
});

test('the card names the authority without anything unfolded', async () => {
  const [card = '', unfolded = ''] = (await asked()).html.split('data-testid="certificate"');
  expect(card).toMatch(/Nơi cấp chứng thư[\s\S]*VNPT-CA \(thử nghiệm\) \/ VNPT-CA \(sandbox\)/);
  expect(unfolded).toContain('Số sê-ri');
});

test('the right PIN signs, and nothing waits any more', async () => {
  const done = await owner.press(await asked(), 'approve', { pin: '123456' });
  expect(done.url).toBe(`${world.root}/phone/an?done=approve`);
  expect(done.text('decided')).toContain('Bạn đã đồng ý');
  expect(done.text('sign-request')).toBeUndefined();
  expect(await signedFiles()).toHaveLength(1);
});

test('to refuse needs no PIN', async () => {
  const done = await owner.press(await asked(), 'refuse', { pin: '' });
  expect(done.text('decided')).toContain('Bạn đã từ chối');
  expect(await signedFiles()).toBeNull();
});

test('what was decided is not told beside the next request', async () => {
  await owner.press(await asked(), 'approve', { pin: '123456' });
  await asked('HS-2');
  const next = await owner.open(`${world.root}/phone/an?done=approve`);
  expect(next.text('sign-request')).toBeDefined();
  expect(next.text('decided')).toBeUndefined();
});

test('a wrong PIN is told beside the field, with the tries left', async () => {
  const wrong = await owner.press(await asked(), 'approve', { pin: '000000' });
  expect(wrong.text('pin-error')).toContain('Còn 2 lần nhập');
  const again = await owner.press(wrong, 'approve', { pin: '000000' });
  expect(again.text('pin-error')).toContain('1 try left');
  const done = await owner.press(again, 'approve', { pin: '123456' });
  expect(done.text('pin-error')).toBeUndefined();
  expect(await signedFiles()).toHaveLength(1);
});

test('a blocked PIN is explained, can only refuse, and is unblocked by a button', async () => {
  let page = await asked();
  for (const _ of [1, 2, 3]) page = await owner.press(page, 'approve', { pin: '000000' });
  expect(page.text('pin-blocked')).toContain('Mã PIN ký số đang bị khóa');
  expect(page.text('sign-request')).toBeUndefined();
  const next = await asked('HS-2');
  expect(next.text('approve')).toBeUndefined();
  expect(next.text('refuse')).toBeDefined();
  const open = await owner.press(next, 'unblock-pin');
  expect(open.text('pin-blocked')).toBeUndefined();
  await owner.press(open, 'approve', { pin: '123456' });
  expect(await signedFiles('HS-2')).toHaveLength(1);
});

test('what was decided elsewhere meanwhile is a page that says so', async () => {
  const page = await asked();
  await owner.press(page, 'refuse', { pin: '' });
  const late = await owner.press(page, 'approve', { pin: '123456' });
  expect(late.status).toBe(409);
  expect(late.attribute('back', 'href')).toBe('/default/phone/an');
});

test('the version changes with a request to sign, and with a wrong PIN', async () => {
  const version = async () => (await (await world.ask('/phone/an/state')).json()).version as string;
  const versions = [await version()];
  const page = await asked();
  versions.push(await version());
  await owner.press(page, 'approve', { pin: '000000' });
  versions.push(await version());
  expect(new Set(versions).size).toBe(3);
});

test('a phone whose signing apps do not answer still shows its messages', async () => {
  await world.post('/phone/an/api/messages', { from: 'VNeID', text: 'chào' });
  const down: typeof fetch = (input, init) =>
    String(input).includes('/signer/')
      ? Promise.reject(new TypeError('fetch failed'))
      : world.deps.fetch(input, init);
  const lonely = implement(phone, { ...world.deps, fetch: down });
  const mount = { workspace: 'default', base: `${world.root}/phone`, path: '/an' };
  const answer = await lonely.fetch(new Request(`${mount.base}/an`), mount);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('chào');
});

const fromAnotherSite = (path: string, fields: Record<string, string> = {}): Promise<Response> =>
  world.ask(path, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
    body: new URLSearchParams(fields),
  });

test('another site cannot unblock the PIN', async () => {
  expect((await fromAnotherSite('/phone/an/pin/unblock')).status).toBe(403);
});

test('another site cannot decide on a signature', async () => {
  await asked();
  const [waits] = await world.approvals('an');
  const path = `/phone/an/approvals/${encodeURIComponent(waits!.id)}`;
  const answer = await fromAnotherSite(path, { decision: 'approve', pin: '123456' });
  expect(answer.status).toBe(403);
  expect(await signedFiles()).toBeNull();
});

test.each([
  ['scan', { id: 'abc' }],
  ['outbox', { to: '1414', text: 'TTTB' }],
])('another site cannot use the phone: %s', async (path, fields) => {
  expect((await fromAnotherSite(`/phone/an/${path}`, fields)).status).toBe(403);
});
