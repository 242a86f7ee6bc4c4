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

const firstOf = async (person: string): Promise<Seen> => {
  const [first] = await accounts.of(person);
  if (!first) throw new Error(`${person} has no account`);
  return first;
};

const eventsOf = async (techId: string) => (await accounts.history(techId)).map(({ event }) => event);

describe('finding', () => {
  test('by person, number, user name, state and kind', async () => {
    const { techId } = await firstOf('an');
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
    const { techId } = await firstOf('dat');
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
    expect(await eventsOf(techId)).toEqual(['registered', 'number-verified', 'data-taken-over']);
  });

  test('a register that is down refuses nobody, and leaves no trace in the account', async () => {
    const { techId } = await firstOf('an');
    const ask = { failure: 'down', system: 'population', operation: 'lookup', times: 1 };
    await ws.control('/faults', jsonBody({ ...ask, operation: undefined }));
    expect(await accounts.step(techId, 'verify')).toMatchObject({
      status: 503,
      body: { code: 'register_unavailable' },
    });
    expect(await eventsOf(techId)).toEqual(['registered']);
    expect((await accounts.step(techId, 'verify')).status).toBe(200);
  });
});

describe('telephone and e-mail', () => {
  test('a new number gets a code, is changed by it, and the code is used up', async () => {
    const { techId } = await firstOf('phuc');
    await accounts.step(techId, 'number', { number: '099089000023' });
    const sent = await accounts.step<{ handle: string; sentTo: string }>(techId, 'phone', {
      phone: '0950000223',
    });
    expect(sent).toMatchObject({ status: 200, body: { sentTo: expect.stringMatching(/223$/) } });
    const shown = { handle: sent.body.handle, code: await codeOn(ws, 'phuc') };
    expect((await accounts.step(techId, 'phone/confirm', shown)).body.phone).toBe('0950000223');
    expect((await accounts.step(techId, 'phone/confirm', shown)).body.code).toBe('code_expired');
    expect((await eventsOf(techId)).at(-1)).toBe('phone-changed');
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
    expect((await eventsOf((await firstOf('nghia')).techId)).at(-1)).toBe('password-changed');
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
      const long = await firstOf('long');
      number = long.state.number!;
      phone = long.phone!;
    }
    expect((await begin(number, phone)).body.code).toBe(code);
  });
});

