import { beforeEach, expect, test } from 'vitest';
import { settingsSchema } from '../../contracts/_settings.ts';
import { readClock } from '../../functions/_kit/clock.ts';
import type { Deps } from '../../functions/_kit/deps.ts';
import { Exchange } from '../../functions/_kit/exchange.ts';
import { random } from '../../functions/_kit/random.ts';
import { sqliteStore } from '../../functions/_kit/sqlite.ts';
import { newWorkspace } from '../../functions/_kit/workspace.ts';
import { beginCode, type CodePurpose, checkCode } from '../../functions/dvcqg/one-time-code.ts';

const NOW = Date.UTC(2024, 5, 14);
const store = sqliteStore(':memory:');

/** The text of the last SMS. */
let text = '';

const sms = { id: 'm1', to: '84950000102', from: 'DVCQG', reason: null, at: new Date(NOW).toISOString() };

/** A carrier that takes everything. */
const carrier: typeof fetch = async (url, init) => {
  if (String(url).endsWith('/oauth2/token'))
    return Response.json({ access_token: 't', token_type: 'Bearer', expires_in: 60, scope: '' });
  if (init?.method === 'POST') text = (JSON.parse(String(init.body)) as { text: string }).text;
  return Response.json({ ...sms, status: init?.method === 'POST' ? 'SENT' : 'DELIVERED' });
};

/** A request of its own, as far as codes look at one. */
const request = (now = NOW): Exchange => {
  const workspace = newWorkspace('default', NOW);
  const deps = { store, random, origin: 'http://hopcat.test', fetch: carrier } as unknown as Deps;
  const facts = { system: 'dvcqg', operation: 'test', deps, request: new Request('http://hopcat.test/') };
  const rest = { url: '/', base: 'http://hopcat.test/default/dvcqg', params: {}, query: {}, body: undefined };
  const clock = readClock(now, settingsSchema.parse({}));
  const known = { workspace, workspaceVersion: '1', clock, isOurs: () => true, loaded: new Map() };
  return new Exchange({ ...facts, ...rest, ...known }, undefined);
};

async function sent(purpose: CodePurpose, subject: string) {
  const { handle, changes } = await beginCode(request(), { purpose, subject, phone: '0950000102' });
  await store.commit(changes, NOW);
  return { handle, code: /\d{6}/.exec(text)?.[0] ?? '' };
}

async function given(purpose: CodePurpose, handle: string, code: string, now?: number): Promise<string> {
  const checked = await checkCode(request(now), purpose, handle, code);
  await store.commit(checked.changes, NOW);
  return checked.ok ? `of ${checked.subject}` : checked.fault.code;
}

beforeEach(() => {
  text = '';
});

test('a handle works for its own purpose and no other, and a try for another does not count', async () => {
  const { handle, code } = await sent('sign-in', 'one');
  for (const other of ['register', 'recover', 'phone'] as const)
    expect(await given(other, handle, code)).toBe('code_expired');
  expect(await given('sign-in', handle, code)).toBe('of one');
  expect(await given('sign-in', handle, code)).toBe('code_expired');
});

test('a code is of use only with its own handle', async () => {
  const [one, two] = [await sent('sign-in', 'one'), await sent('sign-in', 'two')];
  if (one.code !== two.code) expect(await given('sign-in', two.handle, one.code)).toBe('wrong_code');
  expect(await given('sign-in', `${one.handle}x`, one.code)).toBe('code_expired');
  expect(await given('sign-in', one.handle.split('.')[0] ?? '', one.code)).toBe('code_expired');
  expect(await given('sign-in', '', one.code)).toBe('code_expired');
  expect(await given('sign-in', one.handle, one.code)).toBe('of one');
});

test('the same subject may wait for codes for two purposes, and the last one for each counts', async () => {
  const phone = await sent('phone', 'one');
  const first = await sent('recover', 'one');
  const second = await sent('recover', 'one');
  expect(await given('recover', first.handle, first.code)).toBe('code_expired');
  expect(await given('recover', second.handle, second.code)).toBe('of one');
  expect(await given('phone', phone.handle, phone.code)).toBe('of one');
});

test('a code is good until the very millisecond at which it ends', async () => {
  const one = await sent('sign-in', 'late');
  expect(await given('sign-in', one.handle, one.code, NOW + 180_000)).toBe('code_expired');
  expect(await given('sign-in', one.handle, one.code, NOW + 179_999)).toBe('of late');
});

test('what is stored holds neither the code nor the handle', async () => {
  const { handle, code } = await sent('sign-in', 'stored');
  const items = await store.list(['default', 'dvcqg', 'code'], { now: 0 });
  const kept = JSON.stringify(items.map(({ value }) => value));
  expect(kept).toContain('stored');
  expect(kept).not.toContain(code);
  expect(kept).not.toContain(handle.split('.')[1]);
});

test('the SMS says what the code is for', async () => {
  const said: Record<CodePurpose, string> = {
    register: 'đăng ký tài khoản',
    'sign-in': 'đăng nhập',
    recover: 'lấy lại tài khoản',
    phone: 'đổi số điện thoại',
  };
  for (const [purpose, words] of Object.entries(said)) {
    await sent(purpose as CodePurpose, 'words');
    expect(text).toContain(words);
  }
});
