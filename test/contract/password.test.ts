import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { agree, type Browser, broughtTo, openBrowser, type Place } from './kit/browser.ts';
import { verified } from './kit/jwt.ts';
import { codeOn, messagesOf } from './kit/phone.ts';
import {
  authorizeUrl,
  type Parameters,
  type Portal,
  redeem,
  registerPortal,
  type Tokens,
} from './kit/portal.ts';

const PASSWORD = 'Aa@123456';
const numbers = {
  an: '099090000001',
  hung: '099058000003',
  binh: '099085000005',
  cuong: '099088000006',
  dung: '099301000007',
  kietNow: '099094000014',
  kietBefore: '099093000014',
};

let ws: TestWorkspace;
let portal: Portal;
let browser: Browser;

beforeEach(async () => {
  ws = await openWorkspace();
  portal = await registerPortal(ws);
  browser = openBrowser(ws);
});

const signInPage = (changes: Parameters = {}) => browser.open(authorizeUrl(portal, changes));

async function typed(username: string, password = PASSWORD, changes: Parameters = {}): Promise<Place> {
  return browser.submit(await signInPage(changes), '/sign-in/password', { username, password });
}

const asksForCode = ({ html }: Place) => html.includes('data-testid="otp-form"');

async function tokensAt(place: Place): Promise<Tokens> {
  const { code } = broughtTo(portal, await agree(browser, place));
  return (await (await redeem(portal, code!)).json()) as Tokens;
}

test('number and password, then the code from the phone, bring a person to the portal at level 2', async () => {
  const step = await typed(numbers.an);
  expect([step.status, asksForCode(step)]).toEqual([200, true]);
  const place = await browser.submit(step, '/sign-in/otp', { otp: await codeOn(ws, 'an') });
  const { payload } = await verified(ws, (await tokensAt(place)).id_token);
  expect(payload).toMatchObject({ acr: 'LoA2', amr: ['pwd', 'otp', 'mfa'] });
});

test('the password alone is enough where level 1 is asked for', async () => {
  const place = await typed(numbers.an, PASSWORD, { acr_values: 'LoA1' });
  const { payload } = await verified(ws, (await tokensAt(place)).id_token);
  expect(payload).toMatchObject({ acr: 'LoA1', amr: ['pwd'] });
  expect(await messagesOf(ws, 'an')).toEqual([]);
});

test('an account of level 1 stays at level 1', async () => {
  const step = await typed(numbers.binh);
  const place = asksForCode(step)
    ? await browser.submit(step, '/sign-in/otp', { otp: await codeOn(ws, 'binh') })
    : step;
  expect((await verified(ws, (await tokensAt(place)).id_token)).payload).toMatchObject({ acr: 'LoA1' });
});

test('somebody at level 1 steps up by the code alone', async () => {
  await tokensAt(await typed(numbers.an, PASSWORD, { acr_values: 'LoA1' }));
  const step = await signInPage({ acr_values: 'LoA2' });
  expect(asksForCode(step)).toBe(true);
  const place = await browser.submit(step, '/sign-in/otp', { otp: await codeOn(ws, 'an') });
  expect((await verified(ws, (await tokensAt(place)).id_token)).payload).toMatchObject({ acr: 'LoA2' });
});

test.each(['099 090 000 001', '099.090.000.001', ' 099090000001 '])(
  '%j is the same number',
  async (number) => {
    expect(asksForCode(await typed(number))).toBe(true);
  },
);

test('a number that was re-issued leads to the same person as the new one', async () => {
  for (const number of [numbers.kietNow, numbers.kietBefore]) {
    browser = openBrowser(ws);
    expect(asksForCode(await typed(number))).toBe(true);
  }
  expect(await messagesOf(ws, 'kiet')).toHaveLength(2);
});