describe('the police ministry’s portal', () => {
  const basic = { authorization: `Basic ${btoa('bocongan:bocongan-secret')}` };
  const about = (personalNumber: string, fullName: string, birthDate: string): Record<string, string> => ({
    personalNumber,
    fullName,
    birthDate,
    sub: 'subject-at-bocongan',
  });
  const phuc = about('099089000023', 'Dương Hoàng Phúc', '1989-01-27');
  const an = about('099090000001', 'Nguyễn Văn An', '1990-05-15');
  interface Synced {
    techId: string | null;
    accounts: { techId: string; outcome: string; fields?: string[]; createdOn: string }[];
  }
  const sync = (body: object, headers: Record<string, string> = basic) =>
    accounts.post<Synced>('/api/sync', body, headers);

  test.each([
    ['2024-06-27', 403],
    ['2024-06-28', 200],
    ['2026-11-22', 200],
  ])('on %s: %i', async (calendar, status) => {
    await ws.configure({ calendar });
    const answer = await sync(an);
    expect(answer.status).toBe(status);
    if (status === 403) {
      expect(answer.body.code).toBe('not_yet');
      expect(answer.body.errors?.[0]?.message).toMatch(/28\/06\/2024.*Bộ Công an/);
    }
  });

  test('brings over every old account of the person, of the old card too, and lists them', async () => {
    await ws.configure({ calendar: '2026-11-22' });
    const { body } = await sync(phuc);
    expect(body.accounts.map(({ outcome }) => outcome)).toEqual(['linked', 'linked']);
    expect(body.accounts.map(({ createdOn }) => createdOn)).toEqual(['2020-03-10', '2022-04-05']);
    const both = await accounts.of('phuc');
    expect(both.map(({ state }) => state)).toEqual(
      both.map(() => ({ at: 'linked', number: '099089000023', sub: 'subject-at-bocongan' })),
    );
    expect(both[0]?.linkedAccounts).toHaveLength(2);
    expect(body.techId).toBe(both[0]?.linkedAccounts[0]);
    expect(await accounts.history(body.techId!)).toMatchObject([
      { event: 'registered' },
      { event: 'stopped', by: 'calendar' },
      { event: 'number-verified', by: 'population' },
      { event: 'linked', by: 'bocongan', rule: 'police-portal-syncs' },
    ]);
  });

  test('again it changes nothing', async () => {
    await ws.configure({ calendar: '2026-11-22' });
    const first = await sync(phuc);
    const again = await sync(phuc);
    expect(again.body.techId).toBe(first.body.techId);
    expect(again.body.accounts.map(({ outcome }) => outcome)).toEqual(['already-linked', 'already-linked']);
    expect(await eventsOf(first.body.techId!)).toHaveLength(4);
  });

  test('64 at once: each account is linked once', async () => {
    await ws.configure({ calendar: '2026-11-22' });
    const all = await Promise.all(Array.from({ length: 64 }, () => sync(an)));
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    const outcomes = all.map(({ body }) => body.accounts[0]?.outcome);
    expect(outcomes.filter((outcome) => outcome === 'linked')).toHaveLength(1);
    expect((await eventsOf((await firstOf('an')).techId)).filter((event) => event === 'linked')).toHaveLength(
      1,
    );
  });

  test('what the register does not confirm stays as it is, and the answer says why', async () => {
    await ws.configure({ calendar: '2026-11-22' });
    const { body } = await sync(about('099096000046', 'Trần Nhật Minh', '1996-02-14'));
    expect(body).toMatchObject({
      techId: null,
      accounts: [{ outcome: 'differs', fields: ['number', 'name'] }],
    });
    expect((await firstOf('nhat-minh')).state.at).toBe('stopped');
  });

  test('a locked account stays locked', async () => {
    await ws.configure({ calendar: '2026-11-22' });
    const { techId, state, name, birth } = await firstOf('long');
    const { body } = await sync(about(state.number!, name, birth!));
    expect(body).toMatchObject({ techId: null, accounts: [{ techId, outcome: 'locked' }] });
  });

  test('an account of somebody else’s that was given the number stays away', async () => {
    const { techId } = await accounts.make({ person: 'quan', state: 'no-number', username: 'cua.quan' });
    const mai = { number: '099192000002', name: 'Trần Thị Mai', birth: '1992-11-20' };
    await accounts.step(techId, 'number', mai);
    await accounts.step(techId, 'verify');
    await ws.configure({ calendar: '2026-11-22' });
    expect((await sync(about(mai.number, mai.name, mai.birth))).body).toEqual({ techId: null, accounts: [] });
  });

  test('whoever has nothing old gets an empty list', async () => {
    await ws.configure({ calendar: '2026-11-22' });
    expect((await sync(about('099192000002', 'Trần Thị Mai', '1992-11-20'))).body).toEqual({
      techId: null,
      accounts: [],
    });
  });

  test.each([
    ['nobody', {}],
    ['another client', { authorization: `Basic ${btoa('demo-portal:demo-portal-secret')}` }],
    ['a wrong secret', { authorization: `Basic ${btoa('bocongan:khac')}` }],
    ['what is no credential', { authorization: 'Basic !!!' }],
  ])('refuses %s', async (_, headers) => {
    await ws.configure({ calendar: '2026-11-22' });
    expect(await sync(an, headers)).toMatchObject({ status: 401, body: { code: 'unknown_portal' } });
    expect((await firstOf('an')).state.at).toBe('stopped');
  });

  test('name and birth must be those of the number', async () => {
    await ws.configure({ calendar: '2026-11-22' });
    expect((await sync({ ...an, fullName: 'Trần Thị Mai' })).body.code).toBe('population_differs');
    expect((await sync({ ...an, personalNumber: '001190000001' })).body.code).toBe('foreign_number');
  });
});
