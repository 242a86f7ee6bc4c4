import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { codeOn, messagesOf } from './kit/phone.ts';
import { ask, BEFORE, begun, fault, mai, register, step } from './kit/registration.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace();
  await ws.configure({ calendar: BEFORE });
});

const begin = () => begun(ws, { method: 'mobile', ...mai });

const otherThan = (code: string): string => code.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));

const give = (id: string, code: string) => step(ws, id, 'code', { code });

describe('a one-time code', () => {
  test('comes by SMS from the national portal, in clear Vietnamese, with its lifetime', async () => {
    await begin();
    const [message] = await messagesOf(ws, 'mai');
    expect(message).toMatchObject({ from: 'DVCQG', code: expect.stringMatching(/^\d{6}$/) });
    expect(message?.text).toContain('đăng ký tài khoản');
    expect(message?.text).toContain('3 phút');
  });

  test('may be typed in groups, and works once', async () => {
    const { id } = await begin();
    const code = await codeOn(ws, 'mai');
    expect(await give(id, ` ${code.slice(0, 3)} ${code.slice(3)} `)).toMatchObject({ status: 200 });
    expect(await give(id, code)).toMatchObject({ status: 409, body: { code: 'wrong_step' } });
  });

  test('of 64 parallel callers with the right one exactly one goes on, and none is told of a fault of ours', async () => {
    const { id } = await begin();
    const code = await codeOn(ws, 'mai');
    const told = await Promise.all(Array.from({ length: 64 }, () => give(id, code)));
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(told.filter(({ status }) => ![200, 409, 410].includes(status))).toEqual([]);
  });

  test('is void after five wrong tries, counted exactly however many come at once', async () => {
    const { id } = await begin();
    const code = await codeOn(ws, 'mai');
    const told = await Promise.all(Array.from({ length: 12 }, () => give(id, otherThan(code))));
    const count = (wanted: string) => told.filter(({ body }) => body.code === wanted).length;
    expect([count('wrong_code'), count('too_many_wrong_codes')]).toEqual([4, 8]);
    expect(await give(id, code)).toMatchObject({ status: 429, body: { code: 'too_many_wrong_codes' } });
  });

  test('counts tries and seconds, and has digits, as the settings say', async () => {
    await ws.configure({ dvcqg: { otp: { digits: 8, seconds: 45, tries: 2 } } });
    const { id, sent } = await begin();
    expect(sent.seconds).toBe(45);
    const [message] = await messagesOf(ws, 'mai');
    const code = message?.code ?? '';
    expect(code).toMatch(/^\d{8}$/);
    expect(message?.text).toContain('45 giây');
    expect(await give(id, otherThan(code))).toMatchObject({ status: 401, body: { code: 'wrong_code' } });
    expect(await give(id, code)).toMatchObject({ status: 200 });
  });

  test.each([
    [179, 200, undefined],
    [180, 410, 'code_expired'],
  ])('after %d seconds of the token clock answers %d', async (seconds, status, code) => {
    await ws.configure({ clockOffsetSeconds: -1000 });
    const { id } = await begin();
    const right = await codeOn(ws, 'mai');
    // The clock runs on while the test does: it may be late by less than a second.
    await ws.configure({ clockOffsetSeconds: -1000 + (seconds === 179 ? 170 : seconds) });
    expect(await give(id, right)).toMatchObject({ status, ...(code && { body: { code } }) });
  });

  test('that was sent again voids the one before, and begins to count anew', async () => {
    const { id } = await begin();
    const first = await codeOn(ws, 'mai');
    for (let tries = 0; tries < 5; tries++) await give(id, otherThan(first));
    expect(await step(ws, id, 'resend')).toMatchObject({ status: 200, body: { next: 'code' } });
    const second = await codeOn(ws, 'mai');
    if (first !== second) expect(await give(id, first)).toMatchObject({ body: { code: 'wrong_code' } });
    expect(await give(id, second)).toMatchObject({ status: 200, body: { next: 'password' } });
  });

  test('comes five times within a quarter of an hour, and then no more until that is over', async () => {
    const { id } = await begin();
    for (let sent = 1; sent < 5; sent++) expect(await step(ws, id, 'resend')).toMatchObject({ status: 200 });
    expect(await step(ws, id, 'resend')).toMatchObject({ status: 429, body: { code: 'too_many_codes' } });
    expect(await messagesOf(ws, 'mai')).toHaveLength(5);
    expect(await give(id, await codeOn(ws, 'mai'))).toMatchObject({ status: 200 });
  });

  test('is of use to no other registration', async () => {
    const one = await begin();
    const code = await codeOn(ws, 'mai');
    const other = await begin();
    const later = await codeOn(ws, 'mai');
    if (code !== later) expect(await give(other.id, code)).toMatchObject({ body: { code: 'wrong_code' } });
    expect(await give(one.id, code)).toMatchObject({ status: 200 });
  });

  test('is nowhere in the journal', async () => {
    await ws.configure({ dvcqg: { otp: { digits: 8 } } });
    const { id } = await begin();
    const code = await codeOn(ws, 'mai');
    expect(code).toMatch(/^\d{8}$/);
    expect(await give(id, code)).toMatchObject({ status: 200 });
    expect(await (await ws.control('/journal?limit=200')).text()).not.toContain(code);
  });
});

describe('the SMS', () => {
  test.each([
    ['the carrier is down', { system: 'telecom', operation: 'send', failure: 'down' }],
    ['its quota is used up', { system: 'telecom', operation: 'send', failure: 'quota' }],
    ['the credential has expired', { system: 'telecom', operation: 'send', failure: 'expired-credential' }],
    ['its answer is cut short', { system: 'telecom', operation: 'send', failure: 'malformed' }],
    ['the phone cannot be reached', { system: 'phone', operation: 'receive', failure: 'down' }],
  ])('is told to have failed when %s, and nothing has begun', async (_, rule) => {
    await fault(ws, rule);
    expect(await register(ws, { method: 'mobile', ...mai })).toMatchObject({
      status: 503,
      body: { code: 'sms_not_sent' },
    });
  });

  test.each([
    ['a number that nobody has', '0950000999', 'UNKNOWN_SUBSCRIBER'],
    ['a suspended SIM', '0950000119', 'SUSPENDED'],
    ['a number of no carrier', '0212345678', 'no carrier'],
  ])('to %s is told to have failed', async (_, phone, why) => {
    const said = { method: 'insurance', insurance: '9900000002', ...mai, phone };
    const told = await register(ws, said);
    expect(told).toMatchObject({ status: 503, body: { code: 'sms_not_sent' } });
    expect(told.body.detail).toContain(why);
  });

  test('that fails at a second time leaves the first code good', async () => {
    const { id } = await begin();
    const code = await codeOn(ws, 'mai');
    await fault(ws, { system: 'telecom', operation: 'send', failure: 'down' });
    expect(await step(ws, id, 'resend')).toMatchObject({ status: 503, body: { code: 'sms_not_sent' } });
    expect(await give(id, code)).toMatchObject({ status: 200 });
    expect(await ask(ws, `/registrations/${id}`)).toMatchObject({ body: { next: 'password' } });
  });
});
