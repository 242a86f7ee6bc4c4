import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  authorizeAt,
  chosenAt,
  demoAt,
  type ExchangePortal,
  linkOn,
  openWide,
  payloadOf,
  throughVneid,
  tokensAt,
  told,
  userinfoAt,
} from './kit/exchange.ts';
import { textOf } from './kit/html.ts';
import { form } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: ExchangePortal;

beforeAll(async () => {
  ws = await openWorkspace();
  portal = demoAt(ws);
});

interface Entry {
  system: string;
  operation: string;
  signIn?: string;
  client?: string;
  person?: string;
}

async function journalOf(own: TestWorkspace, query: string): Promise<Entry[]> {
  const answer = await own.control(`/journal?${query}`);
  const { entries } = (await answer.json()) as { entries: (Entry & { id: string })[] };
  return entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

test('somebody chooses VNeID, signs in there, and comes back to the portal with a code', async () => {
  const browser = openWide(ws);
  const page = await browser.open(authorizeAt(portal, { state: 's' }));
  const { pathname, searchParams } = new URL(page.url);
  expect([page.status, pathname]).toEqual([200, `/${ws.id}/dvcqg/authenticationendpoint/login.do`]);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    sessionDataKey: expect.stringMatching(/^[\da-f-]{36}$/),
    client_id: 'demo-portal',
    relyingParty: 'demo-portal',
    type: 'oidc',
  });
  const sent = told(portal, await throughVneid(browser, page, 'an'));
  expect(sent).toEqual({ code: expect.any(String), state: 's' });
  const tokens = await tokensAt(portal, sent.code!);
  expect(payloadOf(tokens.id_token)).toMatchObject({
    iss: `${portal.base}/oauth2/token`,
    aud: 'demo-portal',
    acr: 'LoA2',
  });
  const info = await (await userinfoAt(portal, tokens.access_token)).json();
  expect(info).toMatchObject({ SoDinhDanh: '099090000001', HoVaTen: 'Nguyễn Văn An', loAs: 'LoA2' });
});

test('the journal tells both hops as one story, in order', async () => {
  const own = await openWorkspace();
  const at = demoAt(own);
  const browser = openWide(own);
  const sent = told(at, await throughVneid(browser, await browser.open(authorizeAt(at)), 'mai'));
  await tokensAt(at, sent.code!);
  const [began] = await journalOf(own, 'system=dvcqg&operation=authorize');
  const story = await journalOf(own, `signIn=${began?.signIn}`);
  expect(story.map(({ system, operation }) => `${system} ${operation}`)).toEqual([
    'dvcqg authorize',
    'dvcqg loginPage',
    'dvcqg commonauthReturn',
    'vneid authorize',
    'vneid person',
    'vneid authorize',
    'vneid consent',
    'vneid authorize',
    'vneid token',
    'vneid userinfo',
    'dvcqg commonauthReturn',
    'dvcqg authorize',
    'dvcqg token',
  ]);
  expect(story.at(-2)).toMatchObject({ client: 'demo-portal', person: 'mai' });
});

