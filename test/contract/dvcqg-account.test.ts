import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Accounts, accountsIn, LAST_DAY, type Seen } from './kit/dvcqg-accounts.ts';
import { codeOn } from './kit/phone.ts';
import { jsonBody } from './kit/wire.ts';

let ws: TestWorkspace;
let accounts: Accounts;

beforeEach(async () => {
  ws = await openWorkspace({ calendar: LAST_DAY });
  accounts = accountsIn(ws);
});

describe('finding', () => {
  test('by person, number, user name, state and kind', async () => {
    const { techId } = await accounts.firstOf('an');
    const found = async (query: string) => {
      const { body } = await accounts.get<{ accounts: Seen[] }>(`/api/accounts?${query}`);
      return body.accounts.map((account) => account.techId);
    };
    expect(await found('number=099090000001')).toEqual([techId]);
    expect(await found('username=099090000001')).toEqual([techId]);
    expect(await found('state=unverified')).toContain(techId);
    expect(await found('state=linked')).not.toContain(techId);
    expect(await found('kind=enterprise&person=an')).toEqual([]);
    expect(await found('state=unverified&number=099071000063')).toEqual([]);
  });

  test('never tells a password', async () => {
    const answer = await ws.fetch(`${ws.origin}/${ws.id}/dvcqg/api/accounts`);
    expect(await answer.text()).not.toMatch(/passwordHash|Aa@123456/);
  });

  test('a TechID that nobody has is told so', async () => {
    expect(await accounts.get('/api/accounts/no-such')).toMatchObject({
      status: 404,
      body: { code: 'unknown_account' },
    });
  });
});

describe('fixtures', () => {
  test.each(['no-number', 'unverified', 'verified', 'prompted', 'linked', 'unlinked'])(
    '%s: made by the sandbox, step by step',
    async (state) => {
      const { techId, ...made } = await accounts.make({ person: 'mai', state });
      expect(made.state.at).toBe(state);
      const history = await accounts.history(techId);
      expect(history.at(-1)?.to).toBe(state);
      expect(new Set(history.map(({ by }) => by))).toEqual(new Set(['sandbox']));
    },
  );

  test('a user name is one account’s; without a wish the next free one is taken', async () => {
    const names = [];
    for (let n = 0; n < 3; n++) names.push((await accounts.make({ person: 'mai' })).username);
    expect(names).toEqual(['099192000002', '099192000002.2', '099192000002.3']);
    expect(await accounts.post('/api/accounts', { person: 'mai', username: '099192000002' })).toMatchObject({
      status: 409,
      body: { code: 'username_taken' },
    });
  });

  test.each([
    ['nobody', { person: 'nobody' }, 'invalid_input'],
    ['a number that may be real', { person: 'mai', number: '001190000001' }, 'foreign_number'],
    ['one in the user name', { person: 'mai', username: '001190000001' }, 'foreign_number'],
    ['one in the name', { person: 'mai', name: 'Mai 001 190 000 001' }, 'foreign_number'],
    ['one in the address', { person: 'mai', email: '001190000001@example.vn' }, 'foreign_number'],
    ['one as the subject', { person: 'mai', state: 'linked', sub: '001190000001' }, 'foreign_number'],
    ['an enterprise of somebody who has none', { person: 'mai', kind: 'enterprise' }, 'invalid_input'],
    ['a citizen who is an organisation', { person: 'mai', state: 'organisation' }, 'invalid_input'],
    ['one that has stopped: that is the calendar’s', { person: 'mai', state: 'stopped' }, 'invalid_input'],
  ])('refused: %s', async (_, fixture, code) => {
    expect((await accounts.post('/api/accounts', fixture)).body.code).toBe(code);
  });

  test('of a state and a kind that go together', async () => {
    const made = await accounts.make({ person: 'khanh', kind: 'enterprise', method: 'usb' });
    expect(made).toMatchObject({ state: { at: 'organisation', ended: false }, username: '9900000129.2' });
  });
});

