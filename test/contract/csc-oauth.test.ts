import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SettingsInput } from '../../contracts/_settings.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  Application,
  applicationOf,
  ECDSA_SHA256,
  NUMBERS,
  oauth,
  PASSWORD,
  refusal,
  SHA256,
  urlOf,
} from './kit/csc.ts';
import { formsOf, textOf } from './kit/html.ts';
import { digestOf, isSigned } from './kit/signing.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' }, csc: { authMode: 'oauth2code' } });
});

const redirect_uri = 'http://127.0.0.1:3999/callback';
const base = { response_type: 'code', client_id: 'demo-portal', redirect_uri, state: 'xyz' };
const verifier = 'mot-chuoi-ngau-nhien-dai-bon-muoi-ba-ky-tu-tro-len';
const pkce = {
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
};

const open = (query: Record<string, string>): Promise<Response> =>
  ws.fetch(`${urlOf(ws, '/oauth2/authorize')}?${new URLSearchParams(query)}`);

interface Page {
  status: number;
  html: string;
  /** Where it leads, when it is no page. */
  told: Record<string, string>;
}

async function pageOf(answer: Response): Promise<Page> {
  const location = answer.headers.get('location');
  if (location !== null) expect(location.slice(0, redirect_uri.length)).toBe(redirect_uri);
  const told = location === null ? {} : Object.fromEntries(new URL(location).searchParams);
  return { status: answer.status, html: await answer.text(), told };
}

/** Sends the form of a page with what the person typed. */
async function submit({ html }: Page, typed: Record<string, string>, origin?: string): Promise<Page> {
  const [form] = formsOf(html, urlOf(ws, '/'));
  const headers: Record<string, string> = origin === undefined ? {} : { origin };
  const body = new URLSearchParams({ ...form!.fields, ...typed });
  return pageOf(await ws.fetch(form!.action, { method: 'POST', body, headers }));
}

const signInAs = async (query: Record<string, string>, username: string = NUMBERS.an, password = PASSWORD) =>
  submit(await pageOf(await open(query)), { username, password });

const yes = { decision: 'approve', pin: '123456' };

const exchange = (code: string | undefined, more: Record<string, string> = {}) =>
  oauth(ws, { grant_type: 'authorization_code', code: code ?? '', redirect_uri, ...more });

/** A service token by the pages. */
async function serviceToken(): Promise<Application> {
  const { told } = await submit(await signInAs({ ...base, scope: 'service' }), { decision: 'approve' });
  const { body } = await exchange(told.code);
  return new Application(ws, body.access_token!);
}

describe('scope service', () => {
  test('leads over sign-in and leave to a token, which another follows by the refresh token', async () => {
    const page = await signInAs({ ...base, ...pkce, scope: 'service' });
    expect(textOf(page.html)).toContain('Cổng demo muốn xem và dùng chứng thư số của bạn');
    expect(page.html).not.toContain('name="pin"');
    const { told } = await submit(page, { decision: 'approve' });
    expect(told).toEqual({ code: expect.any(String), state: 'xyz' });
    const { status, body } = await exchange(told.code, { code_verifier: verifier });
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        access_token: expect.any(String),
        refresh_token: expect.any(String),
        token_type: 'Bearer',
        expires_in: 3600,
      },
    });
    const an = new Application(ws, body.access_token!);
    expect(await an.credentials()).toEqual(await (await applicationOf(ws, 'an')).credentials());
    const refreshed = await oauth(ws, { grant_type: 'refresh_token', refresh_token: body.refresh_token! });
    expect(refreshed.status).toBe(200);
    expect(await oauth(ws, { token: body.refresh_token! }, '/oauth2/revoke')).toMatchObject({ status: 204 });
    expect((await an.post('credentials/list')).status).toBe(401);
    expect((await new Application(ws, refreshed.body.access_token!).post('credentials/list')).status).toBe(
      401,
    );
  });

  test('a wrong password shows the page again', async () => {
    const page = await signInAs({ ...base, scope: 'service' }, NUMBERS.an, 'sai');
    expect(page.status).toBe(401);
    expect(textOf(page.html)).toContain('Sai tên đăng nhập hoặc mật khẩu');
    const next = await submit(page, { username: NUMBERS.an, password: PASSWORD });
    expect(next.html).toContain('approve-form');
  });

  test('a refusal is told to the application', async () => {
    const { told } = await submit(await signInAs({ ...base, scope: 'service' }), { decision: 'refuse' });
    expect(told).toMatchObject({ error: 'access_denied', state: 'xyz' });
  });
});