describe('the way to VNeID and back', () => {
  const goToVneid = async (changes = {}) => {
    const browser = openWide(ws);
    const page = await browser.open(authorizeAt(portal, changes));
    const there = await browser.send(linkOn(page, 'vneid'));
    return { browser, page, url: new URL(there.headers.get('location') ?? '') };
  };

  test('is a code flow of its own: PKCE, nonce, state, level 2, and whose sign-in it is part of', async () => {
    const { url } = await goToVneid();
    expect(url.pathname).toBe(`/${ws.id}/vneid/auth`);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: 'dvcqg',
      redirect_uri: `${portal.base}/commonauth`,
      scope: 'openid profile phone email',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.any(String),
      acr_values: 'LoA2',
      hopcat_sign_in: expect.stringMatching(/^[\w-]{12}$/),
      hopcat_client: 'demo-portal',
    });
  });

  test('hands on that the portal wants a fresh sign-in', async () => {
    const { url } = await goToVneid({ prompt: 'login', max_age: '60', login_hint: '099090000001' });
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      prompt: 'login',
      max_age: '60',
      login_hint: '099090000001',
    });
  });

  test('ends at the browser that began it', async () => {
    const { url } = await goToVneid();
    const state = url.searchParams.get('state')!;
    const answer = await ws.fetch(`${portal.base}/commonauth?${new URLSearchParams({ code: 'x', state })}`);
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('sign_in_expired:')]);
  });

  test('works once', async () => {
    const { browser, url } = await goToVneid();
    const signIn = await browser.open(url.href);
    const form = await browser.submit(signIn, '/sign-in/person', { person: 'an' });
    expect(form.status).toBeLessThan(400);
    const back = new URLSearchParams({ state: url.searchParams.get('state')!, error: 'access_denied' });
    const again = await browser.send(`${portal.base}/commonauth?${back}`);
    const twice = await browser.send(`${portal.base}/commonauth?${back}`);
    expect([again.status, twice.status].filter((status) => status === 400).length).toBeGreaterThan(0);
  });

  test.each([
    ['swapped for another', 'somebody-elses'],
    ['taken away', undefined],
  ])('does not believe an ID token whose nonce was %s on the way', async (_, nonce) => {
    const { browser, url } = await goToVneid();
    url.searchParams.delete('nonce');
    if (nonce) url.searchParams.set('nonce', nonce);
    const place = await chosenAt(browser, await browser.open(url.href), 'an');
    expect(new URL(place.url).pathname).toBe(`/${ws.id}/dvcqg/commonauth`);
    expect([place.status, place.html]).toEqual([502, expect.stringContaining('another nonce')]);
    const session = await browser.open(authorizeAt(portal, { prompt: 'none' }));
    expect(told(portal, session)).toHaveProperty('error', 'login_required');
  });

  test('does not believe an answer that names another issuer', async () => {
    const { browser, url } = await goToVneid();
    const state = url.searchParams.get('state')!;
    const query = new URLSearchParams({ code: 'x', state, iss: 'https://evil.example' });
    const place = await browser.open(`${portal.base}/commonauth?${query}`);
    expect([place.status, place.html]).toEqual([502, expect.stringContaining('another issuer')]);
  });
});

describe('a refusal', () => {
  const comeBack = async (person: string, own = ws) => {
    const browser = openWide(own);
    const at = demoAt(own);
    const page = await browser.open(authorizeAt(at, { state: 's' }));
    return { browser, at, place: await throughVneid(browser, page, person) };
  };

  test('of VNeID level 1 is a page with both ways back', async () => {
    const { browser, at, place } = await comeBack('binh');
    expect([place.status, place.html]).toEqual([403, expect.stringContaining('level_too_low:')]);
    const retried = await browser.open(linkOn(place, 'retry'));
    expect([retried.status, linkOn(retried, 'vneid')]).toEqual([200, expect.any(String)]);
    const cancelled = await browser.open(linkOn(place, 'cancel'));
    expect(told(at, cancelled)).toMatchObject({ error: 'access_denied', state: 's' });
  });

  test('by whoever does not agree at VNeID goes to the portal', async () => {
    const own = await openWorkspace();
    const browser = openWide(own);
    const page = await browser.open(authorizeAt(demoAt(own), { state: 's' }));
    const asks = await browser.open(linkOn(page, 'vneid'));
    const consent = await browser.submit(asks, '/sign-in/person', { person: 'an' });
    const place = await browser.submit(consent, '/consent', { decision: 'refuse' });
    expect(told(demoAt(own), place)).toMatchObject({ error: 'access_denied', state: 's' });
  });

  test('when VNeID is down is a page that says so', async () => {
    const own = await openWorkspace();
    await own.control('/faults', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ system: 'vneid', operation: 'token', failure: 'down' }),
    });
    const { place } = await comeBack('an', own);
    expect([place.status, textOf(place.html)]).toEqual([
      502,
      expect.stringContaining('VNeID không trả lời được'),
    ]);
  });

  test('of a broken userinfo, and of one about somebody else, signs nobody in', async () => {
    for (const failure of ['malformed', 'wrong-person']) {
      const own = await openWorkspace();
      await own.control('/faults', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ system: 'vneid', operation: 'userinfo', failure }),
      });
      const { place } = await comeBack('an', own);
      expect([failure, place.status, place.html]).toEqual([
        failure,
        502,
        expect.stringContaining('vneid_failed:'),
      ]);
    }
  });
});

