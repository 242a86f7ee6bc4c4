import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { codeOn, messagesOf } from './kit/phone.ts';
import { BEFORE, PASSWORD, portalUrl } from './kit/registration.ts';
import { approve, inbox, refuse } from './kit/signing.ts';
import { signedByToken, toSignOn } from './kit/token-sign-in.ts';
import { form } from './kit/wire.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace();
  await ws.configure({ calendar: BEFORE });
});

const here = (path: string): string =>
  path.startsWith('/') ? `${ws.origin}${path}` : `${portalUrl(ws)}/${path}`;

interface Page {
  status: number;
  location: string | null;
  html: string;
}

async function show(path: string, init?: RequestInit): Promise<Page> {
  const answer = await ws.fetch(here(path), init);
  return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() };
}

/** What a browser would send: the fields of the page's form as they stand, and what is typed over them. */
function typed(html: string, over: Record<string, string> = {}): Record<string, string> {
  const inputs = [...html.matchAll(/<input\b[^>]*>/g)].map(([input]) => input);
  const named = inputs.flatMap((input) => {
    const name = /\bname="([^"]*)"/.exec(input)?.[1];
    const value = /\bvalue="([^"]*)"/.exec(input)?.[1] ?? '';
    return name === undefined || name === 'resend' ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(named), ...over };
}

const shownIn = (html: string, testid: string): string =>
  new RegExp(`data-testid="${testid}"[^>]*>([^<]*)<`).exec(html)?.[1] ?? '';

const formOf = async (way: string, person: string, kind = 'citizen') =>
  (await show(`registration/ways/${way}?person=${person}&kind=${kind}`)).html;

async function send(way: string, fields: Record<string, string>): Promise<Page> {
  return show(`registration/ways/${way}`, form(fields));
}

async function begin(way: string, person: string, kind?: string): Promise<string> {
  const html = await formOf(way, person, kind);
  const captcha = shownIn(html, 'captcha-shown');
  const sent = await send(way, typed(html, captcha ? { captcha } : {}));
  expect(sent).toMatchObject({ status: 303 });
  return sent.location ?? '';
}

const goOn = (at: string, fields: Record<string, string>) => show(at, form(fields));

/** Somebody's token signs what the page asks for. */
async function sign(at: string, person: string): Promise<Page> {
  await ws.configure({ signing: { autopilot: 'approve' } });
  const said = await signedByToken(ws, person, toSignOn({ ...(await show(at)), url: at }));
  return goOn(at, { ...said });
}

describe('the pages lead from who to done', () => {
  test.each([
    ['mobile', 'mai'],
    ['insurance', 'mai'],
    ['post', 'tuan'],
  ])('by %s, with a code and a password', async (way, person) => {
    const at = await begin(way, person);
    expect((await show(at)).html).toContain('data-testid="code-form"');
    const coded = await goOn(at, { code: await codeOn(ws, person) });
    expect(coded).toMatchObject({ status: 303, location: at });
    expect((await show(at)).html).toContain('data-testid="password-rule"');
    const done = await goOn(at, { password: PASSWORD, again: PASSWORD });
    expect(done.status).toBe(303);
    expect(shownIn((await show(done.location ?? '')).html, 'registered')).toMatch(/^099\d{9}$/);
    expect(await show(at)).toMatchObject({ status: 410 });
    expect(done.location).toBe(at.replace('/steps/', '/done/'));
  });

  test('by usb, once the token has signed', async () => {
    const at = await begin('usb', 'mai');
    await sign(at, 'mai');
    const holder = (await show(at)).html;
    expect(shownIn(holder, 'holder-name')).toBe('Trần Thị Mai');
    expect(holder).toContain('data-testid="email"');
    expect(holder).toMatch(/two-clocks.*lịch đang ở ngày 14\/06\/2024/s);
    expect(await goOn(at, { email: '' })).toMatchObject({ status: 303 });
  });

  test('on the clock’s own day nothing is said of two clocks', async () => {
    await ws.configure({ calendar: null });
    const at = await begin('usb', 'tri', 'agency');
    await sign(at, 'tri');
    const holder = (await show(at)).html;
    expect(holder).toContain('data-testid="holder-name"');
    expect(holder).not.toContain('two-clocks');
  });

  test.each(['sim', 'remote'])('by %s, once the signer has approved on the phone', async (way) => {
    const at = await begin(way, 'mai');
    expect((await show(at)).html).toContain('data-testid="asked-on-phone"');
    expect(await goOn(at, { check: '1' })).toMatchObject({ status: 303, location: at });
    const [asked] = await inbox(ws, 'mai');
    expect((await approve(ws, asked!.id, 'mai')).status).toBe(204);
    const holder = (await show(at)).html;
    expect(shownIn(holder, 'holder-name')).toBe('Trần Thị Mai');
    expect(await goOn(at, { email: '' })).toMatchObject({ status: 303 });
  });

  test('a page that waits asks for itself anew', async () => {
    const at = await begin('sim', 'mai');
    const waiting = await ws.fetch(new URL(at, ws.origin).href);
    expect(waiting.headers.get('refresh')).toBe('3');
    const [asked] = await inbox(ws, 'mai');
    await refuse(ws, asked!.id, 'mai');
    expect(await show(at)).toMatchObject({ status: 403 });
  });
});

