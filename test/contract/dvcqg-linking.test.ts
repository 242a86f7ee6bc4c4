import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Accounts, accountsIn, changePerson, LAST_DAY } from './kit/dvcqg-accounts.ts';

let ws: TestWorkspace;
let accounts: Accounts;

beforeEach(async () => {
  ws = await openWorkspace({ calendar: LAST_DAY });
  accounts = accountsIn(ws);
});

const firstOf = async (person: string) => {
  const [first] = await accounts.of(person);
  if (!first) throw new Error(`${person} has no account`);
  return first;
};

const eventsOf = async (techId: string) => (await accounts.history(techId)).map(({ event }) => event);

describe('the plain way', () => {
  test('number, verification, prompt, VNeID: each step stands in the history with who and which rule', async () => {
    const { techId } = await firstOf('an');
    expect((await accounts.step(techId, 'verify')).status).toBe(200);
    expect((await accounts.step(techId, 'prompt')).body.state.at).toBe('prompted');
    const linked = await accounts.link(techId, 'an');
    expect(linked).toMatchObject({
      status: 200,
      body: { outcome: 'linked', signedInAs: techId, account: { linkedAccounts: [techId] } },
    });
    expect(await accounts.history(techId)).toMatchObject([
      { event: 'registered', from: null, to: 'unverified', by: 'person' },
      {
        event: 'number-verified',
        from: 'unverified',
        to: 'verified',
        by: 'population',
        rule: 'verified-number',
      },
      { event: 'prompted', from: 'verified', to: 'prompted', rule: 'switch-announced' },
      { event: 'linked', from: 'prompted', to: 'linked', by: 'vneid', date: LAST_DAY },
    ]);
  });

  test('what the population register has not confirmed is not linked', async () => {
    const { techId } = await firstOf('an');
    expect(await accounts.link(techId, 'an')).toMatchObject({
      status: 409,
      body: { code: 'number_not_verified' },
    });
    expect((await accounts.read(techId)).state.at).toBe('unverified');
  });

  test('the VNeID of somebody else is refused', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'verified' });
    expect(await accounts.link(techId, 'an')).toMatchObject({
      status: 409,
      body: { code: 'number_differs' },
    });
    expect((await accounts.read(techId)).state.at).toBe('verified');
  });
});

describe('papers', () => {
  test('a 9-digit card leads to the personal number, by which the account is then linked', async () => {
    const { techId, state } = await firstOf('nghia');
    expect(state).toEqual({ at: 'no-number' });
    const verified = await accounts.step<{ account: { state: object } }>(techId, 'verify');
    expect(verified.body.account.state).toEqual({ at: 'verified', number: '099071000063' });
    expect((await accounts.link(techId, 'nghia')).body.outcome).toBe('linked');
  });

  test('a number that was re-issued is renewed in the account, which keeps its TechID and is linked', async () => {
    const { techId, state } = await firstOf('kiet');
    expect(state.number).toBe('099093000014');
    expect(await accounts.link(techId, 'kiet')).toMatchObject({
      status: 200,
      body: { signedInAs: techId, account: { state: { at: 'linked', number: '099094000014' } } },
    });
    expect((await eventsOf(techId)).slice(-2)).toEqual(['number-renewed', 'linked']);
    expect(
      (await accounts.get<{ accounts: object[] }>('/api/accounts?number=099094000014')).body.accounts,
    ).toHaveLength(1);
  });

  test('a linked account stays linked when the number is re-issued, and is renewed at the next sign-in', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'verified' });
    await accounts.link(techId, 'mai');
    await changePerson(ws, 'mai', { personalNumber: '099192000902', formerNumbers: ['099192000002'] });
    expect((await accounts.read(techId)).state).toMatchObject({ at: 'linked', number: '099192000002' });
    const again = await accounts.link(techId, 'mai');
    expect(again.body).toMatchObject({
      signedInAs: techId,
      account: { state: { at: 'linked', number: '099192000902' } },
    });
    expect(await eventsOf(techId)).toEqual(['registered', 'linked', 'number-renewed']);
  });

  test.each([
    ['nhat-minh', 'a name that was changed since', ['number', 'name']],
    ['hai', 'a wrong birth date', ['birth']],
  ])('%s: the register does not confirm %s, and says which fields', async (person, _, fields) => {
    const { techId } = await firstOf(person);
    const refused = await accounts.step(techId, 'verify');
    expect(refused).toMatchObject({ status: 409, body: { code: 'population_differs' } });
    expect(refused.body.errors?.map(({ path }) => path)).toEqual(fields);
    expect((await accounts.history(techId)).at(-1)).toMatchObject({
      event: 'number-refused',
      from: 'unverified',
      to: 'unverified',
      by: 'population',
      fields,
    });
  });

  test('once name and birth are written as the register has them, the account is verified', async () => {
    const { techId } = await firstOf('nhat-minh');
    await accounts.step(techId, 'number', { number: '099096000046', name: 'Trần Nhật Minh' });
    expect((await accounts.step(techId, 'verify')).status).toBe(200);
    expect((await accounts.link(techId, 'nhat-minh')).body.outcome).toBe('linked');
  });

  test('of whoever has no birth day, only the year is compared', async () => {
    const { techId, birth } = await firstOf('sau');
    expect(birth).toBe('1938');
    expect((await accounts.step(techId, 'verify')).status).toBe(200);
    expect((await accounts.link(techId, 'sau')).body.outcome).toBe('linked');
  });
});