describe('the number', () => {
  test('somebody else’s may be given, and is not confirmed', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'no-number' });
    expect((await accounts.step(techId, 'number', { number: '099090000001' })).body.state).toEqual({
      at: 'unverified',
      number: '099090000001',
    });
    const refused = await accounts.step(techId, 'verify');
    expect(refused.body.errors?.map(({ path }) => path)).toEqual(['number', 'name']);
    await accounts.step(techId, 'number', { number: '099192000002' });
    expect((await accounts.step(techId, 'verify')).status).toBe(200);
  });

  test('that may be a real person’s is kept in no field', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'no-number' });
    const name = 'Mai 001190000001';
    const given = await accounts.step(techId, 'number', { number: '099192000002', name });
    const email = await accounts.step(techId, 'email', { email: 'a.001190000001@example.vn' });
    expect([given.body.code, email.body.code]).toEqual(['foreign_number', 'foreign_number']);
    expect(JSON.stringify(await accounts.of('mai'))).not.toContain('001190000001');
  });

  test('one that is confirmed is not given anew', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'verified' });
    expect((await accounts.step(techId, 'number', { number: '099090000001' })).body.code).toBe('wrong_state');
  });

  test('without a number there is nothing to ask the register about', async () => {
    const { techId } = await accounts.firstOf('dat');
    expect(await accounts.step(techId, 'verify')).toMatchObject({
      status: 409,
      body: { code: 'number_missing' },
    });
  });

  test('taking over writes what the register holds, and ticks it', async () => {
    const { techId } = await accounts.make({ person: 'mai', name: 'TRAN THI MAI' });
    const taken = await accounts.step<{ register: { name: string }; account: Seen }>(techId, 'take-over');
    expect(taken.body.account.name).toBe(taken.body.register.name);
    expect(taken.body.account.name).not.toBe('TRAN THI MAI');
    expect(taken.body.account.confirmed).toEqual(
      expect.arrayContaining(['number', 'name', 'birth', 'gender', 'address']),
    );
    expect(await accounts.events(techId)).toEqual(['registered', 'number-verified', 'data-taken-over']);
  });

  test('a register that is down refuses nobody, and leaves no trace in the account', async () => {
    const { techId } = await accounts.firstOf('an');
    const ask = { failure: 'down', system: 'population', operation: 'lookup', times: 1 };
    await ws.control('/faults', jsonBody({ ...ask, operation: undefined }));
    expect(await accounts.step(techId, 'verify')).toMatchObject({
      status: 503,
      body: { code: 'register_unavailable' },
    });
    expect(await accounts.events(techId)).toEqual(['registered']);
    expect((await accounts.step(techId, 'verify')).status).toBe(200);
  });
});

describe('telephone and e-mail', () => {
  test('a new number gets a code, is changed by it, and the code is used up', async () => {
    const { techId } = await accounts.firstOf('phuc');
    await accounts.step(techId, 'number', { number: '099089000023' });
    const sent = await accounts.step<{ handle: string; sentTo: string }>(techId, 'phone', {
      phone: '0950000223',
    });
    expect(sent).toMatchObject({ status: 200, body: { sentTo: expect.stringMatching(/223$/) } });
    const shown = { handle: sent.body.handle, code: await codeOn(ws, 'phuc') };
    expect((await accounts.step(techId, 'phone/confirm', shown)).body.phone).toBe('0950000223');
    expect((await accounts.step(techId, 'phone/confirm', shown)).body.code).toBe('code_expired');
    expect((await accounts.events(techId)).at(-1)).toBe('phone-changed');
  });

  test('a code for one account changes no other', async () => {
    const [one, two] = [
      await accounts.make({ person: 'mai', state: 'verified' }),
      await accounts.make({ person: 'mai', state: 'verified' }),
    ];
    const sent = await accounts.step<{ handle: string }>(one.techId, 'phone', { phone: '0950000102' });
    const shown = { handle: sent.body.handle, code: await codeOn(ws, 'mai') };
    expect((await accounts.step(two.techId, 'phone/confirm', shown)).body.code).toBe('wrong_code');
  });

  test.each([
    ['an', '0950000102', 'phone_not_own'],
    ['loan', '0950000117', 'phone_not_own'],
    ['dat', '0950000131', 'number_missing'],
  ])('%s cannot have %s: %s', async (person, phone, code) => {
    const [held] = await accounts.of(person);
    const { techId } = held ?? (await accounts.make({ person }));
    expect((await accounts.step(techId, 'phone', { phone })).body.code).toBe(code);
  });

  test('an address is one account’s, whatever its capitals; null takes it away', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'verified' });
    expect((await accounts.step(techId, 'email', { email: 'AN@example.vn' })).body.code).toBe('email_taken');
    expect((await accounts.step(techId, 'email', { email: 'moi@example.vn' })).body.email).toBe(
      'moi@example.vn',
    );
    expect((await accounts.step(techId, 'email', { email: null })).body).not.toHaveProperty('email');
  });
});