test('the TechID alone shows nobody whose account it is', async () => {
  const at = await begin('usb', 'mai');
  await sign(at, 'mai');
  await goOn(at, { email: '' });
  const made = await (await ws.fetch(`${portalUrl(ws)}/api/accounts?person=mai`)).json();
  const { techId } = (made as { accounts: { techId: string }[] }).accounts[0]!;
  const [own, other] = [
    await show(at.replace('/steps/', '/done/')),
    await show(`registration/done/${techId}`),
  ];
  expect([own.status, own.html.includes('Trần Thị Mai')]).toEqual([200, true]);
  expect([other.status, other.html.includes('Trần Thị Mai')]).toEqual([410, false]);
});

describe('what was wrong stands beside its field', () => {
  test.each([
    ['the SIM', 'mobile', 'thao', {}, 422, 'phone-error'],
    ['what the insurance register has otherwise', 'insurance', 'toan', {}, 422, 'birth-error'],
    ['a number that is none', 'mobile', 'mai', { number: '12' }, 400, 'number-error'],
    ['an empty name', 'mobile', 'mai', { name: '' }, 400, 'name-error'],
    ['the captcha', 'mobile', 'mai', { captcha: 'AAAAA' }, 400, 'captcha-error'],
    ['an account that has it', 'mobile', 'an', {}, 409, 'number-error'],
  ])('%s', async (_, way, person, over, status, error) => {
    const html = await formOf(way, person);
    const captcha = shownIn(html, 'captcha-shown');
    const sent = await send(way, typed(html, { ...(captcha && { captcha }), ...over }));
    expect(sent.status).toBe(status);
    expect(sent.html).toContain(`data-testid="${error}"`);
    expect(sent.html).toContain('data-testid="error"');
    expect(typed(sent.html).birth).toBe(typed(html).birth);
  });

  test('a wrong code, and the tries are counted from page to page', async () => {
    const at = await begin('mobile', 'mai');
    const right = await codeOn(ws, 'mai');
    const wrong = right.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
    for (let tries = 0; tries < 4; tries++) {
      const told = await goOn(at, { code: wrong });
      expect(told.status).toBe(401);
      expect(told.html).toContain('data-testid="code-error"');
    }
    expect(await goOn(at, { code: wrong })).toMatchObject({ status: 429 });
    expect(await goOn(at, { code: '', resend: '1' })).toMatchObject({ status: 303 });
    expect(await messagesOf(ws, 'mai')).toHaveLength(2);
    expect(await goOn(at, { code: await codeOn(ws, 'mai') })).toMatchObject({ status: 303 });
  });

  test('the code once more, from a second tab, leads to the password and blames nobody', async () => {
    const at = await begin('mobile', 'mai');
    const code = await codeOn(ws, 'mai');
    await goOn(at, { code });
    expect(await goOn(at, { code })).toMatchObject({ status: 303, location: at });
    expect(await goOn(at, { resend: '1' })).toMatchObject({ status: 303, location: at });
    const { html } = await show(at);
    expect(html).toContain('data-testid="password-rule"');
    expect(html).not.toContain('data-testid="error"');
  });

  test('two passwords that differ, and each part that one lacks', async () => {
    const at = await begin('mobile', 'mai');
    await goOn(at, { code: await codeOn(ws, 'mai') });
    expect((await goOn(at, { password: PASSWORD, again: 'other' })).html).toContain(
      'data-testid="again-error"',
    );
    const weak = await goOn(at, { password: 'aaaaaaaa', again: 'aaaaaaaa' });
    expect(weak.status).toBe(400);
    expect(weak.html).toContain('Thiếu chữ cái viết hoa; Thiếu chữ số; Thiếu ký tự đặc biệt');
    expect(weak.html).not.toContain('value="aaaaaaaa"');
  });

  test('an e-mail address that somebody has, which stays on the page to be mended', async () => {
    const at = await begin('usb', 'mai');
    await sign(at, 'mai');
    const told = await goOn(at, { email: 'an@example.vn' });
    expect(told.status).toBe(409);
    expect(told.html).toContain('data-testid="email-error"');
    expect(typed(told.html).email).toBe('an@example.vn');
  });
});

