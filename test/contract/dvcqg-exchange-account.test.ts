import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import type { Browser, Place } from './kit/browser.ts';
import {
  authorizeAt,
  byAccount,
  demoAt,
  type ExchangePortal,
  linkOn,
  openWide,
  tokensAt,
  told,
  userinfoAt,
} from './kit/exchange.ts';
import { textOf } from './kit/html.ts';
import { codeOn, messagesOf } from './kit/phone.ts';
import type { Parameters } from './kit/portal.ts';

let ws: TestWorkspace;
let portal: ExchangePortal;
let browser: Browser;

beforeEach(async () => {
  ws = await openWorkspace({ calendar: '2024-06-14' });
  portal = demoAt(ws);
  browser = openWide(ws);
});

const HUONG = { username: '099187000010', person: 'huong' };
const ask = (changes: Parameters = {}) => browser.open(authorizeAt(portal, changes));
const hasForm = ({ html }: Place) => html.includes('data-testid="account-form"');

async function claimsAfter(place: Place): Promise<Record<string, unknown>> {
  const { access_token } = await tokensAt(portal, told(portal, place).code!);
  return (await (await userinfoAt(portal, access_token)).json()) as Record<string, unknown>;
}

describe('an account of the national portal', () => {
  test('signs in by user name, password and the code that came by SMS', async () => {
    const claims = await claimsAfter(await byAccount(ws, browser, await ask(), HUONG));
    expect(claims).toMatchObject({ LoaiTaiKhoan: '1', SoDinhDanh: HUONG.username, loAs: 'LoA1' });
  });

  test('that is signed in goes straight through, silently too', async () => {
    await byAccount(ws, browser, await ask(), HUONG);
    expect(told(portal, await ask())).toHaveProperty('code');
    expect(told(portal, await ask({ prompt: 'none' }))).toHaveProperty('code');
  });

  test('must sign in again when the portal says so, or when it was too long ago', async () => {
    await byAccount(ws, browser, await ask(), HUONG);
    expect(hasForm(await ask({ prompt: 'login' }))).toBe(true);
    await ws.configure({ clockOffsetSeconds: 600 });
    expect(hasForm(await ask({ max_age: '300' }))).toBe(true);
    expect(told(portal, await ask({ max_age: '900' }))).toHaveProperty('code');
    const again = await byAccount(ws, browser, await ask({ prompt: 'login' }), HUONG);
    expect(told(portal, again)).toHaveProperty('code');
  });

  test('of nobody who is signed in is login_required without a page', async () => {
    expect(told(portal, await ask({ prompt: 'none', state: 's' }))).toMatchObject({
      error: 'login_required',
      state: 's',
    });
  });

  test('goes on to VNeID when the portal wants the higher level', async () => {
    await byAccount(ws, browser, await ask(), HUONG);
    const stepUp = await ask({ acr_values: 'LoA2' });
    expect(linkOn(stepUp, 'vneid')).toContain('idp=VNeID');
  });

  test('with a wrong password is told nothing more, and rests after five', async () => {
    const page = await ask();
    for (let tries = 1; tries <= 5; tries++) {
      const wrong = await browser.submit(page, '/commonauth', { username: HUONG.username, password: 'sai' });
      expect([wrong.status, hasForm(wrong)]).toEqual([401, true]);
    }
    const rests = await byAccount(ws, browser, page, HUONG);
    expect([rests.status, rests.html]).toEqual([429, expect.stringContaining('too_many_tries:')]);
    await ws.configure({ clockOffsetSeconds: 901 });
    expect(told(portal, await byAccount(ws, browser, await ask(), HUONG))).toHaveProperty('code');
  });

  test('with the right password begins to count anew', async () => {
    const wrong = async () => {
      const typed = { username: HUONG.username, password: 'sai' };
      return (await browser.submit(await ask({ prompt: 'login' }), '/commonauth', typed)).status;
    };
    const right = async () => byAccount(ws, browser, await ask({ prompt: 'login' }), HUONG);
    for (let tries = 1; tries <= 4; tries++) expect(await wrong()).toBe(401);
    expect(told(portal, await right())).toHaveProperty('code');
    expect(await wrong()).toBe(401);
    expect(told(portal, await right())).toHaveProperty('code');
  });

  test('that does not exist is as wrong as a wrong password', async () => {
    const page = await ask();
    const [nobody, wrong] = [
      await browser.submit(page, '/commonauth', { username: 'khong-co', password: 'Aa@123456' }),
      await browser.submit(page, '/commonauth', { username: HUONG.username, password: 'sai' }),
    ];
    const shown = ({ status, html }: Place) => [status, /data-testid="error"[\s\S]*?<\/div>/.exec(html)?.[0]];
    expect(shown(nobody)).toEqual(shown(wrong));
  });

  test('that is locked is refused, with the right password', async () => {
    const place = await byAccount(ws, browser, await ask(), { username: '099090000039', person: 'long' });
    expect([place.status, place.html]).toEqual([403, expect.stringContaining('account_locked:')]);
  });

  test('of an enterprise has no password', async () => {
    const place = await byAccount(ws, browser, await ask(), { username: '9900000129', person: 'khanh' });
    expect([place.status, place.html]).toEqual([403, expect.stringContaining('signature_needed:')]);
  });
});

