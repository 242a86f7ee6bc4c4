import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { openWide } from './kit/exchange.ts';
import { textOf } from './kit/html.ts';
import { messagesOf } from './kit/phone.ts';
import { byToken } from './kit/token-sign-in.ts';
import { form, jsonBody } from './kit/wire.ts';

let ws: TestWorkspace;
beforeEach(async () => {
  ws = await openWorkspace({ calendar: '2024-06-14' });
});

const portal = (path: string) => `${ws.origin}/${ws.id}/dvcqg${path}`;
const son = {
  officer: 'ngoc.h99.01',
  number: '099078000034',
  name: 'Lâm Thái Sơn',
  birth: '1978-09-09',
  phone: '0950000134',
};
const create = async (changed: object = {}) => {
  const answer = await ws.fetch(portal('/api/officer/accounts'), jsonBody({ ...son, ...changed }));
  return { status: answer.status, body: await answer.json() };
};
const refused = (status: number, code: string) => ({ status, body: { code } });

describe('an account that an officer makes', () => {
  test('knows the number as it was typed, unverified, and by whom it was made', async () => {
    const { status, body } = await create();
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        username: '099078000034',
        method: 'officer',
        state: 'unverified',
        by: { name: 'Lê Thị Ngọc', agencyCode: 'H99.01' },
      },
    });
    const account = await (await ws.fetch(portal(`/api/accounts/${body.techId}`))).json();
    expect(account).toMatchObject({
      kind: 'citizen',
      method: 'officer',
      name: 'Lâm Thái Sơn',
      person: 'son',
    });
    const history = await (await ws.fetch(portal(`/api/accounts/${body.techId}/history`))).json();
    expect(JSON.stringify(history)).toContain('"by":"officer"');
    expect(JSON.stringify(history)).toContain('Lê Thị Ngọc');
    expect(JSON.stringify(history)).toContain('H99.01');
  });

  test('sends its first password to the citizen’s phone, and nowhere else', async () => {
    const { body } = await create();
    expect(JSON.stringify(body)).not.toMatch(/Aa@\d{6}/);
    const [newest] = await messagesOf(ws, 'son');
    expect(newest?.text).toMatch(/099\*+034|099078000034/);
    expect(newest?.text).toMatch(/Aa@\d{6}/);
    const journal = await (await ws.control('/journal')).text();
    expect(journal).toContain('"operation":"officerAccounts"');
    expect(journal).not.toMatch(/Aa@\d{6}/);
  });

  test('under the old card has no number yet', async () => {
    const { status, body } = await create({ number: '990000034' });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { username: '990000034', state: 'no-number' },
    });
  });

  test('may bear a name and a birth that no register has: nothing is checked', async () => {
    const answer = await create({ name: 'Lâm Thái Sởn', birth: '1978' });
    expect(answer).toMatchObject({ status: 201, body: { state: 'unverified' } });
  });
});

describe('is refused', () => {
  test('for whoever has one, and for a phone that another account has', async () => {
    expect(await create({ number: '099090000001' })).toMatchObject(refused(409, 'number_taken'));
    expect(await create({ phone: '0950000101' })).toMatchObject(refused(409, 'phone_taken'));
  });

  test('a second time, of which two at once are one', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => create()));
    expect(all.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
  });

  test('for a number that is not the sandbox’s own', async () => {
    expect(await create({ number: '001090000001' })).toMatchObject({ status: 400 });
  });

  test('where no message can be sent, and then no account was made', async () => {
    expect(await create({ phone: '0950000999' })).toMatchObject(refused(503, 'sms_not_sent'));
    expect(await create()).toMatchObject({ status: 201 });
  });

  test.each([
    ['a citizen’s account', '099090000001'],
    ['an enterprise’s account', '9900000129'],
    ['an account that nobody has', 'nobody'],
  ])('when %s acts', async (_, officer) => {
    expect(await create({ officer })).toMatchObject(refused(403, 'not_an_officer'));
  });

  test('when the officer is a civil servant no longer', async () => {
    await ws.control('/people/ngoc', jsonBody({ civilServant: null, portalAccounts: null }, 'PATCH'));
    expect(await create()).toMatchObject(refused(403, 'not_an_officer'));
  });
});