describe('the sandbox panel', () => {
  test('offers people with what will come of it, and fills in the form for one of them', async () => {
    const { html } = await show('registration/ways/mobile');
    expect(html).toContain('data-testid="person-mai"');
    expect(html).toContain('data-testid="person-loan"');
    expect(html).toContain('SIM chính chủ nhưng đăng ký bằng CMND 9 số');
    expect(typed(await formOf('mobile', 'mai'))).toMatchObject({
      number: '099192000002',
      name: 'Trần Thị Mai',
      birth: '20/11/1992',
      phone: '0950000102',
    });
  });

  test('keeps each page below 64 KiB', async () => {
    for (const way of ['mobile', 'insurance', 'post', 'sim', 'usb', 'remote']) {
      const { html } = await show(`registration/ways/${way}`);
      expect({ way, small: Buffer.byteLength(html) < 65_536 }).toEqual({ way, small: true });
    }
  });

  test('leads from the code to the phone on which it came', async () => {
    const { html } = await show(await begin('mobile', 'mai'));
    expect(html).toContain(`${ws.origin}/${ws.id}/phone/mai`);
  });
});

describe('the law on the pages', () => {
  test('today citizens read why and since when, see no form, and agencies still have theirs', async () => {
    await ws.configure({ calendar: null });
    for (const path of ['registration', 'registration/ways/mobile']) {
      const { status, html } = await show(path);
      expect(status).toBe(200);
      expect(html).toContain('data-testid="closed"');
      expect(html).toContain('15/06/2024');
      expect(html).not.toContain('data-testid="registration-form"');
    }
    expect((await show('registration?kind=agency')).html).toContain('/registration/ways/usb?kind=agency');
  });

  test('a registration that the law overtakes says so, and how to begin anew', async () => {
    const at = await begin('usb', 'mai');
    await ws.configure({ calendar: '2024-06-15' });
    const told = await show(at);
    expect(told.status).toBe(403);
    expect(told.html).toContain('data-testid="begin-anew"');
    expect(await goOn(at, { signedData: '1' })).toMatchObject({ status: 403 });
  });
});

test('what a form says of a person stays text', async () => {
  const evil = '<img src=x onerror=alert(1)>';
  const sent = await send('mobile', { kind: 'citizen', name: evil, number: evil, birth: evil, phone: evil });
  expect(sent.status).toBe(400);
  expect(sent.html).not.toContain('<img src=x');
});
