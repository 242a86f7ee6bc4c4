import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { askToken, type Caller, vnpost } from './kit/carriers.ts';
import { expectOAuthError, jsonBody } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Caller;

beforeAll(async () => {
  ws = await openWorkspace();
  portal = await vnpost(ws);
});

const people = {
  tuan: { phone: '0950000159', personalNumber: '099083000059', fullName: 'Hồ Anh Tuấn' },
  hoa: { phone: '0950000160', personalNumber: '099180000060', fullName: 'Lê Thị Thanh Hòa' },
  cong: { phone: '0950000161', personalNumber: '099077000061', fullName: 'Phạm Thành Công' },
  thom: { phone: '0950000162', personalNumber: '099189000062', fullName: 'Đào Thị Thơm' },
} as const;

type Who = keyof typeof people;

const check = (who: Who, changes: object = {}, headers?: Record<string, string>) =>
  portal.post('/accounts/check', { ...people[who], ...changes }, headers);

const yes = { phoneMatch: 'true', personalNumberMatch: 'true', fullNameMatch: 'true' };
const unknown = {
  phoneMatch: 'not_available',
  personalNumberMatch: 'not_available',
  fullNameMatch: 'not_available',
};

describe('whether a VNPost account is of the one who gives it', () => {
  test.each<[Who, object]>([
    ['tuan', { ...yes, result: 'match', status: 'active' }],
    ['hoa', { ...yes, result: 'locked', status: 'locked' }],
    ['cong', { ...yes, phoneMatch: 'false', result: 'mismatch', status: 'active' }],
    ['thom', { ...unknown, result: 'no_account', status: 'none' }],
  ])('%s: %j', async (who, outcome) => {
    const { status, body } = await check(who);
    expect(status).toBe(200);
    expect(body).toEqual({ ...outcome, message: expect.any(String), messageEn: expect.any(String) });
  });

  test('the old number is still the account’s', async () => {
    expect((await check('cong', { phone: '0950000261' })).body).toMatchObject({ ...yes, result: 'match' });
  });

  test('a customer code does instead of a phone number', async () => {
    const { phone: _, ...tuan } = people.tuan;
    const said = async (customerCode: string) =>
      (await portal.post('/accounts/check', { ...tuan, customerCode })).body;
    expect(await said('KH0990059')).toMatchObject({ customerCodeMatch: 'true', result: 'match' });
    expect(await said('KH0990060')).toMatchObject({ personalNumberMatch: 'false', result: 'mismatch' });
    expect(await said('KH9999999')).toMatchObject({ customerCodeMatch: 'false', result: 'mismatch' });
  });

  test.each([
    ['personalNumber', '099189000062', { personalNumberMatch: 'false', phoneMatch: 'true' }],
    ['fullName', 'Hồ Anh Tú', { fullNameMatch: 'false', phoneMatch: 'true' }],
  ])('the wrong %s is a mismatch', async (field, value, more) => {
    expect((await check('tuan', { [field]: value })).body).toMatchObject({ result: 'mismatch', ...more });
  });

  test('neither case nor diacritics make another name', async () => {
    expect((await check('tuan', { fullName: ' HO  ANH TUAN' })).body).toMatchObject({ result: 'match' });
  });

  test.each([
    [{ phone: undefined }],
    [{ customerCode: 'KH0990059' }],
    [{ personalNumber: '990000059' }],
    [{ phone: '84950000159' }],
    [{ more: 1 }],
  ])('%j is refused, and it says where', async (changes) => {
    const { status, body } = await check('tuan', changes);
    expect(status).toBe(400);
    expect(body).toEqual({ Status: '0', Code: 'invalid_input', Message: expect.stringMatching(/ \/ /) });
  });

  test.each([
    ['empty', 200, { result: 'no_account', status: 'none' }],
    ['stale-data', 200, { result: 'mismatch', phoneMatch: 'false', fullNameMatch: 'false' }],
    ['wrong-person', 200, { result: 'mismatch', personalNumberMatch: 'false' }],
    ['quota', 429, { Status: '0', Code: 'quota_exceeded' }],
    ['expired-credential', 401, { Status: '0', Code: 'unauthenticated' }],
  ])('asked to fail: %s', async (failure, status, body) => {
    expect(await check('tuan', {}, { 'x-hopcat-fault': failure })).toMatchObject({ status, body });
  });
});

describe('the token of VNPost', () => {
  test('ends by the token clock', async () => {
    const late = await openWorkspace();
    const caller = await vnpost(late);
    await late.configure({ clockOffsetSeconds: 3601 });
    expect(await caller.post('/accounts/check', people.tuan)).toMatchObject({
      status: 401,
      body: { Status: '0', Code: 'unauthenticated' },
    });
  });

  test('must be there, in its own header', async () => {
    const url = `${ws.origin}/${ws.id}/post/accounts/check`;
    expect((await ws.fetch(url, jsonBody(people.tuan))).status).toBe(401);
    const answer = await askToken(ws, '/telecom/oauth2/token');
    const { access_token } = (await answer.json()) as { access_token: string };
    expect((await check('tuan', {}, { access_token })).status).toBe(401);
  });

  test('is for those who have the secret', async () => {
    const answer = await askToken(ws, '/post/token', {}, { id: 'demo-portal', secret: 'sai' });
    await expectOAuthError(answer, 'invalid_client', 401);
  });
});
