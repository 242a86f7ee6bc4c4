import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { an, company, mai, password } from './kit/smartca.ts';
import { application, applicationFor, login, openPage, request, tokens } from './kit/smartca-oauth.ts';
import { form } from './kit/wire.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace();
});

const redeem = (code: string, more: Record<string, string> = {}) =>
  tokens(ws, { grant_type: 'authorization_code', code, redirect_uri: request.redirect_uri, ...more });

const refused = (error: string) => ({ status: 400, body: { error, error_description: expect.any(String) } });

const userInfo = async (token: string) => {
  const answer = await ws.fetch(`${ws.origin}/${ws.id}/smartca/identityapi/userinfo/info`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  });
  return { status: answer.status, body: await answer.json() };
};

describe('by the page', () => {
  test('a subscriber signs in, consents, and the application gets tokens for them', async () => {
    const page = await openPage(ws);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('localhost:3000');
    const { status, query } = await login(ws);
    expect({ status, state: query.state }).toEqual({ status: 303, state: 'st4te' });
    const { body } = await redeem(query.code!);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      refresh_token: expect.stringMatching(/^[\dA-F]{64}$/),
      token_type: 'bearer',
      expires_in: 3600,
      scope: 'email offline_access openid profile sign',
    });
    expect(await userInfo(body.access_token!)).toMatchObject({
      status: 200,
      body: { code: 0, codeDesc: 'SUCCESS', content: { accType: 0, uidPre: 'CCCD', uid: an } },
    });
  });

  test('may be asked for by a form too, as the document has it', async () => {
    const url = `${ws.origin}/${ws.id}/smartca/auth/authorize`;
    expect((await ws.fetch(url, form(request))).status).toBe(200);
  });

  test('a subscriber may say no', async () => {
    const { query } = await login(ws, { decision: 'refuse', username: '', password: '' });
    expect(query).toMatchObject({ error: 'access_denied', state: 'st4te' });
  });

  test('a wrong password leads back to the page, and five lock the account', async () => {
    for (const _ of [1, 2, 3, 4]) {
      const { status, text } = await login(ws, { password: 'sai' });
      expect(status).toBe(401);
      expect(text).toContain('Sai số giấy tờ hoặc mật khẩu');
    }
    expect((await login(ws, { password: 'sai' })).text).toContain('Tài khoản tạm khóa');
    expect((await login(ws)).status).toBe(401);
    expect((await login(ws, { username: mai })).status).toBe(303);
    await ws.configure({ clockOffsetSeconds: 300 });
    expect((await login(ws)).status).toBe(303);
  });

  test.each([
    [{ client_id: 'ai-do' }, 'unknown_client'],
    [{ redirect_uri: 'https://example.vn/callback' }, 'invalid_redirect'],
    [{ redirect_uri: 'javascript:alert(1)' }, 'invalid_redirect'],
  ])('%j is refused where the person sees it', async (wrong, code) => {
    const page = await openPage(ws, wrong);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain(code);
    expect((await login(ws, wrong)).status).toBe(400);
  });

  test.each([
    [{ scope: 'openid' }, 'invalid_scope'],
    [{ scope: 'sign delete' }, 'invalid_scope'],
    [{ response_type: 'token' }, 'unsupported_response_type'],
  ])('%j is told to the application', async (wrong, error) => {
    const answer = await openPage(ws, wrong);
    const location = new URL(answer.headers.get('location') ?? '');
    expect(location.searchParams.get('error')).toBe(error);
    expect(location.origin).toBe('http://localhost:3000');
  });

  test('registered addresses are the only ones', async () => {
    const { smartca } = await (await ws.control('/settings')).json();
    const redirectUris = ['https://example.vn/callback'];
    await ws.configure({ smartca: { accounts: [{ ...smartca.accounts[0], redirectUris }] } });
    expect((await openPage(ws)).status).toBe(400);
    expect((await openPage(ws, { redirect_uri: 'https://example.vn/callback' })).status).toBe(200);
    expect((await openPage(ws, { redirect_uri: 'https://example.vn/callback/x' })).status).toBe(400);
  });

  test('another site cannot send the form', async () => {
    const url = `${ws.origin}/${ws.id}/smartca/auth/login`;
    const filled = form({ ...request, username: an, password, decision: 'approve' });
    const answer = await ws.fetch(url, { ...filled, headers: { origin: 'https://evil.example' } });
    expect(answer.status).toBe(403);
  });

  test('the autopilot answers without a page', async () => {
    await ws.configure({ autopilot: { person: 'mai' } });
    const answer = await openPage(ws);
    const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code');
    const { body } = await redeem(code!);
    expect((await userInfo(body.access_token!)).body.content.uid).toBe(mai);
  });
});