describe('refused are', () => {
  test.each<[string, string, string, number, string]>([
    ['a wrong password', numbers.an, 'wrong', 401, 'wrong_credentials'],
    ['an empty password', numbers.an, '', 401, 'wrong_credentials'],
    ['the password in capitals', numbers.an, PASSWORD.toUpperCase(), 401, 'wrong_credentials'],
    ['an unknown number', '099000000000', PASSWORD, 401, 'wrong_credentials'],
    ['a name', 'an', PASSWORD, 401, 'wrong_credentials'],
    ['somebody who has died', numbers.hung, PASSWORD, 403, 'person_deceased'],
    ['a locked account', numbers.cuong, PASSWORD, 403, 'account_locked'],
    ['an account that was never activated', numbers.dung, PASSWORD, 403, 'account_not_activated'],
  ])('%s', async (_, number, password, status, code) => {
    const place = await typed(number, password);
    expect([place.status, place.outside]).toEqual([status, false]);
    if (status === 403) expect(place.html).toContain(`${code}:`);
    else expect(place.html).toContain('data-testid="error"');
  });

  test('a wrong password and an unknown number with the same words', async () => {
    const words = ({ html }: Place) => /data-testid="error"[\s\S]*?<\/div>/.exec(html)?.[0];
    expect(words(await typed(numbers.an, 'wrong'))).toBe(words(await typed('099000000000', 'wrong')));
  });

  test('a locked account with a wrong password in the same words as anybody', async () => {
    expect((await typed(numbers.cuong, 'wrong')).status).toBe(401);
  });

  test('a whole form without its request', async () => {
    const answer = await browser.send('/sign-in/password', {
      method: 'POST',
      body: new URLSearchParams({ username: numbers.an, password: PASSWORD }),
    });
    expect(answer.status).toBe(400);
  });

  test('a request that was changed on the way', async () => {
    const page = await signInPage();
    const request = new URLSearchParams({ client_id: portal.id, redirect_uri: 'https://evil.example/' });
    const place = await browser.submit(page, '/sign-in/password', {
      request: `${request}`,
      username: numbers.an,
      password: PASSWORD,
    });
    expect([place.status, place.outside]).toEqual([400, false]);
    expect(place.html).toContain('invalid_redirect:');
  });
});

describe('wrong passwords', () => {
  const wrong = async (times: number) => {
    const statuses = [];
    for (let turn = 0; turn < times; turn += 1) statuses.push((await typed(numbers.an, 'wrong')).status);
    return statuses;
  };

  test('lock the sign-in at the fifth, the right one included, until a quarter of an hour has passed', async () => {
    expect(await wrong(5)).toEqual([401, 401, 401, 401, 401]);
    const locked = await typed(numbers.an);
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(locked.html).toContain('too_many_tries:');
    await ws.configure({ clockOffsetSeconds: 14 * 60 });
    expect((await typed(numbers.an)).status).toBe(429);
    await ws.configure({ clockOffsetSeconds: 16 * 60 });
    expect(asksForCode(await typed(numbers.an))).toBe(true);
  });

  test('lock nobody else', async () => {
    await wrong(5);
    expect(asksForCode(await typed(numbers.kietNow))).toBe(true);
  });

  test('are forgotten after a sign-in', async () => {
    await wrong(4);
    const step = await typed(numbers.an);
    await browser.submit(step, '/sign-in/otp', { otp: await codeOn(ws, 'an') });
    browser = openBrowser(ws);
    expect(await wrong(4)).toEqual([401, 401, 401, 401]);
    expect(asksForCode(await typed(numbers.an))).toBe(true);
  });

  test('are counted however many come at once', async () => {
    const page = await signInPage();
    const form = { username: numbers.an, password: 'wrong' };
    const all = await Promise.all(
      Array.from({ length: 12 }, () => browser.submit(page, '/sign-in/password', form)),
    );
    const statuses = all.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });
});

test('the page of the sign-in is small enough for a client that never reads it to its end', async () => {
  const ws = await openWorkspace();
  const query = new URLSearchParams({
    ...{ client_id: 'demo-portal', redirect_uri: 'http://localhost/cb', response_type: 'code' },
    ...{ scope: 'openid profile', state: 'x' },
  });
  const page = await (await ws.fetch(`/auth?${query}`)).arrayBuffer();
  expect(page.byteLength).toBeLessThan(64 * 1024);
});
