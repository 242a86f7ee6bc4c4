import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Accounts, accountsIn, LAST_DAY } from './kit/dvcqg-accounts.ts';
import { codeOn } from './kit/phone.ts';

let ws: TestWorkspace;
let accounts: Accounts;

beforeEach(async () => {
  ws = await openWorkspace({ calendar: LAST_DAY });
  accounts = accountsIn(ws);
});

describe('guessing a recovery', () => {
  test('ends after five codes, and can be taken up again later', async () => {
    const ask = () => accounts.post('/api/recovery', { number: '099090000001', phone: '0950000101' });
    for (let sent = 0; sent < 5; sent++) expect((await ask()).status).toBe(200);
    expect(await ask()).toMatchObject({ status: 429, body: { code: 'too_many_codes' } });
    await ws.configure({ clockOffsetSeconds: 901 });
    expect((await ask()).status).toBe(200);
  });
});

describe('recovery', () => {
  const begin = (number: string, phone: string) =>
    accounts.post<{ handle: string }>('/api/recovery', { number, phone });

  test('number and telephone bring a code, and that the user name and a new password', async () => {
    const { body } = await begin('990000063', '0950000163');
    const shown = { handle: body.handle, code: await codeOn(ws, 'nghia') };
    expect(await accounts.post('/api/recovery/finish', { ...shown, password: 'Moi@654321' })).toMatchObject({
      status: 200,
      body: { usernames: ['990000063'], passwordChanged: true },
    });
    expect((await accounts.post('/api/recovery/finish', shown)).body.code).toBe('code_expired');
    expect((await accounts.events((await accounts.firstOf('nghia')).techId)).at(-1)).toBe('password-changed');
  });

  test('a weak password costs no code', async () => {
    const { body } = await begin('099090000001', '0950000101');
    const shown = { handle: body.handle, code: await codeOn(ws, 'an') };
    expect((await accounts.post('/api/recovery/finish', { ...shown, password: 'abc' })).body.code).toBe(
      'weak_password',
    );
    expect((await accounts.post('/api/recovery/finish', shown)).body).toMatchObject({
      usernames: ['099090000001'],
      passwordChanged: false,
    });
  });

  test('of two accounts one must be chosen', async () => {
    await accounts.make({ person: 'mai' });
    await accounts.make({ person: 'mai', username: 'mai.khac' });
    const { body } = await begin('099192000002', '0950000102');
    const shown = { handle: body.handle, code: await codeOn(ws, 'mai'), password: 'Moi@654321' };
    expect((await accounts.post('/api/recovery/finish', shown)).body.code).toBe('invalid_input');
    const chosen = await accounts.post('/api/recovery/finish', { ...shown, username: 'mai.khac' });
    expect(chosen).toMatchObject({ status: 200, body: { passwordChanged: true } });
  });

  test.each([
    ['another telephone', '099090000001', '0950000102', LAST_DAY, 'no_such_holder'],
    ['a locked account', '099091000039', '0950000139', LAST_DAY, 'account_locked'],
    ['an account that has stopped', '099090000001', '0950000101', '2024-07-01', 'account_stopped'],
  ])('refused: %s', async (_, number, phone, calendar, code) => {
    await ws.configure({ calendar });
    if (code === 'account_locked') {
      const long = await accounts.firstOf('long');
      number = long.state.number!;
      phone = long.phone!;
    }
    expect((await begin(number, phone)).body.code).toBe(code);
  });
});