describe('scope credential', () => {
  const wish = async (own: string, texts: readonly string[], more: Record<string, string> = {}) => ({
    ...base,
    scope: 'credential',
    credentialID: own,
    numSignatures: String(texts.length),
    hash: texts.map((text) => digestOf(text)).join(','),
    ...more,
  });

  test('the page says how many signatures go beyond the hashes that it shows', async () => {
    const own = await (await applicationOf(ws, 'an')).own();
    const page = await signInAs(await wish(own, ['một'], { numSignatures: '3' }));
    expect(textOf(page.html)).toContain(
      'Bạn đang cho phép 3 chữ ký: 1 giá trị băm dưới đây và 2 tài liệu khác',
    );
    expect((await signInAs(await wish(own, ['một']))).html).not.toContain('more-signatures');
  });

  test('the person sees what is signed and approves by PIN, and the access token is the SAD', async () => {
    const an = await serviceToken();
    const own = await an.own();
    const page = await signInAs(await wish(own, ['một', 'hai'], { description: 'Ký hợp đồng', ...pkce }));
    const text = textOf(page.html);
    for (const each of ['Ký hợp đồng', 'Nguyễn Văn An', own, digestOf('một'), digestOf('hai')])
      expect(text).toContain(each);
    const { told } = await submit(page, yes);
    const { body } = await exchange(told.code, { code_verifier: verifier });
    expect(body).toEqual({ access_token: expect.any(String), token_type: 'SAD', expires_in: 300 });
    const SAD = body.access_token!;
    const signed = await an.sign(own, SAD, ['một', 'hai']);
    const [certificate] = (await an.describe(own)).cert.certificates;
    expect(isSigned(certificate!, 'hai', signed.body.signatures[1]!)).toBe(true);
    expect(await an.sign(own, SAD, ['một'])).toEqual(refusal('invalid_request', 'Invalid parameter SAD'));
  });

  test('a number of somebody real in what the application says is stored nowhere', async () => {
    const own = await (await serviceToken()).own();
    const said = { state: '001090000001', description: 'Ký cho 001090000001' };
    const page = await signInAs(await wish(own, ['một'], said));
    const kept = await (await ws.control('/export')).text();
    expect(kept).toContain('"step"');
    expect(kept).not.toContain('001090000001');
    expect((await submit(page, yes)).told).toMatchObject({ state: '001090000001' });
    expect(await (await ws.control('/export')).text()).not.toContain('001090000001');
  });

  test('in the form of version 2 the token alone signs', async () => {
    const an = await serviceToken();
    const own = await an.own();
    const { hash, ...rest } = await wish(own, ['một']);
    const query = { ...rest, hashes: hash, hashAlgorithmOID: SHA256 };
    const { body } = await exchange((await submit(await signInAs(query), yes)).told.code);
    expect(body).toMatchObject({ token_type: 'Bearer', credentialID: own });
    const alone = new Application(ws, body.access_token!, 'v2');
    const asked = { credentialID: own, hashes: [digestOf('một')], signAlgo: ECDSA_SHA256 };
    const signed = await alone.post<{ signatures: string[] }>('signatures/signHash', asked);
    const [certificate] = (await an.describe(own)).cert.certificates;
    expect(isSigned(certificate!, 'một', signed.body.signatures[0]!)).toBe(true);
    expect((await alone.post('signatures/signHash', asked)).status).toBe(401);
  });

  test('a SAD of another application is none', async () => {
    const an = await serviceToken();
    const own = await an.own();
    const { told } = await submit(await signInAs(await wish(own, ['một'])), yes);
    const { body } = await exchange(told.code);
    const byPassword = await applicationOf(ws, 'an');
    expect(await byPassword.sign(own, body.access_token!, ['một'])).toEqual(
      refusal('invalid_request', 'Invalid parameter SAD'),
    );
    expect((await an.sign(own, body.access_token!, ['khác'])).body).toMatchObject({
      error_description: 'Hash is not authorized by the SAD',
    });
  });

  test('a wrong PIN shows the page again, the third ends it, and the next one finds it locked', async () => {
    const own = await (await serviceToken()).own();
    let page = await signInAs(await wish(own, ['một']));
    page = await submit(page, { ...yes, pin: '000000' });
    expect(page.status).toBe(401);
    expect(textOf(page.html)).toContain('Còn 2 lần thử');
    page = await submit(page, { ...yes, pin: '000000' });
    page = await submit(page, { ...yes, pin: '000000' });
    expect(page.told).toMatchObject({ error: 'access_denied', error_description: 'PIN locked' });
    const next = await submit(await signInAs(await wish(own, ['một'])), yes);
    expect(next.told).toMatchObject({ error: 'access_denied', error_description: 'PIN locked' });
  });

  test('is only for the one whose credential it is', async () => {
    const own = await (await serviceToken()).own();
    const { told } = await signInAs(await wish(own, ['một']), NUMBERS.quynh);
    expect(told).toMatchObject({ error: 'access_denied', state: 'xyz' });
  });

  test.each<[string, Record<string, string>, string]>([
    ['nobody’s credential', { credentialID: 'KHONG-CO' }, 'invalid_request'],
    ['no number', { numSignatures: '' }, 'invalid_request'],
    ['too many signatures', { numSignatures: '21' }, 'invalid_request'],
    ['more hashes than signatures', { hash: `${digestOf('a')},${digestOf('b')}` }, 'invalid_request'],
    ['what is no hash', { hash: 'SG9wQ2F0' }, 'invalid_request'],
    ['another scope', { scope: 'openid' }, 'invalid_scope'],
    ['the plain method of PKCE', { code_challenge: verifier }, 'invalid_request'],
    ['a parameter that there is not', { account_token: 'x' }, 'invalid_request'],
    ['the implicit flow', { response_type: 'token' }, 'unsupported_response_type'],
  ])('is refused at the application for %s', async (_, changes, error) => {
    const own = await (await serviceToken()).own();
    const { status, told } = await pageOf(await open({ ...(await wish(own, ['một'])), ...changes }));
    expect({ status, told }).toMatchObject({ status: 303, told: { error, state: 'xyz' } });
  });

  test('is not for credentials that PIN and code authorize', async () => {
    const own = await (await serviceToken()).own();
    await ws.configure({ csc: { authMode: 'explicit' } });
    const { told } = await pageOf(await open(await wish(own, ['một'])));
    expect(told).toMatchObject({ error: 'unauthorized_client' });
  });

  test('with the autopilots no page is shown', async () => {
    const an = await serviceToken();
    const own = await an.own();
    const settings = (autopilot: 'approve' | 'refuse' | null): SettingsInput => ({
      autopilot: { person: 'an' },
      signing: { autopilot },
    });
    await ws.configure(settings('approve'));
    const { told } = await pageOf(await open(await wish(own, ['một'])));
    const { body } = await exchange(told.code);
    expect((await an.sign(own, body.access_token!, ['một'])).status).toBe(200);
    await ws.configure(settings('refuse'));
    expect((await pageOf(await open(await wish(own, ['một'])))).told).toMatchObject({
      error: 'access_denied',
    });
    await ws.configure(settings(null));
    expect((await pageOf(await open(await wish(own, ['một'])))).html).toContain('approve-form');
    await ws.configure({ autopilot: { error: 'temporarily_unavailable' } });
    expect((await pageOf(await open(await wish(own, ['một'])))).told).toMatchObject({
      error: 'temporarily_unavailable',
    });
  });
});