describe('several accounts', () => {
  test('two of one person are both listed; the TechID stays that of the first linked one', async () => {
    const second = await accounts.make({ person: 'mai', state: 'verified' });
    const third = await accounts.make({ person: 'mai', state: 'verified' });
    expect(second.username).not.toBe(third.username);
    await accounts.link(third.techId, 'mai');
    expect(await accounts.link(second.techId, 'mai')).toMatchObject({
      body: { outcome: 'linked', signedInAs: third.techId },
    });
    for (const { techId } of [second, third])
      expect((await accounts.read(techId)).linkedAccounts).toEqual([third.techId, second.techId]);
  });

  test('unlinking the first one makes the second stand for the person, and linking again does not take that back', async () => {
    const [one, two] = [
      await accounts.make({ person: 'mai', state: 'verified' }),
      await accounts.make({ person: 'mai', state: 'verified' }),
    ];
    await accounts.link(one.techId, 'mai');
    await accounts.link(two.techId, 'mai');
    await accounts.step(one.techId, 'unlink');
    expect((await accounts.read(two.techId)).linkedAccounts).toEqual([two.techId]);
    expect((await accounts.link(one.techId, 'mai')).body.signedInAs).toBe(two.techId);
  });

  test('one telephone or e-mail address in two people’s accounts makes them neither one nor a linked pair', async () => {
    const [lien, ngan] = [await firstOf('lien'), await firstOf('ngan')];
    expect(lien.email).toBe(ngan.email);
    await accounts.link(lien.techId, 'lien');
    expect((await accounts.read(lien.techId)).linkedAccounts).toEqual([lien.techId]);
    expect((await accounts.read(ngan.techId)).state.at).toBe('unverified');
    const [anh, chau] = [await firstOf('bao-anh'), await firstOf('bao-chau')];
    expect(anh.phone).toBe(chau.phone);
    expect((await accounts.link(anh.techId, 'bao-chau')).body.code).toBe('number_differs');
  });

  test('a namesake born on the same day does not get the account', async () => {
    const { techId } = await firstOf('huong');
    expect((await accounts.link(techId, 'huong-2')).body.code).toBe('number_differs');
  });
});

describe('who may not', () => {
  test.each([
    ['binh', 'VNeID level 1', 'level_too_low'],
    ['cuong', 'a locked VNeID account', 'vneid_refused'],
    ['hung', 'somebody who has died', 'vneid_refused'],
    ['bao', 'a child, who has level 1 only', 'level_too_low'],
  ])('%s: %s', async (person, _, code) => {
    const { techId } = await accounts.make({ person, state: 'verified' });
    expect(await accounts.link(techId, person)).toMatchObject({ status: 403, body: { code } });
    expect((await accounts.read(techId)).state.at).toBe('verified');
  });

  test('the register says that the holder has died: nothing is verified', async () => {
    const { techId } = await accounts.make({ person: 'hung' });
    expect(await accounts.step(techId, 'verify')).toMatchObject({
      status: 403,
      body: { code: 'person_deceased' },
    });
  });

  test('an account that the portal has locked', async () => {
    const { techId } = await firstOf('long');
    for (const step of ['verify', 'take-over', 'prompt'])
      expect((await accounts.step(techId, step)).body.code).toBe('account_locked');
    expect((await accounts.link(techId, 'long')).body.code).toBe('account_locked');
  });
});