test('two browsers of one person at once get one account between them', async () => {
  const own = await openWorkspace();
  const at = demoAt(own);
  const techIdOf = async () => {
    const browser = openWide(own);
    const page = await browser.open(authorizeAt(at));
    const { code } = told(at, await throughVneid(browser, page, 'mai'));
    const { access_token } = await tokensAt(at, code!);
    return ((await (await userinfoAt(at, access_token)).json()) as { TechID: string }).TechID;
  };
  const [first, second, third] = await Promise.all([techIdOf(), techIdOf(), techIdOf()]);
  expect(new Set([first, second, third]).size).toBe(1);
});

describe('for an organisation', () => {
  test('its representative signs in by VNeID, and the portal gets the enterprise', async () => {
    const browser = openWide(ws);
    const page = await browser.open(authorizeAt(portal));
    const { code } = told(portal, await throughVneid(browser, page, 'khanh', 'vneid-organisation'));
    const { access_token } = await tokensAt(portal, code!);
    expect(await (await userinfoAt(portal, access_token)).json()).toMatchObject({
      LoaiTaiKhoan: '2',
      MaSoThue: '9900000129',
      MaSoDoanhNghiep: '9900000129',
      TenDoanhNghiep: 'Công ty TNHH Hạt Cát (thử nghiệm)',
      DiaChi: expect.stringContaining('Khu phố 3'),
      NguoiDaiDien: 'Võ Minh Khánh',
      loAs: 'LoA2',
    });
  });

  test('the portal is told of the representative who signed in, and each one of their own sign-in', async () => {
    const own = await openWorkspace();
    const at = demoAt(own);
    const tellOf = async (person: string) => {
      const browser = openWide(own);
      const page = await browser.open(authorizeAt(at));
      const { code } = told(at, await throughVneid(browser, page, person, 'vneid-organisation'));
      const { access_token } = await tokensAt(at, code!);
      return async () => (await (await userinfoAt(at, access_token)).json()) as Record<string, unknown>;
    };
    const khanh = await tellOf('khanh');
    const { organisation } = (await (await own.control('/people/khanh')).json()) as { organisation: unknown };
    const patched = await own.control('/people/mai', {
      method: 'PATCH',
      headers: { 'content-type': 'application/merge-patch+json' },
      body: JSON.stringify({ organisation }),
    });
    expect(patched.status).toBe(200);
    const mai = await tellOf('mai');
    const who = (name: string, birth: string) => ({
      MaSoThue: '9900000129',
      HoVaTen: name,
      NguoiDaiDien: name,
      NgayThangNamSinh: birth,
    });
    const [first, second] = [await khanh(), await mai()];
    expect(second).toMatchObject(who('Trần Thị Mai', expect.any(String)));
    expect(first).toMatchObject(who('Võ Minh Khánh', '19800125'));
    expect(second.TechID).toBe(first.TechID);
  });

  test('whoever represents none is told so', async () => {
    const browser = openWide(ws);
    const page = await browser.open(authorizeAt(portal));
    const place = await throughVneid(browser, page, 'an', 'vneid-organisation');
    expect([place.status, place.html]).toEqual([403, expect.stringContaining('no_organisation:')]);
  });
});

test('a link that is taken away ends what came by it: the session, and the refresh tokens', async () => {
  const own = await openWorkspace();
  const at = demoAt(own);
  const browser = openWide(own);
  const place = await throughVneid(browser, await browser.open(authorizeAt(at)), 'mai');
  const { refresh_token, access_token } = await tokensAt(at, told(at, place).code!);
  const { TechID } = (await (await userinfoAt(at, access_token)).json()) as { TechID: string };
  const init = { method: 'POST' };
  expect((await own.fetch(`${at.base}/api/accounts/${TechID}/withdraw-consent`, init)).status).toBe(200);
  const refreshed = await own.fetch(
    `${at.base}/oauth2/token`,
    form({ grant_type: 'refresh_token', refresh_token, client_id: at.id, client_secret: at.secret }),
  );
  expect([refreshed.status, await refreshed.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
  expect(told(at, await browser.open(authorizeAt(at, { prompt: 'none' })))).toHaveProperty(
    'error',
    'login_required',
  );
  expect((await browser.open(`${at.base}/account`)).url).toContain('/authenticationendpoint/login.do');
});