describe('a code', () => {
  test('works once, of many at the same time', async () => {
    const { query } = await login(ws);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => redeem(query.code!)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400]);
  });

  test('lives 15 seconds', async () => {
    const [first, second] = [await login(ws), await login(ws)];
    await ws.configure({ clockOffsetSeconds: 8 });
    expect((await redeem(first.query.code!)).status).toBe(200);
    await ws.configure({ clockOffsetSeconds: 15 });
    expect(await redeem(second.query.code!)).toEqual(refused('invalid_grant'));
  });

  test('is its application’s and its address’s alone', async () => {
    const { query } = await login(ws);
    const other = { client_id: 'dvcqg', client_secret: 'dvcqg-secret' };
    expect(await redeem(query.code!, other)).toEqual(refused('invalid_grant'));
    const elsewhere = { redirect_uri: 'http://localhost:3000/' };
    expect(await redeem(query.code!, elsewhere)).toEqual(refused('invalid_grant'));
    expect((await redeem(query.code!)).status).toBe(200);
  });
});

describe('tokens', () => {
  const byPassword = (more: Record<string, string> = {}) =>
    tokens(ws, { grant_type: 'password', username: an, password, ...more });

  test('come for a password, of an enterprise too', async () => {
    const { body } = await byPassword({ username: company });
    expect((await userInfo(body.access_token!)).body.content).toMatchObject({
      accType: 1,
      uidPre: 'MST',
      uid: company,
    });
  });

  test('count wrong passwords, and lock the account for five minutes', async () => {
    for (const left of [4, 3, 2, 1]) {
      const { body } = await byPassword({ password: 'sai' });
      expect(body).toMatchObject({
        error: 'invalid_grant',
        error_description: expect.stringContaining(`${left} a`),
      });
    }
    expect(await byPassword({ password: 'sai' })).toEqual(refused('invalid_grant'));
    expect((await byPassword()).body.error_description).toContain('locked');
    await ws.configure({ clockOffsetSeconds: 300 });
    expect((await byPassword()).status).toBe(200);
  });

  test('are refreshed once, for 90 days', async () => {
    const { body } = await byPassword();
    const refresh = (refresh_token: string) =>
      tokens(ws, { grant_type: 'refresh_token', refresh_token, scope: 'sign offline_access' });
    await ws.configure({ clockOffsetSeconds: 89 * 86_400 });
    expect((await userInfo(body.access_token!)).status).toBe(401);
    const answers = await Promise.all([1, 2, 3].map(() => refresh(body.refresh_token!)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    const next = answers.find(({ status }) => status === 200)!.body;
    expect((await userInfo(next.access_token!)).status).toBe(200);
    await ws.configure({ clockOffsetSeconds: (89 + 91) * 86_400 });
    expect(await refresh(next.refresh_token!)).toEqual(refused('invalid_grant'));
  });

  test('live an hour', async () => {
    const { body } = await byPassword();
    await ws.configure({ clockOffsetSeconds: 3580 });
    expect((await userInfo(body.access_token!)).status).toBe(200);
    await ws.configure({ clockOffsetSeconds: 3600 });
    expect(await userInfo(body.access_token!)).toMatchObject({
      status: 401,
      body: { code: 401, content: null },
    });
  });

  test.each([
    ['a wrong secret', { client_secret: 'sai' }, 'invalid_client'],
    ['an unknown application', { client_id: 'ai-do' }, 'invalid_client'],
    ['an unknown user', { username: '9999999999' }, 'invalid_grant'],
    ['a scope that there is not', { scope: 'delete' }, 'invalid_scope'],
    ['another grant', { grant_type: 'client_credentials' }, 'unsupported_grant_type'],
  ])('do not come for %s', async (_, wrong, error) => {
    expect(await byPassword(wrong)).toEqual(refused(error));
  });

  test('stand in no journal', async () => {
    const { body } = await byPassword();
    const call = await applicationFor(ws);
    await call('/csc/credentials/list');
    const journal = await (await ws.control('/journal?system=smartca')).text();
    for (const secret of [body.access_token!, body.refresh_token!, password, application.client_secret])
      expect(journal).not.toContain(secret);
  });
});