describe('an application', () => {
  test.each<[string, Record<string, string>, string]>([
    ['nobody', { client_id: 'la' }, 'unknown_client'],
    ['another host', { redirect_uri: 'https://example.com/callback' }, 'invalid_redirect'],
    ['another path', { redirect_uri: 'http://127.0.0.1:3999/khac' }, 'invalid_redirect'],
    ['no address', { redirect_uri: '' }, 'invalid_redirect'],
  ])('that is %s is refused on a page, and nobody is sent there', async (_, changes, code) => {
    const answer = await open({ ...base, scope: 'service', ...changes });
    expect({ status: answer.status, location: answer.headers.get('location') }).toEqual({
      status: 400,
      location: null,
    });
    expect(await answer.text()).toContain(`${code}:`);
  });

  test.each<[string, Record<string, string>, { id: string; secret: string } | undefined, string]>([
    ['a wrong secret', {}, { id: 'demo-portal', secret: 'sai' }, 'Invalid parameter client_secret'],
    ['a wrong name', {}, { id: 'la', secret: 'demo-portal-secret' }, 'Invalid parameter client_id'],
    ['another grant', { grant_type: 'password' }, undefined, 'Invalid parameter grant_type'],
  ])('gets no token for %s', async (_, form, client, description) => {
    const asked = { grant_type: 'client_credentials', ...form };
    expect(await oauth(ws, asked, '/oauth2/token', client)).toEqual(refusal('invalid_request', description));
  });

  test('that is the national portal has a token for itself, whatever the settings say', async () => {
    await ws.configure({ csc: { clients: [] } });
    const ask = (secret: string) =>
      oauth(ws, { grant_type: 'client_credentials' }, '/oauth2/token', { id: 'dvcqg', secret });
    expect((await ask('dvcqg-secret')).status).toBe(200);
    expect((await ask('demo-portal-secret')).status).toBe(400);
    expect((await oauth(ws, { grant_type: 'client_credentials' })).status).toBe(400);
  });

  test('gets one token for one code, of its own, in time, with the right verifier and address', async () => {
    const code = async (more: Record<string, string> = {}) =>
      (await submit(await signInAs({ ...base, ...more, scope: 'service' }), { decision: 'approve' })).told
        .code;
    const noGrant = refusal('invalid_grant');
    const first = await code();
    const answers = await Promise.all(Array.from({ length: 8 }, () => exchange(first)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await exchange(await code(pkce))).toEqual(noGrant);
    expect(await exchange(await code(pkce), { code_verifier: `${verifier}x` })).toEqual(noGrant);
    expect(await exchange(await code(), { code_verifier: verifier })).toEqual(noGrant);
    expect(await exchange(await code(), { redirect_uri: 'http://localhost/callback' })).toEqual(noGrant);
    const late = await code();
    await ws.configure({ clockOffsetSeconds: 61 });
    expect(await exchange(late)).toEqual(noGrant);
  });
});

describe('the pages', () => {
  test('take no form from another site', async () => {
    const page = await pageOf(await open({ ...base, scope: 'service' }));
    const refused = await submit(page, { username: NUMBERS.an, password: PASSWORD }, 'https://example.com');
    expect(refused.status).toBe(403);
  });

  test('decide once', async () => {
    const page = await signInAs({ ...base, scope: 'service' });
    expect((await submit(page, { decision: 'approve' })).told.code).toBeDefined();
    const again = await submit(page, { decision: 'approve' });
    expect(again.status).toBe(400);
    expect(again.html).toContain('page_expired');
  });
});
