import { describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { accountsIn, LAST_DAY, type Seen } from './kit/dvcqg-accounts.ts';
import {
  authorizeAt,
  baseOf,
  byAccount,
  demoAt,
  openWide,
  tokensAt,
  told,
  userinfoAt,
} from './kit/exchange.ts';
import { jsonBody } from './kit/wire.ts';

// Dispatch 3701/VPCP-KSTT: accounts of foreigners change once the Ministry of Public Security has said how.

const MINJUN = { username: '099083000012', person: 'minjun' };
const ALWAYS = { here: true, elsewhere: true };

async function post(ws: TestWorkspace, path: string, body: unknown): Promise<Record<string, unknown>> {
  const answer = await ws.fetch(baseOf(ws) + path, jsonBody(body));
  const told = (await answer.json()) as Record<string, unknown>;
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${told.code}`);
  return told;
}

/** Registered by telephone, from the first field to the password. */
async function registered(ws: TestWorkspace): Promise<Seen> {
  const { username: number, person } = MINJUN;
  const applicant = { number, name: 'Kim Minjun', birth: '1983-03-21', phone: '0950000112' };
  const { id } = await post(ws, '/api/registrations', { method: 'mobile', ...applicant });
  const phone = await ws.fetch(`${ws.origin}/${ws.id}/phone/${person}/api/messages`);
  const { messages } = (await phone.json()) as { messages: { code: string }[] };
  await post(ws, `/api/registrations/${id}/code`, { code: messages[0]?.code });
  await post(ws, `/api/registrations/${id}/password`, { password: 'Aa@123456' });
  return accountsIn(ws).firstOf(person);
}

describe("a foreigner's account", () => {
  test('that was registered by telephone does not stop on the days of citizens', async () => {
    const ws = await openWorkspace({ calendar: LAST_DAY });
    const { techId } = await registered(ws);
    for (const calendar of ['2024-06-15', '2024-07-01', '2026-11-22']) {
      await ws.configure({ calendar });
      const seen = await accountsIn(ws).read(techId);
      expect(seen).toMatchObject({ foreign: true, state: { at: 'unverified' }, passwordWorks: ALWAYS });
    }
  });

  test.each(['here', 'elsewhere'])('signs in %s by the form below the note for citizens', async (where) => {
    const ws = await openWorkspace({ calendar: '2024-07-01' });
    await accountsIn(ws).make({ person: 'minjun', state: 'verified' });
    const [browser, portal] = [openWide(ws), demoAt(ws)];
    const begin = where === 'here' ? `${baseOf(ws)}/sign-in?to=/account` : authorizeAt(portal);
    const page = await browser.open(begin);
    expect(page.html).toContain('data-testid="foreigner-account-form"');
    const end = await byAccount(ws, browser, page, MINJUN);
    if (where === 'here') {
      expect(end.html).toContain('KIM MINJUN');
      expect(end.html).not.toContain('data-testid="vneid-prompt"');
      return;
    }
    const { access_token } = await tokensAt(portal, told(portal, end).code!);
    const claims = await (await userinfoAt(portal, access_token)).json();
    expect(claims).toMatchObject({ LoaiTaiKhoan: '1', QuocTich: 'KR', TrangThai: '1', loAs: 'LoA1' });
  });

  test('is not prompted to use VNeID, as citizens are', async () => {
    const ws = await openWorkspace({ calendar: LAST_DAY });
    const { techId } = await accountsIn(ws).make({ person: 'minjun', state: 'verified' });
    expect((await accountsIn(ws).step(techId, 'prompt')).body.code).toBe('wrong_state');
  });

  test('that nobody knew for one stops, until the register says whose it is', async () => {
    const ws = await openWorkspace({ calendar: LAST_DAY });
    const { username: number, person } = MINJUN;
    const citizen = { number, name: 'KIM MINJUN', birth: '1983-03-21', phone: '0950000112' };
    await post(ws, '/api/officer/accounts', { officer: 'ngoc.h99.01', ...citizen });
    const { techId } = await accountsIn(ws).firstOf(person);
    await ws.configure({ calendar: '2024-07-01' });
    expect((await accountsIn(ws).read(techId)).state).toEqual({ at: 'stopped', was: 'unverified', number });
    await ws.configure({ calendar: LAST_DAY });
    await accountsIn(ws).step(techId, 'verify');
    await ws.configure({ calendar: '2024-07-01' });
    expect((await accountsIn(ws).read(techId)).state).toEqual({ at: 'verified', number });
  });
});

test("a citizen's password opens no door through the form for foreigners", async () => {
  const ws = await openWorkspace({ calendar: '2024-07-01' });
  const browser = openWide(ws);
  const page = await browser.open(`${baseOf(ws)}/sign-in?to=/`);
  const next = await browser.submit(page, '/commonauth', {
    username: '099187000010',
    password: 'Aa@123456',
  });
  expect(next.html).toContain('Tài khoản này đã dừng hoạt động');
});
