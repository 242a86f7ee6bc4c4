import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { journalEntries } from '../../functions/_kit/journal.ts';
import { codeIn } from '../../functions/phone/domain.ts';
import { openWorld, SPACE, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.expectPeace());

const send = (person: string, text: string, from = 'VNeID') =>
  world.post(`/phone/${person}/api/messages`, { from, text });

describe('messages of a phone', () => {
  test('come newest first, each with the code that it holds', async () => {
    const sent = await send('an', 'Mã OTP của bạn là 482915.');
    expect(sent.status).toBe(201);
    await send('an', 'Hồ sơ của bạn đã được tiếp nhận.', 'Cổng DVC');
    const [newest, oldest, ...more] = await world.messages('an');
    expect(newest).toEqual({
      id: expect.any(String),
      at: expect.any(String),
      from: 'Cổng DVC',
      text: 'Hồ sơ của bạn đã được tiếp nhận.',
    });
    expect(oldest).toMatchObject({ from: 'VNeID', code: '482915' });
    expect(oldest).toEqual(await sent.json());
    expect(more).toEqual([]);
  });

  test('never reach the phone of another whose slug begins alike', async () => {
    await send('huong', 'một');
    await send('huong-2', 'hai');
    expect((await world.messages('huong')).map(({ text }) => text)).toEqual(['một']);
    expect((await world.messages('huong-2')).map(({ text }) => text)).toEqual(['hai']);
  });

  test('can be read from one on', async () => {
    for (const text of ['một', 'hai', 'ba']) await send('an', text);
    const [, second] = await world.messages('an');
    expect((await world.messages('an', `?after=${second?.id}`)).map(({ text }) => text)).toEqual(['ba']);
  });

  test('end a long poll when they arrive; without one it ends by itself', async () => {
    await send('an', 'cũ');
    const [old] = await world.messages('an');
    const polled = world.messages('an', `?wait=25&after=${old?.id}`);
    expect(await world.messages('mai', '?wait=1')).toEqual([]);
    await send('an', 'mới');
    expect((await polled).map(({ text }) => text)).toEqual(['mới']);
  });

  test('vanish seven days later on the token clock', async () => {
    await send('an', 'chào');
    await world.moveClock(7 * 24 * 3600 - 60);
    expect(await world.messages('an')).toHaveLength(1);
    await world.moveClock(60);
    expect(await world.messages('an')).toEqual([]);
  });

  test('keep the sandbox’s own personal numbers, and no others, in phone and journal', async () => {
    await send('an', 'Số 001090 012.345 và 099090000001, mã 482915', 'Từ 001090012345');
    expect(await world.messages('an')).toMatchObject([
      { from: 'Từ ************', text: 'Số ************ và 099090000001, mã 482915', code: '482915' },
    ]);
    const journal = await world.deps.store.list([SPACE, journalEntries.system, journalEntries.kind], {
      now: 0,
    });
    expect(journal).toHaveLength(1);
    expect(JSON.stringify(journal)).not.toMatch(/001090/);
  });
});

describe('the phone refuses', () => {
  test.each([
    ['GET', '/phone/ai-do/api/messages'],
    ['GET', '/phone/ai-do/api/approvals'],
    ['GET', '/phone/ai-do/state'],
    ['POST', '/phone/ai-do/api/messages'],
  ])('%s %s, and says where everybody is', async (method, path) => {
    const answer =
      method === 'GET' ? await world.ask(path) : await world.post(path, { from: 'a', text: 'b' });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({
      code: 'unknown_person',
      cure: expect.stringContaining('/phone'),
    });
  });

  test.each([
    {},
    { from: 'VNeID' },
    { from: '', text: 'x' },
    { from: 'VNeID', text: 'x'.repeat(1001) },
    { from: 'VNeID', text: 'x', to: 'an' },
  ])('the message %j', async (message) => {
    expect((await world.post('/phone/an/api/messages', message)).status).toBe(400);
    expect(await world.messages('an')).toEqual([]);
  });

  test.each(['wait=26', 'wait=-1', 'wait=lâu', 'wait=1&wait=2'])('to wait for %s', async (query) => {
    expect((await world.ask(`/phone/an/api/messages?${query}`)).status).toBe(400);
  });
});

describe('the code in a message', () => {
  test.each([
    ['Mã xác thực VNeID thử nghiệm của bạn là 482915, hết hạn sau 3 phút.', '482915'],
    ['482915 là mã OTP của bạn', '482915'],
    ['Mã xác thực: 482915.'.normalize('NFD'), '482915'],
    ['Your code is 004711', '004711'],
    ['Mã xác thực của bạn là 48291536, hết hạn sau 3 phút.', '48291536'],
    ['Mã đơn hàng 2024 đã được giao', undefined],
    ['Mã hồ sơ H99-261122-0001', undefined],
    ['Mã giao dịch 1234567', undefined],
    ['Mã giảm giá 150.000000 đ', undefined],
    ['Học phí 482915 đồng', undefined],
    ['Không có gì', undefined],
  ])('of “%s” is %s', (text, code) => {
    expect(codeIn(text)).toBe(code);
  });
});