describe('the code by SMS', () => {
  const askCode = async () => {
    const page = await ask();
    return browser.submit(page, '/commonauth', { username: HUONG.username, password: 'Aa@123456' });
  };

  test('is asked for on a page that shows a masked number and leads to the phone', async () => {
    const page = await askCode();
    expect(textOf(page.html)).toContain('09•• ••• 110');
    expect(linkOn(page, 'open-phone')).toBe(`${ws.origin}/${ws.id}/phone/huong`);
  });

  test('that is wrong leaves the page, and the right one still works', async () => {
    const page = await askCode();
    const right = await codeOn(ws, 'huong');
    const wrong = await browser.submit(page, '/sms-code.do', {
      code: right === '000000' ? '111111' : '000000',
    });
    expect([wrong.status, wrong.html]).toEqual([401, expect.stringContaining('data-testid="error"')]);
    expect(told(portal, await browser.submit(wrong, '/sms-code.do', { code: right }))).toHaveProperty('code');
  });

  test('is void after too many wrong ones', async () => {
    const page = await askCode();
    const right = await codeOn(ws, 'huong');
    const wrong = right === '000000' ? '111111' : '000000';
    for (let tries = 1; tries <= 5; tries++) await browser.submit(page, '/sms-code.do', { code: wrong });
    const place = await browser.submit(page, '/sms-code.do', { code: right });
    expect([place.outside, place.status]).toEqual([false, 429]);
    expect(textOf(place.html)).toContain('mã bị hủy');
  });

  test('is sent anew when that is asked for', async () => {
    const page = await askCode();
    const before = await messagesOf(ws, 'huong');
    const again = await browser.submit(page, '/sms-code/resend.do');
    expect(await messagesOf(ws, 'huong')).toHaveLength(before.length + 1);
    const place = await browser.submit(again, '/sms-code.do', { code: await codeOn(ws, 'huong') });
    expect(told(portal, place)).toHaveProperty('code');
  });

  test('is of no use in another browser', async () => {
    const page = await askCode();
    const place = await openWide(ws).submit(page, '/sms-code.do', { code: await codeOn(ws, 'huong') });
    expect([place.status, place.html]).toEqual([400, expect.stringContaining('sign_in_expired:')]);
  });

  test('that cannot be sent stops the sign-in and says so', async () => {
    await ws.control('/faults', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ system: 'telecom', operation: 'send', failure: 'down' }),
    });
    const place = await askCode();
    expect([place.status >= 400, place.html]).toEqual([true, expect.stringContaining('sms_not_sent:')]);
  });

  test('does not open the account before it is given', async () => {
    await askCode();
    expect(told(portal, await ask({ prompt: 'none' })).error).toBe('login_required');
  });
});

describe('the law', () => {
  const here = () => browser.open(`${portal.base}/sign-in?to=/`);

  test.each([
    ['2024-06-14', true, true],
    ['2024-06-15', false, true],
    ['2024-06-30', false, true],
    ['2024-07-01', false, false],
  ])(
    'on %s lets accounts in on the national portal: %s, elsewhere: %s',
    async (calendar, inside, outside) => {
      await ws.configure({ calendar });
      expect([hasForm(await here()), hasForm(await ask())]).toEqual([inside, outside]);
    },
  );

  test('is told in place of the form: since when, by which document, and whom to call, and where the timeline is', async () => {
    await ws.configure({ calendar: '2024-07-01' });
    const page = await ask();
    const text = textOf(page.html);
    expect(text).toContain('từ 01/07/2024');
    expect(text).toContain('Nghị định 59/2022/NĐ-CP');
    expect(text).toContain('1900.0368');
    expect(linkOn(page, 'timeline')).toBe(`${ws.origin}/${ws.id}/timeline`);
  });

  test('is not to be got round by posting the form anyway', async () => {
    const page = await ask();
    await ws.configure({ calendar: '2024-07-01' });
    const place = await byAccount(ws, browser, page, HUONG);
    expect([place.status, textOf(place.html)]).toEqual([403, expect.stringContaining('đã dừng hoạt động')]);
  });

  test('stops whoever was half-way in at midnight', async () => {
    const page = await ask();
    const code = await browser.submit(page, '/commonauth', {
      username: HUONG.username,
      password: 'Aa@123456',
    });
    await ws.configure({ calendar: '2024-07-01' });
    const place = await browser.submit(code, '/sms-code.do', { code: await codeOn(ws, 'huong') });
    expect([place.status, place.html]).toEqual([403, expect.stringContaining('account_stopped:')]);
  });

  test('ends a session that an account opened, and its refresh tokens', async () => {
    const place = await byAccount(ws, browser, await ask(), HUONG);
    const { refresh_token } = await tokensAt(portal, told(portal, place).code!);
    await ws.configure({ calendar: '2024-07-01' });
    expect(told(portal, await ask({ prompt: 'none' })).error).toBe('login_required');
    const form = new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token,
      client_id: portal.id,
      client_secret: portal.secret,
    });
    const answer = await ws.fetch(`${portal.base}/oauth2/token`, { method: 'POST', body: form });
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
  });
});