describe('again', () => {
  test('linking twice makes one link and one line of history', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'verified' });
    await accounts.link(techId, 'mai');
    expect((await accounts.link(techId, 'mai')).body.outcome).toBe('already-linked');
    expect(await eventsOf(techId)).toEqual(['registered', 'linked']);
  });

  test('a subject that has changed is written into the link that is there', async () => {
    const { techId, state } = await firstOf('trang');
    expect(state).toMatchObject({ at: 'linked', sub: 'former-subject-of-trang' });
    const linked = await accounts.link(techId, 'trang');
    expect(linked.body).toMatchObject({ outcome: 'linked', signedInAs: techId });
    expect(linked.body.account.state.sub).not.toBe('former-subject-of-trang');
    expect((await accounts.history(techId)).at(-1)).toMatchObject({
      event: 'linked',
      from: 'linked',
      to: 'linked',
      rule: 'relink-on-subject-change',
    });
  });

  test('whoever unlinks can be prompted and linked again, under the same TechID', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'verified' });
    await accounts.link(techId, 'mai');
    expect((await accounts.step(techId, 'unlink')).body.state.at).toBe('unlinked');
    expect((await accounts.step(techId, 'unlink')).body.code).toBe('wrong_state');
    expect((await accounts.step(techId, 'prompt')).body.state.at).toBe('prompted');
    expect((await accounts.link(techId, 'mai')).body.signedInAs).toBe(techId);
  });

  test('consent that was withdrawn unlinks, and VNeID is named for it', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'linked' });
    expect((await accounts.step(techId, 'withdraw-consent')).body.state.at).toBe('unlinked');
    expect((await accounts.history(techId)).at(-1)).toMatchObject({
      event: 'unlinked',
      by: 'vneid',
      rule: 'consent-withdrawn',
    });
  });

  test('64 callers at once: exactly one link, exactly one line of history', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'verified' });
    const all = await Promise.all(Array.from({ length: 64 }, () => accounts.link(techId, 'mai')));
    const outcomes = all.map(({ status, body }) => (status === 200 ? body.outcome : `${status}`));
    expect(outcomes.filter((outcome) => outcome === 'linked')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'already-linked')).toHaveLength(63);
    expect(await eventsOf(techId)).toEqual(['registered', 'linked']);
  });
});

describe('the end', () => {
  test('an old account stops on the law’s own day, whenever one looks, and is back when the calendar is', async () => {
    const { techId } = await firstOf('an');
    await ws.configure({ calendar: '2024-07-01' });
    expect((await accounts.read(techId)).state).toEqual({
      at: 'stopped',
      was: 'unverified',
      number: '099090000001',
    });
    await ws.configure({ calendar: '2026-11-22' });
    expect((await accounts.history(techId)).at(-1)).toMatchObject({
      event: 'stopped',
      date: '2024-07-01',
      at: '2024-06-30T17:00:00.000Z',
      by: 'calendar',
      rule: 'citizens-vneid-only',
    });
    await ws.configure({ calendar: '2024-06-30' });
    expect((await accounts.read(techId)).state.at).toBe('unverified');
  });

  test('a linked one lives on; unlinked, it stops too', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'linked' });
    await ws.configure({ calendar: '2024-07-01' });
    expect((await accounts.read(techId)).state.at).toBe('linked');
    await accounts.step(techId, 'unlink');
    expect((await accounts.read(techId)).state).toMatchObject({ at: 'stopped', was: 'unlinked' });
  });

  test('after it VNeID still brings over what was verified, and nothing else', async () => {
    const [sure, unsure] = [
      await accounts.make({ person: 'mai', state: 'verified' }),
      await accounts.make({ person: 'mai' }),
    ];
    await ws.configure({ calendar: '2024-07-01' });
    expect((await accounts.link(sure.techId, 'mai')).body.outcome).toBe('linked');
    expect((await accounts.link(unsure.techId, 'mai')).body.code).toBe('number_not_verified');
    for (const step of ['verify', 'prompt', 'take-over'])
      expect((await accounts.step(unsure.techId, step)).body.code).toBe('account_stopped');
    expect(await eventsOf(sure.techId)).toEqual(['registered', 'stopped', 'linked']);
  });

  test.each([
    ['2024-06-14', { here: true, elsewhere: true }],
    ['2024-06-15', { here: false, elsewhere: true }],
    ['2024-07-01', { here: false, elsewhere: false }],
  ])('on %s the password of a citizen works: %o', async (calendar, works) => {
    await ws.configure({ calendar });
    expect((await firstOf('an')).passwordWorks).toEqual(works);
  });

  test('organisations keep theirs a year longer, agencies for good', async () => {
    const [khanh, ngoc] = [await firstOf('khanh'), await firstOf('ngoc')];
    await ws.configure({ calendar: '2025-06-30' });
    expect((await accounts.read(khanh.techId)).state).toEqual({ at: 'organisation', ended: false });
    await ws.configure({ calendar: '2025-07-01' });
    expect((await accounts.read(khanh.techId)).state).toEqual({ at: 'organisation', ended: true });
    expect((await accounts.read(ngoc.techId)).state).toEqual({ at: 'organisation', ended: false });
  });
});