describe('from 15 June 2024 on', () => {
  beforeEach(() => ws.configure({ calendar: '2024-06-15' }));

  test('the API refuses, whoever asks', async () => {
    expect(await create()).toMatchObject(refused(403, 'officers_create_no_accounts'));
    expect(await create({ officer: 'nobody' })).toMatchObject(refused(403, 'officers_create_no_accounts'));
  });

  test('the page says since when and by which dispatch, and has no form', async () => {
    const page = await (await ws.fetch(portal('/officer'))).text();
    for (const told of ['15/06/2024', '3701/VPCP-KSTT', '29/05/2024', '1900.0368'])
      expect(page).toContain(told);
    expect(page).not.toContain('<form');
  });
});

describe('on the page', () => {
  /** Whoever signs in by a token, and is brought back to the officer's page. */
  const signedIn = async (kind: 'agency' | 'enterprise', holder: string) => {
    const browser = openWide(ws);
    const page = await browser.open(portal('/sign-in?to=/officer'));
    return { browser, page: await byToken(ws, browser, page, { kind, holder }) };
  };
  const typed = { number: son.number, name: son.name, birth: '09/09/1978', phone: son.phone };

  test('an officer makes an account, and the citizen signs in with the password from the phone', async () => {
    const { browser, page } = await signedIn('agency', 'ngoc');
    expect(textOf(page.html)).toContain('Lê Thị Ngọc');
    const done = await browser.submit(page, '/officer', typed);
    expect([done.status, /\b134\b/.test(textOf(done.html))]).toEqual([201, true]);
    expect(done.html).not.toMatch(/Aa@\d{6}/);
    const [newest] = await messagesOf(ws, 'son');
    const password = /Aa@\d{6}/.exec(newest?.text ?? '')?.[0] ?? '';
    const citizen = openWide(ws);
    const login = await citizen.open(portal('/sign-in?to=/'));
    const next = await citizen.submit(login, '/commonauth', { username: son.number, password });
    expect(next.html).toContain('data-testid="code-form"');
  });

  test('what is wrong stands beside the field, and what was typed stays', async () => {
    const { browser, page } = await signedIn('agency', 'ngoc');
    const again = await browser.submit(page, '/officer', {
      ...typed,
      number: '0990780',
      birth: '31/09/1978',
    });
    expect(again.status).toBe(400);
    for (const part of ['number-error', 'birth-error', 'value="Lâm Thái Sơn"'])
      expect(again.html).toContain(part);
    expect((await browser.submit(again, '/officer', typed)).status).toBe(201);
  });

  test('an enterprise is no officer', async () => {
    const { page } = await signedIn('enterprise', 'khanh');
    expect(page.status).toBe(403);
    expect(page.html).toContain('not_an_officer');
  });

  test('a form that was opened on the last day is refused after midnight', async () => {
    const { browser, page } = await signedIn('agency', 'ngoc');
    await ws.configure({ calendar: '2024-06-15' });
    const late = await browser.submit(page, '/officer', typed);
    expect(late.status).toBe(403);
    expect(late.html).toContain('officers_create_no_accounts');
  });

  test('a form of another site is refused', async () => {
    const { browser } = await signedIn('agency', 'ngoc');
    const headers = { origin: 'https://elsewhere.example' };
    const answer = await browser.send(portal('/officer'), { ...form(typed), headers });
    expect(answer.status).toBe(403);
  });
});

test('the page asks whoever is not signed in to sign in as an officer', async () => {
  const page = await (await ws.fetch(portal('/officer'))).text();
  expect(page).toContain('data-testid="officer-sign-in"');
  expect(page).not.toContain('data-testid="officer-form"');
});
